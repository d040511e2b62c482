package millrace.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import millrace.event.Watermark;
import millrace.trace.FactKind;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;
import millrace.trace.Rows;
import millrace.trace.Timeline;
import millrace.trace.Trace;

/**
 * What an operator would watch on a wall: throughput, lag, size of state and queues of each node, over the whole run in spans
 * of equal length.
 *
 * @param start of the first span, ms of processing time
 * @param span length of each, ms, at least 1
 */
public record Metrics(long start, long span, List<OfNode> nodes) {
    public record OfNode(String node, List<Point> points) {
        public OfNode {
            points = List.copyOf(points);
        }
    }

    /**
     * A node in one span; what is no count is as it was at its end.
     *
     * @param at the end of the span, ms
     * @param events that came in (a source: that it put out) within it
     * @param dropped as late within it
     * @param lag from the watermark to the clock, ms; empty before the first watermark and after the last
     * @param size see {@link StateSize}
     * @param waiting events that wait before it to be taken
     */
    public record Point(long at, long events, long dropped, OptionalLong lag, long size, long waiting) {}

    public Metrics {
        nodes = List.copyOf(nodes);
    }

    /** @param spans how many, at least 1 */
    public static Metrics of(Timeline timeline, int spans) {
        long length = timeline.run().end() - timeline.run().start();
        return every(timeline, Math.max(1, Math.ceilDiv(length, (long) spans)), () -> true).orElseThrow();
    }

    /**
     * In spans of this length; the last may reach beyond the end of the run.
     *
     * @param goOn asked before each span; false: nothing is given
     */
    public static Optional<Metrics> every(Timeline timeline, long span, BooleanSupplier goOn) {
        long start = timeline.run().start();
        long spans = Math.max(1, Math.ceilDiv(timeline.run().end() - start, span));
        List<Moment> moments = new ArrayList<>();
        for (long i = 1; i <= spans; i++) {
            if (!goOn.getAsBoolean()) return Optional.empty();
            moments.add(timeline.at(start + i * span));
        }
        List<OfNode> nodes = timeline.run()
                .plan()
                .nodes()
                .stream()
                .map(n -> node(timeline.run().trace(), n.id(), start, span, moments))
                .toList();
        return Optional.of(new Metrics(start, span, nodes));
    }

    private static OfNode node(Trace trace, String node, long start, long span, List<Moment> moments) {
        Rows emitted = trace.rows(node, FactKind.EMITTED);
        Rows events = emitted.size() > 0 ? emitted : trace.received(node);
        Rows dropped = trace.rows(node, FactKind.DROPPED);
        List<Point> points = new ArrayList<>();
        int before = 0;
        for (Moment moment : moments) {
            int rows = moment.facts();
            points.add(point(moment, node, events.before(rows) - events.before(before),
                    dropped.before(rows) - dropped.before(before)));
            before = rows;
        }
        return new OfNode(node, points);
    }

    private static Point point(Moment moment, String node, long events, long dropped) {
        NodeMoment shown = moment.node(node).orElseThrow();
        return new Point(moment.time(), events, dropped, lag(shown.watermark(), moment.time()), StateSize.of(shown),
                moment.status(node).waiting());
    }

    private static OptionalLong lag(long watermark, long now) {
        boolean known = watermark != Watermark.NONE && watermark != Watermark.FINAL;
        return known ? OptionalLong.of(now - watermark) : OptionalLong.empty();
    }
}
