package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import millrace.app.tool.Box;
import millrace.design.Point;
import org.junit.jupiter.api.Test;

/** Wires among nodes of 120 x 80. Their outputs and inputs are in the middle of their sides. */
class RoutesTest {
    private final SequencedMap<String, Box> nodes = new LinkedHashMap<>();
    private final SequencedMap<String, Routes.Ends> wires = new LinkedHashMap<>();

    private void node(String id, double x, double y) {
        nodes.put(id, new Box(x, y, 120, 80));
    }

    private Routes.Ends ends(String from, String to) {
        Box a = nodes.get(from);
        Box b = nodes.get(to);
        return new Routes.Ends(from, new Point(a.right(), a.centre().y()), to, new Point(b.x(), b.centre().y()));
    }

    private void wire(String from, String to) {
        wires.put(from + to, ends(from, to));
    }

    private Routes routes() {
        return Routes.NONE.next(nodes, wires);
    }

    private Curve way(String wire) {
        return routes().of(wire).orElseThrow();
    }

    @Test
    void nothingInBetweenIsOneSmoothCurve() {
        node("a", 0, 0);
        node("b", 300, 100);
        wire("a", "b");
        Curve way = way("ab");
        assertEquals(Curve.between(ends("a", "b").from(), ends("a", "b").to()).at(0.3), way.at(0.3));
    }

    @Test
    void aNodeInBetweenIsGoneAround() {
        node("a", 0, 0);
        node("between", 250, -10);
        node("b", 500, 0);
        wire("a", "b");
        Curve way = way("ab");
        assertFalse(way.crosses(nodes.get("between").grown(5)), way.samples().toString());
        assertEquals(ends("a", "b").from(), way.at(0));
        assertEquals(ends("a", "b").to(), way.at(1));
    }

    @Test
    void aWireBackGoesAroundBothNodes() {
        node("a", 300, 0);
        node("b", 0, 0);
        wire("a", "b");
        Curve way = way("ab");
        assertFalse(way.crosses(nodes.get("a")), "through its own node");
        assertFalse(way.crosses(nodes.get("b")), "through the node it comes to");
        double least = way.samples().stream().mapToDouble(Point::y).min().orElseThrow();
        double most = way.samples().stream().mapToDouble(Point::y).max().orElseThrow();
        assertTrue(least < 0 || most > 80, "above or below both");
    }

    @Test
    void waysThatWouldRunOverEachOtherKeepApart() {
        node("a", 0, 0);
        node("c", 0, 30);
        node("between", 250, -30);
        node("b", 500, 0);
        node("d", 500, 30);
        wire("a", "b");
        wire("c", "d");
        Routes routes = routes();
        Curve one = routes.of("ab").orElseThrow();
        Curve other = routes.of("cd").orElseThrow();
        assertTrue(Math.abs(one.at(0.5).y() - other.at(0.5).y()) >= 5, one.at(0.5) + " and " + other.at(0.5));
    }

    @Test
    void itIsSmoothWhereItsPiecesMeet() {
        node("a", 300, 0);
        node("b", 0, 0);
        wire("a", "b");
        List<Point> samples = way("ab").samples();
        for (int i = 2; i < samples.size(); i++) {
            double turn = turn(samples.get(i - 2), samples.get(i - 1), samples.get(i));
            assertTrue(Math.abs(turn) < 40, turn + " degrees at " + samples.get(i - 1));
        }
    }

    private static double turn(Point a, Point b, Point c) {
        double one = Math.atan2(b.y() - a.y(), b.x() - a.x());
        double other = Math.atan2(c.y() - b.y(), c.x() - b.x());
        return Math.toDegrees(Math.IEEEremainder(other - one, 2 * Math.PI));
    }

    @Test
    void whatHasNothingToDoWithAMoveKeepsItsWay() {
        node("a", 0, 0);
        node("between", 250, -10);
        node("b", 500, 0);
        node("far", 0, 3_000);
        node("farther", 300, 3_000);
        wire("a", "b");
        wire("far", "farther");
        Routes before = routes();
        node("farther", 312, 3_012);
        wires.put("farfarther", ends("far", "farther"));
        Routes after = before.next(nodes, wires);
        assertEquals(before.of("ab").orElseThrow().samples(), after.of("ab").orElseThrow().samples());
        assertNotSame(before.of("farfarther").orElseThrow(), after.of("farfarther").orElseThrow());
    }

    @Test
    void aWireInSightStaysTheSameObjectWhileSomethingElseMoves() {
        node("a", 0, 0);
        node("b", 300, 0);
        node("far", 0, 3_000);
        wire("a", "b");
        Routes before = routes();
        node("far", 12, 3_000);
        assertSame(before.of("ab").orElseThrow(), before.next(nodes, wires).of("ab").orElseThrow());
    }

    /** Nodes on a grid with gaps, wires between any two of them: whatever way is found goes through no third node. */
    @Test
    void noWireGoesThroughAThirdNode() {
        Random random = new Random(7);
        int through = 0;
        for (int i = 0; i < 20; i++) {
            nodes.clear();
            wires.clear();
            for (int n = 0; n < 40; n++)
                node("n" + n, n % 8 * 200 + random.nextInt(30), n / 8 * 150 + random.nextInt(30));
            for (int w = 0; w < 40; w++)
                wire("n" + random.nextInt(40), "n" + random.nextInt(40));
            Routes routes = routes();
            for (var wire : wires.entrySet())
                through += through(routes.of(wire.getKey()).orElseThrow(), wire.getValue());
        }
        assertEquals(0, through, "of " + 20 * 40 + " wires");
    }

    private int through(Curve way, Routes.Ends ends) {
        return (int) nodes.entrySet()
                .stream()
                .filter(n -> !n.getKey().equals(ends.fromNode()) && !n.getKey().equals(ends.toNode()))
                .filter(n -> way.crosses(n.getValue()))
                .count();
    }
}
