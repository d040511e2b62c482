package millrace.simulation;

import static millrace.simulation.Windows.aligned;
import static millrace.simulation.Windows.delayed;
import static millrace.simulation.Windows.every;
import static millrace.simulation.Windows.global;
import static millrace.simulation.Windows.tumbling;

import millrace.operator.Accumulation;
import millrace.operator.Dialect;
import millrace.operator.OnTime;
import millrace.operator.TriggerSpec;
import org.junit.jupiter.api.Test;

/** The rules of lateness, panes and watermarks by timetable; among them the nine scores. */
class WindowScenariosTest {
    private static final String NINE = """
            12:05:19 5@12:00:26
            12:05:39 7@12:02:26
            12:06:13 3@12:03:39
            12:06:39 4@12:04:19
            12:07:06 8@12:03:06
            12:07:19 3@12:06:39
            12:08:19 9@12:01:26
            12:08:39 8@12:07:26
            12:09:00 1@12:07:46
            """;
    /** A team's nine scores with the watermark that guesses. */
    private static final String SCORES = NINE + """
            12:05:43 wm 12:01 | 12:05:59 wm 12:02 | 12:07:25 wm 12:03 | 12:07:28 wm 12:04 | 12:07:34 wm 12:05
            12:07:39 wm 12:06 | 12:08:10 wm 12:06:55 | 12:08:15 wm 12:06:56 | 12:08:40 wm 12:07 | 12:09:20 wm 12:08
            12:09:22 end
            """;
    private static final Windows BY_TWO = tumbling("2 min").unkeyed();
    private static final Windows EVERY_MINUTE = BY_TWO.early(aligned("1 min", "0 s")).lateness("10 min");

    @Test
    void lateArrivals() {
        Scenario.of(EVERY_MINUTE, SCORES).gives("""
                12:05:59 [12:00,12:02) sum=5 ON_TIME
                12:06:00 [12:02,12:04) sum=7 EARLY
                12:07:00 [12:02,12:04) sum=10 EARLY
                12:07:00 [12:04,12:06) sum=4 EARLY
                12:07:28 [12:02,12:04) sum=18 ON_TIME
                12:07:39 [12:04,12:06) sum=4 ON_TIME
                12:08:00 [12:06,12:08) sum=3 EARLY
                12:08:19 [12:00,12:02) sum=14 LATE
                12:09:00 [12:06,12:08) sum=12 EARLY
                12:09:20 [12:06,12:08) sum=12 ON_TIME
                """);
    }

    @Test
    void lateBeyondTheAllowedLateness() {
        String dropped = """
                12:05:59 [12:00,12:02) sum=5 ON_TIME
                12:07:28 [12:02,12:04) sum=18 ON_TIME
                12:07:39 [12:04,12:06) sum=4 ON_TIME
                12:08:19 late 9@12:01:26
                12:09:20 [12:06,12:08) sum=12 ON_TIME
                """;
        Scenario.of(BY_TWO, SCORES).gives(dropped);
        Scenario.of(BY_TWO.lateness("2 min"), SCORES).gives(dropped);
        Scenario.of(BY_TWO.lateness("296 s"), SCORES).gives(dropped);
        Scenario.of(BY_TWO.lateness("297 s"), SCORES)
                .gives(dropped.replace("late 9@12:01:26",
                        "[12:00,12:02) sum=14 LATE"));
    }

    @Test
    void unchangedOnTimePanesOnlyIfWanted() {
        String without = """
                12:05:59 [12:00,12:02) sum=5 ON_TIME
                12:06:00 [12:02,12:04) sum=7 EARLY
                12:07:00 [12:02,12:04) sum=10 EARLY
                12:07:00 [12:04,12:06) sum=4 EARLY
                12:07:28 [12:02,12:04) sum=18 ON_TIME
                12:08:00 [12:06,12:08) sum=3 EARLY
                12:08:19 [12:00,12:02) sum=14 LATE
                12:09:00 [12:06,12:08) sum=12 EARLY
                """;
        Scenario.of(EVERY_MINUTE.onTime(OnTime.IF_NEW), SCORES).gives(without);
        Scenario.of(EVERY_MINUTE.dialect(Dialect.FLINK), SCORES).gives(without);
    }

