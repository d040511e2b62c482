package millrace.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import millrace.design.Counts;
import millrace.text.Bundle;
import millrace.text.Sentences;

/** Some of a sentence, with its tones: what is put into a place of another part or of a sentence. */
record Part(List<Span> spans) {
    static final Part NONE = new Part(List.of());

    Part {
        spans = List.copyOf(spans);
    }

    static Part of(String text, Tone tone) {
        return text.isEmpty() ? NONE : new Part(List.of(new Span(text, tone)));
    }

    /** What decides. */
    static Part strong(String text) {
        return of(text, Tone.STRONG);
    }

    /** A moment of processing time, to go to. */
    static Part moment(String text, long at) {
        return new Part(List.of(new Span(text, Tone.PROC, OptionalLong.of(at))));
    }

    /**
     * Words of the bundle {@code explain}.
     *
     * @param key without the bundle's name: {@code late.dropped}
     * @param parts for {0}, {1} and so on: a Part keeps its tones, anything else is plain
     */
    static Part say(String key, Object... parts) {
        List<Span> spans = new ArrayList<>();
        for (Bundle.Run run : Sentences.runs("explain." + key, parts)) {
            if (run.part() != Bundle.Run.OWN && parts[run.part()] instanceof Part(List<Span> toned))
                spans.addAll(toned);
            else
                spans.add(new Span(run.text(), Tone.PLAIN));
        }
        return new Part(spans);
    }

    /** As {@link #say}, in the form for so many; the number is {0}, its thousands grouped. */
    static Part counted(String key, long number, Object... parts) {
        Object[] all = Stream.concat(Stream.of(Counts.grouped(number)), Stream.of(parts)).toArray();
        return say(Sentences.form(key, number), all);
    }

    /** What decides, all of it. */
    Part strong() {
        return strong(toString());
    }

    /** This, at a processing time. */
    Part at(Part moment) {
        return say("what.at", this, moment);
    }

    /** One after another, by a key with two places. */
    static Part chain(String key, List<Part> parts) {
        return parts.stream().reduce((a, b) -> say(key, a, b)).orElse(NONE);
    }

    /** One after another: "a", "a and b", "a, b and c". */
    static Part list(List<Part> parts) {
        Part list = NONE;
        for (int i = 0; i < parts.size(); i++)
            list = i == 0 ? parts.get(i) : say(i == parts.size() - 1 ? "list.last" : "list.next", list, parts.get(i));
        return list;
    }

    /** As {@link #list}, of names. */
    static Part names(List<String> names) {
        return list(names.stream().map(n -> of(n, Tone.PLAIN)).toList());
    }

    /** What stands side by side: "a, b, c". */
    static Part series(List<Part> parts) {
        return chain("list.next", parts);
    }

    /** The words without their tones: what a place is filled with before its tones are put back. */
    @Override
    public String toString() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
