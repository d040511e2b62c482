package millrace.bench;

import java.util.concurrent.TimeUnit;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.trace.Moment;
import millrace.trace.Run;
import millrace.trace.Timeline;
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

/** From an edited design to its new run: compiled, run and recorded, and what is to be seen of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 4)
public class EditBenchmark {
    /** Rows of the timetable. */
    @Param({"10", "10000"})
    public int rows = 10;
    private Design design = Design.EMPTY;

    @Setup
    public void draw() {
        design = Rows.asTimetable(Jobs.design("W1"), rows);
    }

    @Benchmark
    public Plan compile() {
        return Jobs.compile(design);
    }

    @Benchmark
    public Run editToRun() {
        return Run.of(Jobs.compile(design));
    }

    /** What is to be seen of the new run where the playhead stands: in the middle. */
    @Benchmark
    public Moment editToMoment() {
        Run run = Run.of(Jobs.compile(design));
        return new Timeline(run).at((run.start() + run.end()) / 2);
    }
}
