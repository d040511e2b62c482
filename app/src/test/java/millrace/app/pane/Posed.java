package millrace.app.pane;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import millrace.app.editor.Transaction;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.operator.Files;
import millrace.trace.Run;
import millrace.trace.Timeline;
import org.testfx.util.WaitForAsyncUtils;

/** One view alone on a stage, with a run of a shipped design and a playhead; what it asks for is written down. */
public final class Posed implements AutoCloseable {
    private static final Path DESIGNS = Path.of("../designs");
    private static final long PATIENCE_S = 60;
    private static final double TABS = 36;

    public final Asked asked = new Asked();
    public final Pane pane;
    private final Stage stage;
    private final StackPane ground;
    private Shown shown;

    /** What the view asked for, in order: "seek 12:00:12", "select count" and the like. */
    public static final class Asked implements PaneRequests {
        public final List<String> all = new ArrayList<>();
        public final List<Transaction> edits = new ArrayList<>();

        @Override
        public void seek(long time) {
            all.add("seek " + millrace.design.Clock.MIDNIGHT.format(time));
        }

        @Override
        public void select(String node) {
            all.add("select " + node);
        }

        @Override
        public void hold(long event) {
            all.add("hold " + event);
        }

        @Override
        public void ask(int row) {
            all.add("ask " + row);
        }

        @Override
        public void askGroup(String log, String group) {
            all.add("ask group " + group + " of " + log);
        }

        @Override
        public void edit(Transaction transaction) {
            edits.add(transaction);
        }

        @Override
        public void export(String name, String text) {
            all.add("export " + name);
        }
    }

    /** @param size of the whole window of which the view is a part: {@code 1440x900} or {@code 1280x720} */
    public Posed(Function<PaneRequests, Pane> make, Theme theme, String size) {
        double width = size.startsWith("1440") ? 1440 - 196 - 300 + 196 : 1280 - 264;
        double height = size.endsWith("900") ? 334 : 250 - TABS;
        pane = onFx(() -> {
            Type.load();
            return make.apply(asked);
        });
        ground = onFx(() -> new StackPane(pane.view()));
        stage = onFx(() -> stage(theme, width, height));
    }

    private Stage stage(Theme theme, double width, double height) {
        javafx.application.Application.setUserAgentStylesheet(theme.userAgentStyleSheet());
        Scene scene = new Scene(ground, width, height);
        scene.getStylesheets().setAll(theme.styleSheets());
        scene.getStylesheets()
                .add(String.valueOf(millrace.app.look.Theme.class.getResource("/millrace/app/shell/shell.css")));
        Stage made = new Stage();
        made.setScene(scene);
        made.setX(0);
        made.setY(0);
        made.show();
        pane.dress(theme);
        return made;
    }

    public static Shown shown(String design) {
        return shown(design, d -> d);
    }

    public static Shown shown(String name, UnaryOperator<Design> change) {
        Path file = DESIGNS.resolve(name + ".json");
        Design design = change.apply(DesignReader.read(file).wholeDesign().orElseThrow());
        Files files = DesignFolder.of(file);
        Run run = Run.of(Compiler.compile(design, files).value().orElseThrow());
        return new Shown(design, files, run, new Timeline(run), Keys.of(run.trace()));
    }

    /** Shows a run at an instant. */
    public Posed at(Shown run, String time) {
        shown = run;
        onFx(() -> {
            pane.ran(run);
            pane.moment(run.timeline().at(time(time)));
            return true;
        });
        return this;
    }

    public Posed at(String time) {
        onFx(() -> {
            pane.moment(shown.timeline().at(time(time)));
            return true;
        });
        return this;
    }

    private long time(String text) {
        return shown.run().plan().clock().parse(text).orElseThrow();
    }

    /** Waits until it holds, on the interface's thread. */
    public Posed until(Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come about within " + PATIENCE_S + " s", e);
        }
        for (int i = 0; i < 3; i++)
            WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Waits until no note stands in the view's place any more. */
    public Posed untilThere() {
        return until(() -> pane.view().lookupAll(".empty-note").stream().noneMatch(n -> n.isVisible() && whole(n)));
    }

    private boolean whole(Node note) {
        return note.getParent() == pane.view();
    }

    public BufferedImage picture() {
        return onFx(() -> {
            ground.applyCss();
            ground.layout();
            WritableImage image = new WritableImage((int) ground.getWidth(), (int) ground.getHeight());
            return SwingFXUtils.fromFXImage(ground.snapshot(null, image), null);
        });
    }

    @Override
    public void close() {
        onFx(() -> {
            pane.closed();
            stage.hide();
            return true;
        });
    }

    public static <T> T onFx(Callable<T> made) {
        if (Platform.isFxApplicationThread()) throw new IllegalStateException("not from the interface's thread");
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_S * 1000, made);
    }
}
