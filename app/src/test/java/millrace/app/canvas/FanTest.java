package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import millrace.catalog.Catalog;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;

/** Wires that come to one input can be told apart, and clicked, until just before it: in all shipped designs. */
class FanTest {
    /** Shared at the port, px: no longer than this. */
    private static final double MOST = 24;
    /** Nearer than this two wires look like one. */
    private static final double NEAR = 3;

    private static Layout layout(Design design) {
        return Layout.of(design, Catalog::find, new Sizes(Optional.empty(), new Labels(Optional.empty())), false);
    }

    private static List<Path> designs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../designs"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    @Test
    void noTwoWiresIntoOneInputShareMoreThanItsSurroundings() throws IOException {
        int pairs = 0;
        for (Path file : designs())
            pairs += pairsApart(DesignReader.read(file).wholeDesign().orElse(Design.EMPTY));
        assertTrue(pairs > 2, pairs + " pairs");
    }

    @Test
    void upToSixSourcesComeToAMergeSideBySideWhereverTheyStand() {
        Random chance = new Random(7);
        for (int round = 0; round < 200; round++) {
            int sources = 2 + round % 5;
            assertEquals(sources * (sources - 1) / 2, pairsApart(merge(sources, chance)));
        }
    }

    /** Sources to the left of a merge, and behind it, each in a place of its own. */
    private static Design merge(int sources, Random chance) {
        List<Node> nodes = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        nodes.add(new Node("hall", "merge", "Hall", new Point(700, 300), Value.Group.EMPTY));
        for (int i = 0; i < sources; i++) {
            Point at = new Point(chance.nextInt(5) == 0 ? 950 : chance.nextInt(380), i * 150);
            nodes.add(new Node("s" + i, "generator", "S" + i, at, Value.Group.EMPTY));
            wires.add(new Wire(PortRef.out("s" + i), PortRef.in("hall")));
        }
        return Design.EMPTY.withNodes(nodes).withWires(wires);
    }

    /** How many pairs of wires come to one input; each of them is apart. */
    private static int pairsApart(Design design) {
        Layout layout = layout(design);
        int pairs = 0;
        for (int i = 0; i < design.wires().size(); i++)
            for (int j = 0; j < i; j++) {
                Wire a = design.wires().get(i);
                Wire b = design.wires().get(j);
                if (!a.to().equals(b.to()) || layout.at(a.to(), false).isEmpty()) continue;
                pairs++;
                double shared = shared(layout.wireCurve(a.id()).orElseThrow(), layout.wireCurve(b.id()).orElseThrow());
                assertTrue(shared <= MOST, design.nodes() + ": " + a.id() + " and " + b.id() + " " + shared);
            }
        return pairs;
    }

    @Test
    void theyAllEndInTheirPort() throws IOException {
        for (Path file : designs()) {
            Design design = DesignReader.read(file).wholeDesign().orElse(Design.EMPTY);
            Layout layout = layout(design);
            for (Wire wire : design.wires())
                layout.wireCurve(wire.id())
                        .ifPresent(c -> assertEquals(layout.at(wire.to(), false).orElseThrow(), c.to()));
        }
    }

    /** How far before their end two wires first come so near to each other that they look like one, and stay so. */
    private static double shared(Curve a, Curve b) {
        Point end = a.to();
        double far = 0;
        for (double back = 0; back < 300; back += 2) {
            Point p = a.before(back);
            if (b.distance(p) > NEAR) break;
            far = Math.hypot(end.x() - p.x(), end.y() - p.y());
        }
        return far;
    }
}
