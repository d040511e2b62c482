package millrace.app.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.look.Type;
import millrace.event.Timing;

/**
 * The values beside the panes' lines: mark, value and word under the line at its right; where a disc, another value or
 * the watermark is in the way, at its left, then above it. What finds no place is left out; pointing at it shows it.
 */
final class PaneLabels {
    private static final double HEIGHT = 21;
    private static final double MARK = 20;
    private static final double EDGE = 9;
    private static final double NARROW = 120;
    private static final int MOST = 160;
    /** What lying over something costs; a place that costs {@link #UNREADABLE} or more is not taken. */
    private static final double UNREADABLE = 40;
    private static final double ON_LABEL = 60;
    private static final double ON_DISC = 25;
    private static final double ON_LINE = 5;
    private static final double OUTSIDE = 60;

    private final Sheet sheet;
    private final GraphicsContext g;
    private final Theme theme;
    private final List<Rectangle2D> discs = new ArrayList<>();
    private final List<Rectangle2D> labels = new ArrayList<>();
    private final double[][] stair;

    /** A label: what it says and how much room it takes, px. */
    private record Label(Column column, PaneMark pane, String value, Font font, String word, double width,
            double left, double right, double line) {}

    PaneLabels(Sheet sheet) {
        this.sheet = sheet;
        g = sheet.g();
        theme = sheet.theme();
        stair = sheet.shows(Layer.WATERMARK) ? new LinePainter(sheet).stair() : new double[2][0];
        double r = sheet.discs().radius + 2;
        if (!sheet.discs().cloud() && r > 6) {
            for (Discs.Disc d : sheet.discs().shown)
                discs.add(new Rectangle2D(d.x() - r, d.y() - r, 2 * r, 2 * r));
        }
    }

    void paint() {
        List<Label> all = new ArrayList<>();
        for (Column c : sheet.lanes().visible())
            labels(c, all);
        all.sort(java.util.Comparator.comparing((Label l) -> !sheet.hovers(l.column(), l.pane()))
                .thenComparing(l -> -l.pane().at()));
        all.stream().limit(MOST).forEach(this::place);
    }

    private void labels(Column c, List<Label> all) {
        boolean lying = sheet.model().byProcessingTime();
        for (PaneMark p : c.panes()) {
            boolean hovered = sheet.hovers(c) && sheet.shows(Layer.FUTURE);
            if (p.at() > sheet.playhead() && !hovered || !sheet.shows(ColumnPainter.layer(p.timing()))) continue;
            if (!sheet.plot().up().shows(p.at())) continue;
            Lanes.Sides sides = lying ? new Lanes.Sides(sheet.area().getMinX(), sheet.area().getMaxX())
                    : sheet.lanes().sides(c, sheet.plot(), p.at());
            double left = Math.max(sides.left(), sheet.area().getMinX());
            label(c, p, left, Math.min(sides.right(), sheet.area().getMaxX()), lying, all);
        }
    }

    private void label(Column c, PaneMark p, double left, double right, boolean lying, List<Label> all) {
        double room = right - left;
        boolean wanted = sheet.hovers(c, p);
        Font font = Type.figures(room < NARROW ? 15 : 17, 700);
        String value = Type.fit(p.value(), font, Math.max(wanted ? 160 : 0, room - MARK - 2 * EDGE + 8));
        String word = lying ? "at " + TimeAxis.timeOfDay(p.at()) : p.timing().word();
        double full = MARK + Type.width(value, font) + wordWidth(word) + EDGE;
        if (full + EDGE > room && !wanted) {
            word = "";
            full = MARK + Type.width(value, font) + 4;
        }
        if (value.isEmpty() || full > room && !wanted) {
            value = "";
            full = MARK - 6;
        }
        if (full > room + 2 && !wanted) return;
        all.add(new Label(c, p, value, font, word, full, left, Math.max(right, left + full), sheet.plot().y(p.at())));
    }

    private static double wordWidth(String word) {
        return word.isEmpty() ? 0 : Type.width(word, wordFont()) + 7;
    }

    private static Font wordFont() {
        return Type.words(12, 600);
    }

    private void place(Label l) {
        Rectangle2D best = null;
        double least = sheet.hovers(l.column(), l.pane()) ? Double.POSITIVE_INFINITY : UNREADABLE;
        for (Rectangle2D box : places(l)) {
            double cost = cost(box, l);
            if (cost < least) {
                least = cost;
                best = box;
            }
        }
        if (best == null) return;
        labels.add(best);
        draw(l, best);
    }

