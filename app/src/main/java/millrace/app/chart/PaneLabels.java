package millrace.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;
import millrace.app.look.Ink;
import millrace.app.look.KeyColour;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.event.Timing;

/**
 * The values beside the panes' lines: mark, value and word under the line at its right; where a disc, another value or
 * the watermark is in the way, at its left, then above it; in fewer words where room is short. What finds no place is
 * left out; pointing at it shows it.
 */
final class PaneLabels {
    private static final double MARK = 20;
    private static final double CHIP = 18;
    private static final double SIGN = 23;
    private static final double EDGE = 9;
    private static final double NARROW = Tokens.NARROW_COLUMN;
    private static final double BETWEEN = 6;
    private static final int MOST = 160;

    private final Sheet sheet;
    private final Ink g;
    private final Theme theme;
    private final Room room;
    private final boolean lying;
    private final boolean keyed;
    private final Differing differing = new Differing();

    /** A label for a pane whose line runs from {@code left} to {@code right}, px. */
    private record Label(Column column, PaneMark pane, double left, double right, double line, boolean differs) {
        double room() {
            return right - left;
        }
    }

    /** What a label says, and how wide that is, px. */
    private record Saying(String value, Font font, String word, double width) {}

    PaneLabels(Sheet sheet, Room room) {
        this.sheet = sheet;
        g = sheet.g();
        theme = sheet.theme();
        this.room = room;
        lying = sheet.model().byProcessingTime();
        keyed = sheet.windows().visible().stream().map(Column::key).distinct().limit(2).count() > 1;
    }

    void paint() {
        List<Label> all = new ArrayList<>();
        for (Column c : sheet.windows().visible())
            labels(c, all);
        all.sort(Comparator.comparing((Label l) -> !hovered(l))
                .thenComparing(l -> !l.differs())
                .thenComparing(l -> -l.pane().at()));
        all.stream().limit(MOST).forEach(this::place);
        all.stream().filter(Label::differs).forEach(l -> differing.seen.add(l.pane().event()));
        differing.without += (int) all.stream().skip(MOST).filter(Label::differs).count();
    }

    private boolean hovered(Label l) {
        return sheet.hovers(l.column(), l.pane());
    }

    private void labels(Column c, List<Label> all) {
        for (PaneMark p : c.panes()) {
            boolean shown = p.at() <= sheet.playhead() || sheet.hovers(c) && sheet.shows(Layer.FUTURE);
            if (!shown || !sheet.shows(ColumnPainter.layer(p.timing())) || !sheet.plot().up().shows(p.at())) continue;
            Windows.Sides sides = lying ? new Windows.Sides(sheet.area().getMinX(), sheet.area().getMaxX())
                    : sheet.windows().sides(c, sheet.plot(), p.at());
            double left = Math.max(sides.left(), sheet.area().getMinX());
            double right = Math.min(sides.right(), sheet.area().getMaxX());
            if (right - left >= MARK - BETWEEN)
                all.add(new Label(c, p, left, right, sheet.plot().y(p.at()), sheet.differs(p)));
        }
    }

    /** Rather in fewer words than over a disc; rather over a disc than the mark alone. */
    private void place(Label l) {
        List<Saying> all = sayings(l);
        List<Saying> valued = all.stream().filter(s -> !s.value().isEmpty()).toList();
        if (placed(l, valued, Math.min(Room.ON_DISC, most(l))) || placed(l, all, most(l)) || !l.differs()) return;
        differing.without++;
        place(new Label(l.column(), l.pane(), l.left(), l.right(), l.line(), false));
    }

    private boolean placed(Label l, List<Saying> sayings, double most) {
        for (Saying s : sayings) {
            boolean fits = s.width() <= l.room() || hovered(l) || l.differs() && s.word().isEmpty();
            Rectangle2D box = fits ? room.best(places(l, s), l.column(), l.pane(), most) : null;
            if (box == null) continue;
            room.take(box);
            draw(l, s, box);
            return true;
        }
        return false;
    }

    /** What is pointed at is shown in any case; a sign of inequality stands on nothing. */
    private double most(Label l) {
        if (hovered(l)) return Double.POSITIVE_INFINITY;
        return l.differs() ? Room.ON_DISC : Room.UNREADABLE;
    }

    /** What became of the values that another run does not say. */
    static final class Differing {
        /** Events of those that were seen to here. */
        final Set<Long> seen = new HashSet<>();
        /** How many of them found no place. */
        int without;
    }

