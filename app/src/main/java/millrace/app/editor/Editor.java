package millrace.app.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import millrace.design.Design;

/**
 * Holds the design that is being edited; the only place that writes it. Undo keeps previous values, which share all that
 * did not change, so that it needs no limit. One thread only (the interface's).
 */
public final class Editor {
    /** A step done or undone: its name, the state on its other side, and the mark by which later edits join it. */
    private record Step(String name, EditorState other, Optional<String> merge) {}

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final List<Consumer<EditorState>> listeners = new ArrayList<>();
    private EditorState state;
    /** The design as it is in the file. */
    private Design saved;
    /** Whether the latest step takes no more edits in. */
    private boolean sealed = true;

    public Editor(Design design) {
        state = EditorState.of(design);
        saved = design;
    }

    public EditorState state() {
        return state;
    }

    public Design design() {
        return state.design();
    }

    /** Does the step. One that leaves the design as it is is not remembered; its selection holds. */
    public void dispatch(Transaction transaction) {
        EditorState before = state;
        EditorState next = transaction.change().apply(before);
        if (!next.design().equals(before.design())) remember(transaction, before);
        become(next);
    }

    private void remember(Transaction transaction, EditorState before) {
        undone.clear();
        if (!joins(transaction)) done.push(new Step(transaction.name(), before, transaction.merge()));
        sealed = false;
    }

    private boolean joins(Transaction transaction) {
        return !sealed && transaction.merge().isPresent() && !done.isEmpty()
                && done.peek().merge().equals(transaction.merge());
    }

    public void select(Selection selection) {
        become(state.with(selection));
    }

    /** The continuous edit is over: the next one is a step of its own, even of the same kind. */
    public void seal() {
        sealed = true;
    }

    public void undo() {
        cross(done, undone);
    }

    public void redo() {
        cross(undone, done);
    }

    private void cross(Deque<Step> from, Deque<Step> to) {
        if (from.isEmpty()) return;
        Step step = from.pop();
        to.push(new Step(step.name(), state, step.merge()));
        sealed = true;
        become(step.other());
    }

    /** What undo would take back: "move 3 nodes". */
    public Optional<String> undoName() {
        return Optional.ofNullable(done.peek()).map(Step::name);
    }

    public Optional<String> redoName() {
        return Optional.ofNullable(undone.peek()).map(Step::name);
    }

    /** Whether the design differs from the saved one. */
    public boolean dirty() {
        return !state.design().equals(saved);
    }

    /** The design as it is now has been saved. */
    public void markSaved() {
        saved = state.design();
        sealed = true;
        tell();
    }

    /** Another design takes the place of this one; there is nothing to undo. */
    public void open(Design design) {
        done.clear();
        undone.clear();
        sealed = true;
        saved = design;
        state = EditorState.of(design);
        tell();
    }

    /** Calls at every change of the state, the saved mark or what can be undone; run what is returned to stop it. */
    public Runnable listen(Consumer<EditorState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void become(EditorState next) {
        if (next.equals(state)) return;
        state = next;
        tell();
    }

    private void tell() {
        List.copyOf(listeners).forEach(listener -> listener.accept(state));
    }
}
