package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import millrace.compile.Plan;

/** A run that nobody looks at between two steps does them within one another: it must be the same run. */
final class InOneGo {
    private InOneGo() {}

    /**
     * The rows of such a run; also if somebody looks at it now and then.
     *
     * @param stepped the same run at its end, done step by step
     */
    static List<String> rows(Plan plan, Simulation stepped, Function<List<String>, Outlet> outlet) {
        List<String> rows = new ArrayList<>();
        Simulation whole = new Simulation(plan, null, outlet.apply(rows));
        whole.run();
        assertSame(stepped, whole);
        assertEquals(rows, interrupted(plan, stepped, outlet), "looked at now and then, it is another");
        return rows;
    }

    private static List<String> interrupted(Plan plan, Simulation stepped, Function<List<String>, Outlet> outlet) {
        List<String> rows = new ArrayList<>();
        Simulation simulation = new Simulation(plan, null, outlet.apply(rows));
        while (simulation.run(7)) {
            Keyframe keyframe = simulation.save();
            simulation = new Simulation(plan, null, outlet.apply(rows));
            simulation.restore(keyframe);
        }
        assertSame(stepped, simulation);
        return rows;
    }

    private static void assertSame(Simulation one, Simulation other) {
        assertEquals(one.steps(), other.steps(), "steps");
        assertEquals(one.events(), other.events(), "events");
        assertEquals(one.hash(), other.hash(), "state");
    }
}