    @Test
    void discardingSaysWhatIsNew() {
        Scenario.of(EVERY_MINUTE.accumulation(Accumulation.DISCARDING), SCORES).gives("""
                12:05:59 [12:00,12:02) sum=5 ON_TIME
                12:06:00 [12:02,12:04) sum=7 EARLY
                12:07:00 [12:02,12:04) sum=3 EARLY
                12:07:00 [12:04,12:06) sum=4 EARLY
                12:07:28 [12:02,12:04) sum=8 ON_TIME
                12:07:39 [12:04,12:06) sum=0 ON_TIME
                12:08:00 [12:06,12:08) sum=3 EARLY
                12:08:19 [12:00,12:02) sum=9 LATE
                12:09:00 [12:06,12:08) sum=9 EARLY
                12:09:20 [12:06,12:08) sum=0 ON_TIME
                """);
    }

    @Test
    void retractingTakesBackThePaneBefore() {
        Scenario.withMarks(EVERY_MINUTE.accumulation(Accumulation.RETRACTING), SCORES).gives("""
                12:05:59 [12:00,12:02) sum=5 ON_TIME #0
                12:06:00 [12:02,12:04) sum=7 EARLY #0
                12:07:00 [12:02,12:04) sum=7 EARLY #0 retraction
                12:07:00 [12:02,12:04) sum=10 EARLY #1
                12:07:00 [12:04,12:06) sum=4 EARLY #0
                12:07:28 [12:02,12:04) sum=10 EARLY #1 retraction
                12:07:28 [12:02,12:04) sum=18 ON_TIME #2
                12:07:39 [12:04,12:06) sum=4 EARLY #0 retraction
                12:07:39 [12:04,12:06) sum=4 ON_TIME #1
                12:08:00 [12:06,12:08) sum=3 EARLY #0
                12:08:19 [12:00,12:02) sum=5 ON_TIME #0 retraction
                12:08:19 [12:00,12:02) sum=14 LATE #1
                12:09:00 [12:06,12:08) sum=3 EARLY #0 retraction
                12:09:00 [12:06,12:08) sum=12 EARLY #1
                12:09:20 [12:06,12:08) sum=12 EARLY #1 retraction
                12:09:20 [12:06,12:08) sum=12 ON_TIME #2
                """);
    }

    @Test
    void lastPaneOfAWindow() {
        Scenario.withMarks(BY_TWO, SCORES).gives("""
                12:05:59 [12:00,12:02) sum=5 ON_TIME #0 last
                12:07:28 [12:02,12:04) sum=18 ON_TIME #0 last
                12:07:39 [12:04,12:06) sum=4 ON_TIME #0 last
                12:08:19 late 9@12:01:26
                12:09:20 [12:06,12:08) sum=12 ON_TIME #0 last
                """);
    }

    @Test
    void batch() {
        String all = NINE + "12:09 end";
        Scenario.of(global().unkeyed(), all).gives("12:09:00 [global) sum=48 ON_TIME");
        Scenario.of(BY_TWO, all).gives("""
                12:09:00 [12:00,12:02) sum=14 ON_TIME
                12:09:00 [12:02,12:04) sum=18 ON_TIME
                12:09:00 [12:04,12:06) sum=4 ON_TIME
                12:09:00 [12:06,12:08) sum=12 ON_TIME
                """);
    }

    @Test
    void countAsItComes() {
        Scenario.of(BY_TWO.early(every(1)).onTime(OnTime.NEVER), NINE + "12:09 end").gives("""
                12:05:19 [12:00,12:02) sum=5 EARLY
                12:05:39 [12:02,12:04) sum=7 EARLY
                12:06:13 [12:02,12:04) sum=10 EARLY
                12:06:39 [12:04,12:06) sum=4 EARLY
                12:07:06 [12:02,12:04) sum=18 EARLY
                12:07:19 [12:06,12:08) sum=3 EARLY
                12:08:19 [12:00,12:02) sum=14 EARLY
                12:08:39 [12:06,12:08) sum=11 EARLY
                12:09:00 [12:06,12:08) sum=12 EARLY
                """);
    }

