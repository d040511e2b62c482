package millrace.simulation;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Barrier;
import millrace.operator.BrokerProcessor.Position;
import millrace.operator.FaultNote;
import millrace.operator.Processor;
import millrace.operator.TwoPhase;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that live and die together: all that wires connect, up to the brokers between (Flink's job). It has checkpoints, one at a
 * time; if a node of it crashes, all stop, lose what they hold and go on from the last complete checkpoint.
 */
final class Pipeline {
    /** Where it is after a crash. */
    enum Phase {
        UP,
        /** A node has crashed, and nobody knows yet. */
        UNNOTICED,
        /** Its savepoint is complete: it stops as soon as nothing is on its way at this instant. */
        STOPPING,
        DOWN
    }

    /** The consumer at one output of a broker. */
    record Consumer(Task broker, int output) {}

    private final Simulation simulation;
    private final int number;
    private final List<Source> sources = new ArrayList<>();
    private final List<Consumer> consumers = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final Coordinator coordinator;
    private final Recoverer recoverer;

    private long last;
    private @Nullable Checkpoint underway;
    private @Nullable Checkpoint latest;
    /** The one before, if nobody else has it: its memory may be used. Not state. */
    private @Nullable Checkpoint old;
    private Phase phase = Phase.UP;
    /** The node for which it stops or has stopped; "" while it is up, and where it stops for an upgrade. */
    private String because = "";
    private long restartDelay;
    /** When it is to be back from a planned stop. */
    private long restartAt;
    /** Whether anything but barriers was handled since the last checkpoint began. */
    private boolean changed;

    /** Acts when a crash is noticed, and when the pipeline is back. */
    private final class Recoverer extends Agent {
        Recoverer(int number) {
            super(SCRIPT, number + 1L);
        }

        @Override
        void due() {
            time = NEVER;
            switch (phase) {
                case UNNOTICED -> stop(simulation.now() + restartDelay);
                case STOPPING -> stop(restartAt);
                case DOWN -> back();
                case UP -> throw new IllegalStateException("nothing to recover from");
            }
        }
    }

    Pipeline(Simulation simulation, int number, long start) {
        this.simulation = simulation;
        this.number = number;
        coordinator = new Coordinator(this, simulation, number, start);
        recoverer = new Recoverer(number);
    }

    void add(Source source) {
        sources.add(source);
    }

    void add(Consumer consumer) {
        consumers.add(consumer);
    }

    void add(Task task) {
        tasks.add(task);
    }

    void add(Lane lane) {
        lanes.add(lane);
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    boolean has(Task task) {
        return tasks.contains(task);
    }

    boolean has(Source source) {
        return sources.contains(source);
    }

    boolean has(Task broker, int output) {
        return consumers.contains(new Consumer(broker, output));
    }

    Coordinator coordinator() {
        return coordinator;
    }

    Agent recoverer() {
        return recoverer;
    }

    /** The first of its nodes, to which is put what happens to all. */
    private int speaker() {
        return sources.isEmpty() ? consumers.isEmpty() ? tasks.getFirst().node : consumers.getFirst().broker.node
                : sources.getFirst().node();
    }

    private void note(FaultNote note) {
        simulation.note(speaker(), note);
    }

    boolean up() {
        return phase == Phase.UP;
    }

    void touched() {
        changed = true;
    }

    boolean changed() {
        return changed;
    }

    /** Everything is as it was before anything happened: what there is to go back to until a checkpoint is complete. */
    void begun() {
        Checkpoint first = new Checkpoint(0, simulation.now(), false, false, sources.size(), consumers.size(),
                tasks.size());
        takePositions(first);
        for (int i = 0; i < tasks.size(); i++)
            first.put(i, new Checkpoint.OfTask(tasks.get(i).snapshot(null), List.of()));
        latest = first;
        if (feeds()) coordinator.rest();
    }

    /** Whether it only writes to brokers: it has no state, and takes part in no checkpoint. */
    private boolean feeds() {
        return tasks.stream().allMatch(t -> t.isBroker() && !(t.processor() instanceof TwoPhase));
    }

    private void takePositions(Checkpoint checkpoint) {
        for (int i = 0; i < sources.size(); i++)
            checkpoint.sources[i] = sources.get(i).save();
        for (int i = 0; i < consumers.size(); i++)
            checkpoint.positions[i] = consumers.get(i).broker.broker().position(consumers.get(i).output);
    }

    /** Sends barriers from all sources, if it is up and no other checkpoint is on its way; whether it did. */
    boolean begin(boolean savepoint) {
        if (!up() || isEmpty()) return false;
        if (underway != null && !savepoint) {
            note(new FaultNote.Skipped(underway.number, number));
            return false;
        }
        if (underway != null) abort(FaultNote.Aborted.Reason.SAVEPOINT);
        underway = new Checkpoint(++last, simulation.now(), savepoint, upgraded(),
                sources.size(),
                consumers.size(), tasks.size());
        changed = false;
        takePositions(underway);
        coordinator.watch(underway);
        note(new FaultNote.Began(last, number));
        Barrier barrier = new Barrier(last);
        sources.forEach(s -> s.send(barrier));
        consumers.forEach(c -> c.broker.forward(c.output, barrier));
        if (savepoint) stopSources();
        return true;
    }

    /** Nothing follows the barriers of a savepoint. */
    private void stopSources() {
        sources.forEach(Source::stop);
        consumers.forEach(c -> c.broker.broker().stop(c.output));
    }

    /** A savepoint failed: the sources go on from where they stopped. */
    private void goOn(Checkpoint failed) {
        sources.forEach(Source::goOn);
        for (int i = 0; i < consumers.size(); i++) {
            Position position = failed.positions[i];
            if (position != null) consumers.get(i).broker.rewind(consumers.get(i).output, position);
        }
    }

    /** Whether a checkpoint is on its way whose barriers are not: they stand behind something that never moves. */
    boolean stuck() {
        return underway != null && lanes.stream().allMatch(l -> l.channel == null || l.channel.isEmpty());
    }

    /** Whether the checkpoint on its way is one with which the pipeline stops. */
    boolean savepoint() {
        return underway != null && underway.savepoint;
    }

    boolean awaits(long checkpoint) {
        return underway != null && underway.number == checkpoint;
    }

    void acknowledged(Task task, Checkpoint.OfTask snapshot) {
        if (underway == null) return;
        underway.put(tasks.indexOf(task), snapshot);
        if (underway.complete()) complete(underway);
    }

    private void complete(Checkpoint checkpoint) {
        old = latest == null || latest.kept ? null : latest;
        latest = checkpoint;
        underway = null;
        coordinator.stopWatching();
        note(new FaultNote.Completed(checkpoint.number, checkpoint.began, checkpoint.overtaken(), number));
        tasks.forEach(t -> t.commit(checkpoint.number));
        if (checkpoint.savepoint) simulation.upgrade().ready(this);
    }

    /** A task's state in a checkpoint that is not needed any more, given once; null = there is none. */
    @Nullable
    Processor old(Task task) {
        int i = tasks.indexOf(task);
        Checkpoint.OfTask of = old == null ? null : old.tasks[i];
        if (old == null || of == null) return null;
        old.tasks[i] = null;
        return of.state().processor();
    }

    void abort(FaultNote.Aborted.Reason reason) {
        if (underway == null) return;
        Checkpoint failed = underway;
        note(new FaultNote.Aborted(failed.number, reason, because, number));
        underway = null;
        changed = true;
        coordinator.stopWatching();
        tasks.forEach(Task::abortCheckpoint);
        if (failed.savepoint && up()) goOn(failed);
    }

    /** One of its nodes has crashed. */
    void crashed(String who, long delay) {
        if (phase != Phase.UP) return;
        because = who;
        restartDelay = delay;
        if (simulation.recovery().detectAfter() == 0) stop(simulation.now() + delay);
        else {
            phase = Phase.UNNOTICED;
            recoverer.time = simulation.now() + simulation.recovery().detectAfter();
            simulation.agenda().moved(recoverer);
        }
    }

    /** Stops on purpose, with the checkpoint that was just completed. */
    void stopFor(long until) {
        because = "";
        restartAt = until;
        phase = Phase.STOPPING;
        recoverer.time = simulation.now();
        simulation.agenda().moved(recoverer);
    }

    private void stop(long until) {
        phase = Phase.DOWN;
        abort(FaultNote.Aborted.Reason.CRASH);
        stopSources();
        tasks.forEach(t -> t.stop(because, until));
        for (Lane lane : lanes) {
            lane.load(0);
            if (lane.channel != null) lane.channel.clear();
        }
        recoverer.time = Math.max(simulation.now(), until);
        simulation.agenda().moved(recoverer);
    }

    private void back() {
        phase = Phase.UP;
        because = "";
        simulation.upgrade().restart(this);
        boolean restores = simulation.recovery().checkpoints() && !feeds() || latest != null && latest.savepoint;
        if (restores && latest != null) restore(latest);
        else
            resume();
        if (!feeds()) coordinator.schedule();
    }

    private void restore(Checkpoint from) {
        Checkpoint.@Nullable OfTask[] states = simulation.upgrade().states(this, from);
        for (int i = 0; i < tasks.size(); i++) {
            Checkpoint.OfTask state = states[i];
            if (state != null) tasks.get(i).recover(state);
            else
                tasks.get(i).fresh();
        }
        tasks.forEach(t -> t.note(new FaultNote.Restored(from.number, upgraded())));
        for (int i = 0; i < sources.size(); i++) {
            Source.Saved saved = from.sources[i];
            if (saved != null) sources.get(i).rewind(saved);
        }
        for (int i = 0; i < consumers.size(); i++) {
            Position position = from.positions[i];
            if (position != null) consumers.get(i).broker.rewind(consumers.get(i).output, position);
        }
    }

    private boolean upgraded() {
        return simulation.upgrade().upgraded(this);
    }

    /** Without checkpoints: with empty state, from where the world is. */
    private void resume() {
        tasks.forEach(Task::fresh);
        tasks.forEach(t -> t.note(new FaultNote.Restored(0, upgraded())));
        sources.forEach(Source::skipToNow);
        consumers.forEach(c -> c.broker.resume(c.output, simulation.recovery().fromLastRead()));
    }

    List<Task> tasks() {
        return tasks;
    }

    List<Lane> lanes() {
        return lanes;
    }

    /** Everything that changes. Never written after it is made. */
    record Saved(long last, @Nullable Checkpoint underway, @Nullable Checkpoint latest, Phase phase, String because,
            long restartDelay, long restartAt, boolean changed, long recovers, Coordinator.Saved coordinator) {}

    Saved save() {
        if (latest != null) latest.kept = true;
        return new Saved(last, underway == null ? null : underway.copy(), latest, phase, because, restartDelay,
                restartAt, changed,
                recoverer.time, coordinator.save());
    }

    void restore(Saved saved) {
        last = saved.last;
        underway = saved.underway == null ? null : saved.underway.copy();
        latest = saved.latest;
        phase = saved.phase;
        because = saved.because;
        restartDelay = saved.restartDelay;
        restartAt = saved.restartAt;
        changed = saved.changed;
        recoverer.time = saved.recovers;
        coordinator.restore(saved.coordinator);
    }

    long hash() {
        long h = Hashing.add(Hashing.add(last, phase.ordinal()), recoverer.time);
        h = Hashing.add(h, underway == null ? 0 : underway.hash());
        h = Hashing.add(h, latest == null ? 0 : latest.hash());
        return Hashing.add(Hashing.add(h, changed ? 1 : 0), coordinator.hash());
    }
}
