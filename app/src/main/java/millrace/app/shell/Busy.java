package millrace.app.shell;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import millrace.app.look.Tokens;

/** Says below the design's name how it stands with the file, and that a disk takes its time once it does. */
final class Busy {
    private final Designer parts;
    private final PauseTransition soon = new PauseTransition(Duration.millis(Tokens.BUSY));
    private boolean slow;

    Busy(Designer parts) {
        this.parts = parts;
        soon.setOnFinished(e -> slow(true));
        parts.workspace.disk().setOnBusy(this::follow);
    }

    private void follow() {
        if (parts.workspace.disk().busy()) {
            soon.playFromStart();
            return;
        }
        soon.stop();
        if (slow) slow(false);
    }

    private void slow(boolean now) {
        slow = now;
        show();
    }

    /** Shows it as it is now. */
    void show() {
        Workspace workspace = parts.workspace;
        parts.top.showDocument(workspace.title(), workspace.state(slow));
        parts.empty.opening(slow && workspace.opening() ? workspace.title() : "");
    }
}
