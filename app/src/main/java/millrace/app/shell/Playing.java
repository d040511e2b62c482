package millrace.app.shell;

import javafx.animation.AnimationTimer;

/** Moves the playhead while playing, by the time that passes between frames. */
final class Playing extends AnimationTimer {
    /** After a pause of the whole program (a laptop closed) the run does not jump. */
    private static final double MOST_MS = 250;

    private final Designer parts;
    private long before;

    Playing(Designer parts) {
        this.parts = parts;
    }

    @Override
    public void handle(long now) {
        double passed = before == 0 ? 0 : (now - before) / 1e6;
        before = now;
        if (!parts.workspace.playhead().playingProperty().get()) return;
        parts.workspace.playhead().tick(Math.min(passed, MOST_MS));
        parts.screen().unfold();
    }
}
