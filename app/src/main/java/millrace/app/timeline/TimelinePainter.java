package millrace.app.timeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import millrace.app.look.Hatch;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.app.timeline.Stacks.Stack;
import millrace.app.timeline.TimelineModel.Kind;
import millrace.event.Timing;

/** Draws the timeline: a function of the run's marks, the stretch of time, the playhead and the theme. */
public final class TimelinePainter {
    /** Left of the track stand the words. */
    static final double LEFT = 96;
    static final double RIGHT = 36;
    static final double TRACK = 40;
    private static final double LABELS = 58.5;
    private static final double STACK = 27.5;
    /** Dots on the track nearer than this to the one before are not drawn, px. */
    private static final double DOT_APART = 3;
    private static final double LATE_APART = 9;
    private static final double TICK_ROOM = 100;
    private static final double FUTURE = 0.4;

    private final Ink g;
    private final Marks marks;
    private final TimelineModel model;
    private final TimeAxis axis;
    private final Sight sight;
    private final long playhead;
    private final Theme theme;

    /**
     * What is seen beside the run itself.
     *
     * @param pointer x of the pointer, if it is over the timeline
     * @param flags bookmarks
     * @param loop what is played again and again
     * @param said words for the person; empty = none
     */
    record Sight(long playhead, OptionalDouble pointer, List<TimelineView.Flag> flags,
            Optional<TimelineView.Range> loop,
            String said) {
        static Sight of(long playhead) {
            return new Sight(playhead, OptionalDouble.empty(), List.of(), Optional.empty(), "");
        }
    }

    private TimelinePainter(Ink g, TimelineModel model, TimeAxis axis, Sight sight, Theme theme) {
        this.g = g;
        this.model = model;
        this.axis = axis;
        this.sight = sight;
        playhead = sight.playhead();
        this.theme = theme;
        marks = new Marks(g, theme);
    }

    /** The axis that shows a whole run on a timeline of this width, px. */
    public static TimeAxis whole(TimelineModel model, double width) {
        double span = Math.max(1_000, model.end() - model.start());
        double margin = span * 0.02;
        return new TimeAxis(model.start() - margin, model.start() + span + margin, LEFT,
                Math.max(LEFT + 40, width - RIGHT));
    }

    static void paint(Ink g, double width, double height, TimelineModel model, TimeAxis axis, Sight sight,
            Theme theme) {
        g.setFontSmoothingType(FontSmoothingType.GRAY);
        g.setFill(theme.panel());
        g.fillRect(0, 0, width, height);
        TimelinePainter painter = new TimelinePainter(g, model, axis, sight, theme);
        painter.words(width);
        sight.loop().ifPresent(painter::loop);
        painter.track();
        painter.outages();
        painter.ticks();
        painter.arrivals();
        painter.stacks();
        painter.flags();
        sight.pointer().ifPresent(painter::pointer);
        painter.playhead();
        painter.said();
    }

    /** What is played again and again lies on a soft ground between two posts. */
    private void loop(TimelineView.Range range) {
        double from = Math.max(axis.start(), axis.px(range.from()));
        double to = Math.min(axis.end(), axis.px(range.to()));
        if (to < from) return;
        g.setFill(theme.procSoft());
        g.fillRect(from, 5, to - from, TRACK + 5);
        g.setStroke(theme.proc());
        g.setLineWidth(1.5);
        for (double x : new double[] {from, to})
            g.strokeLine(Math.floor(x) + 0.5, 5, Math.floor(x) + 0.5, TRACK + 10);
    }

    /** Bookmarks: small flags on the upper edge. */
    private void flags() {
        for (TimelineView.Flag flag : sight.flags()) {
            if (!axis.shows(flag.at())) continue;
            double x = Math.floor(axis.px(flag.at())) + 0.5;
            g.setStroke(theme.ink());
            g.setLineWidth(1.2);
            g.strokeLine(x, 3, x, TRACK - 4);
            g.setFill(theme.ink());
            g.fillPolygon(new double[] {x, x + 9, x + 6.5, x + 9, x}, new double[] {3, 3, 6.5, 10, 10}, 5);
            if (flag.name().isEmpty()) continue;
            g.setFont(Type.words(11, 500));
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(Type.fit(flag.name(), Type.words(11, 500), 140), x + 12, 7);
        }
    }

