package millrace.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import millrace.compile.Plan;
import millrace.trace.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written down of a run is read for a long time by many: it has to be small. */
class TraceSizeTest {
    private static final int EVENTS = 100_000;
    private static final double MOST = 32;

    @ParameterizedTest
    @ValueSource(strings = {"W1", "W2", "W3", "J1", "A1", "C1"})
    void aRowTakesAtMost32BytesWithAllThatFindsIt(String job) {
        Plan plan = Jobs.withRows(Jobs.compile(Jobs.design(job)), Rows.columns(EVENTS));
        Run run = Run.of(plan);
        double bytes = (double) run.trace().bytes() / run.trace().size();
        System.out.printf(Locale.ROOT, "%s: %.1f bytes a row, %d rows%n", job, bytes, run.trace().size());
        assertTrue(run.trace().size() > EVENTS, "rows: " + run.trace().size());
        assertTrue(bytes <= MOST, job + ": " + bytes);
    }
}
