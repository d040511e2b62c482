package millrace.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import millrace.compile.Designs;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Value;
import millrace.explain.Explain;
import org.junit.jupiter.api.Test;

/** The designs of streams as batches: nothing leaves a window before its input is complete, and then one pane each. */
class BatchTest {
    private static Run run(Design design) {
        return Curriculum.run(design.withSettings(design.settings().with("mode", Value.of("batch"))));
    }

    private static Design set(Design design, String settings) {
        return design.change("window", w -> {
            Node changed = w;
            for (var e : Designs.group(settings).fields().entrySet())
                changed = changed.with(e.getKey(), e.getValue());
            return changed;
        });
    }

    private static List<String> panes(Run run) {
        var clock = run.plan().clock();
        return run.trace().facts().filter(Fact.Fired.class::isInstance).map(Fact.Fired.class::cast).map(f -> {
            boolean counted = f.pane().end() < 1000;
            String window = counted ? f.pane().start() + ".." + f.pane().end()
                    : clock.window(f.pane().start(), f.pane().end());
            return clock.format(f.at()) + " " + window + " " + f.event().value(2) + " " + f.pane().timing().word()
                    + (f.pane().first() && f.pane().last() ? "" : ", not the only one");
        }).toList();
    }

    @Test
    void onePaneForEachWindowAtTheEndWhateverTheTriggerAndTheWatermark() {
        List<String> four = List.of("12:09:22 [12:00, 12:02) 14 on time", "12:09:22 [12:02, 12:04) 18 on time",
                "12:09:22 [12:04, 12:06) 4 on time", "12:09:22 [12:06, 12:08) 12 on time");
        assertEquals(four, panes(run(Curriculum.lateArrivals("10 min"))));
        assertEquals(four, panes(run(Curriculum.lateArrivals("0 s", "retracting"))));
        assertEquals(four, panes(run(Curriculum.lateArrivals("0 s", "discarding"))));
        assertEquals(four, panes(run(Curriculum.perfectOrGuess(false))));
        assertEquals(0, run(Curriculum.lateArrivals("0 s")).trace().rows(FactKind.DROPPED).size());
    }

    @Test
    void anInputThatIsHeldOpenIsCompleteAllTheSame() {
        assertEquals(List.of("12:00:09 [12:00, 12:00:10) 9 on time"), panes(run(Curriculum.neverFires())));
    }

    @Test
    void windowsThatTheClockDecidesWaitToo() {
        Design tumbling = set(Curriculum.neverFires(), "{\"size\": \"5 s\", \"time\": \"processing\"}");
        assertEquals(List.of("12:00:09 [12:00, 12:00:05) 2 on time", "12:00:09 [12:00:05, 12:00:10) 7 on time"),
                panes(run(tumbling)));
        Design sessions = set(Curriculum.sessions("12:00:08", "20 s", "accumulating"), "{\"time\": \"processing\"}");
        assertEquals(List.of("12:00:40 [12:00, 12:00:10) 1 on time", "12:00:40 [12:00:15, 12:00:27) 2 on time",
                "12:00:40 [12:00:40, 12:00:50) 1 on time"), panes(run(sessions)));
    }

    @Test
    void windowsThatCountWaitToo() {
        assertEquals(List.of("12:00:05 0..2 5 on time", "12:00:05 1..4 15 on time", "12:00:05 3..6 15 on time"),
                panes(run(Curriculum.counting())));
        Run streamed = Curriculum.run(Curriculum.counting());
        assertEquals(List.of("12:00:02 0..2 5 on time", "12:00:04 1..4 15 on time"), panes(streamed));
    }

    @Test
    void watchedOrNotAndFromAnyStep() {
        for (Design design : List.of(Curriculum.counting(),
                set(Curriculum.neverFires(), "{\"size\": \"5 s\", \"time\": \"processing\"}"))) {
            Run run = run(design);
            Timeline timeline = new Timeline(run);
            for (long step = run.steps(); step >= 0; step--) {
                var alone = new millrace.simulation.Simulation(run.plan(), null, millrace.simulation.Outlet.NONE);
                while (alone.steps() < step)
                    alone.step();
                assertEquals(alone.hash(), timeline.seek(step).hash(), "step " + step);
            }
        }
    }

    @Test
    void andSaysWhy() {
        Run run = run(Curriculum.counting());
        Fact first = run.trace().fact(run.trace().rows("window", FactKind.FIRED).get(0));
        assertTrue(Explain.fact(run, first.index())
                .text()
                .startsWith(
                        "At 12:00:05 the input was complete: in a batch events 1 to 2 answers then, and only once."),
                Explain.fact(run, first.index()).text());
        Run late = run(Curriculum.lateArrivals("0 s"));
        long start = late.plan().clock().parse("12:00").orElseThrow();
        long at = late.plan().clock().parse("12:07:00").orElseThrow();
        assertEquals("At 12:07:00 [12:00, 12:02) waits for the end of the input: in a batch nothing leaves before it is"
                + " complete.", Explain.window(late, "window", "", start, at).text());
    }
}
