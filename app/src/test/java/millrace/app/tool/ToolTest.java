package millrace.app.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import millrace.app.editor.Editor;
import millrace.app.editor.Edits;
import millrace.app.editor.Refusal;
import millrace.app.editor.Selection;
import millrace.app.editor.TestTypes;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;
import org.junit.jupiter.api.Test;

/** What hands do, without a window: nodes are 120 x 60 with ports in the middle of their sides. */
class ToolTest {
    private static final double WIDTH = 120;
    private static final double HEIGHT = 60;
    private final Edits edits = new Edits(TestTypes::find);
    private final Editor editor = new Editor(chain());
    private final List<Effect> effects = new ArrayList<>();
    private Tool tool = Idle.START;
    private Mods mods = Mods.NONE;

    /** source (0,0) -> filter (240,0), window (480,0) and sink (720,0) unwired. */
    private static Design chain() {
        return Design.EMPTY.add(node("source", TestTypes.SOURCE, 0))
                .add(node("filter", TestTypes.FILTER, 240))
                .add(node("window", TestTypes.WINDOW, 480))
                .add(node("sink", TestTypes.SINK, 720))
                .add(new Wire(PortRef.out("source"), PortRef.in("filter")));
    }

    private static Node node(String id, TestTypes type, double x) {
        return new Node(id, type.id(), id, new Point(x, 0), Value.Group.EMPTY);
    }

    private class Flat implements Ground {
        @Override
        public Hit hit(Point at) {
            Optional<Hit> port = port(at).map(p -> p);
            return port.or(() -> node(at)).or(() -> wire(at).map(Hit.OnWire::new)).orElse(Hit.NOTHING);
        }

        private Optional<Hit> node(Point at) {
            return editor.design()
                    .nodes()
                    .stream()
                    .filter(n -> box(n).contains(at))
                    .findFirst()
                    .map(
                            n -> new Hit.OnNode(n.id()));
        }

        private Box box(Node n) {
            return new Box(n.at().x(), n.at().y(), WIDTH, HEIGHT);
        }

        @Override
        public Optional<Hit.OnPort> port(Point at) {
            for (Node n : editor.design().nodes()) {
                if (near(at, n.at().x(), n.at().y() + 30) && !n.id().equals("source"))
                    return Optional.of(new Hit.OnPort(PortRef.in(n.id()), false));
                if (near(at, n.at().x() + WIDTH, n.at().y() + 30) && !n.id().equals("sink"))
                    return Optional.of(new Hit.OnPort(PortRef.out(n.id()), true));
            }
            return Optional.empty();
        }

        private boolean near(Point at, double x, double y) {
            return Math.hypot(at.x() - x, at.y() - y) < 12;
        }

        @Override
        public Optional<String> wire(Point at, Predicate<String> which) {
            boolean onIt = at.x() > 132 && at.x() < 228 && Math.abs(at.y() - 30) < 6;
            return onIt ? editor.design().wires().stream().map(Wire::id).filter(which).findFirst() : Optional.empty();
        }

        @Override
        public List<Standing> standing() {
            return editor.design()
                    .nodes()
                    .stream()
                    .map(n -> new Standing(Selection.node(n.id()), box(n), List.of()))
                    .toList();
        }

        @Override
        public Selection within(Box box) {
            return Selection.nodes(
                    editor.design().nodes().stream().filter(n -> box(n).meets(box)).map(Node::id).toList());
        }
    }

    private Hand hand() {
        return new Hand(editor.state(), new Flat(), edits, TestTypes.ALL);
    }

    private void take(Turn turn) {
        tool = turn.next();
        effects.addAll(turn.effects());
        for (Effect effect : turn.effects()) {
            if (effect instanceof Effect.Do d) editor.dispatch(d.transaction());
            if (effect instanceof Effect.Select s) editor.select(s.selection());
        }
    }

    private Pointer at(double x, double y) {
        return new Pointer(new Point(x, y), new Point(x, y), Pointer.Button.LEFT, mods, 1);
    }

    private void press(double x, double y) {
        take(tool.press(at(x, y), hand()));
    }

    private void drag(double x, double y) {
        take(tool.drag(at(x, y), hand()));
    }

