package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** Tables of the inspector can be read, however many columns they have. */
@ExtendWith(ApplicationExtension.class)
class GridJourneyTest extends WindowTest {
    private static final Path CUSTOMERS = Path.of("../designs/joins/customer-view.json");

    @Start
    @Override
    void start(Stage stage) {
        super.start(stage);
    }

    @Stop
    @Override
    void stop() {
        super.stop();
    }

    private List<TableView<?>> grids() {
        List<TableView<?>> all = new ArrayList<>();
        designer.inspector.lookupAll(".grid-editor").forEach(n -> all.add((TableView<?>) n));
        return all;
    }

    /** The words of cells and heads that are not seen whole. */
    private static List<String> cut(TableView<?> grid) {
        List<String> cut = new ArrayList<>();
        for (String part : List.of(".table-cell", ".column-header .label"))
            for (Node n : grid.lookupAll(part)) {
                String words = ((Labeled) n).getText();
                if (words != null && n.lookup(".text") instanceof Text t && !t.getText().equals(words)) cut.add(words);
            }
        return cut;
    }

    @Test
    void theEditsOfATableAreReadableAndReachable(FxRobot robot) {
        open(robot, CUSTOMERS);
        robot.interact(() -> workspace.editor().select(millrace.app.editor.Selection.node("orders")));
        await(() -> grids().stream().anyMatch(g -> g.getColumns().size() == 6));
        TableView<?> edits = grids().stream().filter(g -> g.getColumns().size() == 6).findFirst().orElseThrow();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(), cut(edits));
        double wide = edits.getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
        assertTrue(wide > edits.getWidth(), "more than there is room for: it is scrolled");
        Node bar = edits.lookup(".scroll-bar:horizontal");
        assertTrue(bar != null && bar.isVisible());
        Region rows = (Region) edits.lookup(".scroll-bar:vertical");
        assertEquals(0, rows.getWidth(), "all rows are seen, and nothing covers them");
        edits.lookupAll(".table-row-cell").stream().filter(n -> ((TableRow<?>) n).getItem() != null).forEach(n -> {
            double low = n.localToScene(n.getLayoutBounds()).getMaxY();
            assertTrue(low <= bar.localToScene(bar.getLayoutBounds()).getMinY(), "above the bar");
        });
        TableView<?> fields = grids().getFirst();
        double all = fields.getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
        assertTrue(all <= fields.getWidth(), "where there is room nothing is scrolled");
    }
}
