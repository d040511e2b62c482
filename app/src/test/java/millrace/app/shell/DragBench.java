package millrace.app.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import millrace.app.chart.TimeChart;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.design.Design;
import millrace.design.Value;

/**
 * Measures the whole window while a disc is dragged: a timetable of 10,000 rows, its time chart zoomed in until discs can be
 * taken, a step of the hand in each frame. Counts the steps that changed the design (one within the same round step of time
 * changes nothing, and so brings no run), the runs that came into the views, each with all that is open drawn, and the frames.
 * Run with {@code -Dglass.platform=Headless -Dprism.order=sw} for the software pipeline.
 */
final class DragBench {
    private static final int EVENTS = 10_000;
    private static final int EVERY = 100;
    private static final int ZOOMS = 40;
    /** How far the hand goes, there and back, and with each step, px: a step is more than the chart rounds away. */
    private static final int REACH = 80;
    private static final int STEP = 4;
    private static final long WARM_UP = 30_000_000_000L;
    private static final long MEASURED = 8_000_000_000L;

    private final String size;
    private final Workspace workspace = new Workspace(Platform::runLater);
    private final Designer designer = new Designer(workspace, new NoDialogs(), Theme.LIGHT);
    private final Scene scene = new Scene(designer, 1440, 900);
    private final CountDownLatch done = new CountDownLatch(1);
    private final List<Double> runs = new ArrayList<>();
    private final List<Double> frames = new ArrayList<>();
    private final List<Double> edits = new ArrayList<>();
    private Design design = Design.EMPTY;
    private Point2D disc = Point2D.ZERO;
    private long begun;
    private long lastRun;
    private long lastFrame;
    private long lastEdit;
    private int steps;
    private boolean started;

    private DragBench(String size) {
        this.size = size;
    }

    /** @param arguments the size of the windows; 10 s if there is none */
    public static void main(String[] arguments) throws InterruptedException {
        Platform.startup(Type::load);
        DragBench[] bench = new DragBench[1];
        CountDownLatch made = new CountDownLatch(1);
        Platform.runLater(() -> {
            bench[0] = new DragBench(arguments.length == 0 ? "10 s" : arguments[0]);
            bench[0].begin();
            made.countDown();
        });
        made.await();
        bench[0].done.await();
        bench[0].tell("between changes by the hand", bench[0].edits);
        bench[0].tell("between runs in all views", bench[0].runs);
        bench[0].tell("between frames", bench[0].frames);
        System.exit(0);
    }

    private void begin() {
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        workspace.shownProperty().addListener((o, was, is) -> {
            if (is.progress().isEmpty() && !is.run().equals(was.run())) ran();
        });
        workspace.editor().open(ManyRows.of(EVENTS, EVERY, size));
        workspace.editor().listen(state -> edited(state.design()));
    }

    private void ran() {
        long now = System.nanoTime();
        if (measuring(now) && lastRun != 0) runs.add((now - lastRun) / 1e6);
        lastRun = now;
        if (started) return;
        started = true;
        workspace.playhead().seek(workspace.playhead().to());
        Platform.runLater(() -> Platform.runLater(this::take));
    }

    private void edited(Design next) {
        if (next.equals(design)) return;
        design = next;
        long now = System.nanoTime();
        if (measuring(now) && lastEdit != 0) edits.add((now - lastEdit) / 1e6);
        lastEdit = now;
    }

    private boolean measuring(long now) {
        return begun != 0 && now - begun > WARM_UP;
    }

    /** Zooms in on an event in the middle and takes it. */
    private void take() {
        Value.Items row = row();
        for (int i = 0; i < ZOOMS; i++) {
            Point2D at = chart().localToScene(place(row));
            paper().fireEvent(
                    new ScrollEvent(ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(), false, true,
                            false, false, false, false, 0, 40, 0, 40, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                            ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
        }
        disc = place(row);
        mouse(MouseEvent.MOUSE_MOVED, disc);
        mouse(MouseEvent.MOUSE_PRESSED, disc);
        begun = System.nanoTime();
        drag();
    }

    private Value.Items row() {
        Value.Items rows = (Value.Items) workspace.editor()
                .design()
                .node("rows")
                .orElseThrow()
                .settings()
                .get("rows")
                .orElseThrow();
        return (Value.Items) rows.items().get(EVENTS / 2);
    }

    private TimeChart chart() {
        return designer.chart.chart();
    }

    private Point2D place(Value.Items row) {
        var clock = workspace.shownProperty().get().run().orElseThrow().run().plan().clock();
        long happened = clock.parse(((Value.Text) row.items().get(0)).text()).orElseThrow();
        long arrived = clock.parse(((Value.Text) row.items().get(1)).text()).orElseThrow();
        return chart().place(happened, arrived).orElseThrow();
    }

    private Node paper() {
        return chart().lookup(".surface");
    }

    private void mouse(EventType<MouseEvent> what, Point2D at) {
        Point2D screen = chart().localToScreen(at);
        Point2D inScene = chart().localToScene(at);
        Event.fireEvent(paper(), new MouseEvent(what, inScene.getX(), inScene.getY(), screen.getX(), screen.getY(),
                MouseButton.PRIMARY, 1, false, false, false, false, what != MouseEvent.MOUSE_MOVED, false, false, false,
                false, true, null));
    }

    private void drag() {
        new AnimationTimer() {
            @Override
            public void handle(long nanos) {
                long now = System.nanoTime();
                if (measuring(now) && lastFrame != 0) frames.add((now - lastFrame) / 1e6);
                lastFrame = now;
                steps++;
                mouse(MouseEvent.MOUSE_DRAGGED, disc.add(REACH + Math.abs(steps * STEP % (2 * REACH) - REACH), 0));
                if (now - begun < WARM_UP + MEASURED) return;
                stop();
                System.out.println("dragged: " + workspace.editor().undoName());
                // A window that is still drawn while the program ends makes the toolkit complain.
                scene.getWindow().hide();
                done.countDown();
            }
        }.start();
    }

    private void tell(String what, List<Double> times) {
        Collections.sort(times);
        System.out.printf(Locale.ROOT, "%-30s %5d, %5.1f a second, median %6.1f ms, 95 of 100 within %6.1f ms%n", what,
                times.size(), times.size() / (MEASURED / 1e9), times.get(times.size() / 2),
                times.get(times.size() * 95 / 100));
    }
}
