package millrace.app.cli;

import millrace.design.Clock;

/** Instants as the design's clock writes them; those before and after all time have none. */
final class Times {
    /** About the years 68 and 8300: what lies beyond is a bound of long, not a time. */
    private static final long LEAST = -60_000_000_000_000L;
    private static final long MOST = 200_000_000_000_000L;

    private Times() {}

    static boolean finite(long time) {
        return time >= LEAST && time <= MOST;
    }

    /** The instant in full, or "" beyond all times (the bounds of a global window). */
    static String exact(Clock clock, long time) {
        return finite(time) ? clock.full(time) : "";
    }

    /** The instant for a person, or "" beyond all times. */
    static String text(Clock clock, long time) {
        return finite(time) ? clock.format(time) : "";
    }

    /** "[12:00, 12:02)", "events 1 to 3", or "all" for a window without bounds. */
    static String window(Clock clock, SinkShape sink, long start, long end) {
        if (sink.counted()) return "events " + (start + 1) + " to " + end;
        return finite(start) && finite(end) ? clock.window(start, end) : "all";
    }
}
