package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import millrace.app.editor.Editor;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.catalog.Catalog;
import millrace.design.Design;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The canvas as a screen reader finds it: asked as readers ask, by attributes. */
@ExtendWith(ApplicationExtension.class)
class SpokenTest {
    private final Design design = DesignReader.read(Path.of("../designs/time/late-arrivals.json"))
            .wholeDesign()
            .orElseThrow();
    private final Editor editor = new Editor(design);
    private CanvasView canvas;

    @Start
    void start(Stage stage) {
        Type.load();
        canvas = new CanvasView(editor, Catalog::find, Catalog.types(), Theme.LIGHT);
        stage.setScene(new Scene(canvas, 1000, 700));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        canvas.fit();
    }

    @SuppressWarnings("unchecked")
    private static List<Node> children(Node node) {
        return (ObservableList<Node>) node.queryAccessibleAttribute(AccessibleAttribute.CHILDREN);
    }

    private static String text(Node node) {
        return String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private Node part(String beginning) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> children(canvas).stream()
                .filter(n -> text(n).startsWith(beginning))
                .findFirst()
                .orElseThrow());
    }

    private String nameOf(String id) {
        return design.node(id).orElseThrow().name();
    }

    @Test
    void everyNodeAndWireIsAPartWithItsWordsWhereItIsDrawn(FxRobot robot) {
        robot.interact(() -> canvas.layout());
        for (millrace.design.Node node : design.nodes()) {
            Node part = part(node.name());
            assertEquals(AccessibleRole.BUTTON, part.queryAccessibleAttribute(AccessibleAttribute.ROLE));
            assertEquals("node", part.getAccessibleRoleDescription());
            Point2D drawn = canvas.places().placeOf(node.id()).map(b -> new Point2D(b.x(), b.y())).orElseThrow();
            Bounds bounds = (Bounds) part.queryAccessibleAttribute(AccessibleAttribute.BOUNDS);
            assertEquals(canvas.localToScreen(drawn), new Point2D(bounds.getMinX(), bounds.getMinY()));
        }
        robot.interact(() -> assertEquals(design.wires().size(),
                children(canvas).stream().filter(n -> text(n).startsWith("Wire from ")).count()));
    }

    @Test
    void portsSayWhatTheyAreJoinedTo(FxRobot robot) {
        Node node = part(nameOf("by2"));
        robot.interact(() -> {
            List<String> ports = children(node).stream().map(SpokenTest::text).toList();
            assertTrue(ports.contains("Output out of " + nameOf("by2") + ". Sends to " + nameOf("totals")),
                    ports.toString());
            assertTrue(ports.stream().anyMatch(p -> p.startsWith("Input in of ")), ports.toString());
        });
    }

    @Test
    void pressingAPartSelectsItAndWhatIsSelectedHasTheFocus(FxRobot robot) {
        Node part = part(nameOf("by2"));
        robot.interact(() -> {
            canvas.requestFocus();
            part.executeAccessibleAction(AccessibleAction.FIRE);
            canvas.layout();
        });
        assertEquals(Selection.node("by2"), editor.state().selection());
        robot.interact(() -> {
            assertEquals(part, canvas.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM));
            assertEquals(true, part.queryAccessibleAttribute(AccessibleAttribute.FOCUSED));
            assertEquals(text(part), canvas.getAccessibleText(), "readers that know no parts hear the same");
        });
    }

    @Test
    void partsFollowTheViewAndThereAreOnlyThoseInSight(FxRobot robot) {
        Node part = part(nameOf("totals"));
        Bounds before = (Bounds) part.queryAccessibleAttribute(AccessibleAttribute.BOUNDS);
        Viewport seen = canvas.viewport();
        robot.interact(() -> canvas.setViewport(new Viewport(seen.x() + 10, seen.y(), seen.zoom())));
        Bounds after = (Bounds) part.queryAccessibleAttribute(AccessibleAttribute.BOUNDS);
        assertEquals(before.getMinX() - 10 * seen.zoom(), after.getMinX(), 0.01);
        robot.interact(() -> canvas.setViewport(new Viewport(seen.x() + 90_000, seen.y(), seen.zoom())));
        robot.interact(() -> assertFalse(children(canvas).contains(part)));
        assertEquals(null, part.getParent());
    }

    @Test
    void nobodyPaysForPartsThatNobodyAskedFor(FxRobot robot) {
        robot.interact(() -> canvas.layout());
        assertEquals(0, canvas.lookupAll("*")
                .stream()
                .filter(n -> "node".equals(n.getAccessibleRoleDescription())
                        && n != canvas)
                .count());
    }
}
