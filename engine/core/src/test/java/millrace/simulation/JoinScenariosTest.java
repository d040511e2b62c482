package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import millrace.compile.Compiler;
import millrace.format.DesignReader;
import millrace.operator.Files;
import org.junit.jupiter.api.Test;

/** What each join does, event by event; every scenario is also run watched, and saved and restored between any two steps. */
class JoinScenariosTest {
    private static final String UP_TO_2_MIN = "'upper': '2 min'";

    @Test
    void aPairLeavesAsSoonAsBothAreThere() {
        JoinScenario.of("interval-join", UP_TO_2_MIN, """
                12:00:10 left A=1 | 12:00:30 left B=2 | 12:00:45 right A=3 | 12:01:15 right C=4 | 12:01:20 left C=5
                12:02:00 right C=6 | 12:02:40 right B=7""").gives("""
                12:00:45 out key=A leftValue=1 rightValue=3 leftTime=12:00:10 rightTime=12:00:45 @12:00:45
                12:02:00 out key=C leftValue=5 rightValue=6 leftTime=12:01:20 rightTime=12:02:00 @12:02:00""");
    }

    @Test
    void bothBoundsAreIncluded() {
        String settings = "'lower': '-1 s', 'upper': '1 s', 'type': 'full'";
        JoinScenario
                .of("interval-join", settings,
                        """
                                12:00:00 right A=1@11:59:58.999 A=2@11:59:59 | 12:00:01 left A=0@12:00:00 | right A=3@12:00:01 A=4@12:00:01.001
                                12:00:02 left end | right end""")
                .gives("""
                        12:00:01 out key=A leftValue=0 rightValue=2 leftTime=12:00:00 rightTime=11:59:59 @12:00:00
                        12:00:01 out key=A leftValue=0 rightValue=3 leftTime=12:00:00 rightTime=12:00:01 @12:00:01
                        12:00:01 out key=A rightValue=1 rightTime=11:59:58.999 @11:59:58.999
                        12:00:02 out key=A rightValue=4 rightTime=12:00:01.001 @12:00:01.001""");
    }

    @Test
    void partnersComeByTheirTimesThenByArrival() {
        JoinScenario.of("interval-join", "'lower': '-5 s', 'upper': '5 s'", """
                12:00:00 left wm 11:00 | right wm 11:00
                12:00:05 left A=1@12:00:04 A=2@12:00:02 A=3@12:00:04 | right A=9@12:00:03""").gives("""
                12:00:05 out key=A leftValue=2 rightValue=9 leftTime=12:00:02 rightTime=12:00:03 @12:00:03
                12:00:05 out key=A leftValue=1 rightValue=9 leftTime=12:00:04 rightTime=12:00:03 @12:00:04
                12:00:05 out key=A leftValue=3 rightValue=9 leftTime=12:00:04 rightTime=12:00:03 @12:00:04""");
    }

    @Test
    void anUnmatchedEventLeavesOnlyOnceTheWatermarkIsPastItsInterval() {
        String orders = """
                12:00 left A=1 | 12:00:01 left wm 12:02 | right wm 12:01:59 | 12:00:02 right wm 12:02
                12:00:03 right wm 12:02:00.001 | 12:00:04 left wm 12:02:00.001""";
        JoinScenario.of("interval-join", UP_TO_2_MIN + ", 'type': 'left'", orders).gives("""
                12:00:04 out key=A leftValue=1 leftTime=12:00:00 @12:00:00""");
        JoinScenario.of("interval-join", UP_TO_2_MIN, orders).gives("nothing");
        JoinScenario.of("interval-join", UP_TO_2_MIN + ", 'type': 'right'", orders).gives("nothing");
    }

    @Test
    void anEventBelowTheWatermarkIsLate() {
        String settings = UP_TO_2_MIN + ", 'type': 'full'";
        JoinScenario.of("interval-join", settings, """
                12:00 left A=1 | right A=2 | left wm 12:00 | right wm 12:00
                12:01 left A=3@11:59:59.999 A=4@12:00 | right A=5@11:59:00""").gives("""
                12:00:00 out key=A leftValue=1 rightValue=2 leftTime=12:00:00 rightTime=12:00:00 @12:00:00
                12:01:00 late key=A leftValue=3 leftTime=11:59:59.999 @11:59:59.999
                12:01:00 out key=A leftValue=4 rightValue=2 leftTime=12:00:00 rightTime=12:00:00 @12:00:00
                12:01:00 late key=A rightValue=5 rightTime=11:59:00 @11:59:00""");
    }

