package millrace.trace;

import java.util.OptionalLong;
import java.util.Set;
import millrace.compile.Plan;
import millrace.simulation.Keyframe;
import millrace.simulation.Outlet;
import millrace.simulation.Simulation;

/** Going about in a run: any moment of it, the next of a kind of fact, the simulation itself at a step, and another run. */
public final class Timeline {
    private final Run run;
    private final Moments moments;
    private final long position;

    public Timeline(Run run) {
        this(run, run.start());
    }

    private Timeline(Run run, long position) {
        this.run = run;
        this.position = position;
        moments = new Moments(run.trace(), run.keyframes());
    }

    public Run run() {
        return run;
    }

    /** Where it was forked, ms of processing time; else the start of the run. */
    public long position() {
        return position;
    }

    /** What its moments are read from. */
    public Moments moments() {
        return moments;
    }

    /** After everything that happened at or before this processing time. */
    public Moment at(long time) {
        return moments.at(time);
    }

    /** After this step; 0 = before the first. */
    public Moment atStep(long step) {
        return moments.atStep(step);
    }

    /** The last step at or before this processing time; 0 = none. */
    public long stepAt(long time) {
        int rows = run.trace().rowsUntil(time);
        return rows == 0 ? 0 : run.trace().step(rows - 1);
    }

    /** When one of these kinds happens next after {@code time}. */
    public OptionalLong next(Set<FactKind> kinds, long time) {
        Trace trace = run.trace();
        int row = kinds.isEmpty() ? -1 : trace.next(kinds, trace.rowsUntil(time));
        return row < 0 ? OptionalLong.empty() : OptionalLong.of(trace.at(row));
    }

    /** When one of these kinds happened last before {@code time}. */
    public OptionalLong previous(Set<FactKind> kinds, long time) {
        Trace trace = run.trace();
        int row = kinds.isEmpty() ? -1 : trace.previous(kinds, trace.rowsUntil(time - 1));
        return row < 0 ? OptionalLong.empty() : OptionalLong.of(trace.at(row));
    }

    /**
     * The simulation right after a step: a new one, the caller's own, that nobody watches. From the nearest keyframe before it is
     * run on.
     *
     * @param step 0 to the run's steps; a larger one gives the end of the run
     */
    public Simulation seek(long step) {
        Simulation simulation = new Simulation(run.plan(), null, Outlet.NONE);
        Keyframe from = run.keyframes().before(step);
        simulation.restore(from);
        while (simulation.steps() < step) {
            if (!simulation.step()) break;
        }
        return simulation;
    }

    /** The run of a changed plan, from its own start, positioned at {@code at}. It shares nothing with this one. */
    public Timeline fork(Plan changed, long at) {
        return new Timeline(Run.of(changed), at);
    }
}
