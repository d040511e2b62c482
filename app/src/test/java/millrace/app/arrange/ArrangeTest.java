package millrace.app.arrange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import millrace.app.tool.Box;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;
import org.junit.jupiter.api.Test;

/** Nodes of 120 x 80, each with one input and one output. */
class ArrangeTest {
    private static final Arrange.Size SIZE = new Arrange.Size(120, 80, Map.of("in", 40.0), Map.of("out", 40.0));

    private static Design design(List<String> nodes, String... wires) {
        List<Node> all = new ArrayList<>();
        for (String id : nodes)
            all.add(new Node(id, "filter", id, new Point(36 + 5 * all.size(), 24), Value.Group.EMPTY));
        List<Wire> joined = new ArrayList<>();
        for (String wire : wires)
            joined.add(new Wire(PortRef.out(wire.substring(0, 1)), PortRef.in(wire.substring(1))));
        return Design.EMPTY.withNodes(all).withWires(joined);
    }

    private static Map<String, Arrange.Size> sizes(Design design) {
        Map<String, Arrange.Size> sizes = new HashMap<>();
        design.nodes().forEach(n -> sizes.put(n.id(), SIZE));
        return sizes;
    }

    private static Map<String, Point> all(Design design) {
        return Arrange.places(design, sizes(design), design.nodes().stream().map(Node::id).toList());
    }

    @Test
    void whatSendsStandsToTheLeftOfWhatReceives() {
        Design design = design(List.of("a", "b", "c", "d"), "ab", "ac", "bd", "cd");
        Map<String, Point> places = all(design);
        for (Wire w : design.wires())
            assertTrue(places.get(w.from().node()).x() + 120 < places.get(w.to().node()).x(), w.id());
    }

    @Test
    void nothingCoversAnything() {
        Design design = design(List.of("a", "b", "c", "d", "e", "f"), "ab", "ac", "ad", "be", "ce");
        List<Box> boxes = all(design).values().stream().map(p -> new Box(p.x(), p.y(), 120, 80)).toList();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++)
                assertTrue(!boxes.get(i).meets(boxes.get(j)), boxes.get(i) + " and " + boxes.get(j));
        }
    }

    @Test
    void itBeginsWhereTheNodesWereAndKeepsToTheGrid() {
        Map<String, Point> places = all(design(List.of("a", "b"), "ab"));
        assertEquals(new Point(36, 24), places.get("a"));
        places.values().forEach(p -> assertEquals(0, p.x() % 12 + p.y() % 12, p.toString()));
    }

    @Test
    void onlyTheChosenOnesGetPlaces() {
        Design design = design(List.of("a", "b", "c"), "ab", "bc");
        assertEquals(java.util.Set.of("b", "c"), Arrange.places(design, sizes(design), List.of("b", "c")).keySet());
        assertEquals(Map.of(), Arrange.places(design, sizes(design), List.of()));
    }

    @Test
    void theSameDesignIsAlwaysArrangedAlike() {
        Design design = design(List.of("a", "b", "c", "d", "e"), "ab", "ac", "be", "ce", "de", "ea");
        assertEquals(all(design), all(design));
    }
}