    @Test
    void anEventIsKeptExactlyAsLongAsAPartnerCanCome() {
        String sent = "'upper': '60 min'";
        String parcels = """
                09:00 left A=1 | 09:10 left B=2 | 09:20 left C=3 | 09:40 right A=4 | 10:11 right B=5 | 11:00 left D=6
                11:30 right D=7""";
        assertEquals("1 + 1",
                JoinScenario.of("interval-join", sent, parcels).kept());
        assertEquals("4 + 1",
                JoinScenario.of("interval-join", "'upper': '365 d'", parcels).kept());
    }

    @Test
    void aTimeToLiveLetsGoEarly() {
        JoinScenario.of("interval-join", UP_TO_2_MIN + ", 'ttl': '1 min', 'type': 'left'",
                """
                        12:00 left A=1 | right A=0@11:00 | 12:01 left B=2 | right C=0 | 12:01:01 left D=3 | right D=0 | 12:01:30 right A=4""")
                .gives("""
                        12:01:01 out key=D leftValue=3 rightValue=0 leftTime=12:01:01 rightTime=12:01:01 @12:01:01
                        12:01:01 out key=A leftValue=1 leftTime=12:00:00 @12:00:00""");
    }

    /** 1 ms after its time to live an event is no partner any more; 256 ms of deadlines are let go together if nobody looks. */
    @Test
    void aTimeToLiveEndsToTheMillisecond() {
        JoinScenario.of("interval-join", UP_TO_2_MIN + ", 'ttl': '1 s'",
                """
                        12:00 left A=1 B=1 | 12:00:01 left C=2 | right C=0 | right A=3 | 12:00:01.001 left C=3 | right C=0 | right B=4""")
                .gives("""
                        12:00:01 out key=C leftValue=2 rightValue=0 leftTime=12:00:01 rightTime=12:00:01 @12:00:01
                        12:00:01 out key=A leftValue=1 rightValue=3 leftTime=12:00:00 rightTime=12:00:01 @12:00:01
                        12:00:01.001 out key=C leftValue=2 rightValue=0 leftTime=12:00:01 rightTime=12:00:01.001 @12:00:01.001
                        12:00:01.001 out key=C leftValue=3 rightValue=0 leftTime=12:00:01.001 rightTime=12:00:01.001 @12:00:01.001""");
    }

    @Test
    void anEventWithoutAKeyHasNoPartner() {
        JoinScenario.of("interval-join", UP_TO_2_MIN + ", 'type': 'left'", "12:00 left -=1 | right -=2").gives("""
                12:00:00 out leftValue=1 leftTime=12:00:00 @12:00:00""");
    }

    @Test
    void aBatchSaysEverythingAtItsEnd() {
        JoinScenario.of("interval-join", UP_TO_2_MIN + ", 'type': 'left'", "'mode': 'batch'", """
                12:00:10 left A=1 B=2 | 12:00:45 right A=3 | 12:05 left end | right end""").gives("""
                12:05:00 out key=A leftValue=1 rightValue=3 leftTime=12:00:10 rightTime=12:00:45 @12:00:45
                12:05:00 out key=B leftValue=2 leftTime=12:00:10 @12:00:10""");
    }

    @Test
    void asKafkaStreamsAnEventOfTheIntervalIsJoinedThoughItWasGivenUp() {
        JoinScenario.of("interval-join", "'lower': '-10 s', 'upper': '10 s', 'type': 'full'",
                "'dialect': 'kafka-streams'", """
                        12:00:00 left a=1 | 12:00:11 right b=2 | 12:00:12 right a=3@12:00:05""").gives("""
                        12:00:11 out key=a leftValue=1 leftTime=12:00:00 @12:00:00
                        12:00:12 out key=a leftValue=1 rightValue=3 leftTime=12:00:00 rightTime=12:00:05 @12:00:05""");
    }

    @Test
    void windowsPairWhatTheyHoldAsTheyEnd() {
        String settings = "'size': '5 min', 'type': 'full'";
        JoinScenario
                .of("window-join", settings,
                        """
                                12:02 left 1=1 | 12:06 left 2=2@12:06 3=3@12:03 | right 2=2@12:01 3=3@12:04 4=4@12:05 | left wm 11:00 | right wm 11:00
                                12:07 left end | right end""")
                .gives("""
                        12:07:00 out windowStart=12:00:00 windowEnd=12:05:00 key=1 leftValue=1 @12:04:59.999
                        12:07:00 out windowStart=12:00:00 windowEnd=12:05:00 key=3 leftValue=3 rightValue=3 @12:04:59.999
                        12:07:00 out windowStart=12:00:00 windowEnd=12:05:00 key=2 rightValue=2 @12:04:59.999
                        12:07:00 out windowStart=12:05:00 windowEnd=12:10:00 key=2 leftValue=2 @12:09:59.999
                        12:07:00 out windowStart=12:05:00 windowEnd=12:10:00 key=4 rightValue=4 @12:09:59.999""");
    }

