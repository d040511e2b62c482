package millrace.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import millrace.design.Clock;

/** Puts sentences together, span by span. */
final class Words {
    private final Figures figures;
    private final List<Span> spans = new ArrayList<>();

    /** @param counts whether windows are bounded by numbers of events, not by times */
    Words(Clock clock, boolean counts) {
        figures = new Figures(clock, counts);
    }

    Words say(String text) {
        return add(text, Tone.PLAIN);
    }

    Words strong(String text) {
        return add(text, Tone.STRONG);
    }

    /** An event time or a watermark. */
    Words event(long time) {
        return add(brief(time), Tone.EVENT);
    }

    /** A processing time. */
    Words proc(long time) {
        if (!finite(time)) return add(brief(time), Tone.PROC);
        spans.add(new Span(figures.clock().format(time), Tone.PROC, OptionalLong.of(time)));
        return this;
    }

    Words window(long start, long end) {
        return say(windowText(start, end));
    }

    /** "[12:00, 12:02)", with its key where there is one: "[12:00, 12:02) of A"; "events 1 to 3 of A". */
    Words window(String key, long start, long end) {
        figures.window(key, start, end).spans().forEach(this::add);
        return this;
    }

    Words append(Words more) {
        more.spans.forEach(this::add);
        return this;
    }

    Words append(Answer more) {
        more.spans().forEach(this::add);
        return this;
    }

    private void add(Span span) {
        if (span.at().isPresent()) spans.add(span);
        else
            add(span.text(), span.tone());
    }

    private Words add(String text, Tone tone) {
        if (text.isEmpty()) return this;
        Span last = spans.isEmpty() ? new Span("", Tone.PLAIN) : spans.getLast();
        if (!spans.isEmpty() && last.tone() == tone && last.at().isEmpty())
            spans.set(spans.size() - 1, new Span(last.text() + text, tone));
        else
            spans.add(new Span(text, tone));
        return this;
    }

    String windowText(long start, long end) {
        return figures.windowText(start, end);
    }

    String brief(long time) {
        return figures.brief(time);
    }

    static boolean finite(long time) {
        return Figures.finite(time);
    }

    static String figure(long millis) {
        return Figures.figure(millis);
    }

    /** A sentence more, or a clause that follows: a space stands before it. Key and parts as {@link Part#say} has them. */
    Words tell(String key, Object... parts) {
        return tell(Part.say(key, parts));
    }

    /** As {@link #tell(String, Object...)}. */
    Words tell(Part sentence) {
        if (sentence.spans().isEmpty()) return this;
        if (!spans.isEmpty()) add(" ", Tone.PLAIN);
        sentence.spans().forEach(this::add);
        return this;
    }

    /** As {@link #tell(String, Object...)}: another answer. */
    Words tell(Answer more) {
        return tell(new Part(more.spans()));
    }

    /** How times and windows are called here. */
    Figures figures() {
        return figures;
    }

    /** With its question, a text of the bundle. */
    Answer ask(String key, Object... parts) {
        return answer(Part.say(key, parts).toString());
    }

    Answer answer(String question) {
        return new Answer(question, spans);
    }
}
