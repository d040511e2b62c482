package millrace.app.checkpoints;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import millrace.app.checkpoints.CheckpointsModel.Checkpoint;
import millrace.app.checkpoints.CheckpointsModel.Outage;
import millrace.app.checkpoints.CheckpointsModel.Road;
import millrace.app.look.Hatch;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.measure.Course;

/** Draws the courses of checkpoints: a row for each node, processing time across. What is after the playhead is faint. */
final class CheckpointsPainter {
    private static final double TICK_ROOM = 84;
    private static final double FUTURE = 0.36;
    private static final double BOX_WIDTH = 9;
    private static final double BOX_HEIGHT = 15;

    private final Ink g;
    private final Marks marks;
    private final CheckpointsPlot plot;
    private final CheckpointsModel model;
    private final long playhead;
    private final Theme theme;

    CheckpointsPainter(Ink g, CheckpointsPlot plot, long playhead, Theme theme) {
        this.g = g;
        this.plot = plot;
        this.playhead = playhead;
        this.theme = theme;
        model = plot.model();
        marks = new Marks(g, theme);
    }

    /** @param selected whether a node is; {@code picked} the checkpoint that is looked at */
    void paint(UnaryOperator<String> names, java.util.function.Predicate<String> selected,
            Optional<Checkpoint> picked) {
        g.setFontSmoothingType(FontSmoothingType.GRAY);
        g.setGlobalAlpha(1);
        g.setFill(theme.panel());
        g.fillRect(0, 0, plot.width(), plot.height());
        model.checkpoints().forEach(this::band);
        for (int i = 0; i < model.nodes().size(); i++)
            row(i, names.apply(model.nodes().get(i)), selected.test(model.nodes().get(i)));
        ticks();
        model.outages().forEach(this::outage);
        restores();
        for (Checkpoint c : model.checkpoints())
            course(c, picked.filter(c::equals).isPresent());
        heads(picked);
        playhead();
    }

    private void row(int row, String name, boolean selected) {
        double y = Math.floor(plot.y(row)) + 0.5;
        if (row % 2 == 0) {
            g.setFill(Theme.alpha(theme.lane(), 0.5));
            g.fillRect(0, plot.y(row) - plot.rowHeight() / 2, plot.width(), plot.rowHeight());
        }
        g.setStroke(theme.line2());
        g.setLineWidth(1);
        g.setLineDashes();
        g.strokeLine(plot.axis().start(), y, plot.axis().end(), y);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        boolean down = model.outages()
                .stream()
                .anyMatch(o -> o.crashed() && o.node().equals(model.nodes().get(row)) && o.from() <= playhead
                        && playhead < o.to());
        g.setFill(down ? theme.fail() : theme.text());
        var font = Type.words(12.5, selected || down ? 600 : 400);
        Type.write(g, font, Type.fit(name, font, CheckpointsPlot.LEFT - 26), 14, y);
    }

    private void ticks() {
        for (TimeAxis.Tick t : plot.axis().ticks(model.clock(), TICK_ROOM)) {
            double x = Math.floor(t.px()) + 0.5;
            g.setStroke(theme.line());
            g.setLineWidth(1);
            g.setLineDashes(2, 4);
            g.strokeLine(x, CheckpointsPlot.TOP, x, plot.foot());
            g.setLineDashes();
            boolean free = Math.abs(x - plot.axis().px(playhead)) > 78;
            if (free) marks.text(t.px(), plot.foot() + 14, t.label(), Type.axis(), theme.proc());
        }
    }

    private void strength(long at) {
        g.setGlobalAlpha(at <= playhead ? 1 : FUTURE);
    }

    /** Until when it is to be seen: its end, or the playhead while it is on its way. */
    private long until(Checkpoint c) {
        return c.course().ended().orElse(Math.max(c.course().began(), model.end()));
    }

    private void band(Checkpoint c) {
        double from = plot.axis().px(c.course().began());
        double to = plot.axis().px(until(c));
        strength(c.course().began());
        g.setFill(Theme.alpha(c.course().outcome() == Course.Outcome.ABORTED ? theme.failSoft()
                : theme.checkpointSoft(), 0.8));
        g.fillRect(from, CheckpointsPlot.TOP, Math.max(1.5, to - from), plot.foot() - CheckpointsPlot.TOP);
        g.setGlobalAlpha(1);
    }

