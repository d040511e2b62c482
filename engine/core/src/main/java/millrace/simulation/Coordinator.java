package millrace.simulation;

import millrace.compile.Recovery;
import millrace.operator.FaultNote;

/**
 * Begins the checkpoints of a pipeline, at multiples of the interval from the start of the run, and gives up those that take too
 * long. It begins none once nothing else is to happen and the last one holds all.
 */
final class Coordinator extends Agent {
    private final Pipeline pipeline;
    private final Simulation simulation;
    private final long start;
    private final Timeout timeout;
    /** One was begun though nothing else was to happen; if that failed, so would the next. */
    private boolean tried;
    /** A crash of its own: until then it begins nothing. */
    private long absentUntil;

    /** Gives a checkpoint up. */
    private final class Timeout extends Agent {
        Timeout(int number) {
            super(COORDINATOR, number);
        }

        @Override
        void due() {
            time = NEVER;
            pipeline.abort(FaultNote.Aborted.Reason.TIMEOUT);
        }
    }

    Coordinator(Pipeline pipeline, Simulation simulation, int number, long start) {
        super(COORDINATOR, number);
        this.pipeline = pipeline;
        this.simulation = simulation;
        this.start = start;
        timeout = new Timeout(number);
        absentUntil = start;
        if (recovery().checkpoints()) time = Math.min(start + recovery().every(), told(start));
    }

    private Recovery recovery() {
        return simulation.recovery();
    }

    /** The next checkpoint that the design names the time of. */
    private long told(long from) {
        return recovery().at().stream().mapToLong(Long::longValue).filter(t -> t >= from).min().orElse(NEVER);
    }

    private long next() {
        long every = recovery().every();
        long since = simulation.now() - start;
        return Math.min(start + (since / every + 1) * every, told(simulation.now() + 1));
    }

    /** There is nothing to save. */
    void rest() {
        time = NEVER;
    }

    Agent timeout() {
        return timeout;
    }

    @Override
    void due() {
        boolean asked = recovery().at().contains(simulation.now());
        boolean quiet = simulation.nothingElse() && !asked;
        if (quiet && (!pipeline.changed() || tried || pipeline.stuck())) {
            time = told(simulation.now() + 1);
            return;
        }
        if (simulation.now() >= absentUntil) tried = pipeline.begin(false) && quiet;
        time = next();
    }

    /** Goes on after the pipeline was down: the next multiple of the interval. */
    void schedule() {
        if (!recovery().checkpoints()) return;
        time = next();
        simulation.agenda().moved(this);
    }

    /** Its interval is another. */
    void reschedule() {
        if (time != NEVER && pipeline.up()) schedule();
    }

    void watch(Checkpoint checkpoint) {
        if (recovery().timeout() > Long.MAX_VALUE - checkpoint.began) return;
        timeout.time = checkpoint.began + recovery().timeout();
        simulation.agenda().moved(timeout);
    }

    void stopWatching() {
        timeout.time = NEVER;
        simulation.agenda().moved(timeout);
    }

    /** It is lost: what was underway is, too, and nothing begins until it is back. The pipeline goes on. */
    void crashed(long delay) {
        absentUntil = simulation.now() + recovery().detectAfter() + delay;
        pipeline.tasks().stream().findFirst().ifPresent(t -> t.note(new FaultNote.Crashed(true)));
        pipeline.abort(FaultNote.Aborted.Reason.COORDINATOR);
    }

    /** Everything that changes. Never written after it is made. */
    record Saved(long time, long timeout, long absentUntil, boolean tried) {}

    Saved save() {
        return new Saved(time, timeout.time, absentUntil, tried);
    }

    void restore(Saved saved) {
        time = saved.time;
        timeout.time = saved.timeout;
        absentUntil = saved.absentUntil;
        tried = saved.tried;
    }

    long hash() {
        return Hashing.add(Hashing.add(time, timeout.time), absentUntil + (tried ? 1 : 0));
    }
}
