package millrace.simulation;

import static millrace.simulation.Windows.aligned;
import static millrace.simulation.Windows.delayed;
import static millrace.simulation.Windows.every;
import static millrace.simulation.Windows.global;
import static millrace.simulation.Windows.session;
import static millrace.simulation.Windows.tumbling;

import java.util.List;
import java.util.Optional;
import millrace.operator.Accumulation;
import millrace.operator.TriggerSpec;
import millrace.operator.TriggerSpec.AfterAll;
import millrace.operator.TriggerSpec.AfterCount;
import millrace.operator.TriggerSpec.AfterDelay;
import millrace.operator.TriggerSpec.AfterEach;
import millrace.operator.TriggerSpec.AfterFirst;
import millrace.operator.TriggerSpec.AfterWatermark;
import millrace.operator.TriggerSpec.AlignedTo;
import millrace.operator.TriggerSpec.OrFinally;
import millrace.operator.TriggerSpec.Repeatedly;
import org.junit.jupiter.api.Test;

/** Each trigger by timetable: the instants at which it fires, and that it fires no more. */
class TriggersTest {
    private static final String SIX = """
            12:00:01 a=1 | 12:00:02 a=2 | 12:00:03 a=3 | 12:00:04 a=4 | 12:00:05 a=5 | 12:00:06 a=6 | 12:01:00 wm 12:01
            """;

    private static Windows minute(TriggerSpec trigger) {
        return tumbling("1 min").trigger(trigger);
    }

    private static AfterDelay delay(String duration) {
        return new AfterDelay(Windows.ms(duration));
    }

    @Test
    void afterCountFiresOnce() {
        Scenario.of(minute(new AfterCount(4)), SIX).gives("""
                12:00:04 [12:00,12:01) a sum=10 EARLY
                12:01:00 [12:00,12:01) a sum=21 ON_TIME
                """);
    }

    @Test
    void afterADelayFiresOnce() {
        Scenario.of(minute(delay("2 s")), SIX).gives("""
                12:00:03 [12:00,12:01) a sum=6 EARLY
                12:01:00 [12:00,12:01) a sum=21 ON_TIME
                """);
    }

    @Test
    void alignedFiresAtAFullPeriodPlusOffsetOfProcessingTime() {
        Scenario.of(tumbling("1 min").early(aligned("10 s", "3 s")), """
                12:00:01 a=1 | 12:00:03 a=2 | 12:00:04 a=3 | 12:00:40 b=4 | 12:02:00 wm 12:01
                """).gives("""
                12:00:03 [12:00,12:01) a sum=3 EARLY
                12:00:13 [12:00,12:01) a sum=6 EARLY
                12:00:43 [12:00,12:01) b sum=4 EARLY
                12:02:00 [12:00,12:01) a sum=6 ON_TIME
                12:02:00 [12:00,12:01) b sum=4 ON_TIME
                """);
    }

    @Test
    void afterFirstFiresWithWhicheverIsFirst() {
        TriggerSpec first = new Repeatedly(new AfterFirst(List.of(new AfterCount(3), delay("10 s"))));
        Scenario.of(minute(first), "12:00:01 a=1 | 12:00:02 a=2 a=3 | 12:00:04 a=4 | 12:00:30 a=5 | 12:00:31 b=6")
                .gives("""
                        12:00:02 [12:00,12:01) a sum=6 EARLY
                        12:00:14 [12:00,12:01) a sum=10 EARLY
                        12:00:40 [12:00,12:01) a sum=15 EARLY
                        12:00:41 [12:00,12:01) b sum=6 EARLY
                        """);
    }

    @Test
    void afterAllFiresWithTheLast() {
        TriggerSpec all = new Repeatedly(new AfterAll(List.of(new AfterCount(2), delay("10 s"))));
        Scenario.of(minute(all), "12:00:01 a=1 | 12:00:02 a=2 | 12:00:20 a=3 | 12:00:45 a=4 | 12:00:50 b=5").gives("""
                12:00:11 [12:00,12:01) a sum=3 EARLY
                12:00:45 [12:00,12:01) a sum=10 EARLY
                """);
    }

    @Test
    void afterAllWaitsForTheLongerOfTwoDelays() {
        TriggerSpec all = new Repeatedly(new AfterAll(List.of(delay("2 s"), delay("5 s"))));
        Scenario.of(minute(all), "12:00:01 a=1 | 12:00:04 a=2 | 12:00:10 a=3").gives("""
                12:00:06 [12:00,12:01) a sum=3 EARLY
                12:00:15 [12:00,12:01) a sum=6 EARLY
                """);
        TriggerSpec mixed = new AfterAll(List.of(delay("2 s"), new AlignedTo(Windows.ms("20 s"), 0)));
        Scenario.of(minute(mixed), "12:00:01 a=1").gives("12:00:20 [12:00,12:01) a sum=1 EARLY");
        Scenario.of(session("1 min").trigger(all), "12:00:01 a=1 | 12:00:02 a=2").gives("""
                12:00:06 [12:00:01,12:01:02) a sum=3 EARLY
                """);
    }

    @Test
    void anInstantThatHasPassedInVainHidesNoLaterOne() {
        TriggerSpec two = new AfterAll(List.of(new AfterCount(2), delay("3 s")));
        Scenario.of(minute(new AfterFirst(List.of(two, delay("10 s")))), "12:00:01 a=1").gives("""
                12:00:11 [12:00,12:01) a sum=1 EARLY
                """);
    }

