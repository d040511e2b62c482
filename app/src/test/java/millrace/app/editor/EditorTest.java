package millrace.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import millrace.design.Design;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import org.junit.jupiter.api.Test;

class EditorTest {
    private final Edits edits = new Edits(TestTypes::find);
    private final Editor editor = new Editor(Design.EMPTY);

    private String add(TestTypes type) {
        editor.dispatch(edits.add(type, new Point(24, 24)));
        return editor.state().selection().nodes().getFirst();
    }

    @Test
    void anAddedNodeHasAFreshIdItsNameAndTheSelection() {
        assertEquals("tumbling", add(TestTypes.WINDOW));
        assertEquals("tumbling-2", add(TestTypes.WINDOW));
        assertEquals("Tumbling 1 min", editor.design().node("tumbling-2").orElseThrow().name());
        assertEquals(Optional.of("add Tumbling window"), editor.undoName());
    }

    @Test
    void undoAndRedoSayWhatTheyDo() {
        Selection three = Selection.nodes(List.of(add(TestTypes.SOURCE), add(TestTypes.FILTER), add(TestTypes.SINK)));
        editor.dispatch(edits.move(three, 24, 0));
        assertEquals(Optional.of("move 3 nodes"), editor.undoName());
        editor.undo();
        assertEquals(Optional.of("move 3 nodes"), editor.redoName());
        assertEquals(new Point(24, 24), editor.design().node("filter").orElseThrow().at());
        editor.redo();
        assertEquals(new Point(48, 24), editor.design().node("filter").orElseThrow().at());
    }

    @Test
    void typingInOneFieldIsOneStepUntilItIsLeft() {
        String node = add(TestTypes.FILTER);
        for (String text : List.of("v", "va", "value > 0"))
            editor.dispatch(edits.set(node, "condition", Value.of(text)));
        editor.seal();
        editor.dispatch(edits.set(node, "condition", Value.of("value > 1")));
        editor.undo();
        assertEquals(Optional.of(Value.of("value > 0")), setting(node, "condition"));
        editor.undo();
        assertEquals(Optional.empty(), setting(node, "condition"));
    }

    @Test
    void typingInTwoFieldsIsTwoSteps() {
        String node = add(TestTypes.WINDOW);
        editor.dispatch(edits.set(node, "size", Value.of("2 min")));
        editor.dispatch(edits.set(node, "lateness", Value.of("1 min")));
        editor.undo();
        assertEquals(Optional.of(Value.of("2 min")), setting(node, "size"));
        assertEquals(Optional.empty(), setting(node, "lateness"));
    }

    private Optional<Value> setting(String node, String name) {
        return editor.design().node(node).orElseThrow().settings().get(name);
    }

    @Test
    void theSuggestedNameFollowsTheSettingAGivenOneDoesNot() {
        String node = add(TestTypes.WINDOW);
        editor.dispatch(edits.set(node, "size", Value.of("2 min")));
        assertEquals("Tumbling 2 min", editor.design().node(node).orElseThrow().name());
        editor.dispatch(edits.rename(node, "Totals"));
        editor.dispatch(edits.set(node, "size", Value.of("3 min")));
        assertEquals("Totals", editor.design().node(node).orElseThrow().name());
    }

    @Test
    void settingsAreReachedByPath() {
        String node = add(TestTypes.SOURCE);
        Value row = Value.of(List.of(Value.of("12:00"), Value.of("12:01")));
        editor.dispatch(edits.set(node, "rows", Value.of(List.of(row, row))));
        editor.dispatch(edits.set(node, "rows[1][0]", Value.of("12:05")));
        editor.dispatch(edits.set(node, "watermark.bound", Value.of("5 s")));
        assertEquals(Optional.of(Value.of(List.of(row, Value.of(List.of(Value.of("12:05"), Value.of("12:01")))))),
                setting(node, "rows"));
        editor.dispatch(edits.unset(node, "watermark.bound"));
        assertEquals(Optional.empty(), setting(node, "watermark"));
    }

    @Test
    void aNodePutIntoAWireTakesBothEnds() {
        String source = add(TestTypes.SOURCE);
        String sink = add(TestTypes.SINK);
        editor.dispatch(edits.connect(PortRef.out(source), PortRef.in(sink)));
        editor.dispatch(edits.insert(TestTypes.WINDOW, new Point(0, 0), editor.design().wires().getFirst().id()));
        assertEquals(List.of("timetable.out -> tumbling.in", "tumbling.out -> results.in"),
                editor.design().wires().stream().map(w -> w.id()).toList());
    }

