package millrace.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.catalog.Catalog;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.event.Event;
import millrace.format.DesignReader;
import millrace.format.DesignWriter;
import millrace.operator.FaultNote;
import millrace.operator.Files;
import millrace.operator.Interference.What;
import millrace.operator.Note;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import org.junit.jupiter.api.Test;

/** What a person lets happen at an instant: each is in the file, changes the run as it says, and undo takes it back. */
class InterventionsTest {
    private static final Edits EDITS = new Edits(Catalog::find);
    private static final String READERS = "messaging/three-readers";
    private static final String WORKERS = "messaging/two-workers";
    private static final String KILL = "faults/kill-it";

    private static Design shipped(String name) {
        return DesignReader.read(Path.of("../designs/" + name + ".json")).wholeDesign().orElseThrow();
    }

    /** The design after a step that was seen to be undone, and to be in the file. */
    private static Design after(String design, Transaction... steps) {
        Design before = shipped(design);
        Editor editor = new Editor(before);
        for (Transaction step : steps)
            editor.dispatch(step);
        Design done = editor.design();
        assertNotEquals(before, done);
        assertEquals(Optional.of(done), DesignReader.read(DesignWriter.write(done), "x").wholeDesign());
        editor.undo();
        assertEquals(before, editor.design(), "one step takes it back");
        return done;
    }

    private static Run run(Design design) {
        Outcome<Plan> plan = Compiler.compile(design, Files.NONE);
        assertEquals(List.of(), plan.problems().stream().filter(Problem::isError).toList());
        return Run.of(plan.value().orElseThrow());
    }

    /** "12:00:19 9": when what reached a sink. */
    private static List<String> rows(Design design, String sink, String field) {
        Run run = run(design);
        return run.trace().rows(sink, FactKind.REACHED).stream().mapToObj(row -> {
            Event event = ((Fact.Reached) run.trace().fact(row)).event();
            return run.plan().clock().format(run.trace().at(row)) + " "
                    + event.value(event.schema.indexOf(field).orElseThrow());
        }).toList();
    }

    @Test
    void aNodeIsKilledASecondTime() {
        Design killed = after(KILL, EDITS.crash("count", "12:00:33"));
        assertEquals(2, crashes(killed));
        assertEquals(1, crashes(shipped(KILL)));
    }

    @Test
    void theCoordinatorAndAConsumerAreKilled() {
        Design coordinator = after(KILL, EDITS.crash(Edits.COORDINATOR, "12:00:33"));
        assertTrue(notes(coordinator)
                .anyMatch(n -> n instanceof FaultNote.Crashed(boolean c) && c));
        Design consumer = after(READERS, EDITS.crash("log.kitchen", "12:00:15"));
        assertTrue(notes(consumer).anyMatch(FaultNote.Stopped.class::isInstance));
        assertTrue(notes(shipped(READERS)).noneMatch(FaultNote.Stopped.class::isInstance));
    }

    private static long crashes(Design design) {
        return notes(design).filter(FaultNote.Crashed.class::isInstance).count();
    }

    private static Stream<Note> notes(Design design) {
        return run(design).trace()
                .facts()
                .filter(Fact.Noted.class::isInstance)
                .map(f -> ((Fact.Noted) f).note());
    }

    @Test
    void aGroupOfALogPausesAndIsSlow() {
        List<String> usual = rows(shipped(READERS), "kitchen", "value");
        assertEquals("12:00:20 3", usual.get(2));
        Design paused = after(READERS, EDITS.pause("log", "kitchen", "12:00:15", "12:00:35"));
        assertEquals(List.of("12:00:35 3", "12:00:35 4"), rows(paused, "kitchen", "value").subList(2, 4));
        Design slow = after(READERS, EDITS.slow("log", "kitchen", "12:00:15", "12:01:35", "7 s"));
        assertEquals("12:00:27 3", rows(slow, "kitchen", "value").get(2));
    }

    @Test
    void aWorkerOfAQueuePauses() {
        Design paused = after(WORKERS, EDITS.pause("queue", "B", "12:00:05", "12:02:00"));
        List<String> rows = rows(paused, "done", "worker");
        assertTrue(rows.stream().noneMatch(r -> r.endsWith(" B") && r.compareTo("12:02") < 0), rows.toString());
        assertTrue(rows(shipped(WORKERS), "done", "worker").stream()
                .anyMatch(r -> r.endsWith(" B") && r.compareTo("12:02") < 0));
    }

