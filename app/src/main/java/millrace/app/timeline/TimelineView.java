package millrace.app.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import millrace.app.look.FocusRing;
import millrace.app.look.Surface;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.look.Tokens;
import millrace.app.text.Texts;
import millrace.app.timeline.TimelineModel.Kind;
import millrace.app.timeline.TimelineModel.Mark;
import org.jspecify.annotations.Nullable;

/**
 * The timeline, for the hand: a click or a drag seeks, a drag with Shift chooses a range to be played again and again, the
 * wheel zooms, the left and right arrow keys go from mark to mark. It tells what is asked for and leaves it to its owner to do
 * it.
 */
public final class TimelineView extends Region {
    /** So near to a mark a click means the mark, px. */
    private static final double REACH = 5;
    private static final double HEIGHT = Tokens.TIMELINE;
    private static final double WHEEL = 1.0022;

    private final Surface canvas = new Surface();
    private @Nullable TimelineModel model;
    /** The stretch of time that the hand chose; null = the whole run. */
    private @Nullable TimeAxis chosen;
    private Theme theme = Theme.LIGHT;
    private long playhead;
    private OptionalDouble pointer = OptionalDouble.empty();
    private LongConsumer onSeek = t -> {};
    private Consumer<TimelineModel.Mark> onMark = m -> {};
    private Consumer<Optional<Range>> onLoop = r -> {};
    /** With all marks; {@link #model} has only those that are to be seen. */
    private @Nullable TimelineModel whole;
    private final Set<Kind> hidden = EnumSet.noneOf(Kind.class);
    private List<Flag> flags = List.of();
    private Optional<Range> loop = Optional.empty();
    private String said = "";
    /** Where a range that is being chosen begins, ms. */
    private OptionalLong ranging = OptionalLong.empty();
    private final MarkMenu menu = new MarkMenu(this);
    private final FocusRing ring = new FocusRing(canvas, this::repaint);

    /** A bookmark. */
    public record Flag(long at, String name) {}

    /** A stretch of the run, ms of processing time. */
    public record Range(long from, long to) {}

    private boolean panning;
    private boolean seeking;
    private double panFrom;

    public TimelineView() {
        getStyleClass().add("timeline");
        getChildren().add(canvas);
        stand();
        canvas.scaleXProperty().addListener(o -> stand());
        canvas.setFocusTraversable(true);
        canvas.setAccessibleText(Texts.of("timeline.name"));
        canvas.setAccessibleRole(AccessibleRole.SLIDER);
        setCursor(Cursor.HAND);
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(e -> {
            panning = false;
            seeking = false;
            ranging = OptionalLong.empty();
        });
        canvas.setOnContextMenuRequested(e -> menu.show(e.getScreenX(), e.getScreenY()));
        canvas.setOnMouseMoved(e -> point(OptionalDouble.of(e.getX())));
        canvas.setOnMouseExited(e -> point(OptionalDouble.empty()));
        canvas.setOnScroll(this::scrolled);
        canvas.setOnKeyPressed(this::key);
    }

    private void stand() {
        setMinHeight(canvas.shown(HEIGHT));
        setPrefHeight(canvas.shown(HEIGHT));
        setMaxHeight(canvas.shown(HEIGHT));
    }

    /** Shows a run. A chosen stretch of time stays as long as the run still reaches into it. */
    public void setModel(TimelineModel next) {
        TimeAxis kept = chosen;
        if (kept != null && (kept.from() > next.end() || kept.to() < next.start())) chosen = null;
        whole = next;
        model = next.without(hidden);
        repaint();
    }

    /** The marks that are to be seen; all of them at first. */
    public void show(Kind kind, boolean seen) {
        if (seen) hidden.remove(kind);
        else
            hidden.add(kind);
        if (whole != null) setModel(whole);
    }

    public boolean shows(Kind kind) {
        return !hidden.contains(kind);
    }

    /** The kinds of marks that the run has. */
    List<Kind> kinds() {
        return whole == null ? List.of() : whole.kinds();
    }

    /** What the arrow keys go along. */
    public Optional<TimelineModel> model() {
        return Optional.ofNullable(model);
    }

    /** A list of the kinds of marks, to choose which are seen. */
    public void chooseMarks() {
        Point2D at = localToScreen(TimelinePainter.LEFT, 0);
        menu.show(at.getX(), at.getY());
    }

    public void setFlags(List<Flag> next) {
        flags = List.copyOf(next);
        repaint();
    }

    public void setLoop(Optional<Range> next) {
        loop = next;
        repaint();
    }

    /** Hears of a range that was chosen; empty = none any more. */
    public void setOnLoop(Consumer<Optional<Range>> hear) {
        onLoop = hear;
    }

    /** The stretch in sight. */
    public Optional<Range> inSight() {
        TimelineModel run = model;
        if (run == null) return Optional.empty();
        TimeAxis axis = axis(run);
        return Optional.of(new Range(Math.max(run.start(), Math.round(axis.from())),
                Math.min(run.end(), Math.round(axis.to()))));
    }

    /** Says something until the playhead moves: that there is nothing more of a kind. */
    public void say(String words) {
        said = words;
        canvas.setAccessibleHelp(words);
        repaint();
    }

    public String said() {
        return said;
    }

    public void setPlayhead(long time) {
        if (time != playhead) said = "";
        playhead = time;
        follow();
        repaint();
    }

    /** Keeps the playhead in view while zoomed in. */
    private void follow() {
        TimeAxis axis = chosen;
        if (axis == null || axis.shows(playhead) || panning) return;
        double span = axis.to() - axis.from();
        chosen = new TimeAxis(playhead - span * 0.1, playhead + span * 0.9, axis.start(), axis.end());
    }