    @Test
    void microBatches() {
        Windows aligned = BY_TWO.early(aligned("2 min", "1 min")).onTime(OnTime.NEVER);
        Scenario.of(aligned, NINE).gives("""
                12:07:00 [12:00,12:02) sum=5 EARLY
                12:07:00 [12:02,12:04) sum=10 EARLY
                12:07:00 [12:04,12:06) sum=4 EARLY
                12:09:00 [12:00,12:02) sum=14 EARLY
                12:09:00 [12:02,12:04) sum=18 EARLY
                12:09:00 [12:06,12:08) sum=12 EARLY
                """);
        Scenario.of(BY_TWO.trigger(delayed("2 min")), NINE).gives("""
                12:07:19 [12:00,12:02) sum=5 EARLY
                12:07:39 [12:02,12:04) sum=18 EARLY
                12:08:39 [12:04,12:06) sum=4 EARLY
                12:09:19 [12:06,12:08) sum=12 EARLY
                12:10:19 [12:00,12:02) sum=14 EARLY
                """);
    }

    @Test
    void twoEventsAtTheInstantOfAFiringAreBothInIt() {
        Windows delayed = tumbling("1 h").early(delayed("10 s"));
        Scenario.of(delayed, "12:00:00 a=1 | 12:00:10 a=2 a=3 b=4 | 12:00:30 a=5").gives("""
                12:00:10 [12:00,13:00) a sum=6 EARLY
                12:00:20 [12:00,13:00) b sum=4 EARLY
                12:00:40 [12:00,13:00) a sum=11 EARLY
                """);
        Scenario.of(delayed.dialect(Dialect.BEAM), "12:00:00 a=1").gives("12:00:10.001 [12:00,13:00) a sum=1 EARLY");
    }

    @Test
    void noHeartbeatNoResult() {
        Windows ten = tumbling("10 s").unkeyed();
        String steps = "12:00:01 2 | 12:00:05 3 | 12:00:09 4 | 12:00:09 wm 12:00:07";
        Scenario.of(ten, steps).gives("nothing");
        Scenario.of(ten, steps + "| 12:00:11 1 | wm 12:00:09").gives("nothing");
        Scenario.of(ten, steps + "| 12:00:12 1 | wm 12:00:10").gives("12:00:12 [12:00,12:00:10) sum=9 ON_TIME");
        Scenario.of(ten, steps + "| 12:00:09 end").gives("12:00:09 [12:00,12:00:10) sum=9 ON_TIME");
    }

    @Test
    void lateButInAWindowStillOpen() {
        String taps = """
                12:00:01 1 | wm 12:00:01 | 12:00:09 2 | wm 12:00:09 | 12:00:10 3@12:00:04
                12:00:11 4 | wm 12:00:11 | 12:00:12 5@12:00:08 | 12:00:16 6 | wm 12:00:16
                """;
        Windows ten = tumbling("10 s").unkeyed();
        Scenario.of(ten.lateness("5 s"), taps).gives("""
                12:00:11 [12:00,12:00:10) sum=6 ON_TIME
                12:00:12 [12:00,12:00:10) sum=11 LATE
                """);
        Scenario.of(ten, taps).gives("""
                12:00:11 [12:00,12:00:10) sum=6 ON_TIME
                12:00:12 late 5@12:00:08
                """);
    }

