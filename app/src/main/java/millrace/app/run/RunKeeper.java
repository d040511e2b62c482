package millrace.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import millrace.app.text.Texts;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.operator.Files;
import millrace.trace.Run;
import millrace.trace.Timeline;
import millrace.trace.Trouble;

/**
 * Keeps the run of the present design: compiles and runs it on one background thread at every edit. A run that is on its way as
 * the next edit comes is let end and shown, so that a hand that drags sees what it does; then the newest is run, and those between
 * never. One that takes long is left. What there is to show is handed over on the thread of the user interface.
 *
 * @param <V> what the views need of a run
 */
public final class RunKeeper<V> implements AutoCloseable {
    private static final long PROGRESS_EVERY_MS = 100;
    /** A run this long is worth telling about; a shorter one would only flicker. */
    private static final long TELL_AFTER_MS = 300;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(RunKeeper::thread);
    private final Executor ui;
    private final Function<Run, V> prepare;
    private final Consumer<Shown<V>> show;
    /** A run that nobody waits for any more may go on so long, ms. */
    private static final long LET_END_MS = 2_000;

    /** The number of the newest edit: of older ones only a run that is on its way already ends. */
    private final AtomicLong newest = new AtomicLong();
    /** Edits up to this number are of another design, and are not to be shown any more. */
    private final AtomicLong forgotten = new AtomicLong();
    /** The newest edit that was shown; touched on the interface's thread only. */
    private long last;
    /** Touched on the interface's thread only. */
    private Shown<V> shown = Shown.nothing();

    /**
     * @param ui runs a task on the thread of the user interface
     * @param prepare makes what the views need, in the background
     * @param show hears everything that is to be shown, on the interface's thread
     */
    public RunKeeper(Executor ui, Function<Run, V> prepare, Consumer<Shown<V>> show) {
        this.ui = ui;
        this.prepare = prepare;
        this.show = show;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "run");
        thread.setDaemon(true);
        return thread;
    }

    /** Makes this the present design. To be called on the interface's thread. */
    public void run(Design design, Files files) {
        long number = newest.incrementAndGet();
        worker.execute(() -> compute(number, design, files));
    }

    /** What is on its way is of another design and is not shown. To be called on the interface's thread. */
    public void forget() {
        forgotten.set(newest.get());
    }

    /** A failure of our own must not end the thread: it is told like a problem of the design. */
    private void compute(long number, Design design, Files files) {
        if (stale(number)) return;
        try {
            Outcome<Plan> plan = Compiler.compile(design, files);
            if (plan.value().isEmpty())
                publish(number, s -> new Shown<>(s.run(), plan.problems(), Optional.empty(), newest(number)));
            else
                run(number, plan.value().get(), plan.problems());
        } catch (RuntimeException | OutOfMemoryError e) {
            Problem failed = Problem.inWords(Location.DESIGN, "run-failed", Texts.of("run.failed", String.valueOf(e)),
                    Texts.of("run.failed.fix"));
            publish(number, s -> new Shown<>(s.run(), List.of(failed), Optional.empty(), newest(number)));
        }
    }

    private void run(long number, Plan plan, List<Problem> warnings) {
        Watching watching = new Watching(number);
        Run run = Run.of(plan, watching);
        if (watching.left) return;
        Shown.Ready<V> ready = new Shown.Ready<>(run, new Timeline(run), prepare.apply(run));
        List<Problem> problems = problems(run, warnings);
        publish(number, s -> new Shown<>(Optional.of(ready), problems, Optional.empty(), newest(number)));
    }

    private static List<Problem> problems(Run run, List<Problem> warnings) {
        List<Problem> problems = new ArrayList<>(warnings);
        if (!run.complete())
            problems.add(
                    new Problem(Problem.Severity.WARNING, Location.DESIGN, "cut", run.ending().reason(),
                            Optional.of(Texts.of("run.cut.fix"))));
        for (Trouble trouble : run.troubles())
            problems.add(counted(trouble));
        return problems;
    }

    private static Problem counted(Trouble trouble) {
        Problem p = trouble.problem();
        String told = trouble.count() == 1 ? p.message() : Texts.of("run.times", trouble.count(), p.message());
        return new Problem(p.severity(), p.where(), p.code(), told, p.fix());
    }

    private boolean newest(long number) {
        return newest.get() == number;
    }

    private boolean stale(long number) {
        return !newest(number);
    }

    private void publish(long number, UnaryOperator<Shown<V>> change) {
        ui.execute(() -> {
            if (number <= forgotten.get() || number < last) return;
            last = number;
            shown = change.apply(shown);
            show.accept(shown);
        });
    }

    /** Leaves the run on its way, if any, and ends the thread. */
    @Override
    public void close() {
        newest.incrementAndGet();
        forget();
        worker.shutdown();
    }

    private final class Watching implements Run.Watch {
        private final long number;
        private final long begun = System.currentTimeMillis();
        private long next = begun + TELL_AFTER_MS;
        /** It was left before its end. */
        private boolean left;

        Watching(long number) {
            this.number = number;
        }

        @Override
        public boolean goOn(Run.Progress progress) {
            long clock = System.currentTimeMillis();
            if (clock >= next) {
                next = clock + PROGRESS_EVERY_MS;
                publish(number, s -> new Shown<>(s.run(), s.problems(), Optional.of(progress), newest(number)));
            }
            left = number <= forgotten.get() || stale(number) && clock - begun > LET_END_MS;
            return !left;
        }
    }
}
