package millrace.app.shell;

import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import millrace.app.run.Playhead;
import millrace.trace.FactKind;
import millrace.trace.Timeline;

/** What moves the playhead. */
final class PlayActions {
    private static final Set<FactKind> ANY = EnumSet.complementOf(EnumSet.of(FactKind.INPUT_ADVANCED));

    private final Workspace workspace;
    private final Playhead playhead;

    PlayActions(Workspace workspace, Actions actions) {
        this.workspace = workspace;
        playhead = workspace.playhead();
        actions.add("play", "P", playhead::toggle);
        actions.add("step", "Period", () -> step(true, ANY));
        actions.add("step-back", "Comma", () -> step(false, ANY));
        actions.add("next-mark", "Shift+Period", () -> mark(true));
        actions.add("previous-mark", "Shift+Comma", () -> mark(false));
        actions.add("to-start", "Home", () -> pauseAt(playhead.from()));
        actions.add("to-end", "End", () -> pauseAt(playhead.to()));
        actions.add("faster", "Shift+Up", () -> playhead.change(true));
        actions.add("slower", "Shift+Down", () -> playhead.change(false));
    }

    private void pauseAt(long time) {
        playhead.playingProperty().set(false);
        playhead.seek(time);
    }

    /** To the next or previous mark of the timeline. */
    private void mark(boolean forward) {
        workspace.shownProperty().get().run().map(r -> r.views().timeline()).ifPresent(t -> {
            var to = forward ? t.next(playhead.time()) : t.previous(playhead.time());
            pauseAt(to.orElse(forward ? playhead.to() : playhead.from()));
        });
    }

    private void step(boolean on, Set<FactKind> kinds) {
        workspace.shownProperty().get().run().ifPresent(ready -> {
            Timeline timeline = ready.timeline();
            OptionalLong to = on ? timeline.next(kinds, playhead.time()) : timeline.previous(kinds, playhead.time());
            pauseAt(to.orElse(on ? playhead.to() : playhead.from()));
        });
    }
}