    @Test
    void aPairThatSlidingWindowsShareLeavesOnceForEach() {
        JoinScenario.of("window-join", "'size': '4 min', 'slide': '2 min'", """
                12:01 left A=1 | right A=2@12:01 | 12:03 right A=3 | 12:09 left end | right end""").gives("""
                12:09:00 out windowStart=11:58:00 windowEnd=12:02:00 key=A leftValue=1 rightValue=2 @12:01:59.999
                12:09:00 out windowStart=12:00:00 windowEnd=12:04:00 key=A leftValue=1 rightValue=2 @12:03:59.999
                12:09:00 out windowStart=12:00:00 windowEnd=12:04:00 key=A leftValue=1 rightValue=3 @12:03:59.999""");
    }

    @Test
    void whatIsLateForAJoinOfWindows() {
        String lines = """
                12:01 left A=1 | right A=2 | left wm 12:01:30 | right wm 12:01:30 | 12:02 left A=3@12:01 A=4@11:59
                12:09 left end | right end""";
        JoinScenario.of("window-join", "'size': '5 min'", lines).gives("""
                12:02:00 late windowStart=12:00:00 windowEnd=12:05:00 key=A leftValue=3 @12:01:00
                12:02:00 late windowStart=11:55:00 windowEnd=12:00:00 key=A leftValue=4 @11:59:00
                12:09:00 out windowStart=12:00:00 windowEnd=12:05:00 key=A leftValue=1 rightValue=2 @12:04:59.999""");
        JoinScenario.of("window-join", "'size': '5 min'", "'dialect': 'flink'", lines).gives("""
                12:02:00 late windowStart=11:55:00 windowEnd=12:00:00 key=A leftValue=4 @11:59:00
                12:09:00 out windowStart=12:00:00 windowEnd=12:05:00 key=A leftValue=1 rightValue=2 @12:04:59.999
                12:09:00 out windowStart=12:00:00 windowEnd=12:05:00 key=A leftValue=3 rightValue=2 @12:04:59.999""");
    }

    @Test
    void aTableIsAskedForWhatItHoldsAsTheEventArrives() {
        String lines = "12:00:01 left A=1 | 12:00:02 right A=100 | 12:00:05 left A=2 | 12:00:08 right A=200 | 12:00:10 left A=3";
        JoinScenario.of("stream-table-join", "'asOf': 'processing', 'type': 'left'", lines).gives("""
                12:00:01 out key=A value=1 @12:00:01
                12:00:05 out key=A value=2 tableValue=100 @12:00:05
                12:00:10 out key=A value=3 tableValue=200 @12:00:10""");
        JoinScenario.of("stream-table-join", "'asOf': 'processing'", lines).gives("""
                12:00:05 out key=A value=2 tableValue=100 @12:00:05
                12:00:10 out key=A value=3 tableValue=200 @12:00:10""");
    }

    @Test
    void aTableIsAskedForWhatWasValidAsTheEventHappened() {
        JoinScenario.of("stream-table-join", "", """
                09:00 right EUR=2 | 09:30 left EUR=10 | 10:30 left EUR=11 | 11:00 right EUR=3 | 11:30 left EUR=12
                12:10 left EUR=13 | 12:20 right end | left end""").gives("""
                11:00:00 out key=EUR value=10 tableValue=2 @09:30:00
                11:30:00 out key=EUR value=11 tableValue=2 @10:30:00
                12:20:00 out key=EUR value=12 tableValue=3 @11:30:00
                12:20:00 out key=EUR value=13 tableValue=3 @12:10:00""");
    }

    @Test
    void aVersionBeginsWithItsTimeAndComesInAnyOrder() {
        JoinScenario scenario = JoinScenario.of("stream-table-join", "'type': 'left'", """
                12:00 left wm 11:00 | right wm 11:00 | left A=1@12:00 A=2@11:59:59.999 A=3@12:05 B=4@12:01
                12:01 right A=20@12:03 A=10@12:00 A=30@12:05 | 12:06 left wm 12:05:00.001 | right wm 12:05
                12:07 right wm 12:05:00.001 | left A=5@12:06""").gives("""
                12:06:00 out key=A value=2 @11:59:59.999
                12:06:00 out key=A value=1 tableValue=10 @12:00:00
                12:06:00 out key=B value=4 @12:01:00
                12:07:00 out key=A value=3 tableValue=30 @12:05:00""");
        assertEquals("1 + 1", scenario.kept());
    }

