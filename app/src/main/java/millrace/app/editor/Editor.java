package millrace.app.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
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
    /** Asked before the design changes; what it refuses is not done. */
    private BooleanSupplier mayChange = () -> true;
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
        boolean changes = !next.design().equals(before.design());
        if (changes && !mayChange.getAsBoolean()) return;
        if (changes) remember(transaction, before, next);
        become(next);
    }

    private void remember(Transaction transaction, EditorState before, EditorState next) {
        undone.clear();
        boolean joins = joins(transaction);
        if (!joins) done.push(new Step(transaction.naming().name(before.design()), before, transaction.merge()));
        // What goes on until it is where it began has changed nothing.
        sealed = joins && done.element().other().design().equals(next.design());
        if (sealed) done.pop();
    }

    private boolean joins(Transaction transaction) {
        return !sealed && transaction.merge().isPresent() && !done.isEmpty()
                && done.peek().merge().equals(transaction.merge());
    }

    /** Asks before every change of the design; where the answer is no, nothing is done. */
    public void guard(BooleanSupplier mayChangeNow) {
        mayChange = mayChangeNow;
    }

    /** Choosing is no step; a continuous edit of what was chosen before is over. */
    public void select(Selection selection) {
        EditorState next = state.with(selection);
        if (!next.selection().equals(state.selection())) seal();
        become(next);
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
        pass(from, to);
        tell();
    }

    private void pass(Deque<Step> from, Deque<Step> to) {
        Step step = from.pop();
        to.push(new Step(step.name(), state, step.merge()));
        sealed = true;
        state = step.other();
    }

    /** What undo would take back: "move 3 nodes". */
    public Optional<String> undoName() {
        return Optional.ofNullable(done.peek()).map(Step::name);
    }

    public Optional<String> redoName() {
        return Optional.ofNullable(undone.peek()).map(Step::name);
    }

    /** What was done and undone. */
    public History history() {
        List<String> steps = new ArrayList<>();
        done.descendingIterator().forEachRemaining(step -> steps.add(step.name()));
        undone.forEach(step -> steps.add(step.name()));
        return new History(steps, done.size(), savedPlace());
    }

    /** How many steps are done where the design is as it was saved; the nearest such place to the present one. */
    private OptionalInt savedPlace() {
        if (!dirty()) return OptionalInt.of(done.size());
        int back = place(done);
        int on = place(undone);
        if (back == 0 && on == 0) return OptionalInt.empty();
        return OptionalInt.of(on == 0 || back > 0 && back <= on ? done.size() - back : done.size() + on);
    }

    /** How many steps away the saved design is, 0 if it is not there. */
    private int place(Deque<Step> steps) {
        int away = 0;
        for (Step step : steps) {
            away++;
            if (step.other().design().equals(saved)) return away;
        }
        return 0;
    }

    /** Undoes or redoes until so many steps are done. */
    public void goTo(int steps) {
        int goal = Math.clamp(steps, 0, done.size() + undone.size());
        while (done.size() > goal)
            pass(done, undone);
        while (done.size() < goal)
            pass(undone, done);
        tell();
    }

    /** Whether the design differs from the saved one. */
    public boolean dirty() {
        return !state.design().equals(saved);
    }

    /** The design as it is now has been saved. */
    public void markSaved() {
        markSaved(state.design());
    }

    /** The design as it was then has been saved; it may be another by now. */
    public void markSaved(Design then) {
        saved = then;
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
