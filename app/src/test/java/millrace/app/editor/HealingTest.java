package millrace.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;
import org.junit.jupiter.api.Test;

/** Nodes go into wires and come out of them: source -> filter -> window -> sink, window.late -> late. */
class HealingTest {
    private final Edits edits = new Edits(TestTypes::find);
    private final Editor editor = new Editor(chain());

    private static Design chain() {
        return Design.EMPTY.add(node("source", "timetable"))
                .add(node("filter", "filter"))
                .add(node("window", "tumbling"))
                .add(node("sink", "results"))
                .add(node("late", "results"))
                .add(wire("source.out", "filter.in"))
                .add(wire("filter.out", "window.in"))
                .add(wire("window.out", "sink.in"))
                .add(wire("window.late", "late.in"));
    }

    private static Node node(String id, String type) {
        return new Node(id, type, id, new Point(0, 0), Value.Group.EMPTY);
    }

    private static Wire wire(String from, String to) {
        return new Wire(PortRef.parse(from, "out"), PortRef.parse(to, "in"));
    }

    private List<String> wires() {
        return editor.design().wires().stream().map(Wire::id).toList();
    }

    @Test
    void whatStoodBeforeAndAfterIsJoined() {
        editor.dispatch(edits.takeOut(Selection.node("filter")));
        assertEquals(List.of("source.out -> window.in", "window.out -> sink.in", "window.late -> late.in"), wires());
        assertEquals(Optional.of("take out filter"), editor.undoName());
        editor.undo();
        assertEquals(chain(), editor.design(), "one step");
    }

    @Test
    void severalInARowAreOneGapAndLateEventsGoNowhere() {
        editor.dispatch(edits.takeOut(Selection.nodes(List.of("filter", "window"))));
        assertEquals(List.of("source.out -> sink.in"), wires());
    }

    @Test
    void atTheEndsNothingIsJoined() {
        editor.dispatch(edits.takeOut(Selection.nodes(List.of("source", "sink"))));
        assertEquals(List.of("filter.out -> window.in", "window.late -> late.in"), wires());
    }

    @Test
    void whatDoesNotFitIsNotJoined() {
        editor.dispatch(edits.connect(PortRef.out("source"), PortRef.in("window")));
        editor.dispatch(edits.takeOut(Selection.node("filter")));
        assertEquals(1, wires().stream().filter("source.out -> window.in"::equals).count(), "not twice");
    }

    @Test
    void aTransitTimeStays() {
        editor.dispatch(edits.setWire("source.out -> filter.in", "transit", Value.of("2 s")));
        editor.dispatch(edits.takeOut(Selection.node("filter")));
        assertEquals(Optional.of(Value.of("2 s")), editor.design().wires().getFirst().settings().get("transit"));
    }

    @Test
    void aRowOfNodesGoesIntoAWire() {
        editor.dispatch(Transaction.design("a row", d -> d.add(node("a", "filter"))
                .add(node("b", "filter"))
                .add(wire("b.out", "a.in"))));
        editor.dispatch(edits.insert(Selection.nodes(List.of("a", "b")), 12, 0, "source.out -> filter.in"));
        assertEquals(List.of("source.out -> b.in", "a.out -> filter.in"), wires().subList(0, 2));
        assertEquals(new Point(12, 0), editor.design().node("a").orElseThrow().at());
    }

    @Test
    void nodesThatMakeNoRowDoNot() {
        Insertion insertion = new Insertion(TestTypes::find);
        Design loose = editor.design().add(node("a", "filter")).add(node("b", "filter"));
        assertEquals(false, insertion.fits(loose, List.of("a", "b"), "source.out -> filter.in"));
        assertEquals(true, insertion.fits(loose, List.of("a"), "source.out -> filter.in"));
        assertEquals(false, insertion.fits(loose, List.of("filter"), "source.out -> filter.in"), "its own wire");
        assertEquals(false, insertion.fits(loose, List.of("window"), "source.out -> filter.in"), "wired on both sides");
    }

    @Test
    void aNodeWiredOnOneSideGoesInByItsFreeSide() {
        Design design = editor.design()
                .add(node("other", "timetable"))
                .add(node("a", "filter"))
                .add(wire("other.out", "a.in"));
        editor.open(design);
        editor.dispatch(edits.insert(Selection.node("a"), 0, 0, "source.out -> filter.in"));
        assertEquals(List.of("source.out -> a.in", "a.out -> filter.in", "filter.out -> window.in",
                "window.out -> sink.in", "window.late -> late.in", "other.out -> a.in"), wires());
    }

    @Test
    void oneWalksAlongTheWires() {
        assertEquals(List.of("source", "filter", "window", "sink", "late"), Walk.order(editor.design()));
        assertEquals("window", Walk.next(editor.design(), "filter", false));
        assertEquals("late", Walk.next(editor.design(), "source", true));
    }
}