    private void outage(Outage o) {
        int row = model.nodes().indexOf(o.node());
        double from = plot.axis().px(o.from());
        double width = Math.max(3, plot.axis().px(o.to()) - from);
        double y = plot.y(row) - 9;
        strength(o.from());
        if (o.crashed()) {
            g.setFill(theme.failSoft());
            g.fillRoundRect(from, y, width, 18, 5, 5);
            // A pattern does not bear being made faint by the context: software graphics give it other colours.
            g.setGlobalAlpha(1);
            g.setFill(o.from() <= playhead ? Hatch.crash(theme) : Hatch.of(Theme.alpha(theme.fail(), 0.15), false));
            g.fillRoundRect(from, y, width, 18, 5, 5);
            strength(o.from());
        }
        g.setStroke(theme.fail());
        g.setLineWidth(1);
        if (!o.crashed()) g.setLineDashes(3, 3);
        g.strokeRoundRect(from, y, width, 18, 5, 5);
        g.setLineDashes();
        if (o.crashed()) marks.cross(from, plot.y(row), 5, 2.4, theme.fail());
        g.setGlobalAlpha(1);
    }

    /** A dotted line where state is put back, with the checkpoint that it is of. */
    private void restores() {
        model.signs()
                .stream()
                .filter(s -> s.kind() == CheckpointsModel.Kind.RESTORED)
                .collect(java.util.stream.Collectors.toMap(CheckpointsModel.Sign::at, s -> s, (one, two) -> one,
                        java.util.LinkedHashMap::new))
                .values()
                .forEach(this::restore);
    }

    private void restore(CheckpointsModel.Sign s) {
        double x = plot.axis().px(s.at());
        strength(s.at());
        g.setStroke(theme.checkpoint());
        g.setLineWidth(2);
        g.setLineDashes(1, 4);
        g.strokeLine(x, CheckpointsPlot.TOP, x, plot.foot());
        g.setLineDashes();
        String text = s.checkpoint() == 0 ? Texts.of("checkpoints.to-start")
                : Texts.of("checkpoints.to", String.valueOf(s.checkpoint()));
        double width = Type.width(text, Type.caption()) + 28;
        g.setFill(theme.checkpointSoft());
        g.fillRoundRect(x - width, plot.y(0) - 9, width - 3, 18, 7, 7);
        marks.restore(x - width + 11, plot.y(0), 4.4, theme.checkpoint());
        marks.text(x - width / 2 + 6, plot.y(0), text, Type.caption(), theme.checkpoint());
        g.setGlobalAlpha(1);
    }

    private void course(Checkpoint c, boolean picked) {
        double width = picked ? 2.4 : 1.6;
        g.setLineCap(StrokeLineCap.ROUND);
        for (Road r : c.roads())
            road(c, r, width);
        for (String start : c.starts()) {
            strength(c.course().began());
            box(plot.axis().px(c.course().began()), plot.y(model.nodes().indexOf(start)), width, true);
        }
        c.course().stations().forEach(s -> station(c, s, width));
        g.setGlobalAlpha(1);
    }

    private void road(Checkpoint c, Road r, double width) {
        strength(r.came());
        g.setStroke(theme.checkpoint());
        g.setLineWidth(width);
        if (c.course().outcome() == Course.Outcome.ABORTED) g.setLineDashes(4, 4);
        g.strokeLine(plot.axis().px(r.left()), plot.y(model.nodes().indexOf(r.from())), plot.axis().px(r.came()),
                plot.y(model.nodes().indexOf(r.to())));
        g.setLineDashes();
    }

    /** The barriers that came, the wait for the last as a bar, and the state that was handed in. */
    private void station(Checkpoint c, Course.Station s, double width) {
        double y = plot.y(model.nodes().indexOf(s.node()));
        if (!s.arrivals().isEmpty()) {
            long first = s.arrivals().getFirst().at();
            long last = s.handedIn().orElse(until(c));
            strength(first);
            double from = plot.axis().px(first);
            double bar = plot.axis().px(last) - from;
            if (bar > 1) {
                g.setFill(Theme.alpha(theme.checkpoint(), 0.32));
                g.fillRoundRect(from, y - 5, bar, 10, 4, 4);
            }
            for (Course.Arrival a : s.arrivals()) {
                strength(a.at());
                marks.checkpoint(plot.axis().px(a.at()), y, s.handedIn().isPresent());
            }
        }
        s.handedIn().ifPresent(at -> {
            strength(at);
            box(plot.axis().px(at), y, width, true);
        });
    }

