package millrace.app.canvas;

import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import millrace.app.look.Hatch;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.simulation.Activity;
import millrace.trace.Moment;
import millrace.trace.Status;

/** Below a node: its instances, a box for each with how that is, and its last snapshot. */
final class NodeBadges {
    private static final double BELOW = 5;
    private static final double BOX = 20;
    private static final double GAP = 4;
    private static final int MOST = 8;
    private static final Font NAME = Type.figures(11, 700);
    private static final Font WORDS = Type.words(11, 400);
    private static final Font STRONG = Type.words(11, 600);
    private static final Font TIME = Type.figures(11, 500);
    private final Pen pen;
    private final Layout layout;
    private final Labels labels;
    private final Focus focus;

    /** How one instance is. */
    enum State {
        RUNNING,
        BUSY,
        ALIGNING,
        HELD_UP,
        STOPPED,
        CRASHED;

        String word() {
            return Texts.of("canvas.instance." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
    }

    NodeBadges(Pen pen, Layout layout, Labels labels, Focus focus) {
        this.pen = pen;
        this.layout = layout;
        this.labels = labels;
        this.focus = focus;
    }

    void paint(Moment moment) {
        for (Status status : moment.statuses()) {
            Optional<Shape> shape = layout.shape(status.node()).filter(s -> !s.compact());
            if (shape.isEmpty() || focus.faint(status.node())) continue;
            double y = shape.get().box().bottom() + BELOW;
            int instances = labels.instances(status.node());
            if (instances > 1) {
                instances(shape.get(), status, instances, y);
                y += BOX + GAP;
            }
            double line = y + 8;
            labels.lore().snapshot(status.node(), moment.facts()).ifPresent(s -> snapshot(shape.get(), s, line));
        }
    }

    /** Of an instance that crashed alone the others are told to stop. */
    static State state(Status status, int instance, Labels labels) {
        if (!status.isUp()) {
            boolean crashed = status.health() == Status.Health.CRASHED
                    && labels.lore().crashes(status.node(), instance, status.since());
            return crashed ? State.CRASHED : State.STOPPED;
        }
        if (instance >= status.activities().size()) return State.RUNNING;
        Activity a = status.activities().get(instance);
        if (a.heldUp()) return State.HELD_UP;
        if (a.blocked().contains(true)) return State.ALIGNING;
        return a.working().isPresent() ? State.BUSY : State.RUNNING;
    }

    private void instances(Shape shape, Status status, int n, double y) {
        int shown = Math.min(n, MOST);
        double width = (shape.width() - GAP * (shown - 1)) / shown;
        for (int i = 0; i < shown; i++)
            instance(shape.x() + i * (width + GAP), y, width, i, state(status, i, labels));
    }

    private void instance(double x, double y, double width, int number, State state) {
        pen.solid();
        pen.box(x, y, width, BOX, 6, ground(state));
        if (state == State.CRASHED) pen.box(x, y, width, BOX, 6, Hatch.crash(pen.theme()));
        if (state == State.STOPPED) pen.g().setLineDashes(5, 3);
        pen.rim(x, y, width, BOX, 6, rim(state), state == State.RUNNING || state == State.BUSY ? 1.25 : 1.8);
        pen.solid();
        double middle = y + BOX / 2;
        if (state == State.CRASHED) pen.marks().cross(x + 11, middle, 3.4, 2, pen.theme().fail());
        else
            pen.marks().oval(x + 11, middle, 3, colour(state));
        pen.left(x + 20, middle, String.valueOf(number + 1), NAME, pen.theme().text());
        double room = width - 36;
        String word = state.word();
        if (room >= Type.width(word, WORDS)) pen.right(x + width - 7, middle, word, WORDS, words(state));
    }

    private Color ground(State state) {
        return state == State.CRASHED ? pen.theme().failSoft() : pen.theme().raised();
    }

    private Color rim(State state) {
        return switch (state) {
            case RUNNING, BUSY -> pen.theme().nodeLine();
            case ALIGNING -> pen.theme().checkpoint();
            case HELD_UP, STOPPED, CRASHED -> pen.theme().fail();
        };
    }

    private Color colour(State state) {
        return switch (state) {
            case RUNNING -> pen.theme().text3();
            case BUSY -> pen.theme().proc();
            case ALIGNING -> pen.theme().checkpoint();
            case HELD_UP, STOPPED, CRASHED -> pen.theme().fail();
        };
    }

    private Color words(State state) {
        return state == State.RUNNING || state == State.BUSY ? pen.theme().text2() : colour(state);
    }

    private void snapshot(Shape shape, Lore.Snapshot s, double y) {
        String words = Texts.of("canvas.snapshot", String.valueOf(s.checkpoint()));
        String time = labels.moment(s.at());
        double left = shape.x() + 4;
        double width = 18 + Type.width(words, STRONG) + Type.width(time, TIME);
        if (!layout.shapesIn(new Box(left, y - 6, width, 12)).isEmpty()) return;
        pen.solid();
        pen.box(left, y - 5, 2.4, 10, 1, pen.theme().checkpoint());
        pen.box(left + 4.4, y - 5, 2.4, 10, 1, pen.theme().checkpoint());
        pen.left(left + 12, y, words, STRONG, pen.theme().checkpoint());
        pen.left(left + 18 + Type.width(words, STRONG), y, time, TIME, pen.theme().checkpoint());
    }
}
