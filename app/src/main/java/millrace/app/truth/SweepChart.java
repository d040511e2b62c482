package millrace.app.truth;

import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import millrace.app.look.Surface;
import millrace.app.look.Theme;
import millrace.app.pane.Empty;
import millrace.app.text.Texts;
import millrace.design.Durations;
import millrace.measure.BoundSweep.Point;

/** Completeness against latency, for the hand: pointing at a point reads it, a click makes its bound the design's. */
final class SweepChart extends BorderPane {
    private static final double WIDTH = 350;
    private final Surface canvas = new Surface();
    private final Ground ground = new Ground();
    private final Empty empty = new Empty();
    private final Label title = new Label(Texts.of("truth.sweep"));
    private final Label said = new Label();
    private final Button act = new Button();
    private final LongConsumer onBound;
    private Optional<Sweep> sweep = Optional.empty();
    private Optional<Point> hovered = Optional.empty();
    private Theme theme = Theme.LIGHT;

    private final class Ground extends Region {
        Ground() {
            getChildren().add(canvas);
            setMinSize(0, 0);
        }

        @Override
        protected void layoutChildren() {
            var g = canvas.cover(getWidth(), getHeight());
            g.setFill(theme.panel());
            g.fillRect(0, 0, canvas.px(getWidth()), canvas.px(getHeight()));
            plot().ifPresent(p -> new SweepPainter(g, p, theme).paint(hovered));
        }
    }

    SweepChart(LongConsumer onBound) {
        this.onBound = onBound;
        getStyleClass().add("sweep");
        setPrefWidth(WIDTH);
        setMinSize(WIDTH, 0);
        title.getStyleClass().add("strong");
        said.getStyleClass().add("caption");
        said.setWrapText(true);
        act.getStyleClass().add("small");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, title, space, act);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("sweep-head");
        said.getStyleClass().add("sweep-said");
        setTop(head);
        setCenter(new StackPane(ground, empty));
        setBottom(said);
        ground.setAccessibleText(Texts.of("truth.sweep"));
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(e -> hover(Optional.empty()));
        canvas.setOnMouseClicked(e -> plot().flatMap(p -> p.at(e.getX(), e.getY()))
                .ifPresent(p -> onBound.accept(p.bound())));
        act(Optional.empty(), () -> {});
    }

    private Optional<SweepPlot> plot() {
        return sweep.filter(s -> !s.points().isEmpty())
                .map(s -> new SweepPlot(s, canvas.px(ground.getWidth()), canvas.px(ground.getHeight())));
    }

    void show(Sweep next) {
        sweep = Optional.of(next);
        hovered = Optional.empty();
        empty.setVisible(false);
        say();
        ground.requestLayout();
    }

    /** There is nothing to see, and why. */
    void nothing(String why) {
        sweep = Optional.empty();
        empty.say(why, "");
        empty.setVisible(true);
        said.setText("");
        ground.requestLayout();
    }

    /** What the button does; empty: there is no button. */
    void act(Optional<String> words, Runnable then) {
        act.setVisible(words.isPresent());
        act.setText(words.orElse(""));
        act.setOnAction(e -> then.run());
    }

    private void moved(MouseEvent e) {
        hover(plot().flatMap(p -> p.at(e.getX(), e.getY())));
    }

    private void hover(Optional<Point> next) {
        if (next.equals(hovered)) return;
        hovered = next;
        canvas.setCursor(next.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        say();
        ground.requestLayout();
    }

    private void say() {
        if (sweep.isEmpty()) return;
        Sweep s = sweep.get();
        String progress = Texts.of("truth.so-far", String.valueOf(s.points().size()),
                String.valueOf(s.bounds().size()));
        said.setText(hovered.map(SweepChart::words).orElse(s.whole() ? Texts.of("truth.click") : progress));
    }

    private static String words(Point p) {
        return Texts.of("truth.point", Durations.format(p.bound()), SweepPainter.percent(p.complete()),
                Durations.format(p.delay()), String.valueOf(p.late()));
    }

    void dress(Theme next) {
        theme = next;
        ground.requestLayout();
    }

    Optional<Sweep> sweep() {
        return sweep;
    }

    /** Where the point of a bound is on the screen: for hands that look for it. */
    Optional<Point2D> place(long bound) {
        return plot().flatMap(plot -> sweep.orElseThrow()
                .points()
                .stream()
                .filter(p -> p.bound() == bound)
                .findFirst()
                .map(p -> canvas.localToScreen(plot.x(p), plot.y(p.complete()))));
    }
}
