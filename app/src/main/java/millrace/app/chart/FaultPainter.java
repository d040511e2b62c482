package millrace.app.chart;

import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import millrace.app.look.Ink;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import millrace.app.look.Hatch;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Clock;
import millrace.trace.ChartData;

/** When the node was down, across all event times, and when its inputs were idle, along the processing time. */
final class FaultPainter {
    private static final double SPAN = 16;
    /** A band is at least this high, so that words fit beside its sign, px. */
    private static final double WORDS = 18;
    private static final double MARGIN = 10;
    private static final Font WORD = Type.words(11.5, 600);
    /** Room for the sign before the words, and where there is none for words, px. */
    private static final double SIGN = 34;
    private static final double LONE = 20;
    private static final double BY = 12;
    private final Sheet sheet;
    private final Ink g;
    private final Theme theme;

    FaultPainter(Sheet sheet) {
        this.sheet = sheet;
        g = sheet.g();
        theme = sheet.theme();
    }

    void outages() {
        if (!sheet.shows(Layer.DOWN)) return;
        sheet.model()
                .beside()
                .outages()
                .stream()
                .filter(o -> o.from() <= sheet.playhead())
                .forEach(this::outage);
    }

    private void outage(ChartData.Outage o) {
        double bottom = sheet.plot().clampedY(o.from());
        double top = sheet.plot().clampedY(Math.min(o.to(), sheet.playhead()));
        double left = sheet.area().getMinX();
        double width = sheet.area().getWidth();
        g.setFill(Hatch.crash(theme));
        g.fillRect(left, top, width, Math.max(1, bottom - top));
        g.setStroke(theme.fail());
        g.setLineWidth(1.5);
        g.strokeLine(left, bottom, left + width, bottom);
        boolean back = o.to() <= sheet.playhead();
        if (back) g.strokeLine(left, top, left + width, top);
        words(o, back, bottom - top >= WORDS ? (top + bottom) / 2 : bottom + WORDS / 2);
    }

    /** Where no event lies over them, if there is such a place. */
    static double free(Discs discs, Rectangle2D area, double width, double y) {
        double first = area.getMinX() + MARGIN;
        double last = area.getMaxX() - MARGIN - width;
        for (double x = first; x < last; x += BY)
            if (discs.free(new Rectangle2D(x - 4, y - 9, width, 18))) return x;
        return first;
    }

    private void words(ChartData.Outage o, boolean back, double y) {
        Clock clock = sheet.model().clock();
        String what = "chart." + (o.crashed() ? "crashed" : "stopped") + (back ? ".back" : "");
        String whole = Texts.of(what, clock.format(o.from()), back ? clock.format(o.to()) : "");
        boolean fits = Type.width(whole, WORD) + SIGN + 2 * MARGIN <= sheet.area().getWidth();
        String words = fits ? whole : "";
        double width = fits ? Type.width(whole, WORD) + SIGN : LONE;
        double x = free(sheet.discs(), sheet.area(), width, y);
        g.setFill(theme.panel());
        g.fillRoundRect(x - 4, y - 9, width, 18, 8, 8);
        sheet.marks().cross(x + 6, y, 4, 2, theme.fail());
        g.setFont(WORD);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(theme.text());
        g.fillText(words, x + 18, y);
    }

    void idle() {
        if (!sheet.shows(Layer.IDLE)) return;
        for (ChartData.Idle span : sheet.model().beside().idle()) {
            if (span.from() <= sheet.playhead()) idle(span);
        }
    }

    /** A dashed capsule at the right, for each input beside the other. */
    private void idle(ChartData.Idle span) {
        double x = sheet.area().getMaxX() - (SPAN + 6) * (span.input() + 1);
        double bottom = sheet.plot().clampedY(span.from());
        double top = sheet.plot().clampedY(Math.min(span.to(), sheet.playhead()));
        double height = Math.max(SPAN, bottom - top);
        g.setFill(theme.panel());
        g.fillRoundRect(x, top, SPAN, height, SPAN, SPAN);
        g.setStroke(theme.text2());
        g.setLineWidth(1.5);
        g.setLineDashes(4, 3);
        g.strokeRoundRect(x, top, SPAN, height, SPAN, SPAN);
        g.setLineDashes();
        double middle = top + height / 2;
        g.strokeLine(x + SPAN / 2 - 2.5, middle - 4, x + SPAN / 2 - 2.5, middle + 4);
        g.strokeLine(x + SPAN / 2 + 2.5, middle - 4, x + SPAN / 2 + 2.5, middle + 4);
    }
}
