package millrace.simulation;

import static millrace.simulation.Windows.delayed;
import static millrace.simulation.Windows.every;
import static millrace.simulation.Windows.session;
import static millrace.simulation.Windows.sliding;
import static millrace.simulation.Windows.tumbling;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import millrace.operator.Accumulation;
import millrace.operator.Closing;
import millrace.operator.Dialect;
import millrace.operator.TriggerSpec;
import org.junit.jupiter.api.Test;

/** What engines do differently, by timetable. The published cases say the same at length. */
class DialectsTest {
    private static final Windows MINUTES = tumbling("1 min").unkeyed();
    private static final TriggerSpec SILENT = new TriggerSpec.Never();

    /** Something unfired that came in time holds the output's watermark back, and with it what counts as late. */
    @Test
    void beamPanesAreLateOnceTheOutputHasPassedTheirWindow() {
        Windows beam = tumbling("1 min").trigger(every(2)).lateness("10 min").dialect(Dialect.BEAM);
        String late = """
                12:00:10 a=1 | 12:00:20 a=2 | 12:01:30 wm 12:01:30
                12:02:00 b=3@12:00:30 | 12:02:10 b=4@12:00:40
                """;
        Scenario.of(beam, late).gives("""
                12:00:20 [12:00,12:01) a sum=3 EARLY
                12:02:10 [12:00,12:01) b sum=7 LATE
                """);
        Scenario.of(beam, late.replace("| 12:00:20 a=2", "")).gives("12:02:10 [12:00,12:01) b sum=7 ON_TIME");
    }

    @Test
    void beamExpiresAWindowInsteadOfFiringIt() {
        String jump = "12:00:10 1 | 12:00:20 2 | 12:05 wm 12:05";
        Scenario.withMarks(MINUTES.trigger(every(2)).lateness("1 min").dialect(Dialect.BEAM), jump)
                .gives("12:00:20 [12:00,12:01) sum=3 EARLY #0");
        Scenario.withMarks(MINUTES.trigger(every(2)).dialect(Dialect.BEAM), jump).gives("""
                12:00:20 [12:00,12:01) sum=3 EARLY #0
                12:05:00 [12:00,12:01) sum=3 ON_TIME #1 last
                """);
    }

    @Test
    void aLastPaneMayAlwaysLeave() {
        String table = "12:00:10 1 | 12:01 wm 12:01 | 12:02 wm 12:02 | 12:03 wm 12:03";
        for (Dialect dialect : List.of(Dialect.MILLRACE, Dialect.BEAM, Dialect.FLINK)) {
            Scenario.withMarks(MINUTES.lateness("1 min").closing(Closing.ALWAYS).dialect(dialect), table).gives("""
                    12:01:00 [12:00,12:01) sum=1 ON_TIME #0
                    12:02:00 [12:00,12:01) sum=1 LATE #1 last
                    """);
        }
        Scenario.withMarks(MINUTES.lateness("1 min").closing(Closing.ALWAYS), "12:00:10 1 | 12:05 wm 12:05")
                .gives("12:05:00 [12:00,12:01) sum=1 ON_TIME #0 last");
        Scenario.withMarks(sliding("2 min", "1 min").unkeyed().closing(Closing.ALWAYS), "12:00:10 1 | 12:05 wm 12:05")
                .gives("""
                        12:05:00 [11:59,12:01) sum=1 ON_TIME #0 last
                        12:05:00 [12:00,12:02) sum=1 ON_TIME #0 last
                        """);
    }

    /** A timer that comes when nothing is new says nothing, though the watermark's trigger would. */
    @Test
    void nothingNewIsNotSaidTwiceAfterTheEnd() {
        TriggerSpec either = new TriggerSpec.Repeatedly(new TriggerSpec.AfterFirst(List.of(
                new TriggerSpec.AfterDelay(30_000),
                new TriggerSpec.AfterWatermark(Optional.empty(), Optional.empty()))));
        Scenario.of(MINUTES.trigger(either).lateness("10 min"), "12:00:50 1 | 12:01 wm 12:01").gives("""
                12:01:00 [12:00,12:01) sum=1 ON_TIME
                """);
    }

    @Test
    void beamCountsADropForEachWindow() {
        String table = "12:03 1 | 12:03:01 wm 12:03 | 12:03:10 2@12:01:30 | 12:03:20 3@12:02:30";
        assertEquals(3, dropped(sliding("2 min", "1 min").dialect(Dialect.BEAM), table));
        assertEquals(3, dropped(sliding("2 min", "1 min").trigger(every(1)).dialect(Dialect.BEAM), table));
        assertEquals(1, dropped(sliding("2 min", "1 min"), table));
    }

    private static long dropped(Windows windows, String table) {
        Simulation simulation = new Simulation(Scenario.plan(windows, table), null, Outlet.NONE);
        simulation.run();
        return simulation.dropped();
    }

