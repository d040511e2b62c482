package millrace.simulation;

import millrace.operator.SourceSpec.Generator;

/**
 * When a generator's events happen: evenly spaced at its rate, closer (or wider) within bursts. Milliseconds since the
 * start of the run; the first event happens at 0. Bursts begin at multiples of their period.
 */
final class Beat {
    /** No event happens any more: the rate is 0 for good. */
    static final double NEVER = Double.POSITIVE_INFINITY;
    private final double rate;
    private final double inBurst;
    private final long every;
    private final long lasts;

    Beat(Generator spec) {
        every = spec.burstEvery();
        lasts = every > 0 ? Math.min(spec.burstFor(), every) : 0;
        rate = lasts > 0 && lasts == every ? spec.rate() * spec.burstFactor() / 1000 : spec.rate() / 1000;
        inBurst = spec.rate() * spec.burstFactor() / 1000;
    }

    /** Events per millisecond when there are most. */
    double peak() {
        return lasts > 0 ? Math.max(rate, inBurst) : rate;
    }

    /** When the event after one at {@code time} happens. */
    double after(double time) {
        if (lasts == 0 || lasts == every) return rate > 0 ? time + 1 / rate : NEVER;
        double inPeriod = inBurst * lasts + rate * (every - lasts);
        double skipped = Math.max(0, Math.floor(1 / inPeriod) - 1);
        return after(time + skipped * every, 1 - skipped * inPeriod);
    }

    /** When {@code missing} more events have happened after {@code time}. */
    private double after(double time, double missing) {
        double at = time;
        double left = missing;
        double period = Math.floor(time / every) * every;
        while (true) {
            boolean burst = at < period + lasts;
            double now = burst ? inBurst : rate;
            double until = period + (burst ? lasts : every);
            if (now * (until - at) >= left) return at + left / now;
            left -= now * (until - at);
            at = until;
            if (!burst) period += every;
        }
    }
}
