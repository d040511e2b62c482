package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.catalog.Catalog;
import millrace.design.Design;
import millrace.design.Point;
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
        List<String> wrong = new ArrayList<>();
        for (Path file : designs()) {
            Design design = DesignReader.read(file).wholeDesign().orElse(Design.EMPTY);
            Layout layout = layout(design);
            for (int i = 0; i < design.wires().size(); i++)
                for (int j = 0; j < i; j++) {
                    Wire a = design.wires().get(i);
                    Wire b = design.wires().get(j);
                    if (!a.to().equals(b.to()) || layout.at(a.to(), false).isEmpty()) continue;
                    pairs++;
                    double shared = shared(layout.wireCurve(a.id()).orElseThrow(), layout.wireCurve(b.id()).orElseThrow());
                    if (shared > MOST) wrong.add(file.getFileName() + ": " + a.id() + " and " + b.id() + " " + shared);
                }
        }
        assertTrue(pairs > 5, pairs + " pairs");
        assertEquals(List.of(), wrong);
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
