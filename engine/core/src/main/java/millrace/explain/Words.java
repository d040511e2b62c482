package millrace.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import millrace.design.Clock;
import millrace.design.Durations;
import millrace.event.Watermark;

/** Puts sentences together, span by span. */
final class Words {
    private static final long LEAST = -60_000_000_000_000L;
    private static final long MOST = 200_000_000_000_000L;

    private final Clock clock;
    private final boolean counts;
    private final List<Span> spans = new ArrayList<>();

    /** @param counts whether windows are bounded by numbers of events, not by times */
    Words(Clock clock, boolean counts) {
        this.clock = clock;
        this.counts = counts;
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
        spans.add(new Span(clock.format(time), Tone.PROC, OptionalLong.of(time)));
        return this;
    }

    Words window(long start, long end) {
        return say(windowText(start, end));
    }

    /** "[12:00, 12:02)", with its key where there is one: "[12:00, 12:02) of A"; "events 1 to 3 of A". */
    Words window(String key, long start, long end) {
        return window(start, end).say(key.isEmpty() ? "" : " of " + key);
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
        if (counts) return "events " + (start + 1) + " to " + end;
        if (!finite(start) || !finite(end)) return "the global window";
        return clock.window(start, end);
    }

    /** An instant; a watermark before the first is "none yet", after the last "the end of the input". */
    String brief(long time) {
        if (time == Watermark.NONE || time < LEAST) return "none yet";
        return finite(time) ? clock.brief(time) : "the end of the input";
    }

    static boolean finite(long time) {
        return time >= LEAST && time <= MOST;
    }

    /** "4:56", "1:04:56", or "30 s" where there are no minutes. */
    static String figure(long millis) {
        if (millis < 60_000 || millis % 1000 != 0) return Durations.format(millis);
        long seconds = millis / 1000;
        long hours = seconds / 3600;
        return hours == 0 ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60);
    }

    Answer answer(String question) {
        return new Answer(question, spans);
    }
}
