package millrace.simulation;

import static millrace.simulation.Windows.aligned;
import static millrace.simulation.Windows.cumulate;
import static millrace.simulation.Windows.delayed;
import static millrace.simulation.Windows.every;
import static millrace.simulation.Windows.session;
import static millrace.simulation.Windows.sliding;
import static millrace.simulation.Windows.tumbling;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import millrace.operator.Accumulation;
import millrace.operator.AggregateSpec.Kind;
import millrace.operator.Dialect;
import millrace.operator.OnTime;
import millrace.operator.TriggerSpec;
import millrace.operator.TriggerSpec.AfterCount;
import millrace.operator.TriggerSpec.AfterDelay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What must hold for any timetable. Each scenario is also run watched, and saved and restored between any two steps (see
 * {@link Scenario}).
 */
@Execution(ExecutionMode.CONCURRENT)
class WindowPropertiesTest {
    private static final int ROUNDS = 4;
    private static final List<String> LATENESS = List.of("0 s", "1 s", "7 s", "30 s");

    private interface Property {
        void holds(Random random, String timetable);
    }

    private static void forRandomTimetables(Property property) {
        long first = Long.getLong("seed", System.nanoTime() & 0xFFFF);
        for (long seed = first; seed < first + ROUNDS; seed++) {
            Random random = new Random(seed);
            try {
                property.holds(random, RandomTimetable.draw(random, 50));
            } catch (Throwable e) {
                throw new AssertionError("with -Dseed=" + seed, e);
            }
        }
    }

    /** The same rules by the tree of triggers, with a row for each window. */
    private static Windows plainly(Windows windows) {
        return windows.early(new TriggerSpec.Never());
    }

    private static String lateness(Random random) {
        return LATENESS.get(random.nextInt(LATENESS.size()));
    }

    @Test
    void slicesSayWhatWindowsSay() {
        List<Windows> kinds = List.of(sliding("20 s", "5 s"), sliding("20 s", "15 s"), cumulate("20 s", "5 s"),
                sliding("30 s", "2 s"), sliding("9 s", "1 s"), cumulate("30 s", "2 s"));
        forRandomTimetables((random, timetable) -> {
            for (Windows kind : kinds) {
                Windows windows = kind.lateness(lateness(random)).of(Kind.values());
                assertEquals(Scenario.withMarks(plainly(windows), timetable).rows(),
                        Scenario.withMarks(windows, timetable).rows(), windows.toString());
            }
        });
    }

    @Test
    void theShortCutForTheStandardTriggerSaysWhatTheTreeSays() {
        List<Windows> kinds = List.of(tumbling("10 s"), session("5 s"), tumbling("10 s").dialect(Dialect.BEAM),
                session("5 s").dialect(Dialect.FLINK), tumbling("10 s").accumulation(Accumulation.RETRACTING),
                session("5 s").accumulation(Accumulation.RETRACTING),
                session("5 s").accumulation(Accumulation.DISCARDING));
        forRandomTimetables((random, timetable) -> {
            for (Windows kind : kinds) {
                Windows windows = kind.lateness(lateness(random)).of(Kind.SUM, Kind.COLLECT);
                assertEquals(Scenario.withMarks(plainly(windows), timetable).rows(),
                        Scenario.withMarks(windows, timetable).rows(), windows.toString());
            }
        });
    }

    /** Whatever the trigger: the last pane of a window that is not taken back holds everything that was not dropped. */
    @Test
    void theLastWordsOfAllTriggersAgree() {
        List<TriggerSpec> triggers = List.of(TriggerSpec.standard(), every(3), delayed("4 s"), aligned("10 s", "0 s"),
                new TriggerSpec.Never(),
                new TriggerSpec.Repeatedly(new TriggerSpec.AfterAll(List.of(new AfterCount(2), new AfterDelay(3000)))),
                new TriggerSpec.Repeatedly(
                        new TriggerSpec.AfterFirst(List.of(new AfterCount(4), new AfterDelay(5000)))),
                new TriggerSpec.AfterEach(List.of(new AfterCount(2), every(3))),
                new TriggerSpec.Repeatedly(new TriggerSpec.OrFinally(delayed("2 s"), new AfterCount(3))));
        forRandomTimetables((random, timetable) -> {
            for (Windows kind : List.of(tumbling("10 s"), sliding("10 s", "5 s"), session("4 s"))) {
                Windows windows = kind.lateness(lateness(random))
                        .of(Kind.COUNT, Kind.COLLECT)
                        .accumulation(Accumulation.RETRACTING);
                String standard = lastWords(Scenario.of(windows, timetable).rows());
                for (TriggerSpec trigger : triggers) {
                    Windows other = windows.trigger(trigger);
                    assertEquals(standard, lastWords(Scenario.of(other, timetable).rows()), other.toString());
                }
            }
        });
    }

    /** The last pane of each window and key, with its values: later rows of the same bounds win, retractions take away. */
    private static String lastWords(List<String> rows) {
        TreeMap<String, String> last = new TreeMap<>();
        for (String row : rows) {
            if (row.contains(" late ")) continue;
            String[] words = row.split(" ", 4);
            String window = words[1] + " " + words[2];
            String values = words[3].replaceAll(" (EARLY|ON_TIME|LATE).*", "");
            if (row.endsWith("retraction")) last.remove(window, values);
            else
                last.put(window, values);
        }
        return last.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void discardedPanesAddUpToTheAccumulatedOne() {
        forRandomTimetables((random, timetable) -> {
            Windows windows = tumbling("10 s").lateness(lateness(random))
                    .early(every(1 + random.nextInt(3)))
                    .onTime(OnTime.IF_NEW)
                    .of(Kind.SUM);
            List<String> rows = Scenario.of(windows.accumulation(Accumulation.DISCARDING), timetable).rows();
            TreeMap<String, Long> sums = new TreeMap<>();
            rows.stream()
                    .filter(r -> !r.contains(" late "))
                    .map(r -> r.split("[ =]"))
                    .forEach(w -> sums.merge(w[1] + " " + w[2], Long.parseLong(w[4]), Long::sum));
            String added = sums.entrySet()
                    .stream()
                    .map(e -> e.getKey() + "=sum=" + e.getValue())
                    .collect(Collectors.joining("\n"));
            assertEquals(lastWords(Scenario.of(windows, timetable).rows()), added);
        });
    }
}
