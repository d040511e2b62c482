package millrace.app.brokers;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;
import millrace.app.look.Keys;
import millrace.app.look.Surface;
import millrace.app.look.Theme;
import millrace.operator.View;
import org.jspecify.annotations.Nullable;

/** The picture of one log or queue at the playhead, for the hand: a click picks a record or message. */
final class BrokerPicture extends Region {
    private final Surface canvas = new Surface();
    private Theme theme = Theme.LIGHT;
    private Keys keys = Keys.NONE;
    private @Nullable BrokerModel model;
    private View view = new View.None();
    private long time;
    private Optional<Long> picked = Optional.empty();
    private List<Spot> spots = List.of();
    private double scrolled;

    BrokerPicture(Consumer<Long> onPicked, Consumer<String> onGroup) {
        getChildren().add(canvas);
        setMinSize(0, 0);
        canvas.setOnMouseClicked(e -> at(e.getX(), e.getY()).ifPresentOrElse(s -> onPicked.accept(s.event()),
                () -> group(e.getY()).ifPresent(onGroup)));
        canvas.setOnMouseMoved(
                e -> setCursor(at(e.getX(), e.getY()).isPresent() || group(e.getY()).isPresent() ? Cursor.HAND
                        : Cursor.DEFAULT));
        canvas.setOnScroll(e -> {
            scrolled -= e.getDeltaY();
            setNeedsLayout(true);
            e.consume();
        });
    }

    private Optional<String> group(double y) {
        return view instanceof View.Log log ? LogPainter.groupAt(log, -scrolled, y) : Optional.empty();
    }

    private Optional<Spot> at(double x, double y) {
        return spots.stream().filter(s -> s.holds(x, y)).findFirst();
    }

    /** Where a record or message stands. */
    Optional<Spot> spot(long event) {
        return spots.stream().filter(s -> s.event() == event).findFirst();
    }

    void show(BrokerModel next, Keys order) {
        model = next;
        keys = order;
        setNeedsLayout(true);
    }

    void setView(View next, long at) {
        view = next;
        time = at;
        setNeedsLayout(true);
    }

    void setPicked(Optional<Long> event) {
        picked = event;
        setNeedsLayout(true);
    }

    void setTheme(Theme next) {
        theme = next;
        setNeedsLayout(true);
    }

    private double height() {
        return switch (view) {
            case View.Log l -> LogPainter.height(l);
            case View.Queue q -> QueuePainter.height(q);
            default -> 0;
        };
    }

    @Override
    protected void layoutChildren() {
        var g = canvas.cover(getWidth(), getHeight());
        double width = canvas.px(getWidth());
        double height = canvas.px(getHeight());
        g.setFill(theme.panel());
        g.fillRect(0, 0, width, height);
        scrolled = Math.clamp(scrolled, 0, Math.max(0, height() - height));
        BrokerModel of = model;
        if (of == null) return;
        Brush brush = new Brush(g, theme, keys, of, picked);
        switch (view) {
            case View.Log l -> new LogPainter(brush, l, width, -scrolled, time).paint();
            case View.Queue q -> new QueuePainter(brush, q, width, -scrolled, time).paint();
            default -> {}
        }
        spots = List.copyOf(brush.spots());
    }
}
