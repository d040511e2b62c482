package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import millrace.app.editor.Selection;
import millrace.app.tool.Box;
import millrace.app.tool.Hit;
import millrace.catalog.Catalog;
import millrace.design.Design;
import millrace.design.Point;
import millrace.design.PortRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** Where things of "Late arrivals" stand. */
@ExtendWith(ApplicationExtension.class)
class LayoutTest {
    private final Runs runs = Runs.lateArrivals();
    private final Layout layout = layout(runs.design(), false);

    private Layout layout(Design design, boolean compact) {
        Sizes sizes = new Sizes(Optional.of(runs.view().end()), new Labels(Optional.of(runs.view())));
        return Layout.of(design, Catalog::find, sizes, compact);
    }

    private Box box(String node) {
        return layout.shape(node).orElseThrow().box();
    }

    private Point at(String port, boolean output) {
        return layout.at(PortRef.parse(port, output ? "out" : "in"), output).orElseThrow();
    }

    @Test
    void nodesAreAsWideAsTheirContentNeeds() {
        assertEquals(256, box("by2").width());
        assertEquals(202, box("by2").height());
        assertEquals(122, box("positive").width());
        for (Shape shape : layout.shapes()) {
            assertTrue(shape.width() >= Sizes.LEAST && shape.width() <= Sizes.MOST, shape.id());
            assertEquals(0, shape.width() % 2, shape.id());
        }
    }

    @Test
    void anInputStandsInLineWithItsWireWhereItCan() {
        assertEquals(at("by2", true).y(), at("totals", false).y());
        assertEquals(at("scores", true).y(), at("positive", false).y());
        assertEquals(box("too-late").centre().y(), at("too-late", false).y(), "too far below: in the middle");
    }

    @Test
    void portsAreHitBeforeNodesAndNodesBeforeWires() {
        Point late = at("by2.late", true);
        assertEquals(new Hit.OnPort(PortRef.parse("by2.late", "out"), true),
                layout.hit(new Point(late.x() + 4, late.y())));
        assertEquals(new Hit.OnNode("by2"), layout.hit(box("by2").centre()));
        Point middle = layout.wireCurve("scores.out -> positive.in").orElseThrow().at(0.5);
        assertEquals(new Hit.OnWire("scores.out -> positive.in"), layout.hit(new Point(middle.x(), middle.y() + 4)));
        assertEquals(Hit.NOTHING, layout.hit(new Point(2_000, 2_000)));
    }

    @Test
    void aBoxHoldsNodesAndTheWiresBetweenThem() {
        Selection found = layout.within(box("scores").with(box("positive")));
        assertEquals(java.util.List.of("scores", "positive"), java.util.List.copyOf(found.nodes()));
        assertEquals(java.util.List.of("scores.out -> positive.in"), java.util.List.copyOf(found.wires()));
    }

    @Test
    void compactNodesKeepTheirPlaceAndPorts() {
        Layout compact = layout(runs.design(), true);
        for (Shape shape : compact.shapes()) {
            assertEquals(Shape.COMPACT, shape.box().height());
            for (Shape.Port port : shape.ports())
                assertTrue(shape.box().grown(1).contains(port.at()), port.ref().toString());
        }
    }

    @Test
    void aCurveBeginsAndEndsAtItsPorts() {
        Curve curve = layout.wireCurve("by2.late -> too-late.in").orElseThrow();
        assertEquals(at("by2.late", true), curve.at(0));
        assertEquals(at("too-late", false), curve.at(1));
        assertEquals(0, curve.distance(curve.at(0.4)), 0.5);
    }

    @Test
    void zoomKeepsThePointUnderThePointer() {
        Viewport view = new Viewport(100, 50, 1);
        Point before = view.toCanvas(300, 200);
        Point after = view.zoomed(2.2, 300, 200).toCanvas(300, 200);
        assertEquals(before.x(), after.x(), 1e-9);
        assertEquals(before.y(), after.y(), 1e-9);
        assertEquals(Viewport.MOST, view.zoomed(99, 0, 0).zoom());
    }
}
