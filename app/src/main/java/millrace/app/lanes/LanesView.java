package millrace.app.lanes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import millrace.app.lanes.LanesModel.Link;
import millrace.app.look.Surface;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import org.jspecify.annotations.Nullable;

/** The lanes for the hand: the wheel zooms, a drag moves, a click holds an event or, where nothing is, seeks. */
final class LanesView extends Region {
    private static final double WHEEL = 1.0022;
    private static final double CLICK = 3;
    private static final double TICKS = 110;
    private final Surface canvas = new Surface();
    private final Hears hears;
    private Theme theme = Theme.LIGHT;
    private @Nullable LanesModel model;
    private String words = Texts.of("lanes.reading");
    private List<Link> kin = List.of();
    private Optional<Long> held = Optional.empty();
    private SequencedSet<String> selected = new LinkedHashSet<>();
    private long playhead;
    /** The stretch of time that the hand chose; none = the whole run. */
    private @Nullable TimeAxis chosen;
    private double scrolled;
    private double pressedX;
    private double pressedY;
    private double lastX;
    private double lastY;
    private boolean moved;

    /** What the hand asks for. */
    interface Hears {
        void held(Marble marble, String node);

        void seek(long time);

        void changed();
    }

    LanesView(Hears hears) {
        this.hears = hears;
        getStyleClass().add("lanes");
        getChildren().add(canvas);
        setMinSize(0, 0);
        canvas.setFocusTraversable(true);
        setAccessibleText(Texts.of("pane.lanes"));
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnMouseMoved(e -> setCursor(
                laid().flatMap(l -> l.at(e.getX(), e.getY())).isPresent() ? Cursor.HAND : Cursor.DEFAULT));
        canvas.setOnScroll(this::scrolled);
    }

    /** Nothing to show, and why. */
    void say(String why) {
        model = null;
        words = why;
        setNeedsLayout(true);
    }

    void setModel(LanesModel next) {
        model = next;
        words = Texts.of("lanes.none");
        kin = List.of();
        held = Optional.empty();
        TimeAxis kept = chosen;
        if (kept != null && (kept.from() >= next.end() || kept.to() <= next.start())) chosen = null;
        hears.changed();
        setNeedsLayout(true);
    }

    void setPlayhead(long time) {
        playhead = time;
        follow();
        setNeedsLayout(true);
    }

    /** Keeps the playhead in view while zoomed in. */
    private void follow() {
        TimeAxis axis = chosen;
        if (axis == null || axis.shows(playhead) || moved) return;
        double span = axis.to() - axis.from();
        chosen = new TimeAxis(playhead - span * 0.1, playhead + span * 0.9, axis.start(), axis.end());
    }

    void setSelected(SequencedSet<String> nodes) {
        selected = nodes;
        setNeedsLayout(true);
    }

    void setTheme(Theme next) {
        theme = next;
        setNeedsLayout(true);
    }

    Optional<Long> held() {
        return held;
    }

    boolean zoomed() {
        return chosen != null;
    }

    void whole() {
        choose(null);
    }

    /** Where everything stands; empty before there is a run. */
    Optional<LaneLayout> laid() {
        LanesModel of = model;
        if (of == null || canvas.px(getWidth()) < LaneLayout.NAMES + LaneLayout.RIGHT + 40) return Optional.empty();
        double lane = LaneLayout.lane(of.lanes().size(), canvas.px(getHeight()));
        double most = LaneLayout.scroll(of.lanes().size(), canvas.px(getHeight()));
        return Optional
                .of(new LaneLayout(of, axis(of), -Math.clamp(scrolled, 0, most), lane, canvas.px(getHeight())));
    }

    private TimeAxis axis(LanesModel of) {
        double right = canvas.px(getWidth()) - LaneLayout.RIGHT;
        TimeAxis whole = TimeAxis.around(of.start(), Math.max(of.end(), of.start() + 1), right - LaneLayout.NAMES,
                TICKS);
        return (chosen == null ? whole : chosen).laid(LaneLayout.NAMES, right);
    }

    private void choose(@Nullable TimeAxis next) {
        chosen = next;
        hears.changed();
        setNeedsLayout(true);
    }

    private void pressed(MouseEvent e) {
        canvas.requestFocus();
        pressedX = e.getX();
        pressedY = e.getY();
        lastX = e.getX();
        lastY = e.getY();
        moved = false;
    }

    private void dragged(MouseEvent e) {
        LanesModel of = model;
        moved |= Math.hypot(e.getX() - pressedX, e.getY() - pressedY) > CLICK;
        if (!moved || of == null) return;
        choose(axis(of).panned(e.getX() - lastX));
        scroll(of, lastY - e.getY());
        lastX = e.getX();
        lastY = e.getY();
    }

    private void scroll(LanesModel of, double by) {
        scrolled = Math.clamp(scrolled + by, 0, LaneLayout.scroll(of.lanes().size(), canvas.px(getHeight())));
        setNeedsLayout(true);
    }

    private void released(MouseEvent e) {
        boolean click = !moved && e.getButton() == MouseButton.PRIMARY;
        moved = false;
        if (click) laid().ifPresent(l -> clicked(l, e));
    }

    private void clicked(LaneLayout layout, MouseEvent e) {
        Optional<LaneLayout.Spot> spot = layout.at(e.getX(), e.getY());
        hold(layout.model(), spot.map(s -> s.marble().event()));
        if (spot.isPresent()) {
            hears.held(spot.get().marble(), layout.model().lanes().get(spot.get().place().lane()).node());
        } else if (e.getX() >= LaneLayout.NAMES - 8) {
            long free = layout.axis().millis(e.getX());
            long step = layout.axis().density() < 1 / 20.0 ? 1_000 : 1;
            hears.seek(Math.clamp(Math.round(free / (double) step) * step, layout.model().start(),
                    Math.max(layout.model().start(), layout.model().end())));
        }
    }

    private void hold(LanesModel of, Optional<Long> event) {
        held = event;
        kin = event.map(of::kin).orElse(List.of());
        hears.changed();
        setNeedsLayout(true);
    }

    /** The wheel zooms around the pointer; with Shift it moves along, over the names it scrolls. */
    private void scrolled(ScrollEvent e) {
        LanesModel of = model;
        if (of == null) return;
        double turned = e.getDeltaY() == 0 ? e.getDeltaX() : e.getDeltaY();
        boolean along = e.isShiftDown() || e.getDeltaY() == 0;
        if (!along && e.getX() < LaneLayout.NAMES) scroll(of, -turned);
        else
            choose(along ? axis(of).panned(turned) : axis(of).zoomed(e.getX(), Math.pow(WHEEL, turned)));
        e.consume();
    }

    @Override
    protected void layoutChildren() {
        var g = canvas.cover(getWidth(), getHeight());
        double width = canvas.px(getWidth());
        double height = canvas.px(getHeight());
        g.setFill(theme.panel());
        g.fillRect(0, 0, width, height);
        LanesModel of = model;
        if (of == null || of.lanes().isEmpty()) {
            new millrace.app.look.Marks(g, theme).text(width / 2, height / 2,
                    words, Type.setting(), theme.text3());
            return;
        }
        laid().ifPresent(l -> new LanesPainter(g, theme, l, width,
                new LanesPainter.Scene(playhead, held, kin, selected)).paint());
    }
}
