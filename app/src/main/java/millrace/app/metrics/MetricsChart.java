package millrace.app.metrics;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import millrace.app.look.Surface;
import millrace.app.look.Theme;
import millrace.app.text.Texts;
import org.jspecify.annotations.Nullable;

/** The picture of the metrics, for the hand: a click seeks or selects a node, the wheel scrolls. */
final class MetricsChart extends Region {
    private static final double BAR = 12;
    private final Surface canvas = new Surface();
    private final ScrollBar bar = new ScrollBar();
    private final LongConsumer onSeek;
    private final Consumer<String> onNode;
    private @Nullable MetricsModel model;
    private UnaryOperator<String> names = id -> id;
    private SequencedSet<String> selected = new LinkedHashSet<>();
    private long playhead;
    private Theme theme = Theme.LIGHT;

    MetricsChart(LongConsumer onSeek, Consumer<String> onNode) {
        this.onSeek = onSeek;
        this.onNode = onNode;
        getStyleClass().add("metrics-chart");
        bar.setOrientation(Orientation.VERTICAL);
        getChildren().addAll(canvas, bar);
        setMinSize(0, 0);
        setAccessibleText(Texts.of("metrics.chart"));
        setCursor(Cursor.HAND);
        bar.valueProperty().addListener(o -> setNeedsLayout(true));
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(e -> plot().flatMap(p -> p.time(e.getX())).ifPresent(onSeek::accept));
        setOnScroll(e -> bar.setValue(Math.clamp(bar.getValue() - e.getDeltaY(), 0, bar.getMax())));
    }

    void show(MetricsModel next, UnaryOperator<String> nameOf) {
        model = next;
        names = nameOf;
        setNeedsLayout(true);
    }

    void playhead(long time) {
        playhead = time;
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

    private Optional<MetricsPlot> plot() {
        return Optional.ofNullable(model)
                .map(m -> new MetricsPlot(m, canvas.px(getWidth() - BAR), canvas.px(getHeight()),
                        bar.isVisible() ? bar.getValue() : 0));
    }

    private void pressed(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY) return;
        plot().ifPresent(p -> {
            if (e.getX() < MetricsPlot.LEFT - 14) p.node(e.getY()).ifPresent(onNode);
            else
                p.time(e.getX()).ifPresent(onSeek::accept);
        });
    }

    @Override
    protected void layoutChildren() {
        plot().ifPresent(p -> {
            bar.setVisible(p.most() > 0);
            bar.setMax(p.most());
            bar.setVisibleAmount(p.most() * Math.min(1, getHeight() / Math.max(1, p.most() + getHeight())));
            bar.setUnitIncrement(p.row());
            bar.resizeRelocate(getWidth() - BAR, MetricsPlot.TOP, BAR, Math.max(0, getHeight() - 2 * MetricsPlot.TOP));
        });
        var g = canvas.cover(getWidth(), getHeight());
        g.setFill(theme.panel());
        g.fillRect(0, 0, canvas.px(getWidth()), canvas.px(getHeight()));
        plot().ifPresent(p -> new MetricsPainter(g, p, playhead, theme).paint(names, selected::contains));
    }
}
