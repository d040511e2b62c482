package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.app.tool.Box;
import millrace.catalog.Catalog;
import millrace.design.Design;
import millrace.design.Point;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;

/** What is written at a wire can be read: no wire goes through it, and it lies on no node and no name of a port. */
class BesideTest {
    /** As long as a time of the watermark, and one with how far it is behind. */
    private static final double[] WIDTHS = {46, 110};
    private static final double PLATE = 22;
    private static final double HALF_STROKE = 1;
    private static final double MARGIN = 3;

    private static Layout layout(Design design) {
        return Layout.of(design, Catalog::find, new Sizes(Optional.empty(), new Labels(Optional.empty())), false);
    }

    private static List<Layout> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../designs"))) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .sorted()
                    .map(f -> layout(DesignReader.read(f).wholeDesign().orElse(Design.EMPTY)))
                    .toList();
        }
    }

    private static boolean crosses(Curve curve, Box box) {
        for (double t = 0; t <= 1; t += 0.002)
            if (box.grown(HALF_STROKE - MARGIN).contains(curve.at(t))) return true;
        return false;
    }

    @Test
    void inNoShippedDesignAWireGoesThroughItsWatermarkOrThatLiesOnANodeOrAName() throws IOException {
        int placed = 0;
        for (Layout layout : shipped()) {
            for (var wire : layout.curves().entrySet()) {
                for (double width : WIDTHS) {
                    Optional<Box> box = place(new Beside(layout, wire.getValue(), List.of()), width);
                    box.ifPresent(b -> stands(layout, wire.getKey(), wire.getValue(), b));
                    placed += box.isPresent() ? 1 : 0;
                }
            }
        }
        assertTrue(placed > 150, "places found: " + placed);
    }

    /** Beside the plate where there is none below. */
    private static Optional<Box> place(Beside beside, double width) {
        return beside.below(width).or(() -> beside.above(PLATE).flatMap(p -> beside.beside(p, width)));
    }

    private static void stands(Layout layout, String wire, Curve curve, Box box) {
        assertFalse(crosses(curve, box), wire + " through " + box);
        assertEquals(List.of(), layout.boxes().filter(box::meets).toList(), wire);
        for (Shape shape : layout.shapes())
            for (PortNames.Name name : PortNames.of(shape))
                assertFalse(name.box().meets(box), wire + " on " + name.text());
    }

    @Test
    void aFallingWireHasItsWatermarkToTheLeftARisingOneToTheRight() {
        Layout nothing = layout(Design.EMPTY);
        Curve falling = Curve.between(new Point(0, 0), new Point(200, 150));
        Curve rising = Curve.between(new Point(0, 150), new Point(200, 0));
        Curve level = Curve.between(new Point(0, 0), new Point(200, 0));
        assertTrue(new Beside(nothing, falling, List.of()).below(46).orElseThrow().right() < falling.at(0.5).x());
        assertTrue(new Beside(nothing, rising, List.of()).below(46).orElseThrow().x() > rising.at(0.5).x());
        assertEquals(100, new Beside(nothing, level, List.of()).below(46).orElseThrow().centre().x());
    }

    @Test
    void whatIsWrittenAlreadyIsNotWrittenOver() {
        Layout nothing = layout(Design.EMPTY);
        Curve level = Curve.between(new Point(0, 0), new Point(300, 0));
        Box first = new Beside(nothing, level, List.of()).below(46).orElseThrow();
        Box second = new Beside(nothing, level, List.of(first)).below(46).orElseThrow();
        assertFalse(first.meets(second));
        assertEquals(Optional.empty(), new Beside(nothing, level, List.of(new Box(0, 0, 300, 40))).below(46));
    }
}
