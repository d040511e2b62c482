package millrace.simulation;

import java.util.List;
import millrace.compile.Change;
import millrace.compile.Change.What;
import millrace.compile.Plan;
import millrace.compile.Recovery;
import millrace.operator.ChangeNote;

/** Changes settings when the design says so: before anything else of that instant, crashes too. */
final class ChangeScript extends Agent {
    private final Simulation simulation;
    private final Plan plan;
    private final List<Change> changes;
    private int next;
    private Recovery recovery;

    ChangeScript(Simulation simulation, Plan plan) {
        super(SCRIPT, -1);
        this.simulation = simulation;
        this.plan = plan;
        changes = plan.changes();
        recovery = plan.recovery();
        schedule();
    }

    private void schedule() {
        time = next < changes.size() ? changes.get(next).at() : NEVER;
    }

    /** What holds for checkpoints and crashes now. */
    Recovery recovery() {
        return recovery;
    }

    @Override
    void due() {
        Change change = changes.get(next++);
        switch (change.what()) {
            case What.OfNode(int node, var after, boolean work) -> simulation.change(node, change);
            case What.OfWire(int wire, var after) -> {
                tell(plan.wires().get(wire).to(), change);
                simulation.transit(wire, after.transit());
            }
            case What.OfRun(Recovery after) -> {
                recovery = after;
                tell(0, change);
                simulation.pipelines().forEach(p -> p.coordinator().reschedule());
            }
        }
        schedule();
    }

    private void tell(int node, Change change) {
        simulation.note(node, change.told(ChangeNote.State.KEPT));
    }

    int save() {
        return next;
    }

    void restore(int saved) {
        next = saved;
        recovery = plan.recovery();
        simulation.beginTransits();
        for (Change change : changes.subList(0, next))
            if (change.what() instanceof What.OfRun(Recovery after)) recovery = after;
            else if (change.what() instanceof What.OfWire(int wire, var after))
                simulation.transit(wire, after.transit());
        schedule();
    }
}
