package millrace.app.shell;

import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.skin.TabPaneSkin;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What stands beside the tabs of a view lies over the end of their row: the tabs stop before it, however wide it is. */
final class BesideTabs extends TabPaneSkin {
    private final StackPane row;

    /** @param row the tabs, and above them what stands beside them */
    BesideTabs(TabPane tabs, StackPane row) {
        super(tabs);
        this.row = row;
        for (Node beside : row.getChildren()) {
            if (beside == tabs) continue;
            beside.layoutBoundsProperty().addListener(o -> tabs.requestLayout());
            beside.visibleProperty().addListener(o -> tabs.requestLayout());
        }
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        super.layoutChildren(x, y, w, h);
        for (Node part : getChildren())
            if (part.getStyleClass().contains("tab-header-area"))
                part.resize(Math.max(0, w - room()), part.getLayoutBounds().getHeight());
    }

    private double room() {
        return row.getChildren()
                .stream()
                .filter(n -> n != getSkinnable() && n.isVisible())
                .mapToDouble(n -> ((Region) n).getWidth())
                .max()
                .orElse(0);
    }
}
