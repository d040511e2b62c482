package millrace.app.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import millrace.app.editor.Arranging.Way;
import millrace.app.editor.Editor;
import millrace.app.editor.Edits;
import millrace.app.editor.Extent;
import millrace.app.editor.Selection;
import millrace.app.editor.TestTypes;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Point;
import millrace.design.Value;
import org.junit.jupiter.api.Test;

/** Guides, frames that carry what lies in them, edges that are dragged; nodes are 100 x 40 with a port in the middle. */
class MovingTest {
    private final Edits edits = new Edits(TestTypes::find);
    private final Editor editor = new Editor(Design.EMPTY.add(node("a", 0, 0))
            .add(node("b", 305, 203))
            .withNotes(List.of(new Note("n1", "[why](https://example.org)", new Point(0, 500), Value.Group.EMPTY))));
    private final List<Effect> effects = new ArrayList<>();
    private Tool tool = Idle.START;

    private static Node node(String id, double x, double y) {
        return new Node(id, TestTypes.FILTER.id(), id, new Point(x, y), Value.Group.EMPTY);
    }

    private final class Plain implements Ground {
        @Override
        public List<Standing> standing() {
            List<Standing> all = new ArrayList<>();
            Design d = editor.design();
            d.frames().forEach(f -> all.add(standing(Selection.frame(f.id()), f.at(), f.width(), f.height(), false)));
            d.notes().forEach(n -> all.add(standing(Selection.note(n.id()), n.at(), 160, 40, false)));
            d.nodes().forEach(n -> all.add(standing(Selection.node(n.id()), n.at(), 100, 40, true)));
            return all;
        }

        private Standing standing(Selection what, Point at, double width, double height, boolean port) {
            return new Standing(what, new Box(at.x(), at.y(), width, height),
                    port ? List.of(at.y() + 20) : List.of());
        }

        @Override
        public Hit hit(Point at) {
            Optional<Standing> there = standing().reversed().stream().filter(s -> s.box().contains(at)).findFirst();
            if (there.isEmpty()) return Hit.NOTHING;
            Selection what = there.get().what();
            Box box = there.get().box();
            int across = at.x() == box.x() ? -1 : at.x() == box.right() ? 1 : 0;
            int down = at.y() == box.y() ? -1 : at.y() == box.bottom() ? 1 : 0;
            if (!what.nodes().isEmpty()) return new Hit.OnNode(what.nodes().getFirst());
            if (!what.notes().isEmpty()) return across > 0 ? new Hit.OnEdge("n1", true, 1, 0) : new Hit.OnNote("n1");
            String id = what.frames().getFirst();
            if (across != 0 || down != 0) return new Hit.OnEdge(id, false, across, down);
            return at.y() < box.y() + 28 ? new Hit.OnFrame(id) : Hit.NOTHING;
        }

        @Override
        public Optional<Hit.OnPort> port(Point at) {
            return Optional.empty();
        }

        @Override
        public Optional<String> wire(Point at, java.util.function.Predicate<String> good) {
            return Optional.empty();
        }

        @Override
        public Selection within(Box box) {
            return standing().stream()
                    .filter(s -> s.box().meets(box))
                    .map(Standing::what)
                    .reduce(Selection.NONE, Selection::with);
        }

        @Override
        public boolean title(Point at) {
            return true;
        }

        @Override
        public Optional<String> link(Point at) {
            return at.x() < 60 ? Optional.of("https://example.org") : Optional.empty();
        }
    }

    private Hand hand() {
        return new Hand(editor.state(), new Plain(), edits, TestTypes.ALL);
    }

    private void take(Turn turn) {
        tool = turn.next();
        effects.addAll(turn.effects());
        for (Effect effect : turn.effects()) {
            if (effect instanceof Effect.Do d) editor.dispatch(d.transaction());
            if (effect instanceof Effect.Select s) editor.select(s.selection());
        }
    }

    private static Pointer at(double x, double y, Mods mods) {
        return new Pointer(new Point(x, y), new Point(x, y), Pointer.Button.LEFT, mods, 1);
    }

    private void drag(double x, double y, double toX, double toY, Mods mods) {
        take(tool.press(at(x, y, mods), hand()));
        take(tool.drag(at(toX, toY, mods), hand()));
    }

    private void drop(double x, double y, double toX, double toY, Mods mods) {
        drag(x, y, toX, toY, mods);
        take(tool.release(at(toX, toY, mods), hand()));
    }

    private Point place(String node) {
        return editor.design().node(node).orElseThrow().at();
    }

    @Test
    void aDraggedNodeStaysInLineWithANeighbourAndALineSaysSo() {
        drag(50, 20, 50 + 303, 20 + 100, Mods.NONE);
        DraggingNodes dragging = assertInstanceOf(DraggingNodes.class, tool);
        assertEquals(305, dragging.dx(), "the left sides, though the grid would say 300");
        assertEquals(96, dragging.dy(), "nothing is near: the grid");
        // The same width: left sides, middles and right sides are in line at once.
        assertEquals(List.of(305.0, 405.0, 355.0), dragging.lines().stream().map(Guides.Line::at).toList());
        assertEquals(new Guides.Line(true, 305, 96, 243), dragging.lines().getFirst());
        take(tool.release(at(353, 120, Mods.NONE), hand()));
        assertEquals(new Point(305, 96), place("a"));
    }

