package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.event.Event;
import millrace.operator.Files;

/**
 * Runs of a whole design, as lines "12:00:10 sink value value": step by step, in one go, watched by a recorder, and with everything
 * saved and restored into a new simulation between any two steps. All must give the same rows, and the same hash after each step.
 */
public final class DesignRuns {
    private DesignRuns() {}

    /** The rows at all sinks; the fields of each, an absent one as "-". */
    public static List<String> rows(Design design) {
        var compiled = Compiler.compile(design, Files.NONE);
        assertEquals(List.of(), compiled.problems());
        return rows(compiled.value().orElseThrow());
    }

    static List<String> rows(Plan plan) {
        List<String> rows = new ArrayList<>();
        List<Long> hashes = new ArrayList<>();
        Simulation plain = new Simulation(plan, null, outlet(plan, rows));
        while (plain.step())
            hashes.add(plain.hash());
        assertEquals(rows, InOneGo.rows(plan, plain, to -> outlet(plan, to)),
                "nobody looked between two steps, and the run was another");
        assertEquals(rows, watched(plan, hashes), "a recorder changed the run");
        assertEquals(rows, interrupted(plan, hashes), "saving and restoring changed the run");
        return rows;
    }

    private static List<String> watched(Plan plan, List<Long> hashes) {
        List<String> seen = new ArrayList<>();
        Simulation simulation = new Simulation(plan, new CountersRecorder(), outlet(plan, seen));
        for (long hash : hashes) {
            simulation.step();
            if (simulation.hash() != hash) fail("watched, another state after step " + simulation.steps());
        }
        return seen;
    }

    private static List<String> interrupted(Plan plan, List<Long> hashes) {
        List<String> seen = new ArrayList<>();
        Simulation simulation = new Simulation(plan, null, outlet(plan, seen));
        for (long hash : hashes) {
            Keyframe keyframe = simulation.save();
            simulation.step();
            long after = simulation.hash();
            Simulation other = new Simulation(plan, null, Outlet.NONE);
            other.restore(keyframe);
            other.step();
            if (other.hash() != hash || after != hash) fail("restored, another state after step " + other.steps());
            simulation = new Simulation(plan, null, outlet(plan, seen));
            simulation.restore(other.save());
        }
        return seen;
    }

    private static Outlet outlet(Plan plan, List<String> to) {
        return (node, now, event) -> to
                .add(plan.clock().format(now) + " " + plan.nodes().get(node).id() + text(event));
    }

    private static String text(Event event) {
        StringBuilder text = new StringBuilder();
        for (int f = 0; f < event.schema.fields().size(); f++)
            text.append(' ').append(event.value(f) == null ? "-" : event.value(f));
        return text.toString();
    }
}