    @Test
    void theOneConsumerThatStandsNowhereIsWrittenDown() {
        Design before = shipped(READERS).change("log", n -> n.withSettings(n.settings().without("groups")));
        Design paused = EDITS.pause("log", "out", "12:00:15", "12:00:35")
                .change()
                .apply(EditorState.of(before))
                .design();
        assertEquals("[{name=out, pauses=[{from=12:00:15, to=12:00:35}]}]", plain(
                paused.node("log").orElseThrow().settings().get("groups").orElseThrow()));
    }

    private static String plain(Value value) {
        return switch (value) {
            case Value.Items i -> i.items().stream().map(InterventionsTest::plain).toList().toString();
            case Value.Group g -> {
                StringBuilder text = new StringBuilder();
                g.fields()
                        .forEach((k, v) -> text.append(text.isEmpty() ? "" : ", ")
                                .append(k)
                                .append('=')
                                .append(plain(v)));
                yield "{" + text + "}";
            }
            case Value.Text t -> t.text();
            case Value.Number n -> n.number().toPlainString();
            case Value.Flag f -> String.valueOf(f.on()).toLowerCase(Locale.ROOT);
            case Value.Nothing n -> "null";
        };
    }

    @Test
    void anEventIsLeftOutPutOffAndDoubled() {
        String orders = "orders";
        assertEquals(List.of("12:00:00 1", "12:00:20 3"), kitchen(EDITS.touch(orders, 2, What.DROP, "")).subList(0, 2));
        assertEquals(List.of("12:00:00 1", "12:00:20 3", "12:00:25 2"),
                kitchen(EDITS.touch(orders, 2, What.DELAY, "15 s")).subList(0, 3));
        assertEquals(List.of("12:00:00 1", "12:00:10 2", "12:00:12 2"),
                kitchen(EDITS.touch(orders, 2, What.DUPLICATE, "2 s")).subList(0, 3));
    }

    private static List<String> kitchen(Transaction step) {
        return rows(after(READERS, step), "kitchen", "value");
    }

    @Test
    void whatIsSaidOfAnEventLastHolds() {
        Editor editor = new Editor(shipped(READERS));
        editor.dispatch(EDITS.touch("orders", 2, What.DELAY, "15 s"));
        editor.dispatch(EDITS.touch("orders", 2, What.DROP, ""));
        assertEquals("[{event=2, what=drop}]",
                plain(editor.design().node("orders").orElseThrow().settings().get("touched").orElseThrow()));
        assertEquals(Optional.of("leave out event 2 of Orders"), editor.undoName());
    }

    @Test
    void anEventIsInsertedAndASourceStopped() {
        assertEquals("12:00:13 99", kitchen(EDITS.insertEvent("orders", "12:00:04", "12:00:13", List.of(Value.of(99))))
                .get(2));
        assertEquals(List.of("12:00:10 2", "12:00:35 3", "12:00:35 4"),
                kitchen(EDITS.stop("orders", "12:00:15", "12:00:35", true)).subList(1, 4));
        assertEquals(List.of("12:00:10 2", "12:00:40 5"),
                kitchen(EDITS.stop("orders", "12:00:15", "12:00:35", false)).subList(1, 3));
    }

    @Test
    void aRowOfADatabaseIsEdited() {
        Design edited = after("examples/database",
                EDITS.editRow("prices", "12:00:15", "update", List.of(Value.of("tea"), Value.of(9))));
        assertEquals(List.of("12:00:15 2", "12:00:15 9"), rows(edited, "changes", "price").subList(2, 4));
    }

    @Test
    void aCheckpointIsTriggered() {
        Design more = after(KILL, EDITS.checkpoint("12:00:05"));
        assertEquals(began(shipped(KILL)) + 1, began(more));
    }

    private static long began(Design design) {
        return notes(design).filter(FaultNote.Began.class::isInstance).count();
    }

    @Test
    void aSettingIsAnotherFromNowOn() {
        Design changed = after("time/late-arrivals", EDITS.changeFrom("12:06:00", "by2", "size", Value.of("1 min")),
                EDITS.changeFrom("12:06:00", "by2", "size", Value.of("4 min")));
        assertEquals("[{at=12:06:00, node=by2, setting=size, value=4 min}]",
                plain(changed.settings().get("changes").orElseThrow()));
        assertNotEquals(rows(shipped("time/late-arrivals"), "totals", "sum"),
                rows(changed, "totals", "sum"));
        Editor editor = new Editor(changed);
        editor.dispatch(EDITS.takeBack(0));
        assertEquals(shipped("time/late-arrivals"), editor.design());
        assertEquals(Optional.of("take back the change of Size at 12:06:00"), editor.undoName());
    }
}