    private void release(double x, double y) {
        take(tool.release(at(x, y), hand()));
    }

    private void click(double x, double y) {
        press(x, y);
        release(x, y);
    }

    private Point place(String id) {
        return editor.design().node(id).orElseThrow().at();
    }

    private List<String> wires() {
        return editor.design().wires().stream().map(Wire::id).toList();
    }

    @Test
    void aDragMovesByStepsOfTheGridAndIsOneStep() {
        press(500, 20);
        drag(510, 25);
        drag(530, 57);
        assertEquals(new Point(480, 0), place("window"), "nothing moves before the release");
        release(530, 57);
        assertEquals(new Point(516, 36), place("window"));
        assertEquals(Optional.of("move window"), editor.undoName());
    }

    @Test
    void aTremblingClickDoesNotMove() {
        press(500, 20);
        drag(502, 21);
        release(502, 21);
        assertEquals(Optional.empty(), editor.undoName());
        assertEquals(Selection.node("window"), editor.state().selection());
    }

    @Test
    void escapeForgetsTheDrag() {
        press(500, 20);
        drag(560, 60);
        take(tool.key(Key.ESCAPE, Mods.NONE, hand()));
        release(560, 60);
        assertEquals(new Point(480, 0), place("window"));
        assertEquals(Idle.START, tool);
    }

    @Test
    void allSelectedNodesGoTogether() {
        click(500, 20);
        mods = Mods.SHIFT;
        click(740, 20);
        mods = Mods.NONE;
        press(740, 20);
        drag(740, 140);
        release(740, 140);
        assertEquals(new Point(480, 120), place("window"));
        assertEquals(new Point(720, 120), place("sink"));
        assertEquals(Optional.of("move 2 nodes"), editor.undoName());
    }

    @Test
    void aWireIsDrawnFromPortToPort() {
        press(600, 30);
        drag(700, 40);
        assertEquals(Optional.empty(), ((DrawingWire) tool).target());
        drag(722, 31);
        assertEquals(Optional.of(PortRef.in("sink")), ((DrawingWire) tool).target());
        release(722, 31);
        assertTrue(wires().contains("window.out -> sink.in"));
    }

    @Test
    void aWireMayBeginAtItsInput() {
        press(720, 30);
        drag(600, 30);
        release(600, 30);
        assertTrue(wires().contains("window.out -> sink.in"));
    }

    @Test
    void aWireDroppedOnNothingOffersTheTypesThatFit() {
        press(600, 30);
        drag(640, 200);
        release(640, 200);
        Effect.Offer offer = (Effect.Offer) effects.getLast();
        assertEquals(List.of(TestTypes.FILTER, TestTypes.WINDOW, TestTypes.SINK), offer.types());
        assertEquals(Optional.of(PortRef.out("window")), offer.port());
    }

    @Test
    void aWireLiftedOffItsInputAndDroppedIsGone() {
        press(240, 30);
        drag(300, 300);
        release(300, 300);
        assertEquals(List.of(), wires());
        editor.undo();
        press(240, 30);
        drag(480, 30);
        release(480, 30);
        assertEquals(List.of("source.out -> window.in"), wires());
    }

    @Test
    void aNodeDroppedOnAWireGoesInBetween() {
        press(500, 20);
        drag(400, 20);
        drag(180, 30);
        assertEquals(Optional.of("source.out -> filter.in"), ((DraggingNodes) tool).wire());
        release(180, 30);
        assertEquals(List.of("source.out -> window.in", "window.out -> filter.in"), wires());
        editor.undo();
        assertEquals(List.of("source.out -> filter.in"), wires());
    }

    @Test
    void aNodeWithAWireOnItsFarSideGoesInBetweenByTheFreeOne() {
        editor.dispatch(edits.connect(PortRef.out("window"), PortRef.in("sink")));
        press(500, 20);
        drag(180, 30);
        release(180, 30);
        assertEquals(List.of("source.out -> window.in", "window.out -> filter.in", "window.out -> sink.in"), wires());
    }

