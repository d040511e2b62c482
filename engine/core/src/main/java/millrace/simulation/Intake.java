package millrace.simulation;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Barrier;
import millrace.event.Element;
import millrace.event.Event;
import millrace.event.Watermark;
import millrace.operator.View;
import millrace.operator.WorkNote;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a node that can't always take what comes: it is at work, what it makes would find no room, or it waits
 * for a barrier at another input. Elements are taken in the order of their coming, over all inputs that are open.
 */
final class Intake {
    /**
     * A barrier that waits until the work in hand is done.
     *
     * @param before how many elements waited at its input as it came
     */
    private record Urgent(Barrier barrier, int input, int before) {}

    private final Simulation simulation;
    private final Task task;
    private final Worker worker;
    /** By input. */
    private Lane[] in = {};
    /** Lanes out that have limited room. */
    private Lane[] out = {};
    private Inbox inbox = new Inbox(0);
    /** Inputs that wait for the barriers of others. */
    private boolean[] closed = {};
    private List<Urgent> urgent = new ArrayList<>();
    /** What is worked on. */
    private @Nullable Event current;
    private int currentInput;
    private boolean heldUp;

    /** Ends the work in hand. */
    private final class Worker extends Agent {
        Worker(int number) {
            super(WORK, number);
        }

        @Override
        void due() {
            time = NEVER;
            done();
        }
    }

    Intake(Simulation simulation, Task task) {
        this.simulation = simulation;
        this.task = task;
        worker = new Worker(task.number());
    }

    void wire(Lane[] lanesIn, Lane[] limitedOut) {
        in = lanesIn;
        out = limitedOut;
        inbox = new Inbox(in.length);
        closed = new boolean[in.length];
    }

    Agent worker() {
        return worker;
    }

    void deliver(Element element, int input) {
        Alignment alignment = task.alignment();
        if (alignment != null && element instanceof Barrier b && alignment.overtakes()) {
            overtake(b, input);
            return;
        }
        if (alignment != null && barrier(input, alignment.checkpoint()) == null) alignment.capture(element, input);
        if (inbox.oldest(closed) < 0 && inbox.isEmpty(input) && takes(element, input)) take(element, input);
        else
            inbox.add(input, element);
    }

    private void overtake(Barrier barrier, int input) {
        if (current != null) urgent.add(new Urgent(barrier, input, inbox.waiting(input).size()));
        else
            task.handle(barrier, input, in[input].port);
    }

    private boolean takes(Element element, int input) {
        if (closed[input] || current != null) return false;
        boolean makes = element instanceof Event || element instanceof Watermark;
        return !makes || room();
    }

    /** Whether every wire behind it has room for what it may make; tells if that has changed. */
    private boolean room() {
        for (Lane lane : out)
            if (lane.full()) return held(lane, true);
        return out.length == 0 || held(out[0], false);
    }

    private boolean held(Lane by, boolean held) {
        if (heldUp != held) task.note(new WorkNote.HeldUp(by.wire, held));
        heldUp = held;
        return !held;
    }

    private void take(Element element, int input) {
        in[input].taken(element, simulation);
        if (task.workTime() > 0 && element instanceof Event event) begin(event, input);
        else
            task.handle(element, input, in[input].port);
        goOn();
    }

    private void begin(Event event, int input) {
        current = event;
        currentInput = input;
        worker.time = simulation.now() + task.workTime();
        simulation.agenda().moved(worker);
        if (task.watched()) task.note(new WorkNote.Began(event, worker.time));
    }

    private void done() {
        Event event = current;
        current = null;
        if (event == null) throw new IllegalStateException("no work in hand");
        task.handle(event, currentInput, in[currentInput].port);
        urgent.forEach(u -> task.handle(u.barrier, u.input, in[u.input].port));
        urgent = new ArrayList<>();
        goOn();
    }

    /** Asks to be woken if something can be taken. */
    private void goOn() {
        if (next() >= 0) simulation.wake(task);
    }

    private int next() {
        int input = inbox.oldest(closed);
        return input >= 0 && takes(inbox.first(input), input) ? input : -1;
    }

    void woken() {
        int input = next();
        if (input >= 0) take(inbox.remove(input), input);
    }

    void close(int input) {
        closed[input] = true;
    }

    void open() {
        java.util.Arrays.fill(closed, false);
        goOn();
    }

    /** What waits at an input, in front of the checkpoint's barrier if that has come. */
    List<Element> waiting(int input, long checkpoint) {
        List<Element> all = inbox.waiting(input);
        Urgent barrier = barrier(input, checkpoint);
        return barrier == null ? all : all.subList(0, barrier.before);
    }

    /** The checkpoint's barrier at this input, while it waits for the work in hand: what comes now is behind it. */
    private @Nullable Urgent barrier(int input, long checkpoint) {
        for (Urgent u : urgent)
            if (u.input == input && u.barrier.checkpoint == checkpoint) return u;
        return null;
    }

    Activity activity() {
        List<List<Event>> waiting = new ArrayList<>();
        List<Boolean> blocked = new ArrayList<>();
        for (int i = 0; i < in.length; i++) {
            waiting.add(inbox.events(i, View.MOST));
            blocked.add(closed[i]);
        }
        return new Activity(java.util.Optional.ofNullable(current), worker.time, waiting, blocked, heldUp);
    }

    /** All that was on its way here is lost. */
    void clear() {
        inbox.clear();
        java.util.Arrays.fill(closed, false);
        urgent = new ArrayList<>();
        current = null;
        heldUp = false;
        worker.time = Agent.NEVER;
        simulation.agenda().moved(worker);
    }

    /** Puts what a barrier had overtaken back where it was. */
    void refill(List<Alignment.Captured> overtaken) {
        for (Alignment.Captured c : overtaken) {
            inbox.add(c.input(), c.element());
            if (in[c.input()].limited) in[c.input()].sent(c.element());
        }
        goOn();
    }

    /** Everything that changes. Never written after it is made. */
    record Saved(Inbox inbox, boolean[] closed, List<Urgent> urgent, @Nullable Event current, int input, long done,
            boolean heldUp) {}

    Saved save() {
        return new Saved(inbox.copy(), closed.clone(), List.copyOf(urgent), current, currentInput, worker.time, heldUp);
    }

    void restore(Saved saved) {
        inbox = saved.inbox.copy();
        closed = saved.closed.clone();
        urgent = new ArrayList<>(saved.urgent);
        current = saved.current;
        currentInput = saved.input;
        worker.time = saved.done;
        heldUp = saved.heldUp;
    }

    long hash() {
        long h = Hashing.add(inbox.hash(), java.util.Arrays.hashCode(closed));
        h = Hashing.add(Hashing.add(h, Hashes.of(current)), worker.time);
        for (Urgent u : urgent)
            h = Hashing.add(Hashing.add(h, u.barrier.checkpoint), u.input);
        return Hashing.add(h, heldUp ? 1 : 0);
    }
}
