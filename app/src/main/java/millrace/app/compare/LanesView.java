package millrace.app.compare;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import millrace.app.compare.Lanes.Lane;
import millrace.app.look.Ink;
import millrace.app.look.Surface;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Clock;
import org.jspecify.annotations.Nullable;

/** All runs over each other: for each node a lane of each, on one axis of processing time. What differs is full, the rest faint. */
final class LanesView extends ScrollPane {
    private static final double LOW = 29;
    private static final double TALL = 40;
    private static final double NAME = 104;
    private static final double GAP = 10;
    private static final double AXIS = 26;
    private static final double LEFT = 258;
    private static final double RIGHT = 56;
    private static final double TICK = 84;
    private static final int MOST_LINES = 40;
    private final Surface canvas = new Surface();
    private final Pane ground = new Pane(canvas);
    private @Nullable Compared compared;
    private Lanes lanes = new Lanes(List.of());
    /** Where the marks of each lane stand, made anew when the axis is another. */
    private List<LaneMarks> places = List.of();
    private UnaryOperator<String> nameOf = id -> id;
    private Theme theme = Theme.LIGHT;
    private long playhead;

    LanesView() {
        getStyleClass().add("compare-lanes");
        setContent(ground);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        viewportBoundsProperty().addListener(o -> size());
    }

    void setOnSeek(LongConsumer seek) {
        canvas.setOnMousePressed(e -> axis().ifPresent(a -> {
            if (e.getX() >= LEFT - 8) seek.accept(a.millis(e.getX()));
        }));
    }

    void show(Compared next, Lanes laid, UnaryOperator<String> names) {
        compared = next;
        lanes = laid;
        nameOf = names;
        size();
    }

    void setPlayhead(long time) {
        playhead = time;
        paint();
    }

    void setTheme(Theme next) {
        theme = next;
        paint();
    }

    private double top(int lane) {
        int sides = compared == null ? 1 : compared.sides().size();
        return 8 + lane * high() + (lane / sides) * GAP;
    }

    /** As high as there is room for. */
    private double high() {
        int sides = compared == null ? 1 : compared.sides().size();
        int count = Math.max(1, lanes.lanes().size());
        double room = canvas.px(getViewportBounds().getHeight()) - AXIS - 8 - GAP * count / sides;
        return Math.clamp(Math.floor(room / count), LOW, TALL);
    }

    private void size() {
        ground.setPrefSize(Math.max(canvas.shown(LEFT + 120), getViewportBounds().getWidth()),
                Math.max(canvas.shown(top(lanes.lanes().size()) + AXIS), getViewportBounds().getHeight()));
        paint();
    }

    private java.util.Optional<TimeAxis> axis() {
        Compared c = compared;
        if (c == null) return java.util.Optional.empty();
        double room = Math.max(60, canvas.getWidth() - LEFT - RIGHT);
        return java.util.Optional
                .of(TimeAxis.around(c.start(), Math.max(c.end(), c.start() + 1), room, TICK).laid(LEFT, LEFT + room));
    }

    private void paint() {
        Ink g = canvas.cover(ground.getPrefWidth(), ground.getPrefHeight());
        g.setFontSmoothingType(FontSmoothingType.GRAY);
        g.setFill(theme.panel());
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Compared c = compared;
        if (c == null || canvas.getWidth() <= LEFT) return;
        TimeAxis axis = axis().orElseThrow();
        places = lanes.lanes().stream().map(l -> LaneMarks.of(l.marks(), axis)).toList();
        ticks(g, axis, c.sides().getFirst().run().plan().clock());
        differences(g, axis, c);
        double x = axis.px(playhead);
        g.setStroke(theme.proc());
        g.setLineWidth(2);
        g.strokeLine(x, 0, x, bottom());
        for (int i = 0; i < lanes.lanes().size(); i++)
            lane(g, i, c);
        legend(g);
    }

    private double bottom() {
        return top(lanes.lanes().size());
    }

    private void ticks(Ink g, TimeAxis axis, Clock clock) {
        g.setFont(Type.axis());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (TimeAxis.Tick tick : axis.ticks(clock, TICK)) {
            g.setStroke(theme.line());
            g.setLineWidth(1);
            g.strokeLine(Math.floor(tick.px()) + 0.5, 0, Math.floor(tick.px()) + 0.5, bottom());
            g.setFill(theme.proc());
            g.fillText(tick.label(), tick.px(), bottom() + AXIS / 2);
        }
    }

    /** A thin line through all lanes where the runs part; not where there would be nothing but lines. */
    private void differences(Ink g, TimeAxis axis, Compared c) {
        double[] places = c.differences()
                .stream()
                .mapToDouble(f -> Math.floor(axis.px(f.at())) + 0.5)
                .distinct()
                .toArray();
        if (places.length > MOST_LINES) return;
        g.setStroke(Theme.alpha(theme.ink(), 0.45));
        g.setLineWidth(1);
        g.setLineDashes(2, 4);
        for (double x : places)
            g.strokeLine(x, 0, x, bottom());
        g.setLineDashes();
    }

    private void lane(Ink g, int number, Compared c) {
        Lane lane = lanes.lanes().get(number);
        double middle = Math.floor(top(number) + high() / 2) + 0.5;
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        if (lane.side() == 0) {
            g.setFont(Type.words(12.5, 600));
            g.setFill(theme.text());
            g.fillText(Type.fit(nameOf.apply(lane.node()), Type.words(12.5, 600), NAME), 14, middle);
        }
        g.setFont(Type.words(12, 400));
        g.setFill(theme.text2());
        g.fillText(Type.fit(c.sides().get(lane.side()).title(), Type.words(12, 400), LEFT - NAME - 40), NAME + 26,
                middle);
        g.setStroke(theme.line2());
        g.setLineWidth(1);
        g.strokeLine(LEFT, middle, canvas.getWidth() - RIGHT, middle);
        new LanesPainter(g, theme, playhead).paint(places.get(number), middle);
    }

    /** What a ring means. */
    private void legend(Ink g) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(Type.words(11.5, 400));
        g.setFill(theme.text3());
        double y = bottom() + AXIS / 2;
        g.fillText(Texts.of("compare.ring"), 34, y);
        g.setStroke(theme.ink());
        g.setLineWidth(1.6);
        g.strokeRoundRect(14, y - 7, 14, 14, 7, 7);
    }
}