    public void setTheme(Theme next) {
        theme = next;
        repaint();
    }

    /** Hears the processing time (ms) that a click, a drag or a key asks for. */
    public void setOnSeek(LongConsumer hear) {
        onSeek = hear;
    }

    /** Hears the mark that is clicked. */
    public void setOnMark(Consumer<TimelineModel.Mark> hear) {
        onMark = hear;
    }

    /** The whole run in view. */
    public void fit() {
        chosen = null;
        repaint();
    }

    /** The instant at a place of this view, kept within the run. */
    public long timeAt(double x) {
        TimelineModel run = model;
        if (run == null) return playhead;
        List<Mark> near = new ArrayList<>(run.marks());
        flags.forEach(f -> near.add(new Mark(f.at(), Kind.ON_TIME, "", 0)));
        Optional<Mark> mark = Stacks.near(near, axis(run), x, REACH);
        long free = Math.clamp(rounded(axis(run), x), run.start(), Math.max(run.start(), run.end()));
        return mark.map(Mark::at).orElse(free);
    }

    /** Rounded to seconds where a pixel is more than a few milliseconds, so that clocks show no odd fractions. */
    private static long rounded(TimeAxis axis, double x) {
        long step = axis.density() < 1 / 20.0 ? 1_000 : axis.density() < 1 ? 10 : 1;
        return Math.round(axis.time(x) / step) * step;
    }

    /** The place of an instant in this view, px. */
    public double xOf(long time) {
        return model == null ? 0 : axis(model).px(time);
    }

    private TimeAxis axis(TimelineModel run) {
        TimeAxis whole = TimelinePainter.whole(run, canvas.px(getWidth()));
        return chosen == null ? whole : chosen.laid(whole.start(), whole.end());
    }

    private void point(OptionalDouble x) {
        pointer = x;
        repaint();
    }

    private void pressed(MouseEvent e) {
        canvas.requestFocus();
        menu.hide();
        panning = e.getButton() == MouseButton.MIDDLE;
        panFrom = e.getX();
        boolean words = e.getX() < TimelinePainter.LEFT - 8;
        if (words && e.getClickCount() == 2) fit();
        boolean hand = !panning && !words && e.getButton() == MouseButton.PRIMARY;
        seeking = hand && !e.isShiftDown();
        if (hand && e.isShiftDown()) {
            ranging = OptionalLong.of(timeAt(e.getX()));
            onLoop.accept(Optional.empty());
        }
        if (seeking) onSeek.accept(timeAt(e.getX()));
        TimelineModel run = model;
        if (seeking && run != null) Stacks.near(run.marks(), axis(run), e.getX(), REACH).ifPresent(onMark);
    }

    private void dragged(MouseEvent e) {
        point(OptionalDouble.of(e.getX()));
        TimelineModel run = model;
        if (panning && run != null) {
            choose(run, axis(run).panned(e.getX() - panFrom));
            panFrom = e.getX();
        } else if (ranging.isPresent()) {
            range(ranging.getAsLong(), timeAt(e.getX()));
        } else if (seeking) {
            onSeek.accept(timeAt(e.getX()));
        }
    }

    private void range(long from, long to) {
        onLoop.accept(from == to ? Optional.empty()
                : Optional.of(new Range(Math.min(from, to), Math.max(from, to))));
    }

    /** The wheel zooms around the pointer; with Shift it moves along. */
    private void scrolled(ScrollEvent e) {
        TimelineModel run = model;
        if (run == null) return;
        double turned = e.getDeltaY() == 0 ? e.getDeltaX() : e.getDeltaY();
        boolean along = e.isShiftDown() || e.getDeltaY() == 0;
        choose(run, along ? axis(run).panned(turned) : axis(run).zoomed(e.getX(), Math.pow(WHEEL, turned)));
        e.consume();
    }

    private void choose(TimelineModel run, TimeAxis next) {
        TimeAxis whole = TimelinePainter.whole(run, canvas.px(getWidth()));
        double span = Math.min(next.to() - next.from(), whole.to() - whole.from());
        double from = Math.clamp(next.from(), whole.from(), Math.max(whole.from(), whole.to() - span));
        chosen = span >= whole.to() - whole.from() ? null : new TimeAxis(from, from + span, whole.start(), whole.end());
        repaint();
    }

    private void key(KeyEvent e) {
        TimelineModel run = model;
        if (run == null) return;
        OptionalLong to = switch (e.getCode()) {
            case LEFT -> run.previous(playhead);
            case RIGHT -> run.next(playhead);
            case HOME -> OptionalLong.of(run.start());
            case END -> OptionalLong.of(run.end());
            default -> OptionalLong.empty();
        };
        switch (e.getCode()) {
            case PLUS, EQUALS, ADD -> choose(run, axis(run).zoomed(xOf(playhead), 1.5));
            case MINUS, SUBTRACT -> choose(run, axis(run).zoomed(xOf(playhead), 1 / 1.5));
            case DIGIT0, NUMPAD0 -> fit();
            case LEFT, RIGHT, HOME, END -> to.ifPresent(onSeek::accept);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void repaint() {
        setNeedsLayout(true);
    }

    @Override
    protected void layoutChildren() {
        var g = canvas.cover(getWidth(), getHeight());
        double width = canvas.px(getWidth());
        double height = canvas.px(getHeight());
        TimelineModel run = model;
        if (run == null) {
            g.setFill(theme.panel());
            g.fillRect(0, 0, width, height);
        } else {
            TimelinePainter.paint(g, width, height, run, axis(run),
                    new TimelinePainter.Sight(playhead, pointer, flags, loop, said), theme);
            canvas.setAccessibleText(Texts.of("timeline.at", run.clock().format(playhead)));
        }
        ring.paint(g, width, height, theme);
    }
}
