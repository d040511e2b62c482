package millrace.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.format.DesignPaths;
import millrace.format.DesignReader;
import millrace.operator.FaultNote;
import millrace.operator.Note;
import millrace.operator.WorkNote;
import millrace.trace.Curriculum;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import org.junit.jupiter.api.Test;

/** Answers on whole runs of the designs about fault tolerance. */
class WhyFaultsTest {
    private static Run run(String file, String... changes) {
        Design design = DesignReader.read(Path.of("../../designs/faults/" + file + ".json"))
                .wholeDesign()
                .orElseThrow();
        for (String change : changes) {
            int equals = change.indexOf('=');
            design = DesignPaths
                    .set(design, change.substring(0, equals), DesignPaths.typed(change.substring(equals + 1)))
                    .value()
                    .orElseThrow();
        }
        return Curriculum.run(design);
    }

    /** Why the first note of a node is as it is. */
    private static String why(Run run, String node, Predicate<Note> which) {
        Fact.Noted noted = run.trace()
                .rows(node, FactKind.NOTED)
                .stream()
                .mapToObj(r -> (Fact.Noted) run.trace().fact(r))
                .filter(n -> which.test(n.note()))
                .findFirst()
                .orElseThrow();
        Answer answer = Explain.fact(run, noted.index());
        return answer.question() + " " + answer.text();
    }

    @Test
    void aRowThatIsDoubled() {
        Run run = run("kill-it");
        var reached = run.trace().rows("plain", FactKind.REACHED);
        Answer answer = Explain.fact(run, reached.get(11));
        assertEquals(
                "Why is this 7 there twice? It was written at 12:00:13. Then count crashed (12:00:22), and the pipeline went"
                        + " back to checkpoint 1 at 12:00:26: what came after that was read again, and written again at 12:00:26. A sink"
                        + " that appends keeps both; one that writes by key or in transactions does not.",
                answer.question() + " " + answer.text());
        Fact.Reached seven = (Fact.Reached) run.trace().fact(reached.get(11));
        assertEquals(answer.spans(), Explain.event(run, seven.event().id).spans());
        assertEquals("plain", answer.nodes().getFirst());
        assertEquals(List.of("12:00:13", "12:00:22", "12:00:26"),
                answer.moments().stream().map(Clock.MIDNIGHT::format).toList());
        assertEquals("Why did this row change?", Explain.fact(run, reached.get(16)).question());
    }

    @Test
    void aCrashAndWhatFollows() {
        Run run = run("kill-it");
        assertEquals(
                "What happened to Count? It was killed at 12:00:22, and what it held is gone. Its pipeline goes back to the"
                        + " last complete checkpoint.",
                why(run, "count", n -> n instanceof FaultNote.Crashed));
        assertEquals(
                "Why did Plain stop? It stopped at 12:00:22 because of count, as all nodes of its pipeline did, and is"
                        + " back at 12:00:26.",
                why(run, "plain", n -> n instanceof FaultNote.Stopped));
        assertEquals(
                "With what did Count go on? Back at 12:00:26 with the state of checkpoint 1; what came after it is read"
                        + " again.",
                why(run, "count", n -> n instanceof FaultNote.Restored));
        assertEquals(
                "What became of the rows that were not committed? 5 rows belonged to a transaction that was not committed"
                        + " at 12:00:22: they are taken back and will come again.",
                why(run, "safe", n -> n instanceof FaultNote.RolledBack));
        assertEquals(
                "Why did rows become visible? Checkpoint 1 was complete at 12:00:12: the 6 rows written before its barrier"
                        + " can be seen now.",
                why(run, "safe", n -> n instanceof FaultNote.Committed));
    }

    @Test
    void aCheckpointThatDoesNotComplete() {
        Run run = run("a-barriers-way", "settings.crashes=[[\"12:00:12\", \"count\", \"2 s\"]]");
        assertEquals(
                "Why did checkpoint 1 not complete? It was given up at 12:00:12: count crashed. Count had not handed in"
                        + " state.",
                why(run, "left", n -> n instanceof FaultNote.Aborted));
        Run slow = run("slow-sink", "settings.checkpoints.timeout=5 s");
        assertEquals("Why did checkpoint 1 not complete? It was given up at 12:00:15: it took longer than its timeout.",
                why(slow, "log", n -> n instanceof FaultNote.Aborted));
        assertEquals(
                "What does checkpoint 1 wait for at Count? The barrier of one input came at 12:00:10; 1 input still to"
                        + " come.",
                why(run, "count", n -> n instanceof FaultNote.BarrierArrived));
    }

    @Test
    void whoBlocksWhom() {
        Run run = run("slow-sink");
        assertEquals(
                "Why is Source held up? The wire to Parse holds 2 events and was full at 12:00:07: what is made for it would"
                        + " find no room. Look behind it for who is busy.",
                why(run, "log", n -> n instanceof WorkNote.HeldUp));
        assertEquals(
                "How long does this 1 take? Sink took it at 12:00:01 and is done with it at 12:00:05: its work time.",
                why(run, "sink", n -> n instanceof WorkNote.Began));
    }

    @Test
    void stateWithoutAnOwner() {
        assertEquals(
                "Why is there state without an owner? The savepoint holds state of 'count', and no node of the new graph"
                        + " takes it: give nodes ids that stay.",
                why(run("new-node"), "count", n -> n instanceof FaultNote.Orphaned));
    }

    @Test
    void whoStopsForAnUpgrade() {
        assertEquals(
                "Why did Board stop? It stopped at 12:00:20 because of an upgrade, as all nodes of its pipeline did, and is"
                        + " back at 12:00:25.",
                why(run("new-node"), "board", n -> n instanceof FaultNote.Stopped));
    }

    /** Nothing is read again after an upgrade: what says the same as before came anew. */
    @Test
    void anUpgradeDoublesNothing() {
        Run run = run("new-node", "orders.rows=[[\"12:00:02\", \"12:00:02\", 1], [\"12:00:02\", \"12:00:27\", 1]]");
        assertEquals(List.of("Why is this row there?", "Why is this row there?"), asked(run, "board"));
    }

    /** Only what came after the checkpoint is read again. */
    @Test
    void whatCameBeforeTheCheckpointIsNotDoubled() {
        Run run = run("kill-it",
                "orders.rows=[[\"12:00:02\", \"12:00:02\", 1], [\"12:00:02\", \"12:00:30\", 1]]");
        assertEquals(List.of("Why is this row there?", "Why did this row change?"), asked(run, "plain"));
    }

    private static List<String> asked(Run run, String sink) {
        return run.trace()
                .rows(sink, FactKind.REACHED)
                .stream()
                .mapToObj(row -> Explain.fact(run, row).question())
                .toList();
    }
}