    @Test
    void nodesInARowGoInBetweenTogether() {
        editor.dispatch(edits.add(TestTypes.FILTER, new Point(480, 200)));
        editor.dispatch(edits.connect(PortRef.out("window"), PortRef.in("filter-2")));
        editor.select(Selection.nodes(List.of("window", "filter-2")));
        press(500, 20);
        drag(180, 30);
        release(180, 30);
        assertEquals(List.of("source.out -> window.in", "filter-2.out -> filter.in", "window.out -> filter-2.in"),
                wires());
        assertEquals(Optional.of("insert 2 nodes"), editor.undoName());
        editor.undo();
        assertEquals(List.of("source.out -> filter.in", "window.out -> filter-2.in"), wires());
    }

    @Test
    void aNewNodeFromThePaletteGoesInBetweenToo() {
        tool = new DroppingNew(TestTypes.FILTER, new Point(0, 0), Optional.empty());
        drag(180, 30);
        release(180, 30);
        assertEquals(List.of("source.out -> filter-2.in", "filter-2.out -> filter.in"), wires());
        tool = new DroppingNew(TestTypes.SINK, new Point(0, 0), Optional.empty());
        drag(180, 30);
        release(180, 30);
        assertEquals(2, wires().size(), "a sink has nothing to pass on");
    }

    @Test
    void aBoxSelectsWhatItMeets() {
        press(230, 200);
        drag(610, 20);
        assertEquals(List.of("filter", "window"), List.copyOf(editor.state().selection().nodes()));
        release(610, 20);
        assertEquals(Idle.START, tool);
    }

    @Test
    void arrowsMoveBy12AndBy1WithShift() {
        click(500, 20);
        take(tool.key(Key.RIGHT, Mods.NONE, hand()));
        take(tool.key(Key.DOWN, Mods.SHIFT, hand()));
        assertEquals(new Point(492, 1), place("window"));
        editor.undo();
        assertEquals(new Point(480, 0), place("window"), "presses in a row are one step");
    }

    @Test
    void keysDeleteDuplicateAndSelectAll() {
        take(tool.key(Key.A, Mods.COMMAND, hand()));
        assertEquals(5, editor.state().selection().size());
        take(tool.key(Key.D, Mods.COMMAND, hand()));
        assertEquals(8, editor.design().nodes().size());
        take(tool.key(Key.DELETE, Mods.NONE, hand()));
        assertEquals(4, editor.design().nodes().size());
    }

    @Test
    void tabOffersTypesWalksAlongTheWiresAndAfterEscapeLeaves() {
        take(tool.key(Key.TAB, Mods.NONE, hand()));
        assertEquals(new Effect.OfferHere(Optional.empty(), TestTypes.ALL), effects.getLast());
        editor.select(Selection.node("source"));
        take(tool.key(Key.TAB, Mods.NONE, hand()));
        assertEquals(Selection.node("filter"), editor.state().selection());
        take(tool.key(Key.TAB, Mods.SHIFT, hand()));
        assertEquals(Selection.node("source"), editor.state().selection());
        take(tool.key(Key.ESCAPE, Mods.NONE, hand()));
        take(tool.key(Key.TAB, Mods.NONE, hand()));
        assertEquals(new Effect.Leave(false), effects.getLast());
        take(tool.key(Key.A, Mods.COMMAND, hand()));
        take(tool.key(Key.TAB, Mods.NONE, hand()));
        assertTrue(effects.stream().filter(Effect.Leave.class::isInstance).count() == 1, "another key: one stays");
    }

    @Test
    void onlyPortsThatFitAreTakenAndTheOthersSayWhyNot() {
        editor.dispatch(edits.connect(PortRef.out("filter"), PortRef.in("window")));
        press(600, 30);
        drag(242, 31);
        assertEquals(Optional.of(new Refusal.Cycle()), ((DrawingWire) tool).refusal());
        assertEquals(new Effect.Say(new Refusal.Cycle().sentence()), effects.getLast());
        int said = effects.size();
        drag(243, 31);
        assertEquals(said, effects.size(), "said once");
        release(243, 31);
        assertEquals(List.of("source.out -> filter.in", "filter.out -> window.in"), wires());
        press(600, 30);
        drag(720, 31);
        assertEquals(Optional.of(PortRef.in("sink")), ((DrawingWire) tool).target());
        assertEquals(Optional.empty(), ((DrawingWire) tool).refusal());
    }

