package millrace.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.design.Durations;
import millrace.design.Node;
import millrace.design.Value;
import millrace.event.Timing;
import millrace.operator.Files;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import millrace.trace.Trace;

/**
 * Completeness against latency: the same design with other bounds of its watermarks. The longer one waits, the fewer events come
 * late and the later are the answers (Akidau et al., "The Dataflow Model", VLDB 2015, section 1).
 */
public final class BoundSweep {
    /**
     * @param bound of all sources whose watermark is bounded, ms
     * @param events that came to the window node
     * @param late of these, added late or dropped
     * @param delay from the end of a window to its on-time pane, ms, in the mean; 0 if there was none
     */
    public record Point(long bound, long events, long late, long delay) {
        /** Share of the events that came in time, 0 to 1; 1 if there were none. */
        public double complete() {
            return events == 0 ? 1 : 1 - (double) late / events;
        }
    }

    private BoundSweep() {}

    /** Whether the design has a bound to vary. */
    public static boolean has(Design design) {
        return design.nodes().stream().anyMatch(n -> bound(n).isPresent());
    }

    /**
     * A point for each bound that gives a run, in the order of the bounds.
     *
     * @param node a window node
     * @param goOn asked before each run and while it runs; false ends the sweep with what there is
     */
    public static List<Point> of(Design design, Files files, String node, List<Long> bounds, BooleanSupplier goOn) {
        List<Point> points = new ArrayList<>();
        for (long bound : bounds) {
            if (!goOn.getAsBoolean()) break;
            Compiler.compile(with(design, bound), files)
                    .value()
                    .map(plan -> Run.of(plan, progress -> goOn.getAsBoolean()))
                    .filter(run -> run.ending() != Run.Ending.CANCELLED)
                    .ifPresent(run -> points.add(point(run.trace(), node, bound)));
        }
        return List.copyOf(points);
    }

    private static Optional<Value> bound(Node node) {
        return node.settings().at("watermark.bound");
    }

    /** The bound of the first node that has one, ms; empty if there is none or others have other bounds. */
    public static OptionalLong present(Design design) {
        List<Value> all = design.nodes().stream().flatMap(n -> bound(n).stream()).distinct().toList();
        return all.size() == 1 && all.getFirst() instanceof Value.Text t ? Durations.parse(t.text())
                : OptionalLong.empty();
    }

    /** The design with another bound, wherever it has one. */
    public static Design with(Design design, long bound) {
        Value value = Value.of(Durations.format(bound));
        return design.withNodes(design.nodes()
                .stream()
                .map(n -> bound(n).isPresent() ? n.withSettings(n.settings().withAt("watermark.bound", value)) : n)
                .toList());
    }

    private static Point point(Trace trace, String node, long bound) {
        long dropped = trace.rows(node, FactKind.DROPPED).size();
        long lateAdded = trace.rows(node, FactKind.ADDED)
                .stream()
                .mapToObj(trace::fact)
                .filter(f -> f instanceof Fact.Added a && a.late())
                .count();
        long delay = Math.round(trace.rows(node, FactKind.FIRED)
                .stream()
                .mapToObj(trace::fact)
                .filter(f -> f instanceof Fact.Fired p && p.pane().timing() == Timing.ON_TIME && !p.pane().retraction())
                .mapToLong(f -> f instanceof Fact.Fired p ? p.at() - p.pane().end() : 0)
                .average()
                .orElse(0));
        return new Point(bound, trace.rows(node, FactKind.ADDED).size() + dropped, lateAdded + dropped, delay);
    }
}
