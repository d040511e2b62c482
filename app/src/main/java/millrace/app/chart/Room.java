package millrace.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;
import org.jspecify.annotations.Nullable;

/** Finds the place where a label covers least of what else is to be seen. */
final class Room {
    static final double HEIGHT = 21;
    /** What lying over something costs; a place that costs {@link #UNREADABLE} or more is not readable. */
    static final double UNREADABLE = 40;
    private static final double ON_LABEL = 60;
    static final double ON_DISC = 25;
    private static final double ON_LINE = 5;
    private static final double OUTSIDE = 60;
    private static final double ABOVE = 3;

    private final Sheet sheet;
    private final List<Rectangle2D> discs = new ArrayList<>();
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final Stair stair;

    Room(Sheet sheet) {
        this.sheet = sheet;
        stair = sheet.shows(Layer.WATERMARK) ? Stair.of(sheet.model(), sheet.plot(), 0) : Stair.NONE;
        double r = sheet.discs().radius + 2;
        if (sheet.discs().cloud() || r <= 6) return;
        for (Discs.Disc d : sheet.discs().shown)
            discs.add(new Rectangle2D(d.x() - r, d.y() - r, 2 * r, 2 * r));
    }

    void take(Rectangle2D box) {
        taken.add(box);
    }

    /** The place that covers least, the earlier one among equals; null if each costs {@code most} or more. */
    @Nullable
    Rectangle2D best(List<Rectangle2D> places, Column column, PaneMark pane, double most) {
        Rectangle2D best = null;
        double least = most;
        double line = sheet.plot().y(pane.at());
        for (int i = 0; i < places.size() && least > 0.1 * i; i++) {
            Rectangle2D box = places.get(i);
            double cost = cost(box) + crossedPanes(box, column, pane) + 0.1 * i + (box.getMinY() < line ? ABOVE : 0);
            if (cost >= least) continue;
            least = cost;
            best = box;
        }
        return best;
    }

    /** The first place that covers no label and no disc. */
    Optional<Rectangle2D> free(List<Rectangle2D> places) {
        return places.stream().filter(box -> cost(box) < ON_DISC).findFirst();
    }

    private double cost(Rectangle2D box) {
        double cost = crossesWatermark(box) ? ON_LINE : 0;
        for (Rectangle2D other : taken)
            cost += box.intersects(other) ? ON_LABEL : 0;
        for (Rectangle2D disc : discs)
            cost += box.intersects(disc) ? ON_DISC : 0;
        boolean outside = box.getMaxY() > sheet.area().getMaxY() || box.getMinY() < sheet.area().getMinY();
        return cost + (outside ? OUTSIDE : 0);
    }

    /** Other results' lines in the same column that run through the box. */
    private double crossedPanes(Rectangle2D box, Column column, PaneMark pane) {
        return ON_LINE * column.panes()
                .stream()
                .filter(p -> p != pane && p.at() <= sheet.playhead())
                .mapToDouble(p -> sheet.plot().y(p.at()))
                .filter(y -> y > box.getMinY() + 1 && y < box.getMaxY() - 1)
                .count();
    }

    private boolean crossesWatermark(Rectangle2D box) {
        for (int i = 1; i < stair.size(); i++) {
            double left = Math.min(stair.xs()[i - 1], stair.xs()[i]);
            double right = Math.max(stair.xs()[i - 1], stair.xs()[i]);
            double top = Math.min(stair.ys()[i - 1], stair.ys()[i]);
            double bottom = Math.max(stair.ys()[i - 1], stair.ys()[i]);
            boolean apart = left >= box.getMaxX() || right <= box.getMinX() || top >= box.getMaxY() - 2
                    || bottom <= box.getMinY() + 4;
            if (!apart) return true;
        }
        return false;
    }
}