    private void said() {
        if (sight.said().isEmpty()) return;
        double width = Type.width(sight.said(), Type.words(12, 500)) + 20;
        double centre = (axis.start() + axis.end()) / 2;
        g.setFill(theme.ink());
        g.fillRoundRect(centre - width / 2, 6, width, 22, 11, 11);
        marks.text(centre, 17, sight.said(), Type.words(12, 500), theme.onInk());
    }

    private void words(double width) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(Type.words(13, 600));
        g.setFill(theme.text());
        g.fillText(Texts.of("timeline.name"), 14, 23);
        g.setFont(Type.words(12, 400));
        g.setFill(theme.text3());
        TimeAxis whole = whole(model, width);
        boolean all = axis.from() <= whole.from() + 1 && axis.to() >= whole.to() - 1;
        g.fillText(
                all ? Texts.of("timeline.whole")
                        : Type.fit(Texts.of("timeline.from", TimeAxis.timeOfDay(Math.round(axis.from()))),
                                Type.words(12, 400), 76),
                14, 40);
    }

    private void track() {
        double left = Math.max(axis.start(), axis.px(model.start()) - 4);
        double right = Math.min(axis.end(), axis.px(model.end()) + 4);
        double now = Math.clamp(axis.px(playhead), left, Math.max(left, right));
        g.setFill(theme.sunken());
        bar(left, Math.max(0, right - left));
        g.setFill(Theme.alpha(theme.proc(), 0.55));
        bar(left, now - left);
    }

    private void bar(double left, double length) {
        g.fillRoundRect(left, TRACK - Tokens.TRACK / 2, length, Tokens.TRACK, Tokens.TRACK, Tokens.TRACK);
    }

    /** While a pipeline stands still the track is hatched. */
    private void outages() {
        for (TimelineModel.Outage o : model.outages()) {
            double from = Math.max(axis.start(), axis.px(o.from()));
            double to = Math.min(axis.end(), axis.px(o.to()));
            if (to <= from) continue;
            g.setGlobalAlpha(o.from() <= playhead ? 1 : FUTURE);
            g.setFill(theme.failSoft());
            g.fillRoundRect(from, TRACK - 5, to - from, 10, 5, 5);
            g.setFill(Hatch.crash(theme));
            g.fillRoundRect(from, TRACK - 5, to - from, 10, 5, 5);
            g.setStroke(theme.fail());
            g.setLineWidth(1);
            g.strokeRoundRect(from, TRACK - 5, to - from, 10, 5, 5);
            g.setGlobalAlpha(1);
        }
    }

    private void ticks() {
        g.setStroke(theme.text3());
        g.setLineWidth(1);
        for (TimeAxis.Tick t : axis.ticks(model.clock(), TICK_ROOM)) {
            double x = Math.floor(t.px()) + 0.5;
            g.strokeLine(x, TRACK + 7, x, TRACK + 11);
            boolean free = Math.abs(x - axis.px(playhead)) > Type.width(t.label(), Type.axis()) / 2 + 34;
            if (free) marks.text(t.px(), LABELS, t.label(), Type.axis(), theme.text2());
        }
    }

    private void arrivals() {
        dots(model.arrivals(), false);
        dots(model.lates(), true);
    }

    /** Dots on the track; those that would cover each other are drawn once. */
    private void dots(long[] times, boolean late) {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = first(times, axis.from()); i < times.length && times[i] <= axis.to(); i++) {
            double x = axis.px(times[i]);
            if (x - before < (late ? LATE_APART : DOT_APART)) continue;
            before = x;
            boolean come = times[i] <= playhead;
            if (late) late(x, come);
            else
                dot(x, come);
        }
    }

    private void dot(double x, boolean come) {
        if (come) marks.oval(x, TRACK, Tokens.ARRIVAL + 1, theme.panel());
        marks.oval(x, TRACK, Tokens.ARRIVAL, come ? theme.token() : Theme.alpha(theme.token(), FUTURE));
    }

    private void late(double x, boolean come) {
        marks.diamond(x, TRACK, 7, theme.panel());
        marks.diamond(x, TRACK, 6, come ? theme.late() : Theme.alpha(theme.late(), FUTURE));
        marks.diamond(x, TRACK, 3.4, come ? theme.token() : Theme.alpha(theme.token(), FUTURE));
    }

    /** The first place whose time is not before {@code from}. */
    private static int first(long[] times, double from) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < from) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private void stacks() {
        List<Stack> stacks = Stacks.of(model.marks(), axis, playhead);
        for (Stack s : stacks)
            stack(s, s.from() <= playhead);
    }

    private void stack(Stack s, boolean come) {
        g.setGlobalAlpha(come ? 1 : FUTURE);
        g.setStroke(Theme.alpha(theme.text3(), 0.6));
        g.setLineWidth(1);
        g.strokeLine(s.x(), STACK + 4, s.x(), TRACK - 4);
        double y = STACK;
        for (Kind kind : s.shown()) {
            mark(kind, s.x(), y);
            y -= Stacks.CLOSE;
        }
        if (s.more() > 0) more(s, y + Stacks.CLOSE);
        g.setGlobalAlpha(1);
    }

    private void more(Stack s, double y) {
        g.setFont(Type.figures(11, 500));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(theme.text3());
        g.fillText("+" + s.more(), s.x() + 6.5, y);
    }

    private void mark(Kind kind, double x, double y) {
        switch (kind) {
            case EARLY -> marks.timing(Timing.EARLY, x, y, 5);
            case ON_TIME -> marks.timing(Timing.ON_TIME, x, y, 5);
            case LATE -> marks.timing(Timing.LATE, x, y, 5);
            case DROPPED -> dropped(x, y);
            case CHECKPOINT -> marks.checkpoint(x, y, true);
            case ABORTED -> marks.checkpoint(x, y, false);
            case CRASH -> marks.cross(x, y, 4.2, 2.2, theme.fail());
            case RESTORE -> marks.restore(x, y, 4.6, theme.checkpoint());
            case COMMIT -> marks.commit(x, y, theme.checkpoint());
            case PAIR -> marks.pair(x, y, 3, theme.token(), theme.token(), theme.panel());
            case MERGE -> marks.merge(x, y, 4.2, theme.event());
            case IDLE -> marks.rest(x, y, 4.2, theme.text3());
            case DEAD_LETTER -> deadLetter(x, y);
        }
    }

    private void dropped(double x, double y) {
        marks.diamond(x, y, 6.1, theme.late());
        marks.diamond(x, y, 4, theme.panel());
        marks.cross(x, y, 1.7, 1.2, theme.late());
    }

    private void deadLetter(double x, double y) {
        marks.disc(x, y, 4.6, theme.panel(), theme.fail(), 1.6);
        marks.cross(x, y, 1.9, 1.4, theme.fail());
    }

    private void pointer(double x) {
        if (x < axis.start() || x > axis.end()) return;
        g.setStroke(Theme.alpha(theme.proc(), 0.45));
        g.setLineWidth(1);
        g.strokeLine(Math.floor(x) + 0.5, 6, Math.floor(x) + 0.5, TRACK + 10);
        String text = model.clock().format(axis.millis(x) / step() * step());
        if (Math.abs(x - axis.px(playhead)) > 60) tag(x, text, theme.procSoft(), theme.proc());
    }

    /** What the time under the pointer is rounded to: no finer than the picture. */
    private long step() {
        double millis = 1 / axis.density();
        return millis > 1_000 ? 60_000 : millis > 20 ? 1_000 : 1;
    }

    private void playhead() {
        if (!axis.shows(playhead)) return;
        double x = axis.px(playhead);
        g.setStroke(theme.proc());
        g.setLineWidth(Tokens.PLAYHEAD_LINE);
        g.strokeLine(x, 12, x, 50);
        g.setFill(theme.proc());
        double half = Tokens.PLAYHEAD / 2;
        g.fillPolygon(new double[] {x - half, x + half, x + half, x, x - half}, new double[] {4, 4, 10.5, 17, 10.5}, 5);
        tag(x, axis.tag(playhead, model.clock()), theme.proc(), theme.onAccent());
    }

    private void tag(double x, String text, Color ground, Color ink) {
        double width = Type.width(text, Type.figures(12, 700)) + 10;
        double centre = Math.min(x, axis.end() + RIGHT - width / 2 - 2);
        g.setFill(ground);
        g.fillRoundRect(centre - width / 2, LABELS - 9.5, width, 19, 8, 8);
        marks.text(centre, LABELS, text, Type.figures(12, 700), ink);
    }
}
