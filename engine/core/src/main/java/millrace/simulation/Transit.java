package millrace.simulation;

import millrace.operator.SourceSpec.Delay;

/** Draws how long a generator's events are on their way. Immutable. */
final class Transit {
    private final Delay delay;
    /** The longest that an event may be on its way, ms: what keeps the number of those in flight bounded. */
    private final long most;

    Transit(Delay delay, long most) {
        this.delay = delay;
        this.most = most;
    }

    /** When an event that happens at {@code time} arrives. */
    long arrival(long time, RandomStream random) {
        return time + Math.clamp(arrival(delay, time, random) - time, 0, most);
    }

    private static long arrival(Delay delay, long time, RandomStream random) {
        return switch (delay) {
            case Delay.Constant(long constant) -> time + constant;
            case Delay.Uniform(long from, long to) -> time + random.between(from, to);
            case Delay.Normal(double mean, double deviation) -> time + whole(mean + deviation * random.normal());
            case Delay.Exponential(double mean) -> time + whole(mean * random.exponential());
            case Delay.Pareto(double scale, double shape) -> time + whole(scale * random.pareto(shape));
            case Delay.Outage(long from, long to, Delay usual) -> {
                long otherwise = arrival(usual, time, random);
                yield from <= time && time < to ? to : otherwise;
            }
        };
    }

    /** Rounded, and kept so small that no sum with a time overflows. */
    private static long whole(double delay) {
        return Math.round(Math.min(delay, Long.MAX_VALUE / 4.0));
    }

    /** No event that happens at {@code time} or later arrives before this. */
    long earliest(long time) {
        return Math.min(earliest(delay, time), time + most);
    }

    private static long earliest(Delay delay, long time) {
        return switch (delay) {
            case Delay.Constant(long constant) -> time + Math.max(0, constant);
            case Delay.Uniform(long from, long to) -> time + Math.max(0, from);
            case Delay.Normal normal -> time;
            case Delay.Exponential exponential -> time;
            case Delay.Pareto(double scale, double shape) -> time + Math.max(0, whole(Math.floor(scale)));
            case Delay.Outage(long from, long to, Delay usual) -> {
                long otherwise = earliest(usual, time);
                yield time < to ? Math.min(otherwise, Math.max(time, to)) : otherwise;
            }
        };
    }
}
