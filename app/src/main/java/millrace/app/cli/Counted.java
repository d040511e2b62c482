package millrace.app.cli;

import millrace.compile.Plan;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.operator.Work;

/** Which nodes deal in windows that count, whose bounds are numbers of events and not times. */
final class Counted {
    private Counted() {}

    /** By node: it counts itself, or what comes to it was made by one that does. */
    static boolean[] nodes(Plan plan) {
        boolean[] counted = new boolean[plan.nodes().size()];
        for (int n = 0; n < counted.length; n++) {
            int node = n;
            counted[n] = plan.nodes().get(n).work() instanceof Work.Transform(WindowOperator w)
                    ? w.window() instanceof WindowSpec.Count
                    : plan.wires().stream().anyMatch(wire -> wire.to() == node && counted[wire.from()]);
        }
        return counted;
    }
}
