package millrace.simulation;

import static millrace.simulation.Windows.count;
import static millrace.simulation.Windows.cumulate;
import static millrace.simulation.Windows.every;
import static millrace.simulation.Windows.session;
import static millrace.simulation.Windows.sliding;

import millrace.operator.Accumulation;
import millrace.operator.AggregateSpec.Kind;
import millrace.operator.Dialect;
import org.junit.jupiter.api.Test;

/** Sessions, sliding, cumulating and counting windows by timetable. */
class OtherWindowsTest {
    private static final String TAPS = """
            12:00:00 1 | wm 12:00:00 | 12:00:15 1 | wm 12:00:15 | 12:00:17 1@%s | 12:00:40 1 | wm 12:00:40
            """;
    private static final Windows VISIT = session("10 s").unkeyed().of(Kind.COUNT).lateness("20 s");

    @Test
    void aLateTapMakesTwoVisitsOne() {
        String one = """
                12:00:15 [12:00,12:00:10) count=1 ON_TIME
                12:00:40 [12:00,12:00:25) count=3 ON_TIME
                """;
        Scenario.of(VISIT, TAPS.formatted("12:00:08")).gives(one);
        Scenario.of(VISIT, TAPS.formatted("12:00:05")).gives(one);
    }

    @Test
    void aLateTapJoinsTheFirstVisitOnly() {
        Scenario.of(VISIT, TAPS.formatted("12:00:04")).gives("""
                12:00:15 [12:00,12:00:10) count=1 ON_TIME
                12:00:17 [12:00,12:00:14) count=2 LATE
                12:00:40 [12:00:15,12:00:25) count=1 ON_TIME
                """);
    }

    @Test
    void touchingIsNotEnoughInBeam() {
        Scenario.of(VISIT.dialect(Dialect.BEAM), TAPS.formatted("12:00:05")).gives("""
                12:00:15 [12:00,12:00:10) count=1 ON_TIME
                12:00:17 [12:00,12:00:15) count=2 LATE
                12:00:40 [12:00:15,12:00:25) count=1 ON_TIME
                """);
    }

    @Test
    void withoutLatenessTheFirstVisitIsGone() {
        Scenario.of(VISIT.lateness("0 s"), TAPS.formatted("12:00:08")).gives("""
                12:00:15 [12:00,12:00:10) count=1 ON_TIME
                12:00:40 [12:00:08,12:00:25) count=2 ON_TIME
                """);
    }

    @Test
    void swallowedSessionsAreTakenBack() {
        Scenario.of(VISIT.accumulation(Accumulation.RETRACTING), TAPS.formatted("12:00:08")).gives("""
                12:00:15 [12:00,12:00:10) count=1 ON_TIME
                12:00:40 [12:00,12:00:10) count=1 ON_TIME retraction
                12:00:40 [12:00,12:00:25) count=3 ON_TIME
                """);
    }

    @Test
    void anEventTooLateForAnySession() {
        Scenario.of(session("10 s"), """
                12:00:30 a=1 | wm 12:00:30 | 12:00:31 a=2@12:00:05 | 12:00:32 a=3@12:00:20
                12:00:33 b=4@12:00:20 | 12:00:34 a=5@12:00:21 | 12:01 wm 12:01
                """).gives("""
                12:00:31 late a=2@12:00:05
                12:00:33 late b=4@12:00:20
                12:01:00 [12:00:20,12:00:40) a sum=9 ON_TIME
                """);
    }

    @Test
    void sessionsOfManyKeysComeAndGo() {
        Scenario.of(session("5 s").of(Kind.SUM, Kind.COLLECT), """
                12:00:01 a=1 b=2 | 12:00:03 c=3 a=4 | wm 12:00:02 | 12:00:07 b=5 | wm 12:00:07 | 12:00:08 a=6 c=7
                12:00:20 b=8 | wm 12:00:20 | 12:00:21 a=9 | end
                """).gives("""
                12:00:07 [12:00:01,12:00:06) b sum=2 collect=[2] ON_TIME
                12:00:20 [12:00:07,12:00:12) b sum=5 collect=[5] ON_TIME
                12:00:20 [12:00:01,12:00:13) a sum=11 collect=[1, 4, 6] ON_TIME
                12:00:20 [12:00:03,12:00:13) c sum=10 collect=[3, 7] ON_TIME
                12:00:21 [12:00:20,12:00:25) b sum=8 collect=[8] ON_TIME
                12:00:21 [12:00:21,12:00:26) a sum=9 collect=[9] ON_TIME
                """);
    }

    @Test
    void collectedInOrderOfArrivalAlsoAfterAMerge() {
        Scenario.of(session("10 s").of(Kind.COLLECT, Kind.FIRST, Kind.LAST), """
                12:01:00 a=1@12:00:00 a=2@12:00:15 a=3@12:00:01 a=4@12:00:16 a=5@12:00:08 | end
                """).gives("""
                12:01:00 [12:00,12:00:26) a collect=[1, 2, 3, 4, 5] first=1 last=5 ON_TIME
                """);
    }

