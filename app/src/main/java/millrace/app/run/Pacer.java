package millrace.app.run;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import millrace.compile.Plan;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/**
 * Says how long each step of a run is to be seen, so that each cause can be followed: what happens at one instant comes
 * one step after the other. A step takes time where something goes over a wire that has no transit time of its own.
 */
public final class Pacer {
    /** From this speed on things on wires are only counted, and nothing is paced. */
    static final double TOO_FAST = 32;
    /** On its wire an element is seen this long at the speed of the clock, ms of real time. */
    static final double TRAVEL = 260;
    /** An instant takes no more than this at the speed of the clock, ms of real time. */
    static final double LONGEST = 4_000;

    private final Trace trace;
    private final Map<String, Long> transits = new HashMap<>();
    private Instant instant = new Instant(Long.MIN_VALUE, 0, 0, 0);

    /** All rows of one instant, and how many of its steps take time. */
    private record Instant(long at, int from, int to, int beats) {}

    public Pacer(Trace trace) {
        this.trace = trace;
        for (Plan.PlanWire wire : trace.plan().wires())
            transits.put(wire.id(), wire.transit());
    }

    /** The first row of what happens after an instant, if anything does. */
    int next(long time) {
        return trace.rowsUntil(time);
    }

    boolean hasRow(int row) {
        return row < trace.size();
    }

    long at(int row) {
        return trace.at(row);
    }

    /** Where the instant of a row ends. */
    int ends(int row) {
        return instant(row).to;
    }

    /** Whether anything is to be followed at the instant of a row. */
    boolean follows(int row) {
        return instant(row).beats > 0;
    }

    /** Where the step of a row ends, within its instant. */
    int stepEnd(int row) {
        int to = row + 1;
        while (to < trace.size() && trace.step(to) == trace.step(row) && trace.at(to) == trace.at(row))
            to++;
        return to;
    }

    /** How long the step that begins in a row is seen, ms of real time; the faster the clock, the shorter. */
    double beat(int row, double speed) {
        if (!travels(row, stepEnd(row))) return 0;
        double longest = LONGEST / Math.max(1, instant(row).beats);
        return Math.min(TRAVEL, longest) / Math.max(1, Math.sqrt(speed));
    }

    Set<String> nodes(int from, int to) {
        Set<String> nodes = new LinkedHashSet<>();
        for (int row = from; row < to; row++)
            nodes.add(trace.node(row));
        return nodes;
    }

    private boolean travels(int from, int to) {
        for (int row = from; row < to; row++) {
            boolean over = trace.kind(row) == FactKind.DELIVERED && trace.fact(row) instanceof Fact.Delivered d
                    && transits.getOrDefault(d.wire(), 1L) == 0;
            if (over) return true;
        }
        return false;
    }

    private Instant instant(int row) {
        long at = trace.at(row);
        if (instant.at != at) instant = read(at);
        return instant;
    }

    private Instant read(long at) {
        int from = trace.rowsUntil(at - 1);
        int to = trace.rowsUntil(at);
        int beats = 0;
        for (int row = from; row < to; row = stepEnd(row))
            beats += travels(row, stepEnd(row)) ? 1 : 0;
        return new Instant(at, from, to, beats);
    }
}
