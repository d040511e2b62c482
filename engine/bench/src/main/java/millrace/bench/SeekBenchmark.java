package millrace.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import millrace.compile.Plan;
import millrace.simulation.Simulation;
import millrace.trace.Moment;
import millrace.trace.Run;
import millrace.trace.Timeline;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to be anywhere in a run: of a window, sessions, a join, a running table, a window with checkpoints. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 4)
public class SeekBenchmark {
    @Param({"W1", "W3", "J1", "A1", "C1"})
    public String job = "W1";
    /** The run has a little more steps. */
    @Param({"1000000"})
    public int steps = 1_000_000;
    private final Random random = new Random(7);
    private @Nullable Timeline timeline;

    @Setup
    public void run() {
        Plan plan = Jobs.withRows(Jobs.compile(Jobs.design(job)), Rows.columns(steps / stepsOfAnEvent()));
        Run run = Run.of(plan);
        if (run.steps() < steps) throw new IllegalStateException("only " + run.steps() + " steps");
        timeline = new Timeline(run);
    }

    private int stepsOfAnEvent() {
        return switch (job) {
            case "J1" -> 5;
            case "A1" -> 3;
            default -> 2;
        };
    }

    private Timeline timeline() {
        if (timeline == null) throw new IllegalStateException("not set up");
        return timeline;
    }

    /** The simulation itself: from the keyframe before, step by step. */
    @Benchmark
    public Simulation simulation() {
        return timeline().seek(random.nextLong(timeline().run().steps()));
    }

    /** What is to be seen: every node's state and what travels. */
    @Benchmark
    public Moment moment() {
        return timeline().atStep(random.nextLong(timeline().run().steps()));
    }
}
