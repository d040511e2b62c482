package millrace.simulation;

import millrace.event.Barrier;
import millrace.event.Element;
import millrace.event.End;
import millrace.event.Event;
import millrace.event.Idle;
import millrace.event.Schema;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.operator.Context;
import millrace.operator.Note;
import millrace.operator.Processor;
import millrace.operator.View;
import org.jspecify.annotations.Nullable;

/**
 * A node at work: its processor, how far its inputs are, and its outputs. Watermarks, idleness and the end are handled here:
 * the processor acts on a new watermark first, then it is forwarded.
 */
final class Task extends Context {
    private final Simulation simulation;
    private final @Nullable Recorder recorder;
    final int node;
    private Processor processor;
    private final Progress progress;
    private final Wake wake;
    /** For each output the wires that begin there. */
    private final int[][] outputs;
    private long dropped;
    /** Whether idleness has been passed on. */
    private boolean idle;
    /** Whether the final watermark waits until the processor lets it go. */
    private boolean held;

    /** The processor's request to be woken. */
    final class Wake extends Agent {
        Wake(int node) {
            super(TIMER, node);
        }

        @Override
        void due() {
            time = NEVER;
            processor.onTimer(Task.this, simulation.now());
            if (held && !processor.holdsEnd()) release();
        }
    }

    Task(Simulation simulation, @Nullable Recorder recorder, int node, Processor processor, int inputs,
            int[][] outputs) {
        this.simulation = simulation;
        this.recorder = recorder;
        this.node = node;
        this.processor = processor;
        this.outputs = outputs;
        progress = new Progress(inputs);
        wake = new Wake(node);
    }

    Agent wake() {
        return wake;
    }

    void deliver(Element element, int input, int port) {
        if (element instanceof Event event) processor.onEvent(this, event, port);
        else
            control(element, input);
    }

    private void control(Element element, int input) {
        switch (element) {
            case Watermark w -> watermark(w, input);
            case Idle i -> inputIdle(input, i.idle);
            case End e -> inputEnded(input);
            case Barrier b -> throw new IllegalStateException("no checkpoints yet");
            case Event e -> throw new IllegalStateException("not for control: " + e);
        }
    }

    private void watermark(Watermark w, int input) {
        if (!progress.advance(input, w.time)) return;
        if (recorder != null) recorder.inputAdvanced(node, input, w.time);
        if (progress.moved()) act(progress.watermark() == w.time ? w : new Watermark(progress.watermark()));
    }

    private void inputIdle(int input, boolean isIdle) {
        progress.idle(input, isIdle);
        if (recorder != null) recorder.idle(node, input, isIdle);
        tellIdle();
        catchUp();
    }

    private void tellIdle() {
        if (idle == progress.allIdle()) return;
        idle = !idle;
        forward(idle ? Idle.IDLE : Idle.ACTIVE);
    }

    /** The watermark may move because of who holds it back no longer. */
    private void catchUp() {
        if (progress.moved()) act(new Watermark(progress.watermark()));
    }

    private void inputEnded(int input) {
        progress.end(input);
        catchUp();
        if (!progress.allEnded()) {
            tellIdle();
            return;
        }
        if (recorder != null) recorder.ended(node);
        if (!held) forward(End.END);
    }

    private void act(Watermark next) {
        if (recorder != null) recorder.advanced(node, next.time);
        processor.onWatermark(this, next.time);
        held = next.time == Watermark.FINAL && processor.holdsEnd();
        if (!held) forward(next);
    }

    private void release() {
        held = false;
        forward(new Watermark(Watermark.FINAL));
        if (progress.allEnded()) forward(End.END);
    }

    private void forward(Element element) {
        for (int output = 0; output < outputs.length; output++)
            forward(output, element);
    }

    private void forward(int output, Element element) {
        for (int wire : outputs[output])
            simulation.send(wire, element);
    }

    void reached(Event event) {
        if (recorder != null) recorder.reached(node, event);
        simulation.outlet().row(node, simulation.now(), event);
    }

    View view() {
        return processor.view();
    }

    long droppedEvents() {
        return dropped;
    }

    @Override
    public long now() {
        return simulation.now();
    }

    @Override
    public long watermark() {
        return progress.watermark();
    }

    @Override
    public Event event(long time, Schema schema, long[] nums, @Nullable Object[] refs) {
        return new Event(simulation.nextId(), time, schema, nums, refs);
    }

    @Override
    public void send(int output, Event event) {
        for (int wire : outputs[output])
            simulation.send(wire, event);
    }

    @Override
    public void wakeAt(long time) {
        if (time >= wake.time) return;
        wake.time = Math.max(time, simulation.now());
        simulation.agenda().moved(wake);
    }

    @Override
    public boolean watched() {
        return recorder != null;
    }

    @Override
    public void derived(Event child, Event parent) {
        if (recorder != null) recorder.derived(node, child, parent);
    }

    @Override
    public void leftOut(Event event) {
        if (recorder != null) recorder.leftOut(node, event);
    }

    @Override
    public void failed(Event event, String message) {
        if (recorder != null) recorder.failed(node, event, message);
    }

    @Override
    public void added(Event event, @Nullable Object key, long start, long end, boolean late, long watermark) {
        if (recorder != null) recorder.added(node, event, key, start, end, late, watermark);
    }

    @Override
    public void merged(@Nullable Object key, long from, long to, long start, long end) {
        if (recorder != null) recorder.merged(node, key, from, to, start, end);
    }

    @Override
    public void fired(@Nullable Object key, Event pane, Timing timing, long watermark) {
        if (recorder != null) recorder.fired(node, key, pane, timing, watermark);
    }

    @Override
    public void dropped(Event event, @Nullable Object key, long start, long end, long watermark) {
        if (recorder != null) recorder.dropped(node, event, key, start, end, watermark);
    }

    @Override
    public void countDropped(long drops) {
        dropped += drops;
    }

    @Override
    public void expired(@Nullable Object key, long start, long end, long watermark) {
        if (recorder != null) recorder.expired(node, key, start, end, watermark);
    }

    @Override
    public void send(int output, int partition, Event event) {
        send(output, event);
    }

    @Override
    public boolean room(int output) {
        return true;
    }

    @Override
    public void advance(int output, long watermark) {
        forward(output, new Watermark(watermark));
    }

    @Override
    public void idle(int output, boolean isIdle) {
        forward(output, isIdle ? Idle.IDLE : Idle.ACTIVE);
    }

    @Override
    public void end(int output) {
        forward(output, End.END);
    }

    @Override
    public void note(Note note) {
        if (recorder != null) recorder.noted(node, note);
    }

    /** Everything of a task that changes. Never written after it is made. */
    record Saved(Processor processor, Progress progress, long wake, long dropped, boolean idle, boolean held) {}

    Saved save() {
        return new Saved(processor.copy(), progress.copy(), wake.time, dropped, idle, held);
    }

    void restore(Saved saved) {
        processor = saved.processor.copy();
        progress.set(saved.progress);
        wake.time = saved.wake;
        dropped = saved.dropped;
        idle = saved.idle;
        held = saved.held;
    }

    long hash() {
        long h = Hashing.add(processor.hash(), progress.hash());
        h = Hashing.add(Hashing.add(h, wake.time), dropped);
        return Hashing.add(h, (idle ? 1 : 0) + (held ? 2 : 0));
    }
}
