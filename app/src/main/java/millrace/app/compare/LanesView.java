package millrace.app.compare;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import javafx.geometry.VPos;
import millrace.app.look.Ink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import millrace.app.compare.Lanes.Lane;
import millrace.app.compare.Lanes.Mark;
import millrace.app.look.Marks;
import millrace.app.look.Surface;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.look.Type;
import millrace.design.Clock;
import org.jspecify.annotations.Nullable;

/** All runs over each other: for each node a lane of each, on one axis of processing time. What differs is full, the rest faint. */
final class LanesView extends ScrollPane {
    private static final double LANE = 30;
    private static final double GAP = 10;
    private static final double AXIS = 26;
    private static final double LEFT = 250;
    private static final double RIGHT = 24;
    private static final double TICK = 84;
    private final Surface canvas = new Surface();
    private final Pane ground = new Pane(canvas);
    private @Nullable Compared compared;
    private Lanes lanes = new Lanes(List.of());
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
        return 8 + lane * LANE + (lane / sides) * GAP;
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
        ticks(g, axis, c.sides().getFirst().run().plan().clock());
        differences(g, axis, c);
        for (int i = 0; i < lanes.lanes().size(); i++)
            lane(g, axis, lanes.lanes().get(i), top(i), c);
        double x = axis.px(playhead);
        g.setStroke(theme.proc());
        g.setLineWidth(2);
        g.strokeLine(x, 0, x, bottom());
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

    /** A thin line through all lanes where the runs part. */
    private void differences(Ink g, TimeAxis axis, Compared c) {
        g.setStroke(Theme.alpha(theme.ink(), 0.45));
        g.setLineWidth(1);
        g.setLineDashes(2, 4);
        c.differences().stream().mapToLong(Compared.Found::at).distinct().forEach(at -> {
            double x = Math.floor(axis.px(at)) + 0.5;
            g.strokeLine(x, 0, x, bottom());
        });
        g.setLineDashes();
    }

    private void lane(Ink g, TimeAxis axis, Lane lane, double top, Compared c) {
        double middle = Math.floor(top + LANE / 2) + 0.5;
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        if (lane.side() == 0) {
            g.setFont(Type.words(12.5, 600));
            g.setFill(theme.text());
            g.fillText(Type.fit(nameOf.apply(lane.node()), Type.words(12.5, 600), 104), 14, middle);
        }
        g.setFont(Type.words(12, 400));
        g.setFill(theme.text2());
        g.fillText(Type.fit(c.sides().get(lane.side()).title(), Type.words(12, 400), LEFT - 140), 126, middle);
        g.setStroke(theme.line2());
        g.setLineWidth(1);
        g.strokeLine(LEFT, middle, canvas.getWidth() - RIGHT, middle);
        Marks marks = new Marks(g, theme);
        lane.marks().forEach(m -> mark(g, marks, m, axis.px(m.at()), middle));
    }

    private void mark(Ink g, Marks marks, Mark m, double x, double y) {
        g.setGlobalAlpha(m.at() > playhead ? 0.36 : m.differs() ? 1 : 0.6);
        if (m.retraction()) marks.retraction(x, y, m.timing(), m.figure());
        else
            marks.result(x, y, m.timing(), m.figure());
        g.setGlobalAlpha(1);
        if (!m.differs()) return;
        double width = Marks.resultWidth(m.figure()) + 6;
        g.setStroke(theme.ink());
        g.setLineWidth(1.6);
        g.strokeRoundRect(x - width / 2, y - LANE / 2 + 1, width, LANE - 2, 10, 10);
    }
}
