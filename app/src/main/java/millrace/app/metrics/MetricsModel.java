package millrace.app.metrics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import millrace.app.look.Figures;
import millrace.app.look.TimeAxis;
import millrace.design.Clock;
import millrace.design.Durations;
import millrace.measure.Metrics;
import millrace.measure.Metrics.Point;
import millrace.trace.Run;
import millrace.trace.Timeline;

/**
 * What the metrics of a run show. Times are ms of processing time.
 *
 * @param span one value of each series stands for so long
 */
public record MetricsModel(Clock clock, long start, long end, long span, List<OfNode> nodes) {
    /** About so many values has a series at most. */
    private static final double MOST = 45;

    public enum Kind {
        THROUGHPUT,
        LAG,
        STATE,
        WAITING
    }

    /** A node's series, in the order of {@link Kind}; and what it dropped as late, per second. */
    public record OfNode(String node, List<Series> series, Series dropped) {
        public OfNode {
            series = List.copyOf(series);
        }

        public Series of(Kind kind) {
            return series.get(kind.ordinal());
        }
    }

    /** Values at the ends of spans; NaN where there is none. */
    public record Series(double[] values) {
        public double most() {
            return java.util.Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(0);
        }

        /** Whether there is anything to see. */
        public boolean known() {
            return java.util.Arrays.stream(values).anyMatch(v -> !Double.isNaN(v));
        }
    }

    public MetricsModel {
        nodes = List.copyOf(nodes);
    }

    /** Reads a run; may be called on any thread. Empty: nobody waits for it. */
    static Optional<MetricsModel> of(Run run, BooleanSupplier goOn) {
        return Metrics.every(new Timeline(run), span(run), goOn)
                .map(m -> new MetricsModel(run.plan().clock(), run.start(), run.end(), m.span(),
                        m.nodes().stream().map(n -> node(n, m.span())).toList()));
    }

    /** A length that people like to read. */
    private static long span(Run run) {
        double length = Math.max(1, run.end() - run.start());
        return new TimeAxis(0, length, 0, MOST).step(1);
    }

    private static OfNode node(Metrics.OfNode node, long span) {
        double perSecond = 1000.0 / span;
        List<Series> series = Stream.<ToDoubleFunction<Point>>of(p -> p.events() * perSecond,
                p -> p.lag().isPresent() ? p.lag().getAsLong() : Double.NaN, Point::size, Point::waiting)
                .map(f -> series(node, f))
                .toList();
        return new OfNode(node.node(), series, series(node, p -> p.dropped() * perSecond));
    }

    private static Series series(Metrics.OfNode node, ToDoubleFunction<Point> value) {
        return new Series(node.points().stream().mapToDouble(value).toArray());
    }

    /** The last span that is over at an instant; -1 before the first is. */
    public int at(long time) {
        long spans = Math.floorDiv(time - start, span);
        int most = nodes.isEmpty() ? 0 : nodes.getFirst().series().getFirst().values().length;
        return (int) Math.clamp(time >= end ? most : spans, 0, most) - 1;
    }

    /** The value at an instant; empty if there is none. */
    public OptionalDouble value(Series series, long time) {
        int at = at(time);
        return at < 0 || Double.isNaN(series.values()[at]) ? OptionalDouble.empty()
                : OptionalDouble.of(series.values()[at]);
    }

    /** A value as it is read: "2.5/s", "4 s", "17". */
    public static String text(Kind kind, double value) {
        return switch (kind) {
            case THROUGHPUT -> Figures.compact(value) + "/s";
            case LAG -> Durations.format(Math.abs(value) < 10_000 ? Math.round(value)
                    : Math.round(value / 1000) * 1000);
            case STATE, WAITING -> Figures.compact(value);
        };
    }

    /** When the span of a place is over. */
    public long over(int place) {
        return start + (place + 1) * span;
    }

    /** The largest of a kind in any node: the rows have one scale, so that they can be held against each other. */
    public double most(Kind kind) {
        return IntStream.range(0, nodes.size()).mapToDouble(i -> nodes.get(i).of(kind).most()).max().orElse(0);
    }
}
