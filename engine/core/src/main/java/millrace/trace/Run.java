package millrace.trace;

import java.util.List;
import java.util.OptionalLong;
import millrace.compile.Plan;
import millrace.operator.SourceSpec;
import millrace.operator.Work;
import millrace.simulation.Outlet;
import millrace.simulation.Simulation;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * A plan, run from its start, with everything that happened. A run is a pure function of its plan and limits. It may be read
 * by other threads while it grows; it grows only within {@link #of}.
 */
public final class Run {
    private static final int BETWEEN_CALLS = 1024;

    /**
     * Where a run is cut that would be too long. The plan's own {@code until} is no limit, but part of what the plan says.
     *
     * @param steps most steps
     * @param events most events that sources put out
     * @param horizon how far a plan whose sources never end is run, ms of processing time from its start
     */
    public record Limits(long steps, long events, long horizon) {
        /** Enough for a million events through a handful of nodes; an hour of a source without end. */
        public static final Limits USUAL = new Limits(60_000_000, 2_000_000, 3_600_000);
    }

    /** Why a run is over. */
    public enum Ending {
        /** Nothing was left to do. */
        DONE(""),
        /** The plan's {@code until} was reached. */
        UNTIL(""),
        HORIZON("trace.ending.horizon"),
        STEPS("trace.ending.steps"),
        EVENTS("trace.ending.events"),
        CANCELLED("trace.ending.cancelled"),
        /** It is still being run. */
        GROWING("trace.ending.growing");

        private final String key;

        Ending(String key) {
            this.key = key;
        }

        /** Why what is there is not all, in words for the user; "" if it is all. */
        public String reason() {
            return key.isEmpty() ? "" : Sentences.of(key);
        }
    }

    /**
     * How far a run is.
     *
     * @param events put out by sources
     * @param total rows of all sources, empty if unknown
     * @param now processing time, ms
     * @param share 0 to 1, or -1 if it can't be told
     */
    public record Progress(long steps, long events, OptionalLong total, long now, double share) {}

    /** Hears how a run gets on, on the thread that runs it. */
    public interface Watch {
        Watch NONE = progress -> true;

        /** A run begins; it may be read from now on, as far as it has come. */
        default void begun(Run run) {}

        /** Called every 1,024 steps; false stops the run. */
        boolean goOn(Progress progress);
    }

    private final Plan plan;
    private final Limits limits;
    private final TraceRecorder recorder;
    private final Simulation simulation;
    private final Keyframes keyframes = new Keyframes();
    private volatile Ending ending = Ending.GROWING;
    private volatile long now;
    private @Nullable List<Trouble> troubles;

    private Run(Plan plan, Limits limits) {
        this.plan = plan;
        this.limits = limits;
        recorder = new TraceRecorder(plan);
        simulation = new Simulation(plan, recorder, Outlet.NONE);
        now = plan.clock().start();
    }

    public static Run of(Plan plan) {
        return of(plan, Watch.NONE, Limits.USUAL);
    }

    public static Run of(Plan plan, Watch watch) {
        return of(plan, watch, Limits.USUAL);
    }

    /** Runs the plan to its end, or until a limit or the watch stops it. */
    public static Run of(Plan plan, Watch watch, Limits limits) {
        Run run = new Run(plan, limits);
        run.keyframes.add(run.simulation.save());
        watch.begun(run);
        run.ending = run.drive(watch);
        run.recorder.finish();
        return run;
    }

    private Ending drive(Watch watch) {
        long last = horizon();
        while (true) {
            long steps = simulation.steps();
            if (steps % BETWEEN_CALLS == 0 && !watch.goOn(progress())) return Ending.CANCELLED;
            if (steps >= limits.steps) return Ending.STEPS;
            if (recorder.events() >= limits.events && simulation.next() > simulation.now()) return Ending.EVENTS;
            if (simulation.next() > last) return Ending.HORIZON;
            if (!simulation.step()) return simulation.next() == Long.MAX_VALUE ? Ending.DONE : Ending.UNTIL;
            now = simulation.now();
            if (keyframes.due(steps + 1)) keyframes.add(simulation.save(), recorder.live());
        }
    }

    private long horizon() {
        boolean endless = plan.nodes().stream().anyMatch(n -> n.work() instanceof Work.Source s && endless(s.spec()));
        return endless ? Math.min(plan.until(), plan.clock().start() + limits.horizon) : Long.MAX_VALUE;
    }

    private static boolean endless(SourceSpec spec) {
        return spec instanceof SourceSpec.Generator g && g.count() == Long.MAX_VALUE;
    }

    private Progress progress() {
        long total = simulation.total();
        boolean known = total > 0 && total < Long.MAX_VALUE;
        double share = known ? Math.min(1, (double) recorder.events() / total) : byTime();
        return new Progress(simulation.steps(), recorder.events(),
                known ? OptionalLong.of(total) : OptionalLong.empty(),
                simulation.now(), share);
    }

    private double byTime() {
        long last = Math.min(plan.until(), horizon());
        double whole = (double) last - start();
        return last == Long.MAX_VALUE || whole <= 0 ? -1 : Math.min(1, (simulation.now() - start()) / whole);
    }

    public Plan plan() {
        return plan;
    }

    public Trace trace() {
        return recorder.trace();
    }

    /** Where processing time begins, ms. */
    public long start() {
        return plan.clock().start();
    }

    /** The end of processing time: where the plan cuts the run, else when the last step was. */
    public long end() {
        return ending == Ending.UNTIL || ending == Ending.DONE && plan.until() != Long.MAX_VALUE ? plan.until() : now;
    }

    /** Whether everything is there that the plan says; if not, {@link #ending} says why. */
    public boolean complete() {
        return ending == Ending.DONE || ending == Ending.UNTIL;
    }

    public Ending ending() {
        return ending;
    }

    /** Steps done. */
    public long steps() {
        return trace().steps();
    }

    Keyframes keyframes() {
        return keyframes;
    }

    /** What went wrong with single events and rows, most frequent first; asked for when the run is over. */
    public synchronized List<Trouble> troubles() {
        if (troubles == null) troubles = Trouble.of(trace());
        return troubles;
    }
}
