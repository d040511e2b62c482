package millrace.app.checkpoints;

import java.util.Optional;
import java.util.SequencedSet;
import java.util.LinkedHashSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import millrace.app.checkpoints.CheckpointsModel.Checkpoint;
import millrace.app.look.Ink;
import millrace.app.look.Surface;
import millrace.app.look.Theme;
import millrace.app.text.Texts;
import org.jspecify.annotations.Nullable;

/** The picture of the courses, for the hand: what was clicked is told to its owner. */
final class CheckpointsChart extends Region {
    private final Surface canvas = new Surface();
    private final Consumer<Clicked> onClick;
    private @Nullable CheckpointsModel model;
    private UnaryOperator<String> names = id -> id;
    private Optional<Checkpoint> picked = Optional.empty();
    private SequencedSet<String> selected = new LinkedHashSet<>();
    private long playhead;
    private Theme theme = Theme.LIGHT;
    private boolean seeking;

    /** What a click meant. */
    sealed interface Clicked {
        record OnNode(String node) implements Clicked {}

        record OnSign(CheckpointsModel.Sign sign, Optional<Checkpoint> of) implements Clicked {}

        record OnTime(long time, Optional<Checkpoint> of) implements Clicked {}
    }

    CheckpointsChart(Consumer<Clicked> onClick) {
        this.onClick = onClick;
        getStyleClass().add("checkpoints-chart");
        getChildren().add(canvas);
        setAccessibleText(Texts.of("checkpoints.chart"));
        setCursor(Cursor.HAND);
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(e -> {
            if (seeking) plot().ifPresent(p -> onClick.accept(new Clicked.OnTime(p.time(e.getX()), Optional.empty())));
        });
    }

    void show(CheckpointsModel next, UnaryOperator<String> nameOf) {
        model = next;
        names = nameOf;
        setMinHeight(canvas.shown(CheckpointsPlot.least(next.nodes().size())));
        setNeedsLayout(true);
    }

    void playhead(long time) {
        playhead = time;
        setNeedsLayout(true);
    }

    void pick(Optional<Checkpoint> next) {
        picked = next;
        setNeedsLayout(true);
    }

    void select(SequencedSet<String> nodes) {
        selected = nodes;
        setNeedsLayout(true);
    }

    void dress(Theme next) {
        theme = next;
        setNeedsLayout(true);
    }

    private Optional<CheckpointsPlot> plot() {
        return Optional.ofNullable(model)
                .map(m -> CheckpointsPlot.of(m, canvas.px(getWidth()), canvas.px(getHeight())));
    }

    private void pressed(MouseEvent e) {
        seeking = false;
        if (e.getButton() != MouseButton.PRIMARY) return;
        plot().flatMap(p -> clicked(p, e.getX(), e.getY())).ifPresent(onClick);
    }

    private Optional<Clicked> clicked(CheckpointsPlot p, double x, double y) {
        if (x < CheckpointsPlot.LEFT - 12) return p.node(y).map(Clicked.OnNode::new);
        Optional<Checkpoint> of = p.checkpoint(x);
        Optional<Clicked> sign = p.sign(x, y).map(s -> new Clicked.OnSign(s, of));
        if (sign.isPresent()) return sign;
        seeking = true;
        return Optional.of(new Clicked.OnTime(p.time(x), of));
    }

    /** Where an instant and a node are, in this region: for hands that look for them. */
    Optional<javafx.geometry.Point2D> place(String node, long time) {
        return plot().map(p -> canvas
                .shown(new javafx.geometry.Point2D(p.axis().px(time), p.y(p.model().nodes().indexOf(node)))));
    }

    @Override
    protected void layoutChildren() {
        Ink ink = canvas.cover(getWidth(), getHeight());
        plot().ifPresent(p -> new CheckpointsPainter(ink, p, playhead, theme)
                .paint(names, selected::contains, picked));
    }
}
