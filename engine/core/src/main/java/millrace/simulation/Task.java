package millrace.simulation;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import millrace.compile.Change;
import millrace.event.Barrier;
import millrace.event.Element;
import millrace.event.End;
import millrace.event.Event;
import millrace.event.Idle;
import millrace.event.Watermark;
import millrace.operator.BrokerProcessor;
import millrace.operator.BrokerProcessor.Position;
import millrace.operator.ChangeNote;
import millrace.operator.FaultNote;
import millrace.operator.Processor;
import millrace.operator.TwoPhase;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a node at work: its processor, how far its inputs are, and its outputs. Watermarks, idleness, barriers and
 * the end are handled here: the processor acts on a new watermark first, then it is forwarded.
 */
final class Task extends Outgoing implements Sender {
    private final Versions versions;
    private final int number;
    private final Wake wake;
    private Processor processor;
    private Progress progress = new Progress(0);
    /** For each input the place of its wire among those into the node. */
    private int[] places = {};
    /** All instances of the node. */
    private List<Task> siblings = List.of();
    private @Nullable Intake intake;
    private @Nullable Alignment alignment;
    private final Upgrading upgrading;
    /** Whether events go straight to the processor: the usual case. */
    private boolean plain = true;
    private long dropped;
    /** Whether idleness has been passed on. */
    private boolean idle;
    /** Whether the final watermark waits until the processor lets it go. */
    private boolean held;
    /** Where it finds no room. */
    private final Shortage shortage;
    /** Crashed, and nobody has noticed. */
    private boolean dead;
    /** The node's watermark as told: the least of its instances; kept by the first of them. */
    private long told = Watermark.NONE;

    /** The processor's request to be woken. */
    final class Wake extends Agent {
        Wake(int number) {
            super(TIMER, number);
        }

        @Override
        void due() {
            time = NEVER;
            processor.onTimer(Task.this, simulation.now());
            if (held && !processor.holdsEnd()) release();
        }
    }

    Task(Simulation simulation, @Nullable Recorder recorder, Upgrading upgrading, int node, Versions versions,
            int number, int instance) {
        super(simulation, recorder, node, instance);
        this.upgrading = upgrading;
        this.versions = versions;
        this.number = number;
        processor = versions.start();
        shortage = new Shortage(simulation, this);
        wake = new Wake(number);
        if (isBroker()) wake.time = simulation.now();
    }

    long workTime() {
        return versions.workTime();
    }

    /** The node's settings are others from now on. */
    void change(Change change) {
        Consumer<ChangeNote.State> told = instance == 0 ? state -> note(change.told(state)) : state -> {};
        if (versions.next()) bringUp(told);
        else
            told.accept(ChangeNote.State.KEPT);
    }

    private void bringUp(Consumer<ChangeNote.State> told) {
        processor = versions.broughtUp(processor, this, told);
        if (held && !processor.holdsEnd()) release();
    }

    /** @param wires for each input the place of its wire among those into the node */
    void wire(int[] wires, int[][] lanes, @Nullable Router[] choosers, List<Task> instances) {
        places = wires;
        progress = new Progress(wires.length);
        outputs = new Outputs(simulation, lanes, choosers);
        siblings = instances;
    }

    void take(Intake before) {
        intake = before;
        plain = false;
    }

    void align(Alignment barriers) {
        alignment = barriers;
        plain = false;
    }

    @Nullable
    Alignment alignment() {
        return alignment;
    }

    @Nullable
    Intake intake() {
        return intake;
    }

    Agent wake() {
        return wake;
    }

    @Override
    public int number() {
        return number;
    }

    /** Not if it may become another. */
    @Override
    public boolean endsWithSending() {
        return versions.isOne() && processor.endsWithSending();
    }

    /** Whether events leave the graph here, and nothing else comes of them. */
    boolean isSink() {
        return intake == null && versions.isOne() && processor instanceof Sink;
    }

    boolean isBroker() {
        return processor instanceof BrokerProcessor;
    }

    BrokerProcessor broker() {
        return (BrokerProcessor) processor;
    }

    Processor processor() {
        return processor;
    }

    void deliver(Element element, int input, int port) {
        if (plain && element instanceof Event event) processor.onEvent(this, event, port);
        else if (intake == null) handle(element, input, port);
        else if (!dead) intake.deliver(element, input);
    }