    @Test
    void afterEachTakesOneAfterTheOther() {
        TriggerSpec each = new AfterEach(List.of(new AfterCount(1), new AfterCount(3), delay("1 s")));
        Scenario.of(minute(each), "12:00:01 a=1 | 12:00:02 a=2 a=3 a=4 | 12:00:08 a=5 | 12:00:20 a=6 | 12:01 wm 12:01")
                .gives("""
                        12:00:01 [12:00,12:01) a sum=1 EARLY
                        12:00:02 [12:00,12:01) a sum=10 EARLY
                        12:00:09 [12:00,12:01) a sum=15 EARLY
                        12:01:00 [12:00,12:01) a sum=21 ON_TIME
                        """);
        Scenario.of(minute(new AfterEach(List.of(new AfterCount(2), every(1)))), SIX).gives("""
                12:00:02 [12:00,12:01) a sum=3 EARLY
                12:00:03 [12:00,12:01) a sum=6 EARLY
                12:00:04 [12:00,12:01) a sum=10 EARLY
                12:00:05 [12:00,12:01) a sum=15 EARLY
                12:00:06 [12:00,12:01) a sum=21 EARLY
                """);
    }

    @Test
    void orFinallyEndsWhatWouldGoOn() {
        Scenario.of(minute(new OrFinally(every(2), new AfterCount(5))), SIX).gives("""
                12:00:02 [12:00,12:01) a sum=3 EARLY
                12:00:04 [12:00,12:01) a sum=10 EARLY
                12:00:05 [12:00,12:01) a sum=15 EARLY
                12:01:00 [12:00,12:01) a sum=21 ON_TIME
                """);
        Scenario.of(minute(new OrFinally(delayed("2 s"), new AfterWatermark(Optional.empty(), Optional.empty()))), SIX)
                .gives("""
                        12:00:03 [12:00,12:01) a sum=6 EARLY
                        12:00:06 [12:00,12:01) a sum=21 EARLY
                        12:01:00 [12:00,12:01) a sum=21 ON_TIME
                        """);
    }

    @Test
    void afterWatermarkInTheMiddleOfOthers() {
        AfterWatermark plain = new AfterWatermark(Optional.empty(), Optional.empty());
        String rows = "12:00:01 a=1 | 12:01:05 wm 12:01 | 12:01:06 a=2@12:00:02 | 12:01:07 a=3@12:00:03 | 12:04 wm 12:04";
        Scenario.of(minute(new AfterAll(List.of(plain, new AfterCount(3)))).lateness("2 min"), rows).gives("""
                12:01:07 [12:00,12:01) a sum=6 LATE
                """);
        Scenario.of(minute(new AfterEach(List.of(plain, new AfterCount(2)))).lateness("2 min"), rows).gives("""
                12:01:05 [12:00,12:01) a sum=1 ON_TIME
                12:01:07 [12:00,12:01) a sum=6 LATE
                """);
        Scenario.of(minute(new Repeatedly(new AfterFirst(List.of(plain, new AfterCount(2))))).lateness("2 min"), rows)
                .gives("""
                        12:01:05 [12:00,12:01) a sum=1 ON_TIME
                        12:01:06 [12:00,12:01) a sum=3 LATE
                        12:01:07 [12:00,12:01) a sum=6 LATE
                        """);
    }

    @Test
    void whatATriggerKeepsBelongsToKeyAndWindow() {
        Scenario.of(tumbling("10 s").trigger(every(2)), """
                12:00:01 a=1 b=2 | 12:00:11 a=3 | 12:00:12 a=4@12:00:02 | 12:00:13 b=5@12:00:13 | 12:00:14 b=6@12:00:04
                """).gives("""
                12:00:12 [12:00,12:00:10) a sum=5 EARLY
                12:00:14 [12:00,12:00:10) b sum=8 EARLY
                """);
    }

    @Test
    void aGlobalWindowAnswersByItsTriggerAndAtTheEnd() {
        Scenario.withMarks(global().early(every(2)).accumulation(Accumulation.RETRACTING),
                "12:00:01 a=1 | 12:00:02 a=2 b=3 | 12:00:03 a=4 | end").gives("""
                        12:00:02 [global) a sum=3 EARLY #0
                        12:00:03 [global) a sum=3 EARLY #0 retraction
                        12:00:03 [global) a sum=7 ON_TIME #1 last
                        12:00:03 [global) b sum=3 ON_TIME #0 last
                        """);
    }

    /** "Early: none; on time: if new; late: d after the first late event", in all three modes. */
    @Test
    void lateAfterADelayInEveryMode() {
        String rows = """
                12:00:01 a=1 | 12:00:10 wm 12:00:10 | 12:00:11 a=2@12:00:02 | 12:00:12 a=3@12:00:03 | 12:00:30 wm 12:00:30
                """;
        Windows late = tumbling("10 s").lateness("20 s").late(delayed("4 s"));
        Scenario.of(late, rows).gives("""
                12:00:10 [12:00,12:00:10) a sum=1 ON_TIME
                12:00:15 [12:00,12:00:10) a sum=6 LATE
                """);
        Scenario.of(late.accumulation(Accumulation.DISCARDING), rows).gives("""
                12:00:10 [12:00,12:00:10) a sum=1 ON_TIME
                12:00:15 [12:00,12:00:10) a sum=5 LATE
                """);
        Scenario.of(late.accumulation(Accumulation.RETRACTING), rows).gives("""
                12:00:10 [12:00,12:00:10) a sum=1 ON_TIME
                12:00:15 [12:00,12:00:10) a sum=1 ON_TIME retraction
                12:00:15 [12:00,12:00:10) a sum=6 LATE
                """);
    }
}