    @Test
    void theSelectedWireIsTakenByEitherEnd() {
        editor.select(Selection.wire("source.out -> filter.in"));
        press(120, 30);
        drag(600, 30);
        assertEquals(Optional.empty(), ((DrawingWire) tool).target().filter(p -> p.node().equals("source")));
        release(600, 30);
        assertEquals(List.of("window.out -> filter.in"), wires());
        assertEquals(Selection.wire("window.out -> filter.in"), editor.state().selection());
        press(240, 30);
        drag(480, 30);
        release(480, 30);
        assertEquals(List.of("window.out -> filter.in"), wires(), "a node can't feed itself");
        press(600, 30);
        drag(600, 400);
        release(600, 400);
        assertEquals(List.of(), wires(), "dropped on nothing");
        editor.undo();
        assertEquals(List.of("window.out -> filter.in"), wires());
    }

    @Test
    void withoutASelectedWireAnOutputBeginsANewOne() {
        press(120, 30);
        drag(480, 30);
        release(480, 30);
        assertEquals(List.of("source.out -> filter.in", "source.out -> window.in"), wires());
    }

    @Test
    void aWireIsDrawnByKeys() {
        editor.select(Selection.node("filter"));
        take(tool.key(Key.CONNECT, Mods.NONE, hand()));
        Connecting connecting = (Connecting) tool;
        assertEquals(new Hit.OnPort(PortRef.out("filter"), true), connecting.anchor());
        assertEquals(List.of(new Hit.OnPort(PortRef.in("window"), false), new Hit.OnPort(PortRef.in("sink"), false)),
                connecting.fitting(), "the nearest first; the source is upstream");
        take(tool.key(Key.DOWN, Mods.NONE, hand()));
        take(tool.key(Key.TAB, Mods.NONE, hand()));
        take(tool.key(Key.UP, Mods.NONE, hand()));
        take(tool.key(Key.ENTER, Mods.NONE, hand()));
        assertEquals(List.of("source.out -> filter.in", "filter.out -> sink.in"), wires());
        assertEquals(Idle.START, tool);
    }

    @Test
    void connectingByKeysMayBeginAtAnInputAndBeLeft() {
        editor.select(Selection.node("filter"));
        take(tool.key(Key.CONNECT, Mods.NONE, hand()));
        take(tool.key(Key.CONNECT, Mods.NONE, hand()));
        assertEquals(new Hit.OnPort(PortRef.in("filter"), false), ((Connecting) tool).anchor());
        assertEquals("window", ((Connecting) tool).target().port().node());
        take(tool.key(Key.ESCAPE, Mods.NONE, hand()));
        assertEquals(1, wires().size());
        assertEquals(Idle.START, tool);
    }

    @Test
    void theKeysTakeANodeOutOfItsWires() {
        editor.dispatch(edits.connect(PortRef.out("filter"), PortRef.in("sink")));
        editor.select(Selection.node("filter"));
        take(tool.key(Key.TAKE_OUT, Mods.COMMAND, hand()));
        assertEquals(List.of("source.out -> sink.in"), wires());
    }

    @Test
    void theKeysOfferWhatFitsTheSelectedNode() {
        editor.select(Selection.node("window"));
        take(tool.key(Key.OFFER, Mods.COMMAND, hand()));
        assertEquals(new Effect.OfferHere(Optional.of(new Hit.OnPort(PortRef.out("window"), true)),
                List.of(TestTypes.FILTER, TestTypes.WINDOW, TestTypes.SINK)), effects.getLast());
    }

    @Test
    void theMiddleButtonAndSpacePan() {
        take(tool.press(new Pointer(new Point(0, 0), new Point(0, 0), Pointer.Button.MIDDLE, Mods.NONE, 1), hand()));
        drag(30, 10);
        assertEquals(new Effect.Pan(30, 10), effects.getLast());
        release(30, 10);
        mods = new Mods(false, false, false, true);
        press(500, 20);
        assertInstanceOf(Panning.class, tool);
    }
}
