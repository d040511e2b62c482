package millrace.app.truth;

import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import millrace.app.look.TimeAxis;
import millrace.app.pane.Shown;
import millrace.measure.BoundSweep;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/**
 * Completeness against latency, as far as it is known.
 *
 * @param bounds that are tried, ms
 * @param points in the order of the bounds; fewer while it is being made
 * @param present the bound of the design
 */
record Sweep(List<Long> bounds, List<BoundSweep.Point> points, OptionalLong present) {
    private static final double MOST = 7;
    private static final int LOOKED_AT = 200_000;

    Sweep {
        bounds = List.copyOf(bounds);
        points = List.copyOf(points);
    }

    boolean whole() {
        return points.size() == bounds.size();
    }

    /** Runs the design once for each bound, and tells after each what there is. */
    static void make(Shown shown, String node, BooleanSupplier goOn, Consumer<Sweep> ready) {
        List<Long> bounds = bounds(shown);
        OptionalLong present = BoundSweep.present(shown.design());
        java.util.ArrayList<BoundSweep.Point> points = new java.util.ArrayList<>();
        for (long bound : bounds) {
            points.addAll(BoundSweep.of(shown.design(), shown.files(), node, List.of(bound), goOn));
            if (!goOn.getAsBoolean()) return;
            ready.accept(new Sweep(bounds, points, present));
        }
    }

    /** In even steps from none to what would lose nothing, and the present one. */
    static List<Long> bounds(Shown shown) {
        long most = Math.max(1_000, disorder(shown.run().trace()));
        long step = new TimeAxis(0, most, 0, MOST).step(1);
        SequencedSet<Long> bounds = new TreeSet<>();
        for (long bound = 0; bound < most + step; bound += step)
            bounds.add(bound);
        BoundSweep.present(shown.design()).ifPresent(bounds::add);
        return List.copyOf(bounds);
    }

    /** How far an event is behind the newest before it, at the most; ms. */
    private static long disorder(Trace trace) {
        long newest = Long.MIN_VALUE;
        long most = 0;
        for (int row : trace.rows(FactKind.EMITTED).stream().limit(LOOKED_AT).toArray()) {
            if (!(trace.fact(row) instanceof Fact.Emitted e)) continue;
            newest = Math.max(newest, e.event().time);
            most = Math.max(most, newest - e.event().time);
        }
        return most;
    }
}
