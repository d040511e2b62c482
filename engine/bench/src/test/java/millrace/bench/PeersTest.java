package millrace.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Value;
import millrace.operator.FaultNote;
import millrace.simulation.Outlet;
import millrace.simulation.Recorder;
import millrace.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured is right, and costs about what it did when it was made fast: counted, so that no busy machine matters. */
class PeersTest {
    private static final int EVENTS = 100_000;
    private static final long BOUND = 5_000;

    /** Events in {key, start} of each window by plain maps; an event is left out of windows that the watermark has passed. */
    private static TreeSet<String> plainly(Columns rows, long size, long slide) {
        Map<String, long[]> windows = new HashMap<>();
        long newest = Long.MIN_VALUE / 2;
        for (int i = 0; i < rows.size(); i++) {
            long time = rows.eventTime(i);
            for (long start = time - Math.floorMod(time, slide); start > time - size; start -= slide) {
                if (start + size <= newest - BOUND) continue;
                long[] sums = windows.computeIfAbsent(rows.key()[i] + " " + start, k -> new long[2]);
                sums[0]++;
                sums[1] += rows.value()[i];
            }
            newest = Math.max(newest, time);
        }
        TreeSet<String> panes = new TreeSet<>();
        windows.forEach((window, sums) -> panes.add(window + " " + sums[0] + " " + sums[1]));
        return panes;
    }

    @ParameterizedTest
    @CsvSource({"W1, 10000, 10000", "W2, 60000, 5000"})
    void saysWhatPlainMapsSay(String job, long size, long slide) {
        Columns rows = Rows.columns(EVENTS);
        TreeSet<String> panes = new TreeSet<>();
        Peers.run(job, rows.key(), rows.value(), rows.eventTime(),
                row -> assertTrue(panes.add(row[0] + " " + row[1] + " " + row[3] + " " + row[4])));
        assertEquals(plainly(rows, size, slide), panes);
    }

    @Test
    void sessionsHoldEveryEventThatIsNotDropped() {
        Columns rows = Rows.columns(EVENTS);
        long[] held = new long[1];
        long dropped = Peers.run("W3", rows.key(), rows.value(), rows.eventTime(), row -> held[0] += row[3]);
        assertEquals(EVENTS, held[0] + dropped);
    }

    @Test
    void pairsAreThoseOfPlainLoops() {
        Columns rows = Rows.columns(20_000);
        TreeSet<String> pairs = new TreeSet<>();
        long late = Peers.run("J1", rows.key(), rows.value(), rows.eventTime(),
                row -> assertTrue(pairs.add(Arrays.toString(row))));
        TreeSet<String> expected = new TreeSet<>();
        for (int l = 0; l < rows.size(); l++)
            for (int r = 0; r < rows.size(); r++)
                if (pairs(rows, l, r))
                    expected.add(Arrays.toString(new long[] {rows.key()[l], rows.eventTime(l), rows.value()[l],
                        rows.eventTime(r), rows.value()[r]}));
        assertEquals(0, late);
        assertEquals(expected, pairs);
    }

    private static boolean pairs(Columns rows, int l, int r) {
        return rows.key()[l] == rows.key()[r] && rows.value()[l] % 2 == 0 && rows.value()[r] % 2 == 1
                && Math.abs(rows.eventTime(l) - rows.eventTime(r)) <= 2_000;
    }

    /** Two steps for an event (it leaves its source, it arrives), some for watermarks and panes; a join has one more before it, and a pair an event. */
    @ParameterizedTest
    @CsvSource({"W1, 2.3", "W2, 2.5", "W3, 2.1", "J1, 4.2", "C1, 2.3"})
    void takesFewSteps(String job, double most) {
        Simulation simulation = new Simulation(plan(job), null, Outlet.NONE);
        simulation.run();
        double steps = (double) simulation.steps() / EVENTS;
        assertTrue(steps <= most, steps + " steps an event");
    }

    /** The event itself is 56 bytes; the rest are panes, watermarks, and the rows of windows as they grow; of J1 a pair, 96 bytes, and the rows of both sides. */
    @ParameterizedTest
    @CsvSource({"W1, 130", "W2, 180", "W3, 110", "J1, 215", "C1, 150"})
    void allocatesLittle(String job, double most) {
        Plan plan = plan(job);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        new Simulation(plan, null, Outlet.NONE).run();
        Simulation simulation = new Simulation(plan, null, Outlet.NONE);
        long before = threads.getCurrentThreadAllocatedBytes();
        simulation.run();
        double bytes = (double) (threads.getCurrentThreadAllocatedBytes() - before) / EVENTS;
        assertTrue(bytes <= most, bytes + " bytes an event");
    }

    /** One each second of arrivals, each with the state of the window, and a last one once the source has ended. */
    @Test
    void takesACheckpointEachSecond() {
        Map<Class<?>, Integer> heard = new HashMap<>();
        long state = heard(plan("C1"), note -> heard.merge(note.getClass(), 1, Integer::sum));
        int seconds = EVENTS / 1_000;
        assertEquals(seconds, heard.get(FaultNote.Began.class));
        assertEquals(2 * seconds, heard.get(FaultNote.Snapshot.class), "of the window and of the sink");
        assertEquals(seconds, heard.get(FaultNote.Completed.class));
        assertNull(heard.get(FaultNote.Aborted.class));
        assertEquals(heard(plan("W1"), note -> {}), state);
    }

    /** Tells the notes of a run; gives how many events it made. */
    private static long heard(Plan plan, Consumer<Object> listener) {
        Recorder recorder = (Recorder) Proxy.newProxyInstance(Recorder.class.getClassLoader(),
                new Class<?>[] {Recorder.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("noted")) listener.accept(arguments[1]);
                    return null;
                });
        Simulation simulation = new Simulation(plan, recorder, Outlet.NONE);
        simulation.run();
        return simulation.events();
    }

    /** What the checkpoints hold is all that is needed: the window crashes between two of them. */
    @Test
    void goesOnFromACheckpoint() {
        Design crashing = Jobs.design("C1");
        crashing = crashing.withSettings(crashing.settings()
                .with("crashes", Value.of(List.of(Value.of(List.of(Value.of("00:00:41.500"), Value.of("window")))))));
        Map<Class<?>, Integer> heard = new HashMap<>();
        Plan plan = Jobs.withRows(Jobs.compile(crashing), Rows.columns(EVENTS));
        heard(plan, note -> heard.merge(note.getClass(), 1, Integer::sum));
        assertEquals(2, heard.get(FaultNote.Restored.class), "the window and the sink");
        assertEquals(panes(plan("W1")), panes(plan));
    }

    /** What leaves, without what a restart says again. */
    private static TreeSet<String> panes(Plan plan) {
        TreeSet<String> panes = new TreeSet<>();
        new Simulation(plan, null, (node, now, row) -> panes.add(row.value(0) + " " + row.value(2) + " " + row.value(3)
                + " " + row.value(4))).run();
        return panes;
    }

    private static Plan plan(String job) {
        return Jobs.withRows(Jobs.compile(Jobs.design(job)), Rows.columns(EVENTS));
    }
}
