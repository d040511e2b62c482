package millrace.app.shell;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import millrace.app.run.Playhead;
import millrace.app.timeline.TimelineModel;
import millrace.trace.FactKind;
import millrace.trace.Timeline;

/** What moves the playhead. */
final class PlayActions {
    private static final Set<FactKind> ANY = EnumSet.complementOf(EnumSet.of(FactKind.INPUT_ADVANCED));

    private final Workspace workspace;
    private final Supplier<Optional<TimelineModel>> marks;
    private final Playhead playhead;

    /** @param marks of the timeline, those that are to be seen */
    PlayActions(Workspace workspace, Supplier<Optional<TimelineModel>> marks, Actions actions) {
        this.workspace = workspace;
        this.marks = marks;
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
        playhead.pause();
        playhead.seek(time);
    }

    /** To the next or previous mark of the timeline. */
    private void mark(boolean forward) {
        marks.get().ifPresent(t -> {
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