    /** The places for a label, the best liked first; each costs a little more than the one before. */
    private List<Rectangle2D> places(Label l) {
        double right = l.right() - l.width();
        double below = l.line() + 2;
        double above = l.line() - HEIGHT - 2;
        List<Rectangle2D> boxes = new ArrayList<>();
        for (double y : new double[] {below, above}) {
            boxes.add(new Rectangle2D(right, y, l.width(), HEIGHT));
            boxes.add(new Rectangle2D(l.left(), y, l.width(), HEIGHT));
            for (double x = right - l.width() - 6; x > l.left() && sheet.model().byProcessingTime(); x -= l.width() + 6)
                boxes.add(new Rectangle2D(x, y, l.width(), HEIGHT));
        }
        return boxes;
    }

    private double cost(Rectangle2D box, Label l) {
        double cost = box.getMinY() < l.line() ? 3 : 0;
        for (Rectangle2D other : labels)
            cost += box.intersects(other) ? ON_LABEL : 0;
        for (Rectangle2D disc : discs)
            cost += box.intersects(disc) ? ON_DISC : 0;
        if (box.getMaxY() > sheet.area().getMaxY() || box.getMinY() < sheet.area().getMinY()) cost += OUTSIDE;
        return cost + (crossesWatermark(box) ? ON_LINE : 0) + crossedPanes(box, l)
                + 0.5 * (box.getMinX() < l.right() - l.width() ? 1 : 0);
    }

    /** Other results' lines in the same column that run through the box. */
    private double crossedPanes(Rectangle2D box, Label l) {
        return ON_LINE * l.column()
                .panes()
                .stream()
                .filter(p -> p != l.pane() && p.at() <= sheet.playhead())
                .mapToDouble(p -> sheet.plot().y(p.at()))
                .filter(y -> y > box.getMinY() + 1 && y < box.getMaxY() - 1)
                .count();
    }

    private boolean crossesWatermark(Rectangle2D box) {
        for (int i = 1; i < stair[0].length; i++) {
            double left = Math.min(stair[0][i - 1], stair[0][i]);
            double right = Math.max(stair[0][i - 1], stair[0][i]);
            double top = Math.min(stair[1][i - 1], stair[1][i]);
            double bottom = Math.max(stair[1][i - 1], stair[1][i]);
            if (left < box.getMaxX() && right > box.getMinX() && top < box.getMaxY() - 2 && bottom > box.getMinY() + 4)
                return true;
        }
        return false;
    }

    private void draw(Label l, Rectangle2D box) {
        boolean hovered = sheet.hovers(l.column(), l.pane());
        g.setGlobalAlpha(l.pane().at() > sheet.playhead() ? 0.6 : 1);
        if (hovered) ground(box);
        double y = box.getMinY() + HEIGHT / 2 + 1;
        double x = box.getMinX();
        mark(l, x + 11, y);
        x += MARK;
        words(l.value(), l.font(), x, y, theme.text());
        if (!l.word().isEmpty())
            words(l.word(), wordFont(), x + Type.width(l.value(), l.font()) + 7, y + 1, theme.text2());
        g.setGlobalAlpha(1);
    }

    private void mark(Label l, double x, double y) {
        sheet.marks().oval(x, y, 7, Theme.alpha(theme.panel(), 0.85));
        boolean lying = sheet.model().byProcessingTime();
        sheet.marks().timing(lying ? Timing.EARLY : l.pane().timing(), x, y, 5);
        String key = l.column().key();
        boolean several = sheet.model().keys().all().size() > 1;
        if (several && lying) sheet.marks().oval(x, y, 2.2, theme.key(sheet.model().keys(), key).fill());
    }

    private void ground(Rectangle2D box) {
        g.setFill(theme.raised());
        g.fillRoundRect(box.getMinX(), box.getMinY(), box.getWidth(), HEIGHT, 8, 8);
        g.setStroke(theme.line2());
        g.setLineWidth(1);
        g.strokeRoundRect(box.getMinX(), box.getMinY(), box.getWidth(), HEIGHT, 8, 8);
    }

    private void words(String text, Font font, double x, double y, Color colour) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(font);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setStroke(Theme.alpha(theme.panel(), 0.85));
        g.setLineWidth(3);
        g.strokeText(text, x, y);
        g.setLineJoin(StrokeLineJoin.MITER);
        g.setFill(colour);
        g.fillText(text, x, y);
    }
}
