package millrace.app.shell;

import java.util.List;
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
        // A count beside a tab's name makes it wider, of which its row alone hears.
        tabs.getTabs().forEach(tab -> tab.graphicProperty().addListener(o -> tabs.requestLayout()));
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        super.layoutChildren(x, y, w, h);
        for (Node part : getChildren())
            if (part.getStyleClass().contains("tab-header-area"))
                part.resize(whole((Region) part, Math.max(0, w - room())), part.getLayoutBounds().getHeight());
    }

    /** No tab is cut: those for which there is no room stand in the menu behind the last. */
    private double whole(Region header, double room) {
        List<Node> tabs = List.copyOf(header.lookupAll(".tab"));
        double insets = header.snappedLeftInset() + header.snappedRightInset();
        double width = insets;
        int fit = 0;
        // The button behind the tabs that lists all is as wide as their row is high.
        double menu = getSkinnable().getTabMaxHeight();
        for (Node tab : tabs) {
            double next = width + tab.prefWidth(-1);
            if (next + (fit == tabs.size() - 1 ? 0 : menu) > room) break;
            width = next;
            fit++;
        }
        return fit == 0 || fit == tabs.size() ? room : width + menu;
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
