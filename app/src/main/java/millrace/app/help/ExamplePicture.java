package millrace.app.help;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;
import millrace.app.canvas.CanvasView;
import millrace.app.canvas.Motion;
import millrace.app.canvas.RunView;
import millrace.app.editor.Editor;
import millrace.app.editor.Selection;
import millrace.app.look.Keys;
import millrace.app.file.ShippedDesigns;
import millrace.app.file.ShippedFiles;
import millrace.app.look.Theme;
import millrace.app.run.RunKeeper;
import millrace.app.run.Shown;
import millrace.app.text.CatalogTexts;
import millrace.catalog.NodeType;
import millrace.design.Design;
import millrace.design.Node;
import millrace.trace.Run;
import millrace.trace.Timeline;

/** The example of a node type as the canvas shows it, two thirds through its run, with the node selected. */
final class ExamplePicture extends StackPane {
    private static final double PART = 2.0 / 3;

    private final Editor editor;
    private final CanvasView canvas;
    private final RunKeeper<RunView> keeper = new RunKeeper<>(Platform::runLater, ExamplePicture::view, this::show);
    private boolean running;

    ExamplePicture(String path, NodeType type, Theme theme) {
        Design design = ShippedDesigns.read(path).orElse(Design.EMPTY);
        editor = new Editor(design);
        canvas = new CanvasView(editor, CatalogTexts::find, CatalogTexts.types(), theme);
        design.nodes()
                .stream()
                .filter(n -> n.type().equals(type.id()))
                .findFirst()
                .map(Node::id)
                .ifPresent(id -> editor.select(Selection.node(id)));
        canvas.setMouseTransparent(true);
        canvas.setFocusTraversable(false);
        getChildren().add(canvas);
        getStyleClass().add("help-picture");
        // A picture is not zoomed by hand.
        canvas.lookupAll(".canvas-zoom").forEach(n -> n.getParent().setVisible(false));
        setPrefHeight(250);
        setMinHeight(250);
        keeper.run(design, new ShippedFiles(path));
        canvas.fit();
    }

    private static RunView view(Run run) {
        Timeline timeline = new Timeline(run);
        return new RunView(run.trace(), Keys.of(run.trace()), timeline.at(run.end()), timeline.moments());
    }

    private void show(Shown<RunView> shown) {
        Optional<Shown.Ready<RunView>> ready = shown.run();
        running = ready.isPresent();
        ready.ifPresent(r -> {
            long at = r.run().start() + Math.round((r.run().end() - r.run().start()) * PART);
            canvas.setRun(Optional.of(r.views()));
            canvas.show(r.timeline().at(at), Motion.still(at));
        });
    }

    /** Whether the picture shows a run. */
    boolean isRunning() {
        return running;
    }

    void close() {
        keeper.close();
    }
}
