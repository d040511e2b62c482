package millrace.app.cli;

import java.util.List;
import millrace.compile.Plan;
import millrace.operator.SourceSpec;
import millrace.operator.Work;

/** Where a run is cut that would never end by itself: an hour after its start, as on the screen. */
final class Horizon {
    private static final long HOUR = 3_600_000;

    private Horizon() {}

    /** Ids of the sources that never end, in a run that is not cut; none otherwise. */
    static List<String> endless(Plan plan) {
        if (plan.until() != Long.MAX_VALUE) return List.of();
        return plan.nodes().stream().filter(n -> endless(n.work())).map(Plan.PlanNode::id).toList();
    }

    private static boolean endless(Work work) {
        return work instanceof Work.Source(SourceSpec.Generator g) && g.count() == Long.MAX_VALUE;
    }

    /** The design, cut if it would never end. */
    static Opened cut(Opened design) {
        Plan plan = design.plan();
        if (endless(plan).isEmpty()) return design;
        return new Opened(design.file(), plan.until(plan.clock().start() + HOUR));
    }

    /** Says where the run of such a design was cut, and how to have it otherwise. */
    static void tell(Opened design, Console console) {
        List<String> endless = endless(design.plan());
        if (endless.isEmpty()) return;
        Plan cut = cut(design).plan();
        console.say(String.join(", ", endless) + (endless.size() == 1 ? " never ends" : " never end")
                + ", so the run was cut at " + cut.clock().format(cut.until()) + ": set another end with --until TIME");
    }
}
