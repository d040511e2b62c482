package millrace.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
        assertEquals(Optional.of("delete Event list"), editor.undoName());
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
    void stepsAreNamedInWordsOfThePerson() {
        String window = add(TestTypes.WINDOW);
        editor.dispatch(edits.rename(window, "Clicks"));
        assertEquals(Optional.of("rename Tumbling 1 min"), editor.undoName());
        editor.dispatch(edits.set(window, "size", Value.of("2 min")));
        assertEquals(Optional.of("change Size of Clicks"), editor.undoName());
        editor.dispatch(edits.unset(window, "size"));
        assertEquals(Optional.of("reset Size of Clicks"), editor.undoName());
        String sink = add(TestTypes.SINK);
        editor.dispatch(edits.connect(PortRef.out(window), PortRef.in(sink)));
        assertEquals(Optional.of("connect Clicks to Results"), editor.undoName());
        editor.dispatch(edits.setRun("transit", Value.of("1 s")));
        assertEquals(Optional.of("change Transit time"), editor.undoName());
        editor.dispatch(edits.setWire(window + ".out -> " + sink + ".in", "transit", Value.of("1 s")));
        assertEquals(Optional.of("change Transit time of the wire from Clicks to Results"), editor.undoName());
        editor.dispatch(edits.addFrame("Totals", new Point(0, 0), 200, 100));
        editor.dispatch(edits.move(Selection.frame("f1"), 12, 0));
        assertEquals(Optional.of("move frame Totals"), editor.undoName());
    }

    @Test
    void theHistoryIsAListToGoAboutIn() {
        String node = add(TestTypes.FILTER);
        editor.dispatch(edits.rename(node, "Good"));
        editor.markSaved();
        editor.dispatch(edits.move(Selection.node(node), 12, 0));
        editor.dispatch(edits.addNote("why", new Point(0, 0)));
        List<String> steps = List.of("add Filter", "rename Filter", "move Good", "add note");
        assertEquals(new History(steps, 4, OptionalInt.of(2)), editor.history());
        Design last = editor.design();
        editor.goTo(2);
        assertEquals(new History(steps, 2, OptionalInt.of(2)), editor.history());
        assertFalse(editor.dirty());
        editor.goTo(0);
        assertEquals(Design.EMPTY, editor.design());
        assertEquals(OptionalInt.of(2), editor.history().saved());
        editor.goTo(4);
        assertEquals(last, editor.design());
        editor.goTo(1);
        editor.dispatch(edits.addNote("another way", new Point(0, 0)));
        assertEquals(new History(List.of("add Filter", "add note"), 2, OptionalInt.empty()), editor.history());
    }

    @Test
    void nudgesMergeUntilSomethingElseIsChosen() {
        Selection node = Selection.node(add(TestTypes.FILTER));
        for (int i = 0; i < 3; i++)
            editor.dispatch(edits.move(node, 12, 0).merging("nudge"));
        assertEquals(2, editor.history().done());
        editor.select(Selection.NONE);
        editor.select(node);
        editor.dispatch(edits.move(node, 12, 0).merging("nudge"));
        assertEquals(3, editor.history().done());
        editor.undo();
        assertEquals(new Point(60, 24), editor.design().node("filter").orElseThrow().at());
        editor.undo();
        assertEquals(new Point(24, 24), editor.design().node("filter").orElseThrow().at());
    }

    @Test
    void whatGoesOnUntilItIsWhereItBeganIsNoStep() {
        Selection node = Selection.node(add(TestTypes.FILTER));
        editor.dispatch(edits.move(node, 12, 0).merging("nudge"));
        editor.dispatch(edits.move(node, -12, 0).merging("nudge"));
        assertEquals(List.of("add Filter"), editor.history().steps());
    }
}
