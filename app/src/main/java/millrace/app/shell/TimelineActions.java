package millrace.app.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import millrace.app.editor.Bookmarks;
import millrace.app.editor.EditorState;
import millrace.app.run.Place;
import millrace.app.run.Playhead;
import millrace.app.run.Search;
import millrace.app.run.Search.What;
import millrace.app.text.Texts;
import millrace.app.timeline.TimelineModel;
import millrace.app.timeline.TimelineModel.Kind;
import millrace.app.timeline.TimelineView;
import millrace.design.Clock;

/** What goes along the run by what happens in it: plays to the next of a kind, steps, bookmarks, a range again and again. */
final class TimelineActions {
    private final Designer parts;
    private final Playhead playhead;
    private Action pauseAtNode;

    @SuppressWarnings("NullAway.Init") // the actions are added by the methods below
    TimelineActions(Designer parts, Actions actions) {
        this.parts = parts;
        playhead = parts.workspace.playhead();
        pauses(actions);
        steps(actions);
        bookmarks(actions);
        actions.add("loop", "L", this::loop);
        actions.add("pace", "Shift+P", () -> playhead.pacedProperty().set(!playhead.pacedProperty().get()));
        actions.add("choose-marks", "Shift+M", () -> parts.timeline.chooseMarks());
        for (Kind kind : Kind.values()) {
            actions.add("next-" + kind.word(), "", () -> mark(kind, true));
            actions.add("previous-" + kind.word(), "", () -> mark(kind, false));
        }
        listen();
    }

    private void pauses(Actions actions) {
        actions.add("pause-at-firing", "Alt+1", () -> pauseAt(What.FIRING));
        actions.add("pause-at-drop", "Alt+2", () -> pauseAt(What.DROP));
        actions.add("pause-at-checkpoint", "Alt+3", () -> pauseAt(What.CHECKPOINT));
        actions.add("pause-at-crash", "Alt+4", () -> pauseAt(What.CRASH));
        pauseAtNode = actions.add("pause-at-node", "Alt+5", this::pauseAtNode);
    }

    private void steps(Actions actions) {
        actions.add("step-cause", "Alt+Right", () -> step((s, at) -> s.next(at), playhead.to()));
        actions.add("step-cause-back", "Alt+Left", () -> step((s, at) -> s.previous(at), playhead.from()));
        actions.add("step-event", "Alt+Period", () -> step((s, at) -> s.next(What.EVENT, at), playhead.to()));
        actions.add("step-event-back", "Alt+Comma", () -> step((s, at) -> s.previous(What.EVENT, at), playhead.from()));
        actions.add("step-firing", "Shift+Alt+Period", () -> step((s, at) -> s.next(What.FIRING, at), playhead.to()));
        actions.add("step-firing-back", "Shift+Alt+Comma",
                () -> step((s, at) -> s.previous(What.FIRING, at), playhead.from()));
    }

    private void bookmarks(Actions actions) {
        actions.add("bookmark", "B", () -> parts.workspace.editor().dispatch(parts.edits.bookmark(now())));
        actions.add("next-bookmark", "Alt+B", () -> bookmark(true));
        actions.add("previous-bookmark", "Shift+Alt+B", () -> bookmark(false));
    }

    private void listen() {
        parts.timeline.setOnLoop(r -> playhead.loopProperty().set(r.map(x -> new Playhead.Range(x.from(), x.to()))));
        playhead.loopProperty()
                .addListener((o, was, is) -> parts.timeline
                        .setLoop(is.map(r -> new TimelineView.Range(r.from(), r.to()))));
    }

    void edited(EditorState state) {
        pauseAtNode.possible().set(state.selection().nodes().size() == 1);
        parts.timeline.setFlags(Bookmarks.of(state.design())
                .stream()
                .flatMap(b -> clock().parse(b.at()).stream().mapToObj(at -> new TimelineView.Flag(at, b.name())))
                .toList());
    }

    private Clock clock() {
        return parts.workspace.shownProperty().get().run().map(r -> r.run().plan().clock()).orElse(Clock.MIDNIGHT);
    }

    private String now() {
        return clock().format(playhead.time());
    }

    private Optional<Search> search() {
        return parts.workspace.shownProperty().get().run().map(r -> new Search(r.run().trace()));
    }

    private void pauseAt(What what) {
        search().ifPresent(s -> playTo(s.next(what, playhead.place()), what.name().toLowerCase(Locale.ROOT)));
    }

    private void pauseAtNode() {
        parts.workspace.editor()
                .state()
                .selection()
                .nodes()
                .stream()
                .findFirst()
                .ifPresent(node -> search().ifPresent(s -> playTo(s.next(node, playhead.place()), "node")));
    }

    private void playTo(Optional<Place> place, String what) {
        place.ifPresentOrElse(playhead::playTo, () -> parts.timeline.say(Texts.of("timeline.none." + what)));
    }

    private void step(BiFunction<Search, Place, Optional<Place>> way, long otherwise) {
        playhead.pause();
        search().ifPresent(s -> playhead.seek(way.apply(s, playhead.place()).orElse(Place.at(otherwise))));
    }

    private void mark(Kind kind, boolean forward) {
        Optional<TimelineModel> model = parts.workspace.shownProperty().get().run().map(r -> r.views().timeline());
        if (model.isEmpty()) return;
        long now = playhead.time();
        var to = forward ? model.get().next(now, m -> m.kind() == kind)
                : model.get().previous(now, m -> m.kind() == kind);
        if (to.isEmpty()) parts.timeline.say(Texts.of("timeline.no-more", Texts.of("timeline.kind." + kind.word())));
        else {
            playhead.pause();
            playhead.seek(to.getAsLong());
        }
    }

    private void bookmark(boolean forward) {
        var times = Bookmarks.times(parts.workspace.editor().design(), clock()).stream().mapToLong(Long::longValue);
        long now = playhead.time();
        var to = forward ? times.filter(t -> t > now).findFirst() : times.filter(t -> t < now).reduce((a, b) -> b);
        if (to.isEmpty()) parts.timeline.say(Texts.of("timeline.none.bookmark"));
        to.ifPresent(t -> {
            playhead.pause();
            playhead.seek(t);
        });
    }

    /** Plays what is in sight of the timeline again and again; if something is so played already, no longer. */
    private void loop() {
        var next = playhead.loopProperty().get().isPresent() ? Optional.<TimelineView.Range>empty()
                : parts.timeline.inSight();
        playhead.loopProperty().set(next.map(r -> new Playhead.Range(r.from(), r.to())));
    }
}
