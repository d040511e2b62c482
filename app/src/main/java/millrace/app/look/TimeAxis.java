package millrace.app.look;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import millrace.app.text.Texts;
import millrace.design.Clock;

/**
 * A stretch of time laid along a line of the screen: {@code from} is at {@code start} px, {@code to} at {@code end} px
 * (which may be the smaller: processing time grows upwards). Times are ms.
 */
public record TimeAxis(double from, double to, double start, double end) {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    /** The distances between ticks that people like to read. */
    private static final long[] STEPS = {1, 2, 5, 10, 20, 50, 100, 200, 500, SECOND, 2 * SECOND, 5 * SECOND,
        10 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE,
        30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY,
        91 * DAY, 182 * DAY, 365 * DAY, 1826 * DAY, 3652 * DAY, 18262 * DAY, 36525 * DAY};
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(Texts.of("look.date"), Texts.language());
    /** At most this share of a run's span is left empty before and after it for the sake of round times. */
    private static final double WASTE = 0.1;
    private static final double WASTE_AFTER = 0.15;
    private static final int MOST_TICKS = 400;

    /** A labelled place on the axis. */
    public record Tick(long time, double px, String label) {}

    public TimeAxis {
        if (!(to > from)) throw new IllegalArgumentException("an axis needs a span: " + from + " to " + to);
    }

    /** Where an instant lies, px; also beyond the ends. */
    public double px(double time) {
        return start + (time - from) / (to - from) * (end - start);
    }

    /** The instant at a place, ms; also beyond the ends. */
    public double time(double px) {
        return from + (px - start) / (end - start) * (to - from);
    }

    /** The whole millisecond nearest to a place. */
    public long millis(double px) {
        return Math.round(time(px));
    }

    public boolean shows(double time) {
        return time >= from && time <= to;
    }

    /** How many px one ms takes. */
    public double density() {
        return Math.abs(end - start) / (to - from);
    }

    /** The same stretch of time laid elsewhere. */
    public TimeAxis laid(double newStart, double newEnd) {
        return new TimeAxis(from, to, newStart, newEnd);
    }

    /** Zoomed so that the instant under {@code atPx} stays there; {@code factor} above 1 shows less time, at least 20 ms. */
    public TimeAxis zoomed(double atPx, double factor) {
        double fixed = time(atPx);
        double span = Math.clamp((to - from) / factor, 20, 4e15);
        double share = (fixed - from) / (to - from);
        return new TimeAxis(fixed - share * span, fixed + (1 - share) * span, start, end);
    }

    /** Moved as if the paper under it were dragged by that many px. */
    public TimeAxis panned(double px) {
        double by = time(start) - time(start + px);
        return new TimeAxis(from + by, to + by, start, end);
    }

    /** The distance between ticks that leaves at least {@code room} px for each, ms. */
    public long step(double room) {
        for (long step : STEPS) {
            if (step * density() >= room) return step;
        }
        return STEPS[STEPS.length - 1];
    }

    /** Ticks at least {@code room} px apart, with their times as the design's clock writes them. */
    public List<Tick> ticks(Clock clock, double room) {
        long step = step(room);
        List<Tick> ticks = new ArrayList<>();
        for (long t = Math.ceilDiv((long) Math.ceil(from), step) * step; t <= to
                && ticks.size() < MOST_TICKS; t += step)
            ticks.add(new Tick(t, px(t), label(t, step, clock)));
        return ticks;
    }

    private static String label(long time, long step, Clock clock) {
        boolean midnight = Math.floorMod(time, DAY) == 0;
        boolean otherDay = Math.floorDiv(time, DAY) != Math.floorDiv(clock.start(), DAY);
        if (step >= DAY || midnight && otherDay) return day(time, clock);
        return timeOfDay(time);
    }

    /** "15 Jan", or "day 2" where the design has no dates. */
    public static String day(long time, Clock clock) {
        long day = Math.floorDiv(time, DAY);
        if (clock.dated()) return LocalDate.ofEpochDay(day).format(DATE);
        return Texts.of("look.day", day - Math.floorDiv(clock.start(), DAY) + 1);
    }

    /** "12:02", "12:02:30", "12:02:30.250": without the day. */
    public static String timeOfDay(long time) {
        return new Clock(time, false).brief(time);
    }

    /** An instant as a tag beside the axis says it: without fractions of a second where a pixel is many of them. */
    public String tag(long time, Clock clock) {
        boolean fine = density() > 1 / 25.0;
        long shown = fine ? time : Math.floorDiv(time, SECOND) * SECOND;
        boolean otherDay = Math.floorDiv(time, DAY) != Math.floorDiv(clock.start(), DAY);
        return otherDay ? day(time, clock) + " " + new Clock(shown, false).format(shown) : clock.format(shown);
    }

    /** A stretch that shows {@code from} to {@code to} with a little room after it, both ends on round times. */
    public static TimeAxis around(long from, long to, double px, double room) {
        double span = Math.max(to - from, 20);
        TimeAxis rough = new TimeAxis(from, from + span, 0, Math.max(px, 1));
        double first = from;
        double last = from + span * 1.03;
        for (double unit : new double[] {rough.step(room), rough.step(room / 4), rough.step(room / 16)}) {
            if (first == from || from - first > span * WASTE) first = Math.floor(from / unit) * unit;
            double end = Math.ceil((from + span * 1.03) / unit) * unit;
            if (last == from + span * 1.03 || last - from - span > span * WASTE_AFTER) last = end;
        }
        return new TimeAxis(first, last, 0, px);
    }

    /** Begun earlier where a time would lie nearer than so many px to the start. */
    public TimeAxis clear(long time, double px) {
        double share = px / Math.abs(end - start);
        if (share >= 1 || time < from || (time - from) / (to - from) >= share) return this;
        return new TimeAxis((time - share * to) / (1 - share), to, start, end);
    }
}