    @Test
    void portsAreLinedUpToo() {
        editor.dispatch(edits.sizeNote("n1", 160));
        drag(50, 20, 150, 20 + 206, Mods.NONE);
        DraggingNodes dragging = assertInstanceOf(DraggingNodes.class, tool);
        assertEquals(203, dragging.dy());
        assertTrue(dragging.lines().contains(new Guides.Line(false, 223, dragging.dx(), 405)));
    }

    @Test
    void withAltThingsGoAnywhereAndFarAwayTheGridHolds() {
        drop(50, 20, 50 + 303, 20 + 101, new Mods(false, false, true, false));
        assertEquals(new Point(303, 101), place("a"));
        editor.undo();
        drop(50, 20, 50 + 3001, 20 + 3001, Mods.NONE);
        assertEquals(new Point(3000, 3000), place("a"));
    }

    @Test
    void aFrameCarriesWhatLiesInItAndNothingElse() {
        editor.dispatch(edits.addFrame("Left", new Point(-24, -48), 200, 120));
        drop(0, -36, 1200, -36, Mods.NONE);
        assertEquals(new Point(1200, 0), place("a"));
        assertEquals(new Point(305, 203), place("b"));
        assertEquals(new Point(1176, -48), editor.design().frame("f1").orElseThrow().at());
        assertEquals(Optional.of("move frame Left"), editor.undoName());
        editor.undo();
        assertEquals(new Point(0, 0), place("a"));
        take(tool.key(Key.DOWN, Mods.NONE, hand()));
        assertEquals(new Point(0, 12), place("a"), "arrow keys take it along, too");
    }

    @Test
    void withinAFrameABoxIsDrawnAsAnywhere() {
        editor.dispatch(edits.addFrame("Left", new Point(-24, -48), 200, 220));
        drag(20, 100, 30, 10, Mods.NONE);
        assertInstanceOf(Brushing.class, tool);
        assertTrue(editor.state().selection().nodes().contains("a"));
    }

    @Test
    void aFrameIsSizedAtItsEdgesAndKeepsItsOtherSide() {
        editor.dispatch(edits.addFrame("Left", new Point(-24, -48), 240, 120));
        drop(-24, 0, -61, 0, Mods.NONE);
        Frame frame = editor.design().frame("f1").orElseThrow();
        assertEquals(List.of(-60.0, 276.0), List.of(frame.at().x(), frame.width()));
        drop(216, 72, -1000, 300, Mods.NONE);
        frame = editor.design().frame("f1").orElseThrow();
        assertEquals(List.of(-60.0, Frame.SMALLEST, 348.0), List.of(frame.at().x(), frame.width(), frame.height()));
        assertEquals(Optional.of("size frame Left"), editor.undoName());
    }

    @Test
    void theWidthOfANoteIsDragged() {
        drop(160, 510, 301, 510, Mods.NONE);
        assertEquals(300, editor.design().note("n1").orElseThrow().width());
        assertEquals(Optional.of("size note"), editor.undoName());
    }

    @Test
    void aFrameIsDrawnByHandWithCtrlAndNamedAtOnce() {
        drop(600, 0, 805, 190, Mods.COMMAND);
        Frame frame = editor.design().frame("f1").orElseThrow();
        assertEquals(new Frame("f1", "", "grey", new Point(600, 0), 204, 192, Value.Group.EMPTY), frame);
        assertInstanceOf(Effect.Name.class, effects.getLast());
        drop(900, 0, 910, 10, Mods.COMMAND);
        assertEquals(1, editor.design().frames().size(), "one of 10 px was not meant");
    }

    @Test
    void aLinkIsAskedAboutAndADragAcrossItIsADrag() {
        take(tool.press(at(20, 510, Mods.NONE), hand()));
        take(tool.release(at(20, 510, Mods.NONE), hand()));
        assertEquals(new Effect.Follow("https://example.org"), effects.getLast());
        drop(20, 510, 140, 700, Mods.NONE);
        assertInstanceOf(Effect.Do.class, effects.getLast());
    }

    @Test
    void aDoubleClickOnATitleIsForWriting() {
        Pointer twice = new Pointer(new Point(20, 10), new Point(20, 10), Pointer.Button.LEFT, Mods.NONE, 2);
        take(tool.press(twice, hand()));
        assertInstanceOf(Effect.Name.class, effects.getLast());
    }

    @Test
    void aFrameIsArrangedWithWhatLiesInIt() {
        editor.dispatch(edits.addFrame("Left", new Point(-24, -48), 200, 120));
        editor.select(
                new Selection(new LinkedHashSet<>(List.of("a", "b")), new LinkedHashSet<>(), new LinkedHashSet<>(),
                        new LinkedHashSet<>(Set.of("f1"))));
        List<Extent> extents = hand().extents();
        assertEquals(2, extents.size(), "a goes with its frame: " + extents);
        editor.dispatch(edits.arrange(Way.LEFT, extents));
        assertEquals(new Point(-24, 203), place("b"));
        editor.dispatch(edits.arrange(Way.BOTTOM, hand().extents()));
        assertEquals(new Point(0, 171), place("a"));
    }

    @Test
    void shiftAddsToABoxsSelectionAndAShiftClickTakesAway() {
        editor.select(Selection.node("b"));
        drop(-30, -30, 50, 20, Mods.SHIFT);
        assertEquals(Set.of("a", "b"), editor.state().selection().nodes());
        take(tool.press(at(320, 220, Mods.SHIFT), hand()));
        take(tool.release(at(320, 220, Mods.SHIFT), hand()));
        assertEquals(Set.of("a"), editor.state().selection().nodes());
    }
}
