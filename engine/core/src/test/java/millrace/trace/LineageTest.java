package millrace.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import millrace.event.Event;
import millrace.event.Timing;
import millrace.operator.WindowSpec;
import org.junit.jupiter.api.Test;

/** Which events stand behind a result, and which results stand on an event. */
class LineageTest {
    private static Fact.Fired last(Trace trace) {
        return (Fact.Fired) trace.fact(trace.previous(java.util.Set.of(FactKind.FIRED), trace.size()));
    }

    private static List<Long> values(List<Event> events) {
        return events.stream().map(e -> e.num(e.schema.nums() - 1)).toList();
    }

    @Test
    void aPaneHoldsTheEventsOfItsWindow() {
        Trace trace = HandFed.lateArrivals().trace();
        Lineage lineage = new Lineage(trace);
        assertEquals(List.of(3L, 8L, 1L), values(lineage.parents(last(trace).event().id)));
        Event five = trace.event(1).orElseThrow();
        assertEquals(List.of(5L, 14L), values(lineage.children(five.id)));
        assertEquals(List.of(), lineage.parents(five.id));
    }

    @Test
    void aMergedSessionHoldsTheEventsOfAll() {
        Trace trace = HandFed.sessions().trace();
        Lineage lineage = new Lineage(trace);
        Fact.Fired merged = last(trace);
        assertEquals(3, lineage.ancestors(merged.event().id).size());
        assertEquals(2, lineage.descendants(1).size());
        assertTrue(lineage.descendants(1).stream().anyMatch(e -> e.id == merged.event().id));
    }

    @Test
    void aRetractionComesFromWhatItTakesBack() {
        HandFed h = new HandFed(new WindowSpec.Tumbling(60_000, 0), 60_000);
        Event one = h.at("12:05:01").added("12:05:01", 3, "12:05", "12:06");
        h.at("12:06:00").watermark("12:06").fired("12:05", "12:06", Timing.ON_TIME, 0, 3);
        Event two = h.at("12:06:10").added("12:05:30", 4, "12:05", "12:06");
        Event back = h.fired("12:05", "12:06", Timing.LATE, 1, 3, true);
        Event pane = h.fired("12:05", "12:06", Timing.LATE, 1, 7);
        Lineage lineage = new Lineage(h.trace());
        assertEquals(List.of(3L), values(lineage.parents(back.id)));
        assertEquals(List.of(3L, 4L), values(lineage.parents(pane.id)));
        assertEquals(3, lineage.children(one.id).size());
        assertEquals(1, lineage.children(two.id).size());
    }

    @Test
    void bothDirectionsAgree() {
        long seed = 7;
        for (Trace trace : List.of(RandomFeed.tumbling(new Random(seed), 1500),
                RandomFeed.sessions(new Random(seed), 1500))) {
            Lineage lineage = new Lineage(trace);
            int checked = 0;
            for (long id = 1; trace.event(id).isPresent(); id++) {
                Event event = trace.event(id).get();
                for (Event parent : lineage.parents(id)) {
                    checked++;
                    assertTrue(lineage.children(parent.id).stream().anyMatch(c -> c.id == event.id),
                            "seed " + seed + ": " + parent + " of " + event);
                }
                for (Event child : lineage.children(id))
                    assertTrue(lineage.parents(child.id).stream().anyMatch(p -> p.id == event.id),
                            "seed " + seed + ": " + child + " from " + event);
            }
            assertTrue(checked > 100, "checked " + checked);
        }
    }

    /** In whole runs: what a pane says is the sum of what it came from, whatever the windows and the mode. */
    @Test
    void aPaneSaysTheSumOfItsParents() {
        String early = "\"early\":{\"kind\":\"count\",\"count\":3},\"lateness\":\"4 s\",\"aggregates\":[\"sum of value\"]";
        for (String mode : List.of("accumulating", "discarding", "retracting")) {
            for (String window : List.of("tumbling \"size\":\"5 s\"", "sliding \"size\":\"6 s\",\"slide\":\"2 s\"",
                    "session \"gap\":\"1 s\"", "cumulate \"size\":\"6 s\",\"step\":\"2 s\"")) {
                String[] parts = window.split(" ", 2);
                String settings = "{" + parts[1] + "," + early + ",\"accumulation\":\"" + mode + "\"}";
                check(Curriculum.run(Curriculum.random(250, 11, parts[0], settings)), parts[0] + " " + mode);
            }
        }
        check(Curriculum.run(Curriculum.random(200, 12, "count-window",
                "{\"size\":5,\"slide\":2,\"aggregates\":[\"sum of value\"]}")), "count");
    }

    private static void check(Run run, String what) {
        Lineage lineage = new Lineage(run.trace());
        List<Fact.Fired> panes = run.trace()
                .facts()
                .filter(Fact.Fired.class::isInstance)
                .map(Fact.Fired.class::cast)
                .toList();
        assertTrue(panes.size() > 50, what);
        for (Fact.Fired pane : panes) {
            List<Event> parents = lineage.parents(pane.event().id);
            long sum = parents.stream().mapToLong(e -> (long) e.value(1)).sum();
            assertEquals(pane.event().value(3), sum, what + ": " + pane);
            for (Event parent : parents)
                assertTrue(lineage.children(parent.id).stream().anyMatch(c -> c.id == pane.event().id), what + pane);
        }
    }
}
