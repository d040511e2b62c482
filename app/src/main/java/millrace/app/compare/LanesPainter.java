package millrace.app.compare;

import javafx.geometry.VPos;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import millrace.app.compare.LaneMarks.Spot;
import millrace.app.compare.Lanes.Mark;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.event.Timing;

/** Draws what a lane says: marks, figures alone, or how many there are; what differs has a ring. */
final class LanesPainter {
    private static final double HIGH = 20;
    private static final double SAME = 0.7;
    private static final double ELLIPSIS = 14;
    private final Ink g;
    private final Theme theme;
    private final Marks marks;
    private final long playhead;

    LanesPainter(Ink g, Theme theme, long playhead) {
        this.g = g;
        this.theme = theme;
        this.playhead = playhead;
        marks = new Marks(g, theme);
        g.setFontSmoothingType(FontSmoothingType.GRAY);
        g.setTextBaseline(VPos.CENTER);
    }

    void paint(LaneMarks lane, double y) {
        for (Spot spot : lane.spots()) {
            boolean future = spot.after(playhead);
            if (spot.counted()) counted(spot, y, future);
            else
                one(spot.marks().getFirst(), spot.middle(), y, lane.small(), future);
        }
    }

    private void one(Mark m, double x, double y, boolean small, boolean future) {
        double width = small ? LaneMarks.smallWidth(m.figure()) : Marks.resultWidth(m.figure());
        ground(x - width / 2, y, width);
        g.setGlobalAlpha(future ? Tokens.FUTURE : m.differs() ? 1 : SAME);
        if (small) figure(m, x, y, width);
        else if (m.retraction()) marks.retraction(x, y, m.timing(), m.figure());
        else
            marks.result(x, y, m.timing(), m.figure());
        g.setGlobalAlpha(1);
        if (m.differs()) ring(x - width / 2, y, width);
    }

    /** The lane's line does not run through it. */
    private void ground(double left, double y, double width) {
        g.setFill(theme.panel());
        g.fillRoundRect(left, y - HIGH / 2, width, HIGH, 8, 8);
    }

    private void figure(Mark m, double x, double y, double width) {
        box(x - width / 2, y, width, m);
        marks.text(x, y, m.figure(), Type.figures(12, 700), m.retraction() ? theme.text2() : theme.text());
        if (!m.retraction()) return;
        g.setStroke(theme.text2());
        g.setLineWidth(1.6);
        g.strokeLine(x - width / 2 + 4, y, x + width / 2 - 4, y);
    }

    /** Late ones are told by dashes, too, early ones by a thinner line. */
    private void box(double left, double y, double width, Mark m) {
        g.setStroke(theme.timing(m.timing()));
        g.setLineWidth(m.timing() == Timing.EARLY ? 1.2 : 2);
        if (m.timing() == Timing.LATE) g.setLineDashes(3, 2);
        g.strokeRoundRect(left, y - HIGH / 2, width, HIGH, 8, 8);
        g.setLineDashes();
    }

    private void ring(double left, double y, double width) {
        g.setStroke(theme.ink());
        g.setLineWidth(1.6);
        double more = LaneMarks.RING - 1;
        g.strokeRoundRect(left - more, y - HIGH / 2 - more - 1, width + 2 * more, HIGH + 2 * more + 2, 13, 13);
    }

    /** From the first figure to the last if there is room; how many, and how many of them differ. */
    private void counted(Spot spot, double y, boolean future) {
        double more = spot.ringed() ? LaneMarks.RING : 0;
        double left = spot.left() + more;
        double width = spot.right() - spot.left() - 2 * more;
        g.setFill(theme.sunken());
        g.fillRoundRect(left, y - HIGH / 2, width, HIGH, 8, 8);
        g.setStroke(theme.line2());
        g.setLineWidth(1);
        g.strokeRoundRect(left + 0.5, y - HIGH / 2 + 0.5, width - 1, HIGH - 1, 8, 8);
        g.setGlobalAlpha(future ? Tokens.FUTURE_LINE : 1);
        double sign = spot.differing() == 0 || spot.ringed() ? 0 : Marks.differsWidth(spot.differing()) + 2;
        words(spot, left, y, width - sign);
        if (sign > 0) marks.differs(spot.right() - sign / 2 - 2, y, spot.differing());
        g.setGlobalAlpha(1);
        if (spot.ringed()) ring(left, y, width);
    }

    private void words(Spot spot, double from, double y, double room) {
        String count = "\u00d7" + spot.marks().size();
        double middle = from + room / 2;
        String span = spot.marks().getFirst().figure() + " \u2026 " + spot.marks().getLast().figure();
        double wide = Type.width(span, Type.figures(12, 500)) + Type.width(count, Type.figures(12, 700)) + ELLIPSIS + 8;
        if (wide > room) {
            marks.text(middle, y, count, Type.figures(12, 700), theme.text());
            return;
        }
        double left = middle - (wide - 8) / 2;
        left(left, y, span, false);
        left(left + Type.width(span, Type.figures(12, 500)) + ELLIPSIS, y, count, true);
    }

    private void left(double x, double y, String text, boolean strong) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(strong ? theme.text() : theme.text2());
        g.setFont(Type.figures(12, strong ? 700 : 500));
        g.fillText(text, x, y);
    }
}