    @Test
    void earlyPanesOfSessions() {
        Scenario.withMarks(session("10 s").early(every(2)), """
                12:00:00 a=1 | 12:00:05 a=2 | 12:00:12 a=3 | 12:00:30 wm 12:00:30
                """).gives("""
                12:00:05 [12:00,12:00:15) a sum=3 EARLY #0
                12:00:30 [12:00,12:00:22) a sum=6 ON_TIME #1 last
                """);
    }

    @Test
    void slidingWindows() {
        Scenario.of(sliding("20 s", "10 s"), """
                12:00:05 a=1 | 12:00:12 b=2 a=3 | wm 12:00:12 | 12:00:13 a=4@12:00:09 | 12:00:31 wm 12:00:31
                12:00:32 a=5@12:00:11 a=6@12:00:20 | end
                """).gives("""
                12:00:12 [11:59:50,12:00:10) a sum=1 ON_TIME
                12:00:31 [12:00,12:00:20) a sum=8 ON_TIME
                12:00:31 [12:00,12:00:20) b sum=2 ON_TIME
                12:00:31 [12:00:10,12:00:30) b sum=2 ON_TIME
                12:00:31 [12:00:10,12:00:30) a sum=3 ON_TIME
                12:00:32 late a=5@12:00:11
                12:00:32 [12:00:20,12:00:40) a sum=6 ON_TIME
                """);
    }

    @Test
    void slidingWindowsKeptForLateEvents() {
        Scenario.withMarks(sliding("20 s", "10 s").lateness("10 s"), """
                12:00:05 a=1 | 12:00:21 wm 12:00:21 | 12:00:22 a=2@12:00:09 b=3@12:00:12 | 12:00:23 a=4@12:00:12
                12:00:24 a=5@12:00:09 | 12:00:31 wm 12:00:31 | end
                """).gives("""
                12:00:21 [11:59:50,12:00:10) a sum=1 ON_TIME #0 last
                12:00:21 [12:00,12:00:20) a sum=1 ON_TIME #0
                12:00:22 [12:00,12:00:20) a sum=3 LATE #1
                12:00:22 [12:00,12:00:20) b sum=3 LATE #0
                12:00:23 [12:00,12:00:20) a sum=7 LATE #2
                12:00:24 [12:00,12:00:20) a sum=12 LATE #3
                12:00:31 [12:00:10,12:00:30) b sum=3 ON_TIME #0
                12:00:31 [12:00:10,12:00:30) a sum=4 ON_TIME #0
                """);
    }

    @Test
    void cumulatingWindows() {
        Scenario.of(cumulate("30 s", "10 s"), """
                12:00:05 a=1 | 12:00:12 b=2 | 12:00:25 a=3 | 12:00:31 a=4 | wm 12:00:31 | end
                """).gives("""
                12:00:31 [12:00,12:00:10) a sum=1 ON_TIME
                12:00:31 [12:00,12:00:20) a sum=1 ON_TIME
                12:00:31 [12:00,12:00:20) b sum=2 ON_TIME
                12:00:31 [12:00,12:00:30) a sum=4 ON_TIME
                12:00:31 [12:00,12:00:30) b sum=2 ON_TIME
                12:00:31 [12:00:30,12:00:40) a sum=4 ON_TIME
                12:00:31 [12:00:30,12:00:50) a sum=4 ON_TIME
                12:00:31 [12:00:30,12:01) a sum=4 ON_TIME
                """);
    }

    @Test
    void countingWindows() {
        String rows = "12:00:01 a=1 b=2 | 12:00:02 a=3 | 12:00:03 a=4 b=5 | 12:00:04 a=6 a=7 | end";
        Scenario.of(count(2, 2), rows).gives("""
                12:00:02 [0,2) a sum=4 ON_TIME
                12:00:03 [0,2) b sum=7 ON_TIME
                12:00:04 [2,4) a sum=10 ON_TIME
                12:00:04 [4,6) a sum=7 ON_TIME
                """);
        Scenario.of(count(3, 1).of(Kind.COLLECT), rows).gives("""
                12:00:01 [0,1) a collect=[1] ON_TIME
                12:00:01 [0,1) b collect=[2] ON_TIME
                12:00:02 [0,2) a collect=[1, 3] ON_TIME
                12:00:03 [0,3) a collect=[1, 3, 4] ON_TIME
                12:00:03 [0,2) b collect=[2, 5] ON_TIME
                12:00:04 [1,4) a collect=[3, 4, 6] ON_TIME
                12:00:04 [2,5) a collect=[4, 6, 7] ON_TIME
                """);
    }
}
