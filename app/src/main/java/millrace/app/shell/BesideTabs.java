package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.skin.TabPaneSkin;
import javafx.scene.input.MouseEvent;
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
        tabs.getSelectionModel().selectedIndexProperty().addListener(o -> tabs.requestLayout());
        leaveKeys();
    }

    /** Where a view is pressed it has the keys: the row of tabs does not take them. */
    private void leaveKeys() {
        for (Node part : getChildren())
            if (part.getStyleClass().contains("tab-content-area"))
                part.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        super.layoutChildren(x, y, w, h);
        for (Node part : getChildren())
            if (part.getStyleClass().contains("tab-header-area"))
                part.resize(whole((Region) part, Math.max(0, w - room())), part.getLayoutBounds().getHeight());
    }

    /** No tab is cut, and the open one is always seen: those for which there is no room stand in the menu behind the last. */
    private double whole(Region header, double room) {
        List<Region> tabs = header.lookupAll(".tab").stream().map(Region.class::cast).toList();
        tabs.forEach(tab -> show(tab, true));
        // The button behind the tabs that lists all is as wide as their row is high.
        double menu = getSkinnable().getTabMaxHeight();
        double insets = header.snappedLeftInset() + header.snappedRightInset();
        boolean fit = insets + width(tabs) <= room;
        List<Region> seen = fit ? tabs : seen(tabs, room - insets - menu);
        tabs.forEach(tab -> show(tab, seen.contains(tab)));
        // As wide as all of them, so that the button is there.
        ((Region) header.lookup(".headers-region")).setPrefWidth(fit ? Region.USE_COMPUTED_SIZE : room);
        return fit ? room : Math.min(room, insets + width(seen) + menu);
    }

    /** The open one, and of the others the first, as far as there is room beside it. */
    private List<Region> seen(List<Region> tabs, double room) {
        Region open = tabs.get(Math.max(0, getSkinnable().getSelectionModel().getSelectedIndex()));
        double left = room - open.prefWidth(-1);
        List<Region> seen = new ArrayList<>();
        for (Region tab : tabs) {
            if (tab != open) left -= tab.prefWidth(-1);
            if (tab == open || left >= 0) seen.add(tab);
        }
        return seen;
    }

    private static double width(List<Region> tabs) {
        return tabs.stream().mapToDouble(tab -> tab.prefWidth(-1)).sum();
    }

    private static void show(Region tab, boolean seen) {
        tab.setVisible(seen);
        tab.setPrefWidth(seen ? Region.USE_COMPUTED_SIZE : 0);
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
