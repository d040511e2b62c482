package millrace.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.operator.FaultNote;
import millrace.operator.JoinNote;
import millrace.simulation.Outlet;
import millrace.simulation.Simulation;
import org.junit.jupiter.api.Test;

/** What may never happen is noticed when it does. */
class InvariantsTest {
    private static Plan plan(String file) {
        Path path = Path.of("../../designs").resolve(file);
        return Compiler.compile(DesignReader.read(path).wholeDesign().orElseThrow(), DesignFolder.of(path))
                .value()
                .orElseThrow();
    }

    private static Invariants watched(Plan plan) {
        Invariants invariants = new Invariants(plan);
        new Simulation(plan, invariants, Outlet.NONE).run();
        return invariants;
    }

    private static Event event(Plan plan) {
        var schema = plan.nodes().getFirst().outputs().getFirst().schema();
        return new Event(1_000_000, plan.clock().start(), schema, schema.newNums(), schema.newRefs());
    }

    @Test
    void aRunBreaksNone() {
        assertEquals(Optional.empty(), watched(plan("events/first-stream.json")).broken());
    }

    @Test
    void aWatermarkThatGoesBack() {
        Plan plan = plan("events/first-stream.json");
        Invariants invariants = watched(plan);
        invariants.advanced(1, plan.clock().start());
        assertTrue(invariants.broken().orElseThrow().contains("goes back"));
    }

    @Test
    void afterACrashItMay() {
        Plan plan = plan("events/first-stream.json");
        Invariants invariants = watched(plan);
        invariants.noted(1, new FaultNote.Restored(1, false));
        invariants.advanced(1, plan.clock().start());
        assertEquals(Optional.empty(), invariants.broken());
    }

    @Test
    void anEventOfWhichNothingIsHeard() {
        Plan plan = plan("events/first-stream.json");
        Invariants invariants = watched(plan);
        invariants.delivered(0, 0, event(plan));
        assertTrue(invariants.broken().orElseThrow().contains("nothing more is heard"));
    }

    @Test
    void aWindowBehindTheWatermark() {
        Plan plan = plan("time/it-never-fires.json");
        Invariants invariants = new Invariants(plan);
        int window = plan.nodeNumber("ten");
        long start = plan.clock().start();
        invariants.moment(1, start);
        invariants.added(window, event(plan), null, start, start + 10_000, false, start);
        invariants.advanced(window, start + 10_000);
        assertTrue(invariants.broken().orElseThrow().contains("a window behind its watermark"));
    }

    @Test
    void anEventThatAJoinKeepsTooLong() {
        Plan plan = plan("joins/unpaid.json");
        Invariants invariants = new Invariants(plan);
        int join = plan.nodeNumber("paid");
        invariants.noted(join, new JoinNote.Kept(event(plan), 0, 1000));
        invariants.advanced(join, 1001);
        assertTrue(invariants.broken().orElseThrow().contains("behind its watermark"));
    }
}