    /** A session that has been said on time and then ends later again waits for its end again. */
    @Test
    void aGrownSessionIsOnTimeAgain() {
        for (Dialect dialect : List.of(Dialect.MILLRACE, Dialect.BEAM)) {
            Scenario.of(session("10 s").lateness("1 min").dialect(dialect),
                    "12:00 a=1 | 12:00:11 wm 12:00:11 | 12:00:12 a=2@12:00:09 "
                            + "| 12:00:13 a=4@12:00:09 | 12:00:20 wm 12:00:20")
                    .gives("""
                            12:00:11 [12:00,12:00:10) a sum=1 ON_TIME
                            12:00:20 [12:00,12:00:19) a sum=7 ON_TIME
                            """);
        }
    }

    @Test
    void streamTimeIsTheGreatestTimestamp() {
        Windows kafka = MINUTES.trigger(SILENT).lateness("10 s").dialect(Dialect.KAFKA_STREAMS);
        Scenario.of(kafka, "12:00 1@12:00:10 | 12:01 wm 12:30 | 12:02 2@12:01:05 | 12:03 3@12:00:20 | 12:04 4@12:01:10 "
                + "| 12:05 5@12:00:30 | 12:06 end").gives("""
                        12:04:00 [12:00,12:01) sum=4 LATE
                        12:05:00 late 5@12:00:30
                        """);
    }

    @Test
    void hoppingWindowsBeginAtZero() {
        Windows kafka = sliding("1 min", "20 s").unkeyed().trigger(every(1)).dialect(Dialect.KAFKA_STREAMS);
        Scenario.of(kafka, "12:00 1@00:00:30").gives("""
                12:00:00 [00:00,00:01) sum=1 EARLY
                12:00:00 [00:00:20,00:01:20) sum=1 EARLY
                """);
    }

    /** A store keeps what is closed: as long as the joined session is within its grace, it lives on. */
    @Test
    void aClosedSessionIsJoinedAgain() {
        Windows kafka = session("10 s").trigger(every(1))
                .accumulation(Accumulation.RETRACTING)
                .dialect(Dialect.KAFKA_STREAMS);
        String table = "12:00 a=1@12:00:10 | 12:01 b=1@12:00:25 | 12:02 a=2@12:00:15 | 12:03 a=4@12:00:14";
        Scenario.of(kafka, table).gives("""
                12:00:00 [12:00:10,12:00:20) a sum=1 EARLY
                12:01:00 [12:00:25,12:00:35) b sum=1 EARLY
                12:02:00 [12:00:10,12:00:20) a sum=1 EARLY retraction
                12:02:00 [12:00:10,12:00:25) a sum=3 LATE
                12:03:00 [12:00:10,12:00:25) a sum=3 LATE retraction
                12:03:00 [12:00:10,12:00:25) a sum=7 LATE
                """);
        Scenario.of(kafka, table.replace("12:00:15", "12:00:13")).gives("""
                12:00:00 [12:00:10,12:00:20) a sum=1 EARLY
                12:01:00 [12:00:25,12:00:35) b sum=1 EARLY
                12:02:00 late a=2@12:00:13
                12:03:00 late a=4@12:00:14
                """);
    }

    @Test
    void aClosedSessionIsSaidOnceAndAgainIfJoined() {
        Windows kafka = session("10 s").trigger(SILENT).dialect(Dialect.KAFKA_STREAMS);
        Scenario.of(kafka, "12:00 a=1@12:00:10 | 12:01 b=1@12:00:22 | 12:02 a=2@12:00:13 | 12:03 b=1@12:01 "
                + "| 12:04 a=1@12:01:30").gives("""
                        12:01:00 [12:00:10,12:00:20) a sum=1 ON_TIME
                        12:03:00 [12:00:10,12:00:23) a sum=3 ON_TIME
                        12:03:00 [12:00:22,12:00:32) b sum=1 ON_TIME
                        12:04:00 [12:01,12:01:10) b sum=1 ON_TIME
                        """);
    }

    @Test
    void beamAlignsBeforeTheOffsetOnePeriodLater() {
        TriggerSpec aligned = new TriggerSpec.Repeatedly(new TriggerSpec.AlignedTo(120_000, 43_500_000));
        String table = "12:04:59 1@12:00 | 12:10 end";
        Scenario.of(MINUTES.trigger(aligned), table).gives("12:05:00 [12:00,12:01) sum=1 EARLY");
        Scenario.of(MINUTES.trigger(aligned).dialect(Dialect.BEAM), table).gives("""
                12:07:00.001 [12:00,12:01) sum=1 EARLY
                12:10:00 [12:00,12:01) sum=1 ON_TIME
                """);
        Scenario.of(MINUTES.trigger(delayed("1 min")).dialect(Dialect.BEAM), "12:04:59 1@12:00")
                .gives("12:05:59.001 [12:00,12:01) sum=1 EARLY");
    }
}
