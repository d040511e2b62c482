package millrace.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.design.Value;
import millrace.explain.Explain;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;

/** What crashes take for good, and what they do not since it comes again. */
class LossesTest {
    private static final Path KILL = Path.of("../../designs/faults/kill-it.json");

    private static Design killIt() {
        return DesignReader.read(KILL).wholeDesign().orElseThrow();
    }

    private static Run run(Design design) {
        return Run.of(Compiler.compile(design, DesignFolder.of(KILL)).value().orElseThrow());
    }

    private static Design atMostOnce(Design design) {
        return design.withSettings(design.settings().without("checkpoints"));
    }

    @Test
    void withCheckpointsNothingIsLost() {
        assertEquals(List.of(), run(killIt()).trace().losses().all());
    }

    private static List<Losses.Loss> of(Run run, Losses.Why why) {
        return run.trace().losses().all().stream().filter(l -> l.why() == why).toList();
    }

    @Test
    void whatATransactionalSinkNeverCommittedIsLost() {
        List<Losses.Loss> losses = of(run(atMostOnce(killIt())), Losses.Why.NOT_COMMITTED);
        assertEquals(LongStream.rangeClosed(1, 11).boxed().toList(),
                losses.stream().map(l -> l.event().value(0)).toList());
        assertTrue(losses.stream().allMatch(l -> l.node().equals("safe")));
    }

    @Test
    void aGroupWithoutCheckpointsGoesOnBehindWhatCameWhileItWasDown() {
        Run run = run(atMostOnce(killIt()));
        List<Losses.Loss> losses = of(run, Losses.Why.SKIPPED);
        assertEquals(List.of(12L, 13L), losses.stream().map(l -> l.event().value(0)).toList());
        for (Losses.Loss loss : losses) {
            assertEquals(Losses.Why.SKIPPED, loss.why());
            assertEquals("log", loss.node());
            assertEquals("12:00:26", run.plan().clock().format(run.trace().at(loss.row())));
            assertTrue(Explain.event(run, loss.event().id).text().contains("it went on behind it"),
                    Explain.event(run, loss.event().id).text());
        }
    }

    /** Defect: nothing said that they were back, and they looked crashed to the end of the run. */
    @Test
    void withoutCheckpointsTheNodesAreUpAgainToo() {
        Run run = run(atMostOnce(killIt()));
        Timeline timeline = new Timeline(run);
        for (String node : List.of("count", "plain", "board")) {
            assertFalse(timeline.at(run.plan().clock().parse("12:00:25").orElseThrow()).status(node).isUp(), node);
            Status back = timeline.at(run.plan().clock().parse("12:00:26").orElseThrow()).status(node);
            assertTrue(back.isUp(), node);
            assertEquals(0, back.checkpoint(), node);
        }
    }

    /** Count works 1.5 s on each order: the one in its hand and none that is read again goes with it. */
    @Test
    void whatWasInHandIsLostToo() {
        Design slow = atMostOnce(killIt()).change("count", n -> n.with("workTime", Value.of("1500 ms")));
        Run run = run(slow);
        Losses.Loss eleven = run.trace()
                .losses()
                .all()
                .stream()
                .filter(l -> l.why() == Losses.Why.ON_ITS_WAY)
                .findFirst()
                .orElseThrow();
        assertEquals(11L, eleven.event().value(0));
        assertEquals("count", eleven.node());
        String text = Explain.event(run, eleven.event().id).text();
        assertTrue(text.endsWith("It is lost: Count went down at 12:00:22 while it was on its way there, and without"
                + " checkpoints nothing is read again."), text);
        Run safe = run(killIt().change("count", n -> n.with("workTime", Value.of("1500 ms"))));
        assertEquals(List.of(), safe.trace().losses().all(), "with checkpoints it comes again");
    }
}