    /** A small leaf with a tick on it. */
    private void box(double x, double y, double width, boolean done) {
        g.setFill(theme.panel());
        g.fillRoundRect(x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT, 4, 4);
        g.setStroke(theme.checkpoint());
        g.setLineWidth(width);
        g.strokeRoundRect(x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT, 4, 4);
        if (!done) return;
        g.setLineWidth(1.4);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.strokePolyline(new double[] {x - 2.2, x - 0.5, x + 2.4}, new double[] {y, y + 2, y - 2}, 3);
    }

    private void heads(Optional<Checkpoint> picked) {
        double free = CheckpointsPlot.LEFT - 60;
        double freeWords = free;
        for (Checkpoint c : model.checkpoints()) {
            double x = plot.axis().px((c.course().began() + until(c)) / 2.0);
            if (x < free && picked.filter(c::equals).isEmpty()) continue;
            strength(c.course().began());
            head(c, x, picked.filter(c::equals).isPresent());
            free = x + 30;
            String words = words(c);
            double half = Type.width(words, Type.caption()) / 2;
            double middle = Math.clamp(x, half + 8, Math.max(half + 8, plot.width() - half - 8));
            if (middle - half < freeWords) continue;
            marks.text(middle, 31, words, Type.caption(),
                    c.at(playhead).filter(o -> o == Course.Outcome.ABORTED).isPresent() ? theme.fail()
                            : theme.checkpoint());
            freeWords = middle + half + 10;
        }
        g.setGlobalAlpha(1);
    }

    /** What became of it, as far as the playhead knows; what is to come is said faintly. */
    private String words(Checkpoint c) {
        long ended = c.course().ended().orElse(Long.MAX_VALUE);
        boolean known = playhead < c.course().began() || ended <= playhead;
        if (!known || c.course().outcome() == Course.Outcome.ON_ITS_WAY) return Texts.of("checkpoints.on-its-way");
        String time = plot.axis().tag(ended, model.clock());
        return Texts.of(c.course().outcome() == Course.Outcome.COMPLETED ? "checkpoints.complete-at"
                : "checkpoints.given-up-at", time);
    }

    private void head(Checkpoint c, double x, boolean picked) {
        double width = Math.max(24, Type.width(c.name(), Type.figures(12, 700)) + 12);
        boolean firm = c.at(playhead).filter(o -> o == Course.Outcome.COMPLETED).isPresent();
        g.setFill(firm ? theme.checkpoint() : theme.panel());
        g.fillRoundRect(x - width / 2, 4, width, 18, 7, 7);
        g.setStroke(theme.checkpoint());
        g.setLineWidth(1.4);
        if (!firm) g.setLineDashes(3, 2.5);
        g.strokeRoundRect(x - width / 2, 4, width, 18, 7, 7);
        g.setLineDashes();
        if (picked) {
            g.setStroke(theme.ink());
            g.setLineWidth(Tokens.SELECTION_LINE);
            g.strokeRoundRect(x - width / 2 - 3, 1.5, width + 6, 23, 10, 10);
        }
        marks.text(x, 13, c.name(), Type.figures(12, 700), firm ? theme.onAccent() : theme.checkpoint());
    }

    private void playhead() {
        double x = plot.axis().px(playhead);
        g.setStroke(theme.proc());
        g.setLineWidth(Tokens.PLAYHEAD_LINE);
        g.strokeLine(x, CheckpointsPlot.TOP - 4, x, plot.foot());
        String text = plot.axis().tag(playhead, model.clock());
        double width = Type.width(text, Type.figures(12, 700)) + 10;
        double middle = Math.min(x, plot.width() - width / 2 - 2);
        g.setFill(theme.proc());
        g.fillRoundRect(middle - width / 2, plot.foot() + 4, width, 19, 8, 8);
        marks.text(middle, plot.foot() + 13.5, text, Type.figures(12, 700), theme.onAccent());
    }
}
