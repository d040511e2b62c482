package millrace.app.chart;

import java.util.List;
import javafx.geometry.Rectangle2D;
import millrace.app.look.Marks;
import millrace.event.Event;
import millrace.event.Pane;

/**
 * Marks what another run does not say: a sign of inequality beside a value ({@link PaneLabels}) or beside an event. What
 * finds no place there is counted above the plot.
 */
final class NotedPainter {
    private static final double WIDTH = Marks.differsWidth(1);
    private static final double HEIGHT = 17;
    /** Beside smaller discs nobody would know which a sign belongs to, px. */
    private static final double READABLE = 7;
    private static final double FINITE = 8e15;
    private final Sheet sheet;
    private final Room room;
    private final PaneLabels.Differing values;
    private int without;

    /** @param values what became of those that stand with values */
    NotedPainter(Sheet sheet, Room room, PaneLabels.Differing values) {
        this.sheet = sheet;
        this.room = room;
        this.values = values;
        without = values.without;
    }

    void paint() {
        for (TimeChart.Noted n : sheet.differing().all())
            if (!values.seen.contains(n.event().id)) beside(n);
        if (without > 0) count();
    }

    private void beside(TimeChart.Noted n) {
        double x = n.event().schema.panes() ? edge(n.event()) : sheet.plot().x(n.event().time);
        double y = sheet.plot().y(n.at());
        if (!sheet.plot().holds(x, y) || n.at() > sheet.playhead()) return;
        if (sheet.discs().radius < READABLE && !n.event().schema.panes()) {
            without++;
            return;
        }
        double away = Math.max(8, sheet.discs().radius) * Marks.DIAMOND + 3;
        room.free(List.of(box(x + away + WIDTH / 2, y), box(x - away - WIDTH / 2, y), box(x, y - away - HEIGHT / 2),
                box(x, y + away + HEIGHT / 2))).ifPresentOrElse(this::sign, () -> without++);
    }

    private static Rectangle2D box(double x, double y) {
        return new Rectangle2D(x - WIDTH / 2, y - HEIGHT / 2, WIDTH, HEIGHT);
    }

    private void sign(Rectangle2D box) {
        room.take(box);
        sheet.marks().differs(box.getMinX() + WIDTH / 2, box.getMinY() + HEIGHT / 2, 1);
    }

    /** Near the right edge of a window, or at the plot's left where windows lie. */
    private double edge(Event event) {
        if (sheet.model().byProcessingTime()) return sheet.area().getMinX() + WIDTH;
        long end = Pane.of(event).end();
        double right = sheet.plot().clampedX(Math.abs((double) end) < FINITE ? end : event.time);
        return Math.min(right, sheet.area().getMaxX()) - WIDTH / 2;
    }

    private void count() {
        double x = sheet.area().getMaxX() - Marks.differsWidth(without) / 2;
        sheet.marks().differs(x, sheet.area().getMinY() - 14, without);
    }
}
