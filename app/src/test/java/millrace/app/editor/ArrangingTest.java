package millrace.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import millrace.app.editor.Arranging.Way;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;
import org.junit.jupiter.api.Test;

/** Lining up, equal distances, and what lies before and behind. */
class ArrangingTest {
    private final Edits edits = new Edits(TestTypes::find);
    private final Editor editor = new Editor(
            Design.EMPTY.add(node("a", 0, 0)).add(node("b", 130, 50)).add(node("c", 400, 20)));
    /** a is 100 x 40, b 60 x 80, c 20 x 20. */
    private final List<Extent> three = List.of(new Extent(Selection.node("a"), 0, 0, 100, 40),
            new Extent(Selection.node("b"), 130, 50, 60, 80), new Extent(Selection.node("c"), 400, 20, 20, 20));

    private static Node node(String id, double x, double y) {
        return new Node(id, TestTypes.FILTER.id(), id, new Point(x, y), Value.Group.EMPTY);
    }

    private List<Point> after(Way way) {
        editor.dispatch(edits.arrange(way, three));
        List<Point> places = editor.design().nodes().stream().map(Node::at).toList();
        editor.undo();
        return places;
    }

    private static List<Point> places(double... xy) {
        return List.of(new Point(xy[0], xy[1]), new Point(xy[2], xy[3]), new Point(xy[4], xy[5]));
    }

    @Test
    void sidesAndMiddlesAreBroughtIntoLine() {
        assertEquals(places(0, 0, 0, 50, 0, 20), after(Way.LEFT));
        assertEquals(places(160, 0, 180, 50, 200, 20), after(Way.CENTRE));
        assertEquals(places(320, 0, 360, 50, 400, 20), after(Way.RIGHT));
        assertEquals(places(0, 0, 130, 0, 400, 0), after(Way.TOP));
        assertEquals(places(0, 45, 130, 25, 400, 55), after(Way.MIDDLE));
        assertEquals(places(0, 90, 130, 50, 400, 110), after(Way.BOTTOM));
    }

    @Test
    void distancesBecomeEqualAndTheOuterTwoStay() {
        assertEquals(places(0, 0, 220, 50, 400, 20), after(Way.ACROSS));
        // From above: a (0 to 40), c, b (50 to 130): c goes to where it has the same room on both sides.
        assertEquals(places(0, 0, 130, 50, 400, 35), after(Way.DOWN));
    }

    @Test
    void theNameSaysHowManyAndOneAloneIsNotArranged() {
        editor.dispatch(edits.arrange(Way.LEFT, three));
        assertEquals(Optional.of("arrange 3 nodes"), editor.undoName());
        editor.undo();
        editor.dispatch(edits.arrange(Way.LEFT, three.subList(1, 2)));
        editor.dispatch(edits.arrange(Way.ACROSS, three.subList(1, 3)));
        assertEquals(Optional.empty(), editor.undoName());
    }

    @Test
    void whatLiesBeforeAndBehindIsFoundAlongTheWires() {
        Design design = editor.design()
                .add(node("d", 0, 0))
                .add(new Wire(PortRef.out("a"), PortRef.in("b")))
                .add(new Wire(PortRef.out("b"), PortRef.in("c")));
        EditorState b = new EditorState(design, Selection.node("b"));
        assertEquals(List.of("b", "a"), List.copyOf(Reach.upstream(b).nodes()));
        assertEquals(List.of("a.out -> b.in"), List.copyOf(Reach.upstream(b).wires()));
        assertEquals(List.of("b", "c"), List.copyOf(Reach.downstream(b).nodes()));
        EditorState wire = new EditorState(design, Selection.wire("a.out -> b.in"));
        assertEquals(List.of("a"), List.copyOf(Reach.upstream(wire).nodes()));
        assertEquals(List.of("b", "c"), List.copyOf(Reach.downstream(wire).nodes()));
    }
}