    void handle(Element element, int input, int port) {
        if (element instanceof Event event) {
            if (alignment != null && !goesIn(event)) return;
            processor.onEvent(this, event, port);
        } else {
            control(element, input);
        }
    }

    /** Whether the event is for the processor: not if that is lost, or is not there at this time. */
    private boolean goesIn(Event event) {
        if (alignment != null) alignment.pipeline().touched();
        if (dead) return false;
        if (upgrading.active(node)) return true;
        send(0, event);
        return false;
    }

    private void control(Element element, int input) {
        if (dead) return;
        switch (element) {
            case Watermark w -> watermark(w, input);
            case Idle i -> inputIdle(input, i.idle);
            case End e -> inputEnded(input);
            case Barrier b -> barrier(b, input);
            case Event e -> throw new IllegalStateException("not for control: " + e);
        }
    }

    private void barrier(Barrier barrier, int input) {
        if (alignment != null) alignment.arrive(barrier, input);
    }

    private void watermark(Watermark w, int input) {
        if (!progress.advance(input, w.time)) return;
        if (recorder != null && siblings.size() == 1) tellInput(places[input]);
        if (progress.moved()) act(progress.watermark() == w.time ? w : new Watermark(progress.watermark()));
    }

    private void tellInput(int wire) {
        if (recorder != null) recorder.inputAdvanced(node, wire, progress.least(places, wire));
    }

    private void inputIdle(int input, boolean isIdle) {
        progress.idle(input, isIdle);
        if (recorder != null && siblings.size() == 1) recorder.idle(node, places[input], isIdle);
        tellIdle();
        catchUp();
    }

    private void tellIdle() {
        if (idle == progress.allIdle()) return;
        idle = !idle;
        if (!isBroker()) forward(idle ? Idle.IDLE : Idle.ACTIVE);
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
        if (recorder != null && siblings.stream().allMatch(s -> s.progress.allEnded())) recorder.ended(node);
        if (isBroker()) broker().onEnd(this);
        else if (!held) forward(End.END);
    }

    private void act(Watermark next) {
        if (recorder != null && !isBroker()) tell(next.time);
        if (upgrading.active(node)) processor.onWatermark(this, next.time);
        if (isBroker()) return;
        held = next.time == Watermark.FINAL && processor.holdsEnd();
        if (!held) pass(next);
    }

    private void pass(Watermark next) {
        OptionalLong passed = processor.passesOn(next.time);
        if (passed.isEmpty()) return;
        forward(passed.getAsLong() == next.time ? next : new Watermark(passed.getAsLong()));
    }

    private void tell(long watermark) {
        if (recorder == null) return;
        if (siblings.size() == 1) {
            recorder.advanced(node, watermark);
            return;
        }
        long least = siblings.stream().mapToLong(t -> t.progress.watermark()).min().orElse(watermark);
        Task first = siblings.getFirst();
        if (least <= first.told) return;
        first.told = least;
        recorder.advanced(node, least);
    }

    private void release() {
        held = false;
        forward(new Watermark(Watermark.FINAL));
        if (progress.allEnded()) forward(End.END);
    }

    void forward(Element element) {
        if (isBroker() && element instanceof Barrier) return;
        for (int output = 0; output < outputs.size(); output++)
            forward(output, element);
    }

    long droppedEvents() {
        return dropped;
    }

    @Override
    public void countDropped(long drops) {
        dropped += drops;
    }

    @Override
    public long watermark() {
        return progress.watermark();
    }

    @Override
    public boolean room(int output) {
        return shortage.room(outputs, output);
    }

    @Override
    public void woken() {
        if (isBroker()) {
            for (int output = 0; output < outputs.size(); output++)
                if (room(output)) broker().onRoom(this, output);
        }
        if (intake != null) intake.woken();
    }

    @Override
    public void wakeAt(long time) {
        if (time >= wake.time) return;
        wake.time = Math.max(time, simulation.now());
        simulation.agenda().moved(wake);
    }

    private void wakeNever() {
        wake.time = Agent.NEVER;
        simulation.agenda().moved(wake);
    }

    @Override
    public void advance(int output, long watermark) {
        if (recorder != null && isBroker() && watermark > told) {
            told = watermark;
            recorder.advanced(node, watermark);
        }
        forward(output, new Watermark(watermark));
    }

