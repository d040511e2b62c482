package millrace.simulation;

import java.util.List;
import millrace.compile.Recovery;
import millrace.compile.Recovery.Crash;
import millrace.compile.Recovery.Target;

/** Crashes nodes when the design says so: before anything else of that instant. */
final class CrashScript extends Agent {
    private final Simulation simulation;
    private final List<Crash> crashes;
    private int next;

    CrashScript(Simulation simulation, Recovery recovery, long start) {
        super(SCRIPT, 0);
        this.simulation = simulation;
        crashes = recovery.crashes().stream().filter(c -> c.at() >= start).toList();
        schedule();
    }

    private void schedule() {
        time = next < crashes.size() ? crashes.get(next).at() : NEVER;
    }

    @Override
    void due() {
        Crash crash = crashes.get(next++);
        long delay = crash.restartDelay().orElse(simulation.recovery().restartDelay());
        switch (crash.what()) {
            case Target.OfNode(int node) -> simulation.crash(node, delay);
            case Target.OfInstance(int node, int instance) -> simulation.crashOne(node, instance, delay);
            case Target.OfConsumer(int node, int output) -> simulation.crash(node, output, delay);
            case Target.OfCoordinator() -> simulation.crashCoordinator(delay);
        }
        schedule();
    }

    int save() {
        return next;
    }

    void restore(int saved) {
        next = saved;
        schedule();
    }
}