    @Test
    void lateTriggers() {
        Windows ten = tumbling("10 s").lateness("1 min");
        String rows = """
                12:00:01 a=1 | 12:00:11 wm 12:00:11 | 12:00:12 a=2@12:00:02 | 12:00:13 b=7@12:00:03
                12:00:15 a=3@12:00:03 | 12:00:16 a=4@12:00:04 | 12:01:20 wm 12:01:20
                """;
        Scenario.withMarks(ten, rows).gives("""
                12:00:11 [12:00,12:00:10) a sum=1 ON_TIME #0
                12:00:12 [12:00,12:00:10) a sum=3 LATE #1
                12:00:13 [12:00,12:00:10) b sum=7 LATE #0
                12:00:15 [12:00,12:00:10) a sum=6 LATE #2
                12:00:16 [12:00,12:00:10) a sum=10 LATE #3
                """);
        Scenario.withMarks(ten.late(every(2)), rows).gives("""
                12:00:11 [12:00,12:00:10) a sum=1 ON_TIME #0
                12:00:13 [12:00,12:00:10) b sum=7 LATE #0
                12:00:15 [12:00,12:00:10) a sum=6 LATE #1
                12:01:20 [12:00,12:00:10) a sum=10 LATE #2 last
                """);
        Scenario.withMarks(ten.late(delayed("2 s")), rows).gives("""
                12:00:11 [12:00,12:00:10) a sum=1 ON_TIME #0
                12:00:13 [12:00,12:00:10) b sum=7 LATE #0
                12:00:14 [12:00,12:00:10) a sum=3 LATE #1
                12:00:17 [12:00,12:00:10) a sum=10 LATE #2
                """);
        Scenario.withMarks(ten.noLate(), rows).gives("""
                12:00:11 [12:00,12:00:10) a sum=1 ON_TIME #0
                12:00:13 [12:00,12:00:10) b sum=7 LATE #0
                12:01:20 [12:00,12:00:10) a sum=10 LATE #1 last
                """);
    }

    @Test
    void whatIsUnfiredLeavesAsTheWindowExpires() {
        Windows three = tumbling("10 s").trigger(every(3));
        String rows = "12:00:01 a=1 a=2 | 12:00:02 a=3 a=4 | 12:00:12 wm 12:00:12";
        Scenario.withMarks(three, rows).gives("""
                12:00:02 [12:00,12:00:10) a sum=6 EARLY #0
                12:00:12 [12:00,12:00:10) a sum=10 ON_TIME #1 last
                """);
        Scenario.of(three.dialect(Dialect.FLINK), rows).gives("12:00:02 [12:00,12:00:10) a sum=6 EARLY");
        Scenario.of(tumbling("10 s").onTime(OnTime.NEVER), rows).gives("""
                12:00:12 [12:00,12:00:10) a sum=10 ON_TIME
                """);
        Scenario.of(tumbling("10 s").trigger(new TriggerSpec.Never()), rows).gives("""
                12:00:12 [12:00,12:00:10) a sum=10 ON_TIME
                """);
    }

    @Test
    void windowsOfSeveralKeysFireByEndThenByFirstArrival() {
        Scenario.of(tumbling("10 s"), """
                12:00:11 b=1@12:00:11 a=2@12:00:01 c=3@12:00:12 b=4@12:00:02 a=5@12:00:13
                12:00:30 wm 12:00:30
                """).gives("""
                12:00:30 [12:00,12:00:10) a sum=2 ON_TIME
                12:00:30 [12:00,12:00:10) b sum=4 ON_TIME
                12:00:30 [12:00:10,12:00:20) b sum=1 ON_TIME
                12:00:30 [12:00:10,12:00:20) c sum=3 ON_TIME
                12:00:30 [12:00:10,12:00:20) a sum=5 ON_TIME
                """);
    }

    @Test
    void timeBeforeTheEpochAndOffsets() {
        Windows hour = Windows.of(new millrace.operator.WindowSpec.Tumbling(3_600_000, 300_000)).unkeyed();
        String door = "12:05 4 | 12:40 3 | 14:10 2 | wm 14:10 | 14:50 6 | wm 14:50 | 15:05 1 | wm 15:05 | end";
        Scenario.of(hour, door).gives("""
                14:10:00 [12:05,13:05) sum=7 ON_TIME
                15:05:00 [14:05,15:05) sum=8 ON_TIME
                15:05:00 [15:05,16:05) sum=1 ON_TIME
                """);
        Scenario.of(hour, "00:01 1 | end").gives("00:01:00 [1969-12-31 23:05,00:05) sum=1 ON_TIME");
    }
}