    void close(int input) {
        if (intake != null) intake.close(input);
    }

    void open() {
        if (intake != null) intake.open();
    }

    /** What waits at an input, in front of the checkpoint's barrier if that has come. */
    List<Element> waiting(int input, long checkpoint) {
        return intake == null ? List.of() : intake.waiting(input, checkpoint);
    }

    void precommit(long checkpoint) {
        if (processor instanceof TwoPhase t) t.precommit(this, checkpoint);
    }

    void commit(long checkpoint) {
        if (processor instanceof TwoPhase t) t.commit(this, checkpoint);
    }

    /** Loses what it holds. */
    void crash() {
        note(new FaultNote.Crashed(false));
        empty();
        dead = true;
    }

    private void empty() {
        if (intake != null) intake.clear();
        if (processor.outlives()) return;
        processor = versions.start();
        wakeNever();
    }

    /** Another node of its pipeline has crashed, or this one, and it is noticed. */
    void stop(String because, long until) {
        note(new FaultNote.Stopped(because, until));
        if (processor instanceof TwoPhase t) t.rollBack(this);
        empty();
        fresh();
    }

    /** Begins anew, with nothing. */
    void fresh() {
        dead = false;
        progress = new Progress(progress.inputs());
        idle = false;
        held = false;
        told = Watermark.NONE;
        abortCheckpoint();
    }

    void abortCheckpoint() {
        if (alignment != null) alignment.reset();
        open();
    }

    /** Goes on from a snapshot. */
    void recover(Checkpoint.OfTask snapshot) {
        Saved saved = snapshot.state();
        progress.set(saved.progress);
        idle = saved.idle;
        held = saved.held;
        told = saved.told;
        if (!processor.outlives()) {
            processor = saved.processor.copy();
            wakeNever();
            if (saved.wake != Agent.NEVER) wakeAt(saved.wake);
        }
        if (saved.version < versions.at() && !processor.outlives()) bringUp(state -> note(new ChangeNote.Again(state)));
        if (intake != null) intake.refill(snapshot.overtaken());
    }

    void rewind(int output, Position position) {
        broker().rewind(this, output, position);
    }

    void resume(int output, boolean fromLastRead) {
        broker().resume(this, output, fromLastRead);
    }

    Activity activity() {
        if (intake != null && !isBroker()) return intake.activity();
        return Activity.heldUp(shortage.holds());
    }

    /** What a checkpoint remembers of a task. Never written after it is made. */
    record Saved(Processor processor, int version, Progress progress, long wake, long dropped, boolean idle,
            boolean held, long told) {
        Saved with(Progress other) {
            return new Saved(processor, version, other, wake, dropped, idle, held, told);
        }
    }

    /** @param old state of a checkpoint that is not needed any more */
    Saved snapshot(@Nullable Processor old) {
        return new Saved(processor.copy(old), versions.at(), progress.copy(), wake.time, dropped, idle, held, told);
    }

    /** Everything of a task that changes. Never written after it is made. */
    record Kept(Saved saved, boolean dead, int heldUp, Intake.@Nullable Saved intake,
            Alignment.@Nullable Saved alignment) {}

    Kept save() {
        return new Kept(snapshot(null), dead, shortage.save(), intake == null ? null : intake.save(),
                alignment == null ? null : alignment.save());
    }

    void restore(Kept kept) {
        Saved saved = kept.saved;
        processor = saved.processor.copy();
        versions.at(saved.version);
        progress.set(saved.progress);
        wake.time = saved.wake;
        dropped = saved.dropped;
        idle = saved.idle;
        held = saved.held;
        told = saved.told;
        dead = kept.dead;
        shortage.restore(kept.heldUp);
        if (intake != null && kept.intake != null) intake.restore(kept.intake);
        if (alignment != null && kept.alignment != null) alignment.restore(kept.alignment);
    }

    long hash() {
        long h = Hashing.add(processor.hash(), progress.hash());
        h = Hashing.add(h, versions.at());
        h = Hashing.add(Hashing.add(h, wake.time), dropped);
        h = Hashing.add(h, (idle ? 1 : 0) + (held ? 2 : 0) + (dead ? 4 : 0) + 8 * (shortage.save() + 1));
        if (intake != null) h = Hashing.add(h, intake.hash());
        return alignment == null ? h : Hashing.add(h, alignment.hash());
    }
}
