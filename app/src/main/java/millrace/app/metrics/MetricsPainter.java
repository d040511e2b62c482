package millrace.app.metrics;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.metrics.MetricsModel.Kind;
import millrace.app.metrics.MetricsModel.OfNode;
import millrace.app.metrics.MetricsModel.Series;
import millrace.app.text.Texts;

/** Draws the metrics: a row for each node, a column for each kind, one time axis in all. */
final class MetricsPainter {
    private static final double FIGURE = 12;
    /** So far from the end a figure stands: the playhead may be there. */
    private static final double BESIDE = 7;
    private static final double TICK_ROOM = 74;
    private static final double FUTURE = 0.32;

    private final Ink g;
    private final Marks marks;
    private final MetricsPlot plot;
    private final MetricsModel model;
    private final long playhead;
    private final Theme theme;

    MetricsPainter(Ink g, MetricsPlot plot, long playhead, Theme theme) {
        this.g = g;
        this.plot = plot;
        this.playhead = playhead;
        this.theme = theme;
        model = plot.model();
        marks = new Marks(g, theme);
    }

    void paint(UnaryOperator<String> names, Predicate<String> selected) {
        g.setFontSmoothingType(FontSmoothingType.GRAY);
        g.setFill(theme.panel());
        g.fillRect(0, 0, plot.width(), plot.height());
        for (int row = plot.firstRow(); row < model.nodes().size() && plot.top(row) < plot.foot(); row++) {
            OfNode node = model.nodes().get(row);
            row(row, names.apply(node.node()), selected.test(node.node()));
            for (Kind kind : Kind.values())
                cell(row, node, kind);
        }
        frame();
        for (Kind kind : Kind.values())
            playhead(kind);
    }

    private void row(int row, String name, boolean selected) {
        if (row % 2 == 0) {
            g.setFill(theme.lane());
            g.fillRect(0, plot.top(row), plot.width(), plot.row());
        }
        words(name, MetricsPlot.LEFT - 24, 14, plot.top(row) + plot.row() / 2, 12.5, selected ? 600 : 400,
                theme.text());
    }

    private void words(String text, double room, double x, double y, double size, int weight, Color colour) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colour);
        Type.write(g, Type.words(size, weight), Type.fit(text, Type.words(size, weight), room), x, y);
    }

    private void cell(int row, OfNode node, Kind kind) {
        Series series = node.of(kind);
        TimeAxis axis = plot.axis(kind);
        double foot = plot.top(row) + plot.row() - 7;
        g.setStroke(theme.line());
        g.setLineWidth(1);
        g.strokeLine(axis.start(), Math.floor(foot) + 0.5, axis.end(), Math.floor(foot) + 0.5);
        figure(row, series, kind);
        if (!series.known() || model.most(kind) <= 0) return;
        double scale = (plot.row() - 27) / model.most(kind);
        area(series, axis, foot, scale, kind == Kind.LAG ? theme.event() : theme.token());
        if (kind == Kind.THROUGHPUT && node.dropped().most() > 0) area(node.dropped(), axis, foot, scale, theme.late());
    }

    private void figure(int row, Series series, Kind kind) {
        var value = model.value(series, playhead);
        String text = value.isPresent() ? MetricsModel.text(kind, value.getAsDouble()) : "–";
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(value.isPresent() && value.getAsDouble() > 0 ? theme.text() : theme.text3());
        Type.write(g, Type.figures(FIGURE, 700), text, plot.axis(kind).end() - BESIDE, plot.top(row) + 11);
    }

    /** Steps: each value holds over its span. What is after the playhead is faint. */
    private void area(Series series, TimeAxis axis, double foot, double scale, Color colour) {
        int now = model.at(playhead);
        for (int i = 0; i < series.values().length; i++) {
            double value = series.values()[i];
            if (Double.isNaN(value) || value <= 0) continue;
            double from = Math.rint(axis.px(model.over(i) - model.span()));
            double to = Math.rint(Math.min(axis.end(), axis.px(model.over(i))));
            double y = foot - Math.max(1.5, value * scale);
            double strength = i <= now ? 1 : FUTURE;
            g.setFill(Theme.alpha(colour, 0.3 * strength));
            g.fillRect(from, y, to - from, foot - y);
            g.setFill(Theme.alpha(colour, strength));
            g.fillRect(from, y - 0.8, to - from, 1.8);
        }
    }

    /** The heads of the columns and their axes lie over rows that are scrolled under them. */
    private void frame() {
        g.setFill(theme.panel());
        g.fillRect(0, 0, plot.width(), MetricsPlot.TOP);
        g.fillRect(0, plot.foot(), plot.width(), plot.height() - plot.foot());
        for (Kind kind : Kind.values()) {
            TimeAxis axis = plot.axis(kind);
            double room = axis.end() - axis.start();
            words(Texts.of("metrics." + kind), room, axis.start(), 13, 12.5, 600, theme.text());
            double used = Type.width(Texts.of("metrics." + kind), Type.words(12.5, 600)) + 8;
            words(scale(kind), room - used, axis.start() + used, 13, 11.5, 400, theme.text3());
            for (TimeAxis.Tick t : axis.ticks(model.clock(), TICK_ROOM)) {
                double half = Type.width(t.label(), Type.axis()) / 2;
                boolean fits = t.px() - half > axis.start() - 12 && t.px() + half < axis.end() + 12;
                if (fits) marks.text(t.px(), plot.foot() + 13, t.label(), Type.figures(11, 500), theme.proc());
            }
        }
    }

    private String scale(Kind kind) {
        double most = model.most(kind);
        return most <= 0 ? Texts.of("metrics.none")
                : Texts.of("metrics.most", MetricsModel.text(kind, most),
                        Texts.of("metrics.unit." + kind)).strip();
    }

    private void playhead(Kind kind) {
        double x = plot.axis(kind).px(playhead);
        if (x > plot.axis(kind).end() + 1) return;
        g.setStroke(theme.proc());
        g.setLineWidth(Tokens.PLAYHEAD_LINE);
        g.strokeLine(x, MetricsPlot.TOP - 3, x, plot.foot() + 3);
    }
}