    @Test
    void aViewFollowsBothSides() {
        String lines = "10:00 left A=1 | 10:01 right A=5 | 10:02 left A=2 | right A=5 | 10:03 right B=7 | 10:04 left B=3";
        JoinScenario.of("table-join", "'type': 'left'", lines).gives("""
                10:00:00 out +I key=A leftValue=1 @10:00:00
                10:01:00 out -U key=A leftValue=1 @10:01:00
                10:01:00 out +U key=A leftValue=1 rightValue=5 @10:01:00
                10:02:00 out -U key=A leftValue=1 rightValue=5 @10:02:00
                10:02:00 out +U key=A leftValue=2 rightValue=5 @10:02:00
                10:04:00 out +I key=B leftValue=3 rightValue=7 @10:04:00""");
        JoinScenario.of("table-join", "", lines).gives("""
                10:01:00 out +I key=A leftValue=1 rightValue=5 @10:01:00
                10:02:00 out -U key=A leftValue=1 rightValue=5 @10:02:00
                10:02:00 out +U key=A leftValue=2 rightValue=5 @10:02:00
                10:04:00 out +I key=B leftValue=3 rightValue=7 @10:04:00""");
        JoinScenario.of("table-join", "'type': 'full'", lines).gives("""
                10:00:00 out +I key=A leftValue=1 @10:00:00
                10:01:00 out -U key=A leftValue=1 @10:01:00
                10:01:00 out +U key=A leftValue=1 rightValue=5 @10:01:00
                10:02:00 out -U key=A leftValue=1 rightValue=5 @10:02:00
                10:02:00 out +U key=A leftValue=2 rightValue=5 @10:02:00
                10:03:00 out +I key=B rightValue=7 @10:03:00
                10:04:00 out -U key=B rightValue=7 @10:04:00
                10:04:00 out +U key=B leftValue=3 rightValue=7 @10:04:00""");
    }

    /** Tables that are edited: rows that go on either side, and updates whose two records are one. */
    @Test
    void aViewOfEditedTables() {
        String design = """
                {"millrace": 1, "nodes": [
                 {"id": "orders", "type": "database", "settings": {"fields": {"order": "long", "name": "string"}, "key": "order",
                  "edits": [["10:00", "insert", 1, "Ann"], ["10:02", "insert", 2, "Ann"], ["10:04", "update", 2, "Ben"],
                   ["10:06", "delete", 1, null]]}},
                 {"id": "people", "type": "database", "settings": {"fields": {"name": "string", "town": "string"}, "key": "name",
                  "edits": [["10:01", "insert", "Ann", "Rome"], ["10:03", "update", "Ann", "Oslo"], ["10:05", "delete", "Ann", null]]}},
                 {"id": "view", "type": "table-join", "settings": {"foreignKey": "name", "type": "left"}},
                 {"id": "out", "type": "results"}],
                 "wires": [{"from": "orders", "to": "view.left"}, {"from": "people", "to": "view.right"},
                  {"from": "view", "to": "out"}]}
                """;
        var plan = Compiler.compile(
                DesignReader.read(design, "x").wholeDesign().orElseThrow(),
                Files.NONE).value().orElseThrow();
        List<String> rows = new ArrayList<>();
        new Simulation(plan, null, (node, now, event) -> rows.add(JoinScenario.text(event))).run();
        assertEquals("""
                +I order=1 name=Ann @10:00:00
                -U order=1 name=Ann @10:01:00
                +U order=1 name=Ann town=Rome @10:01:00
                +I order=2 name=Ann town=Rome @10:02:00
                -U order=1 name=Ann town=Rome @10:03:00
                +U order=1 name=Ann town=Oslo @10:03:00
                -U order=2 name=Ann town=Rome @10:03:00
                +U order=2 name=Ann town=Oslo @10:03:00
                -U order=2 name=Ann town=Oslo @10:04:00
                +U order=2 name=Ben @10:04:00
                -U order=1 name=Ann town=Oslo @10:05:00
                +U order=1 name=Ann @10:05:00
                -D order=1 name=Ann @10:06:00""", String.join("\n", rows));
    }
}
