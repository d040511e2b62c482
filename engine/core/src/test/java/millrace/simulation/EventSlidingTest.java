package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import millrace.design.Clock;
import millrace.operator.AggregateSpec.Kind;
import millrace.operator.WindowSpec;
import org.junit.jupiter.api.Test;

/** Windows that begin and end at events: by hand, and held against a plain search for all of them. */
class EventSlidingTest {
    private static final long DIFFERENCE = 10_000;
    private static final Pattern EVENT = Pattern.compile("\\S+ (\\w)=(\\d+)@(\\S+)");
    private static final Pattern PANE = Pattern.compile("\\S+ (\\[.*\\)) (\\w) \\w+=(\\d+) \\w+");

    private static Windows windows() {
        return Windows.of(new WindowSpec.EventSliding(DIFFERENCE)).of(Kind.SUM);
    }

    @Test
    void aWindowEndsWithEachEventAndOneFollowsItIfThereIsSomethingInIt() {
        Scenario.of(windows(), """
                12:00:00 a=1 | wm 12:00:00
                12:00:04 a=2 | wm 12:00:04
                12:00:10 a=4 | wm 12:00:10
                12:00:30 end
                """).gives("""
                12:00:04 [11:59:50,12:00:00.001) a sum=1 ON_TIME
                12:00:10 [11:59:54,12:00:04.001) a sum=3 ON_TIME
                12:00:30 [12:00,12:00:10.001) a sum=7 ON_TIME
                12:00:30 [12:00:00.001,12:00:10.002) a sum=6 ON_TIME
                12:00:30 [12:00:04.001,12:00:14.002) a sum=4 ON_TIME
                """);
    }

    @Test
    void oneThatComesLateDividesWhatWasOneWindow() {
        Scenario.of(windows().lateness("1 min"), """
                12:00:00 a=1 | wm 12:00:00
                12:00:12 a=4 | wm 12:00:20
                12:00:21 a=2@12:00:05
                12:00:30 end
                """).gives("""
                12:00:12 [11:59:50,12:00:00.001) a sum=1 ON_TIME
                12:00:12 [12:00:02,12:00:12.001) a sum=4 ON_TIME
                12:00:21 [12:00:02,12:00:12.001) a sum=6 LATE
                12:00:21 [11:59:55,12:00:05.001) a sum=3 LATE
                12:00:21 [12:00:00.001,12:00:10.002) a sum=2 LATE
                12:00:21 [12:00:05.001,12:00:15.002) a sum=4 LATE
                """);
    }

    @Test
    void oneWhoseWindowsHaveAllGoneIsDropped() {
        Scenario.of(windows(), """
                12:00:12 a=4 | wm 12:00:20
                12:00:21 a=2@12:00:05
                12:00:30 end
                """).gives("""
                12:00:12 [12:00:02,12:00:12.001) a sum=4 ON_TIME
                12:00:21 late a=2@12:00:05
                """);
    }

    @Test
    void whateverTheOrderTheLastAnswerOfEachWindowIsThatOfAllItsEvents() {
        long first = Long.getLong("seed", System.nanoTime() & 0xFFFF);
        for (long seed = first; seed < first + 6; seed++) {
            String timetable = RandomTimetable.draw(new Random(seed), 60);
            TreeMap<String, Long> last = new TreeMap<>();
            for (String row : Scenario.of(windows().lateness("1 h"), timetable).rows()) {
                Matcher m = PANE.matcher(row);
                assertEquals(true, m.matches(), row + ", with -Dseed=" + seed);
                last.put(m.group(2) + m.group(1), Long.valueOf(m.group(3)));
            }
            assertFalse(last.isEmpty());
            assertEquals(all(timetable), last, "with -Dseed=" + seed);
        }
    }

    /** Each key's windows with their sums, by looking at every event for every window. */
    private static TreeMap<String, Long> all(String timetable) {
        List<Matcher> events = timetable.lines().map(EVENT::matcher).filter(Matcher::matches).toList();
        TreeMap<String, Long> sums = new TreeMap<>();
        for (Matcher event : events) {
            long time = time(event);
            for (long start : new TreeSet<>(List.of(time - DIFFERENCE, time + 1))) {
                long end = start + DIFFERENCE + 1;
                List<Matcher> in = events.stream()
                        .filter(e -> e.group(1).equals(event.group(1)) && time(e) >= start && time(e) < end)
                        .toList();
                String window = event.group(1) + "[" + Clock.MIDNIGHT.brief(start) + "," + Clock.MIDNIGHT.brief(end)
                        + ")";
                if (!in.isEmpty()) sums.put(window, in.stream().mapToLong(e -> Long.parseLong(e.group(2))).sum());
            }
        }
        return sums;
    }

    private static long time(Matcher event) {
        return Clock.MIDNIGHT.parse(event.group(3)).orElseThrow();
    }
}
