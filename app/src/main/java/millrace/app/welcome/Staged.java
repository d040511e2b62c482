package millrace.app.welcome;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import millrace.app.canvas.CanvasView;
import millrace.app.canvas.Motion;
import millrace.app.canvas.RunView;
import millrace.app.editor.Editor;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.catalog.Catalog;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.operator.Files;
import millrace.trace.Run;
import millrace.trace.Timeline;

/**
 * A design with its run, ready to be pictured. It is made in the background; only the painting needs the interface's thread.
 *
 * @param timeline of its run; empty if the design can't run, and then its picture has no live state
 */
record Staged(Design design, Optional<Timeline> timeline, Optional<RunView> run) {
    /** A run that is longer than this is pictured as far as it has come. */
    private static final long MOST_EVENTS = 60_000;
    /** Where in the run there is most to see. */
    private static final double SHARE = 0.62;
    /** At this zoom nodes still show what they hold. */
    private static final double ZOOM = 0.62;

    static Staged of(Design design, Files files) {
        Optional<Plan> plan = Compiler.compile(design, files).value();
        return plan.map(p -> of(design, Run.of(p, progress -> progress.events() < MOST_EVENTS)))
                .orElseGet(() -> new Staged(design, Optional.empty(), Optional.empty()));
    }

    private static Staged of(Design design, Run run) {
        Timeline timeline = new Timeline(run);
        RunView view = new RunView(run.trace(), Keys.of(run.trace()), timeline.at(run.end()), timeline.moments());
        return new Staged(design, Optional.of(timeline), Optional.of(view));
    }

    /** The canvas as it is in the midst of the run. To be called on the interface's thread; takes some 20 ms. */
    WritableImage picture(Theme theme, double width, double height) {
        CanvasView canvas = new CanvasView(new Editor(design), Catalog::find, Catalog.types(), theme);
        canvas.withoutControls();
        canvas.setRun(run);
        timeline.ifPresent(t -> {
            long start = t.run().start();
            long at = start + Math.round((t.run().end() - start) * SHARE);
            canvas.show(t.at(at), Motion.still(at));
        });
        double scale = width / room(canvas, width, height);
        canvas.resize(Math.ceil(width / scale), Math.ceil(height / scale));
        canvas.fit();
        canvas.layout();
        return shoot(canvas, theme, scale, width, height);
    }

    /** How wide the canvas must be for the design to be seen at the zoom at which nodes are not bare. */
    private double room(CanvasView canvas, double width, double height) {
        double wide = 1;
        double high = 1;
        for (var node : design.nodes()) {
            var box = canvas.places().placeOf(node.id());
            wide = Math.max(wide, box.map(b -> b.right() + canvas.viewport().x()).orElse(0.0) - left());
            high = Math.max(high, box.map(b -> b.bottom() + canvas.viewport().y()).orElse(0.0) - top());
        }
        return Math.max(Math.max(wide, high * width / height) * ZOOM + 2 * MARGIN, width);
    }

    private static final double MARGIN = 20;

    private double left() {
        return design.nodes().stream().mapToDouble(n -> n.at().x()).min().orElse(0);
    }

    private double top() {
        return design.nodes().stream().mapToDouble(n -> n.at().y()).min().orElse(0);
    }

    /** Twice as fine as it is shown, for fine screens. */
    private static WritableImage shoot(CanvasView canvas, Theme theme, double scale, double width, double height) {
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(theme.bg());
        how.setTransform(new Scale(2 * scale, 2 * scale));
        how.setViewport(new Rectangle2D(0, 0, 2 * width, 2 * height));
        return new Group(canvas).snapshot(how, null);
    }
}
