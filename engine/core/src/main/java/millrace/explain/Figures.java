package millrace.explain;

import java.util.Locale;
import millrace.design.Clock;
import millrace.design.Durations;
import millrace.event.Watermark;

/**
 * Times and windows as answers about a node call them.
 *
 * @param counts whether windows are bounded by numbers of events, not by times
 */
record Figures(Clock clock, boolean counts) {
    private static final long LEAST = -60_000_000_000_000L;
    private static final long MOST = 200_000_000_000_000L;

    /** An event time or a watermark. */
    Part event(long time) {
        return Part.of(brief(time), Tone.EVENT);
    }

    /** A processing time. */
    Part proc(long time) {
        return finite(time) ? Part.moment(clock.format(time), time) : Part.of(brief(time), Tone.PROC);
    }

    /** "[12:00, 12:02)"; "events 1 to 3". */
    Part window(long start, long end) {
        return Part.of(windowText(start, end), Tone.PLAIN);
    }

    /** "[12:00, 12:02)", with its key where there is one: "[12:00, 12:02) of A"; "events 1 to 3 of A". */
    Part window(String key, long start, long end) {
        return key.isEmpty() ? window(start, end) : Part.say("window.of-key", window(start, end), key);
    }

    private String windowText(long start, long end) {
        if (counts) return Part.say("window.events", start + 1, end).toString();
        if (!finite(start) || !finite(end)) return Part.say("window.global").toString();
        return clock.window(start, end);
    }

    /** An instant; a watermark before the first is "none yet", after the last "the end of the input". */
    String brief(long time) {
        if (time == Watermark.NONE || time < LEAST) return Part.say("time.none").toString();
        return finite(time) ? clock.brief(time) : Part.say("time.end").toString();
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
}
