package millrace.app.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import millrace.app.editor.Bookmarks;
import millrace.app.look.Tokens;
import millrace.app.present.Stagecraft;
import millrace.app.present.Steps;
import millrace.app.run.Playhead;
import millrace.app.run.Shown;
import millrace.app.timeline.TimelineModel;

/**
 * Presenting: large type, nothing but the chosen parts, and the keys of a presenter's remote step from bookmark to bookmark, or from mark to mark. Escape
 * leaves, and all is as it was before.
 */
final class PresentActions {
    /** As large as type is, at least, while presenting. */
    private static final double LARGE = 1.5;
    /** A wall of this height has room for canvas and views at once in type of scale 1. */
    private static final double WALL = 600;
    private final Designer parts;
    private Stagecraft wall = new Stagecraft();
    private boolean on;
    private double scale = 1;
    private double divider = 0.5;

    PresentActions(Designer parts, Actions actions) {
        this.parts = parts;
        actions.add("present", "F5", this::toggle);
        parts.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        parts.heightProperty().addListener(o -> fill());
        parts.work.heightProperty().addListener(o -> divide());
    }

    boolean on() {
        return on;
    }

    private void toggle() {
        if (on) leave();
        else
            begin();
    }

    private void begin() {
        on = true;
        wall = new Stagecraft();
        scale = parts.scale();
        divider = parts.work.getDividerPositions()[0];
        show();
        fullScreen(true);
        parts.canvas.fit();
        parts.canvas.requestFocus();
    }

    private void leave() {
        on = false;
        parts.scale(scale);
        fullScreen(false);
        show();
        parts.work.setDividerPositions(divider);
        parts.canvas.fit();
        parts.canvas.requestFocus();
    }

    private void fullScreen(boolean wanted) {
        if (parts.getScene() != null && parts.getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreenExitHint("");
            stage.setFullScreen(wanted);
        }
    }

    private void key(KeyEvent event) {
        if (!on || event.isShortcutDown() || event.isAltDown()) return;
        boolean known = true;
        if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE) leave();
        else if (Steps.way(event.getCode()).isPresent()) step(Steps.way(event.getCode()).get());
        else
            known = hide(event);
        if (known) event.consume();
    }

    private void step(Steps.Way way) {
        Playhead playhead = parts.workspace.playhead();
        playhead.playingProperty().set(false);
        steps().from(playhead.time(), way).ifPresent(playhead::seek);
    }

    /** From bookmark to bookmark, if there are any: the presenter chose them. Otherwise to all that the timeline marks. */
    private Steps steps() {
        Playhead playhead = parts.workspace.playhead();
        Optional<Shown.Ready<Views>> run = parts.workspace.shownProperty().get().run();
        List<Long> chosen = run.map(
                r -> Bookmarks.times(parts.workspace.editor().design(), r.run().plan().clock())).orElse(List.of());
        List<Long> marks = run.map(
                r -> r.views().timeline().marks().stream().map(TimelineModel.Mark::at).toList()).orElse(List.of());
        return Steps.of(playhead.from(), (chosen.isEmpty() ? marks : chosen).stream().mapToLong(Long::longValue),
                playhead.to());
    }

    private boolean hide(KeyEvent event) {
        List<Stagecraft.Part> meant = Arrays.stream(Stagecraft.Part.values())
                .filter(p -> p.key() == event.getCode())
                .toList();
        meant.forEach(wall::toggle);
        if (!meant.isEmpty()) show();
        return !meant.isEmpty();
    }

    /** Panels go, and come back when it is over. */
    private void show() {
        parts.top.onTheWall(on);
        seen(parts.palette, !on);
        seen(parts.inspector, !on);
        Node canvas = parts.work.getItems().getFirst();
        seen(parts.timeline, !on || wall.shows(Stagecraft.Part.TIMELINE));
        boolean views = !on || wall.shows(Stagecraft.Part.VIEWS);
        seen(parts.tabs.getParent(), views);
        boolean drawn = !on || wall.shows(Stagecraft.Part.CANVAS);
        seen(canvas, drawn);
        ((Region) parts.work.getItems().getLast()).setMinHeight(views ? Tokens.LEAST_VIEW : 0);
        fill();
        divide();
    }

    /** Type as large as there is room for: canvas and views at once need more of it than one of them alone. */
    private void fill() {
        if (!on) return;
        boolean both = wall.shows(Stagecraft.Part.CANVAS) && wall.shows(Stagecraft.Part.VIEWS);
        double room = both && parts.getHeight() > 0 ? parts.getHeight() / WALL : LARGE;
        double wanted = Math.max(scale, Math.min(LARGE, room));
        if (wanted != parts.scale()) parts.scale(wanted);
    }

    /** The canvas has what the others leave: the timeline its own height, the views half, and never less than they need. */
    private void divide() {
        if (!on) return;
        double height = parts.work.getHeight();
        double below = wall.shows(Stagecraft.Part.VIEWS) ? Math.max(height / 2, Division.BELOW * parts.scale())
                : wall.shows(Stagecraft.Part.TIMELINE) ? parts.timeline.getMinHeight() : 0;
        boolean drawn = wall.shows(Stagecraft.Part.CANVAS) && height > 0;
        parts.work.setDividerPositions(drawn ? Math.max(0, 1 - below / height) : 0);
    }

    private static void seen(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
