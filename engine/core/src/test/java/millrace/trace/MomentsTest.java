package millrace.trace;

import static millrace.trace.HandFed.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.trace.NodeMoment.WindowView.State;
import org.junit.jupiter.api.Test;

/** What is to be seen at a moment, against the nine scores and against a fold of all facts from the beginning. */
class MomentsTest {
    private static NodeMoment.Window by2(Trace trace, String at) {
        return (NodeMoment.Window) new Moments(trace).at(time(at)).node("by2").orElseThrow();
    }

    @Test
    void windowsFillAndAreKeptForTheLate() {
        Trace trace = HandFed.lateArrivals().trace();
        NodeMoment.Window before = by2(trace, "12:08:10");
        assertEquals(4, before.openCount());
        assertEquals(List.of(State.KEPT, State.KEPT, State.KEPT, State.OPEN),
                before.windows().stream().map(NodeMoment.WindowView::state).toList());
        assertEquals(1, before.windows().get(0).count());
        assertEquals(5L, before.windows().get(0).lastPane().orElseThrow().event().value(2));
        NodeMoment.Window after = by2(trace, "12:08:19");
        assertEquals(2, after.windows().get(0).contents().size());
        assertTrue(after.windows().get(0).contents().get(1).late());
        assertEquals(Timing.LATE, after.windows().get(0).lastPane().orElseThrow().pane().timing());
        assertEquals(1, after.lateAdded());
        assertEquals(time("12:06:56"), after.watermark());
        NodeMoment.Window end = by2(trace, "12:09:22");
        assertEquals(0, end.openCount());
        assertEquals(10, end.panes());
        assertTrue(end.windows().stream().allMatch(w -> w.state() == State.EXPIRED));
        assertEquals(Watermark.FINAL, end.watermark());
    }

    @Test
    void aDroppedEventTravelsToTheLateSink() {
        Trace trace = HandFed.lateDropped().trace();
        Moment moment = new Moments(trace).at(time("12:08:20"));
        Moment.Travelling nine = moment.travelling().get(0);
        assertEquals("by2.late -> too-late.in", nine.wire());
        assertEquals(time("12:08:22"), nine.due());
        assertTrue(nine.late());
        assertEquals(1, by2(trace, "12:08:20").dropped());
        assertEquals(0, new Moments(trace).at(time("12:08:22")).travelling().size());
        assertEquals(0, new Moments(trace).at(time("12:08:18")).travelling().size());
    }

    @Test
    void sourcesAndSinksCount() {
        Trace trace = HandFed.lateArrivals().trace();
        Moment moment = new Moments(trace).at(time("12:08:25"));
        NodeMoment.Source scores = (NodeMoment.Source) moment.node("scores").orElseThrow();
        assertEquals(7, scores.sent());
        assertEquals(9, scores.total());
        assertEquals(time("12:08:39"), scores.next().orElseThrow());
        NodeMoment.Sink totals = (NodeMoment.Sink) moment.node("totals").orElseThrow();
        assertEquals(8, totals.count());
        assertEquals(14L, totals.latest().get(0).event().value(2));
    }

    @Test
    void beforeTheRunThereIsNothing() {
        Moment moment = new Moments(HandFed.lateArrivals().trace()).at(time("12:05:00"));
        assertEquals(0, moment.facts());
        assertEquals(0, moment.step());
        assertEquals(Watermark.NONE, moment.nodes().get(1).watermark());
    }

    @Test
    void anyMomentEqualsTheFoldOfAllFactsBeforeIt() {
        long seed = 20_261_122;
        Random random = new Random(seed);
        for (Trace trace : List.of(HandFed.lateArrivals().trace(), HandFed.lateDropped().trace(),
                HandFed.sessions().trace(), RandomFeed.tumbling(random, 3000), RandomFeed.sessions(random, 3000))) {
            Moments moments = new Moments(trace);
            for (int i = 0; i < 100; i++) {
                int row = random.nextInt(trace.size() + 1);
                assertEquals(Fold.of(trace, row), moments.atRow(row).node("by2").map(Fold::summary).orElseThrow(),
                        "seed " + seed + ", row " + row);
            }
        }
    }

    @Test
    void anyMomentOfAWholeRunEqualsTheFold() {
        long seed = 41;
        Random random = new Random(seed);
        String rest = ",\"lateness\":\"4 s\",\"aggregates\":[\"count\"],\"accumulation\":\"retracting\"}";
        for (String window : List.of("tumbling {\"size\":\"5 s\"", "sliding {\"size\":\"6 s\",\"slide\":\"2 s\"",
                "session {\"gap\":\"1 s\"")) {
            String[] parts = window.split(" ", 2);
            Run run = Curriculum.run(Curriculum.random(300, seed, parts[0], parts[1] + rest));
            Moments moments = new Moments(run.trace());
            for (int i = 0; i < 60; i++) {
                int row = random.nextInt(run.trace().size() + 1);
                assertEquals(Fold.of(run.trace(), "window", row),
                        moments.atRow(row).node("window").map(Fold::summary).orElseThrow(),
                        "seed " + seed + ", " + parts[0] + ", row " + row);
            }
        }
    }
}
