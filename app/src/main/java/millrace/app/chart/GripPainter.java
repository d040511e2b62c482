package millrace.app.chart;

import millrace.app.look.Ink;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Durations;

/** The handle under the pointer, and beside it what the setting is that it drags. */
final class GripPainter {
    private static final double LONG = 22;
    private static final double THICK = 7;
    private static final double TAG = 21;
    private final Sheet sheet;
    private final Ink g;
    private final Theme theme;

    GripPainter(Sheet sheet) {
        this.sheet = sheet;
        g = sheet.g();
        theme = sheet.theme();
    }

    void paint() {
        sheet.pointing().grip().ifPresent(this::paint);
    }

    private void paint(Sheet.Gripping at) {
        switch (at.grip()) {
            case Grip.Line l -> line(Stair.of(sheet.model(), sheet.plot(), 0));
            case Grip.Horizon h -> line(Stair.of(sheet.model(), sheet.plot(),
                    sheet.model().levers().of(Lever.LATENESS).orElse(0)));
            case Grip.Edge e -> capsule(at.x(), at.y(), sheet.model().byProcessingTime());
            case Grip.Top t -> capsule(at.x(), at.y(), true);
        }
        tag(at);
    }

    private void line(Stair stair) {
        sheet.withinPlot(() -> {
            g.setStroke(Theme.alpha(theme.ink(), 0.85));
            g.setLineWidth(4.5);
            g.setLineDashes();
            g.strokePolyline(stair.xs(), stair.ys(), stair.size());
        });
    }

    private void capsule(double x, double y, boolean lying) {
        double width = lying ? LONG : THICK;
        double height = lying ? THICK : LONG;
        g.setFill(theme.panel());
        g.fillRoundRect(x - width / 2 - 2, y - height / 2 - 2, width + 4, height + 4, THICK + 4, THICK + 4);
        g.setFill(theme.ink());
        g.fillRoundRect(x - width / 2, y - height / 2, width, height, THICK, THICK);
    }

    private void tag(Sheet.Gripping at) {
        String words = Texts.of("chart.lever." + at.grip().lever().name().toLowerCase(java.util.Locale.ROOT),
                Durations.format(at.value()));
        double width = Type.width(words, Type.words(12, 600)) + 16;
        double left = Math.min(at.x() + 14, sheet.area().getMaxX() - width);
        double top = Math.clamp(at.y() - TAG - 10, sheet.area().getMinY(), sheet.area().getMaxY() - TAG);
        g.setFill(theme.ink());
        g.fillRoundRect(left, top, width, TAG, 8, 8);
        sheet.marks().text(left + width / 2, top + TAG / 2, words, Type.words(12, 600), theme.onInk());
    }
}
