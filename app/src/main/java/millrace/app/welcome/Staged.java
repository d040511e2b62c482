package millrace.app.welcome;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import millrace.app.canvas.CanvasView;
import millrace.app.canvas.Motion;
import millrace.app.canvas.RunView;
import millrace.app.canvas.Viewport;
import millrace.app.editor.Editor;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.app.text.CatalogTexts;
import millrace.app.tool.Box;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Node;
import millrace.operator.Files;
import millrace.trace.FactKind;
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
    private static final Set<FactKind> ANY = EnumSet.complementOf(EnumSet.of(FactKind.INPUT_ADVANCED));
    /** ms: the whole run, and what passes after an arrival until the picture is taken. */
    private static final double PLAYED_IN = 15_000;
    private static final double PAUSE = 1_500;
    private static final double AFTER = 120;
    private static final double FASTEST = 7;
    private static final double MARGIN = 34;
    /** At this zoom nodes still show what they hold. */
    private static final double ZOOM = 0.64;

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

    /** A canvas that shows the whole design, and by how much it must be made smaller to be so wide. */
    record Framed(CanvasView canvas, double scale) {}

    /** The canvas as it is in the midst of the run. To be called on the interface's thread; takes some 20 ms. */
    WritableImage picture(Theme theme, double width, double height) {
        Framed framed = framed(theme, width, height);
        timeline.ifPresent(t -> show(framed.canvas, t));
        framed.canvas.layout();
        return shoot(framed.canvas, theme, framed.scale, width, height);
    }

    Framed framed(Theme theme, double width, double height) {
        // Notes are to be read, and can't be in this size.
        CanvasView canvas = new CanvasView(new Editor(design.withNotes(List.of())), CatalogTexts::find,
                CatalogTexts.types(),
                theme);
        canvas.withoutControls();
        canvas.setMouseTransparent(true);
        canvas.setFocusTraversable(false);
        canvas.setRun(run);
        double scale = Math.min(1, width / room(canvas, width / height));
        canvas.resize(Math.ceil(width / scale), Math.ceil(height / scale));
        canvas.fit();
        return new Framed(canvas, scale);
    }

    /** The whole run in so many ms, again and again: shows where it is so many ms after the begin. */
    void play(CanvasView canvas, double passed) {
        timeline.ifPresent(t -> {
            double length = Math.max(1, t.run().end() - t.run().start());
            double speed = length / PLAYED_IN;
            double now = t.run().start() + passed % (PLAYED_IN + PAUSE) * speed;
            double at = Math.min(now, t.run().end());
            canvas.show(t.at((long) at), new Motion(at, speed, now < t.run().end()));
        });
    }

    /** As if it were played, so that events are on their ways. */
    private static void show(CanvasView canvas, Timeline timeline) {
        long start = timeline.run().start();
        long length = timeline.run().end() - start;
        long at = start + Math.round(length * SHARE);
        long fact = timeline.previous(ANY, at).orElse(at);
        double speed = Math.clamp(length / PLAYED_IN, 0.25, FASTEST);
        canvas.show(timeline.at(fact + Math.round(speed * AFTER)), new Motion(fact + speed * AFTER, speed, true));
    }

    /** How wide the canvas must be for the whole design to be seen at a zoom at which nodes show what they hold. */
    private double room(CanvasView canvas, double shape) {
        Viewport view = canvas.viewport();
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (Node node : design.nodes()) {
            Box box = canvas.places().placeOf(node.id()).orElse(new Box(0, 0, 0, 0));
            left = Math.min(left, box.x());
            top = Math.min(top, box.y());
            right = Math.max(right, box.right());
            bottom = Math.max(bottom, box.bottom());
        }
        double wide = Math.max(right - left, (bottom - top) * shape) / view.zoom();
        return Math.max(1, wide) * ZOOM + 2 * MARGIN;
    }

    /** Twice as fine as it is shown, for fine screens. */
    private static WritableImage shoot(CanvasView canvas, Theme theme, double scale, double width, double height) {
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(theme.bg());
        how.setTransform(new Scale(2 * scale, 2 * scale));
        how.setViewport(new Rectangle2D(0, 0, 2 * width, 2 * height));
        // A group gives its children the size that they would like, and the canvas would begin anew in it.
        canvas.setManaged(false);
        return new Group(canvas).snapshot(how, null);
    }
}