    Differing differing() {
        return differing;
    }

    /** From all that there is to say to the mark alone. */
    private List<Saying> sayings(Label l) {
        Font large = Type.figures(l.room() < NARROW ? 15 : 17, 700);
        String word = lying ? Texts.of("chart.at", TimeAxis.timeOfDay(l.pane().at()))
                : Texts.of("look.timing." + l.pane().timing());
        List<Saying> sayings = new ArrayList<>();
        if (!l.pane().detail().equals(l.pane().value()))
            sayings.add(saying(l, l.pane().detail(), Type.figures(13, 700), word));
        sayings.add(saying(l, l.pane().value(), large, word));
        sayings.add(saying(l, l.pane().value(), large, ""));
        sayings.add(saying(l, l.pane().value(), Type.figures(12, 700), ""));
        sayings.add(saying(l, "", large, ""));
        return sayings;
    }

    private Saying saying(Label l, String value, Font font, String word) {
        String text = Type.fit(value, font, 320);
        double words = word.isEmpty() ? 0 : Type.width(word, wordFont()) + 7 + EDGE;
        double figures = text.isEmpty() ? 0 : Type.width(text, font) + 4;
        double lead = text.isEmpty() && !keyed ? MARK - BETWEEN : MARK;
        return new Saying(text, font, word, lead + (l.differs() ? SIGN : 0) + (keyed ? CHIP : 0) + figures + words);
    }

    private static Font wordFont() {
        return Type.words(12, 600);
    }

    /** The places for a label, the best liked first. */
    private List<Rectangle2D> places(Label l, Saying s) {
        double right = Math.max(l.left(), l.right() - s.width());
        List<Rectangle2D> boxes = new ArrayList<>();
        for (double y : new double[] {l.line() + 2, l.line() - Room.HEIGHT - 2}) {
            boxes.add(new Rectangle2D(right, y, s.width(), Room.HEIGHT));
            boxes.add(new Rectangle2D(l.left(), y, s.width(), Room.HEIGHT));
            for (double x = right - s.width() - BETWEEN; x > l.left() && (lying || keyed); x -= s.width() + BETWEEN)
                boxes.add(new Rectangle2D(x, y, s.width(), Room.HEIGHT));
        }
        return boxes;
    }

    private void draw(Label l, Saying s, Rectangle2D box) {
        g.setGlobalAlpha(l.pane().at() > sheet.playhead() ? 0.6 : 1);
        if (hovered(l)) ground(box);
        double y = box.getMinY() + Room.HEIGHT / 2 + 1;
        double x = box.getMinX();
        if (l.differs()) {
            sheet.marks().differs(x + SIGN / 2, y, 1);
            x += SIGN;
        }
        sheet.marks().oval(x + 11, y, 7, Theme.alpha(theme.panel(), Tokens.HALO));
        sheet.marks().timing(lying ? Timing.EARLY : l.pane().timing(), x + 11, y, 5);
        x += MARK;
        if (keyed) {
            chip(l.column().key(), x + 7.5, y);
            x += CHIP;
        }
        words(s.value(), s.font(), x, y, theme.text());
        if (!s.word().isEmpty())
            words(s.word(), wordFont(), x + Type.width(s.value(), s.font()) + 7, y + 1, theme.text2());
        g.setGlobalAlpha(1);
    }

    private void chip(String key, double x, double y) {
        KeyColour colour = theme.key(sheet.model().keys(), key);
        sheet.marks().event(x, y, 7.5, colour, theme.panel(), "");
        sheet.marks().text(x, y, sheet.model().keys().letter(key), Type.figures(9, 700), colour.figure());
    }

    private void ground(Rectangle2D box) {
        g.setFill(theme.raised());
        g.fillRoundRect(box.getMinX(), box.getMinY(), box.getWidth(), Room.HEIGHT, 8, 8);
        g.setStroke(theme.line2());
        g.setLineWidth(1);
        g.strokeRoundRect(box.getMinX(), box.getMinY(), box.getWidth(), Room.HEIGHT, 8, 8);
    }

    private void words(String text, Font font, double x, double y, Color colour) {
        if (text.isEmpty()) return;
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(font);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setStroke(Theme.alpha(theme.panel(), Tokens.HALO));
        g.setLineWidth(Tokens.WORDS_HALO);
        g.strokeText(text, x, y);
        g.setLineJoin(StrokeLineJoin.MITER);
        g.setFill(colour);
        g.fillText(text, x, y);
    }
}
