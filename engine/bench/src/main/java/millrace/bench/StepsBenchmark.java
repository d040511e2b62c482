package millrace.bench;

import java.util.concurrent.TimeUnit;
import millrace.compile.Plan;
import millrace.simulation.CountersRecorder;
import millrace.simulation.Outlet;
import millrace.simulation.Recorder;
import millrace.simulation.Simulation;
import millrace.trace.Run;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** How many steps a second the simulation does, with nobody watching, counted, and recorded in full. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx2g"})
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class StepsBenchmark {
    private static final int EVENTS = 100_000;
    @Param({"W1", "W2", "W3"})
    public String job = "W1";
    private @Nullable Plan plan;

    /** Steps and events done; shown for each second. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Done {
        public long steps;
        public long events;
    }

    @Setup
    public void compile() {
        plan = Jobs.withRows(Jobs.compile(Jobs.design(job)), Rows.columns(EVENTS));
    }

    private Plan plan() {
        if (plan == null) throw new IllegalStateException("not set up");
        return plan;
    }

    private void run(@Nullable Recorder recorder, Done done) {
        Simulation simulation = new Simulation(plan(), recorder, Outlet.NONE);
        simulation.run();
        done.steps += simulation.steps();
        done.events += EVENTS;
    }

    @Benchmark
    public void unwatched(Done done) {
        run(null, done);
    }

    @Benchmark
    public void counted(Done done) {
        run(new CountersRecorder(), done);
    }

    /** With keyframes, as the designer does it. */
    @Benchmark
    public void recorded(Done done) {
        done.steps += Run.of(plan()).steps();
        done.events += EVENTS;
    }
}