    @Test
    void deletingANodeTakesItsWiresAndTheSelectionForgetsThem() {
        String source = add(TestTypes.SOURCE);
        String sink = add(TestTypes.SINK);
        editor.dispatch(edits.connect(PortRef.out(source), PortRef.in(sink)));
        editor.select(Selection.all(editor.design()));
        editor.dispatch(edits.remove(Selection.node(source)));
        assertEquals(List.of(), editor.design().wires());
        assertEquals(Selection.node(sink), editor.state().selection());
        assertEquals(Optional.of("delete node"), editor.undoName());
    }

    @Test
    void aDuplicateKeepsTheWiresWithin() {
        String source = add(TestTypes.SOURCE);
        String sink = add(TestTypes.SINK);
        editor.dispatch(edits.connect(PortRef.out(source), PortRef.in(sink)));
        editor.dispatch(edits.duplicate(Selection.nodes(List.of(source, sink))));
        assertEquals(2, editor.design().wires().size());
        assertEquals("timetable-2.out -> results-2.in", editor.design().wires().getLast().id());
        assertEquals(Selection.nodes(List.of("timetable-2", "results-2")), editor.state().selection());
    }

    @Test
    void savedIsCleanAndUndoingBackToItIsCleanAgain() {
        add(TestTypes.SOURCE);
        assertTrue(editor.dirty());
        editor.markSaved();
        assertFalse(editor.dirty());
        add(TestTypes.SINK);
        assertTrue(editor.dirty());
        editor.undo();
        assertFalse(editor.dirty());
    }

    @Test
    void choosingIsNoStep() {
        String source = add(TestTypes.SOURCE);
        editor.select(Selection.NONE);
        assertEquals(Optional.of("add Event list"), editor.undoName());
        editor.undo();
        editor.select(Selection.node(source));
        assertEquals(Optional.of("add Event list"), editor.redoName());
    }

    @Test
    void listenersHearOfEachChangeOnce() {
        List<EditorState> heard = new ArrayList<>();
        Runnable stop = editor.listen(heard::add);
        add(TestTypes.SOURCE);
        editor.select(editor.state().selection());
        stop.run();
        add(TestTypes.SINK);
        assertEquals(1, heard.size());
    }

    @Test
    void undoThenRedoComesBackToEveryState() {
        long seed = 20261122;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < 20; run++) {
            Editor subject = new Editor(Design.EMPTY);
            List<Design> designs = new ArrayList<>(List.of(subject.design()));
            for (int i = 0; i < 60; i++) {
                Design before = subject.design();
                subject.dispatch(anyEdit(random, subject));
                subject.seal();
                if (!subject.design().equals(before)) designs.add(subject.design());
            }
            for (int i = designs.size() - 2; i >= 0; i--) {
                subject.undo();
                assertEquals(designs.get(i), subject.design());
            }
            assertEquals(Optional.empty(), subject.undoName());
            for (int i = 1; i < designs.size(); i++) {
                subject.redo();
                assertEquals(designs.get(i), subject.design());
            }
            assertNotEquals(Design.EMPTY, subject.design());
        }
    }

    private Transaction anyEdit(Random random, Editor subject) {
        Design design = subject.design();
        if (design.nodes().size() < 3) return edits.add(anyType(random), new Point(random.nextInt(500), 0));
        String node = design.nodes().get(random.nextInt(design.nodes().size())).id();
        String other = design.nodes().get(random.nextInt(design.nodes().size())).id();
        return switch (random.nextInt(9)) {
            case 0 -> edits.add(anyType(random), new Point(random.nextInt(500), 0));
            case 1 -> edits.remove(Selection.node(node));
            case 2 -> edits.move(Selection.nodes(List.of(node, other)), random.nextInt(9) - 4, 12);
            case 3 -> edits.connect(PortRef.out(node), PortRef.in(other));
            case 4 -> edits.set(node, "size", Value.of(random.nextInt(5) + " min"));
            case 5 -> edits.rename(node, "name " + random.nextInt(5));
            case 6 -> edits.duplicate(Selection.nodes(List.of(node, other)));
            case 7 -> edits.addNote("text", new Point(1, 2));
            default -> edits.paste(Fragment.of(design.withNodes(design.nodes().subList(0, 1))), 12, 12);
        };
    }

    private static TestTypes anyType(Random random) {
        return (TestTypes) TestTypes.ALL.get(random.nextInt(TestTypes.ALL.size()));
    }
}
