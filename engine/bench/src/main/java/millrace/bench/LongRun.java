package millrace.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import millrace.operator.SourceSpec;
import millrace.simulation.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Long headless runs, to be started with a small heap: windows, a running table, a join, checkpoints, transactions. Rows are made up
 * as they are asked for, so that all memory is the engine's.
 */
public final class LongRun {
    private static final List<String> JOBS = List.of("W1", "W2", "W3", "A1", "J1", "C1", "T1");
    private static final int PARTS = 4;

    private LongRun() {}

    /** @param arguments how many events, then the jobs; all if none is named */
    public static void main(String[] arguments) {
        int events = Integer.parseInt(arguments[0]);
        List<String> jobs = arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : JOBS;
        for (String job : jobs)
            run(job, events, System.out);
    }

    private static void run(String job, int events, PrintStream out) {
        long[] rows = new long[1];
        Simulation simulation = new Simulation(Jobs.withRows(Jobs.compile(Jobs.design(job)), new MadeUp(events)), null,
                (node, now, row) -> rows[0]++);
        StringBuilder live = new StringBuilder();
        for (int part = 1; part <= PARTS; part++) {
            long until = (long) events * part / PARTS;
            while (simulation.now() < until && simulation.step()) {
                // on to the end of this part
            }
            live.append(String.format(Locale.ROOT, " %.1f", live() / 1e6));
        }
        simulation.run();
        out.printf(Locale.ROOT, "%s: %,d events, %,d rows, live MB%s%n", job, events, rows[0], live);
    }

    /** What is live after a collection, bytes. */
    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** An event each millisecond, up to 4 s before its arrival; 1,000 keys. */
    private record MadeUp(int size) implements SourceSpec.InMemory.Table {
        private static final int KEYS = 1_000;
        private static final int LATEST = 4_000;

        private static int mixed(int row) {
            int h = row * 0x9E3779B9;
            return (h ^ h >>> 15) * 0x85EBCA6B >>> 4;
        }

        @Override
        public long eventTime(int row) {
            return arrival(row) - mixed(row) % LATEST;
        }

        @Override
        public long arrival(int row) {
            return row;
        }

        @Override
        public void values(int row, long[] nums, @Nullable Object[] refs) {
            nums[0] = mixed(~row) % KEYS;
            nums[1] = row % 100;
        }
    }
}
