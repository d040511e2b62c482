package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import millrace.operator.SourceSpec;
import millrace.operator.SourceTiming;
import millrace.operator.SourceTiming.EndPolicy;
import millrace.operator.WatermarkSpec;
import org.junit.jupiter.api.Test;

class WatermarkClockTest {
    private static final String[] SCORES = {"12:00:26 12:05:19 5", "12:02:26 12:05:39 7", "12:03:39 12:06:13 3",
        "12:04:19 12:06:39 4", "12:03:06 12:07:06 8", "12:06:39 12:07:19 3", "12:01:26 12:08:19 9",
        "12:07:26 12:08:39 8", "12:07:46 12:09:00 1"};
    private static final String[] GATES = {"12:00:05 12:00:05 East 3", "12:00:15 12:00:15 East 2",
        "12:00:25 12:00:25 East 4", "12:00:35 12:00:35 East 1", "12:00:45 12:00:45 East 5",
        "12:00:55 12:00:55 East 2", "12:01:00 12:01:00 East 3", "12:00:20 12:01:05 West 6",
        "12:00:50 12:01:06 West 1"};

    private static SourceTiming gates(long idleAfter) {
        return new SourceTiming(new WatermarkSpec.Bounded(2000), 0, idleAfter, List.of("East", "West"), false,
                new EndPolicy.Hold());
    }

    private static List<String> watermarks(SourceSpec spec) {
        return told(spec, "watermark");
    }

    private static List<String> told(SourceSpec spec, String... words) {
        return Driver.run(spec)
                .stream()
                .filter(line -> Stream.of(words).anyMatch(word -> line.contains(" " + word)))
                .toList();
    }

    @Test
    void aQuietPartitionHoldsTheWatermarkBack() {
        assertEquals(List.of("12:01:05 watermark 12:00:18", "12:01:06 watermark 12:00:48"),
                watermarks(Feeds.timetable(gates(0), GATES)));
    }

    @Test
    void anIdlePartitionDoesNotAndWakesWithItsNextRow() {
        List<String> said = told(Feeds.timetable(gates(15_000), GATES), "watermark", "idle", "wakes", "all", "active");
        assertEquals(
                List.of("12:00:15 idle West", "12:00:15 watermark 12:00:13", "12:00:25 watermark 12:00:23",
                        "12:00:35 watermark 12:00:33", "12:00:45 watermark 12:00:43", "12:00:55 watermark 12:00:53",
                        "12:01:00 watermark 12:00:58", "12:01:05 wakes West", "12:01:15 idle East",
                        "12:01:21 idle West", "12:01:21 all idle"),
                said);
    }

    @Test
    void aSourceWhoseEveryPartitionIsIdleWakesAsAWhole() {
        SourceTiming timing = new SourceTiming(new WatermarkSpec.Ascending(), 0, 10_000, List.of(""), false,
                new EndPolicy.AtLastRow());
        assertEquals(
                List.of("12:00:01 event 12:00:01", "12:00:01 watermark 12:00:01", "12:00:11 idle ",
                        "12:00:11 all idle", "12:00:30 wakes ", "12:00:30 active", "12:00:30 event 12:00:29",
                        "12:00:30 watermark 12:00:29", "12:00:30 end"),
                Driver.run(Feeds.timetable(timing, "12:00:01 12:00:01 1", "12:00:29 12:00:30 2")));
    }

    @Test
    void aRowAtTheInstantOfItsIdlenessComesFirst() {
        SourceTiming timing = new SourceTiming(new WatermarkSpec.Ascending(), 0, 10_000, List.of(""), false,
                new EndPolicy.AtLastRow());
        assertEquals(List.of(), told(Feeds.timetable(timing, "12:00:10 12:00:10 1", "12:00:20 12:00:20 1"), "idle"));
    }

    @Test
    void perfectKnowsTheFuture() {
        SourceTiming timing = Feeds.timing(new WatermarkSpec.Perfect());
        assertEquals(
                List.of("12:00:00 watermark 12:00:26", "12:05:19 watermark 12:01:26", "12:08:19 watermark 12:07:26",
                        "12:08:39 watermark 12:07:46"),
                watermarks(Feeds.timetable(timing, SCORES)));
    }

    @Test
    void perfectOfAnEmptyPartitionIsNoHindrance() {
        SourceTiming timing = new SourceTiming(new WatermarkSpec.Perfect(), 0, 0, List.of("East", "West"), false,
                new EndPolicy.Hold());
        assertEquals(List.of("12:00:00 watermark 12:00:05", "12:00:05 watermark 12:00:15"),
                watermarks(Feeds.timetable(timing, GATES[0], GATES[1])));
    }

    @Test
    void scriptFollowsItsTable() {
        WatermarkSpec script = new WatermarkSpec.Script(
                new long[] {Feeds.time("12:05:43"), Feeds.time("12:05:59"), Feeds.time("12:09:20")},
                new long[] {Feeds.time("12:01:00"), Feeds.time("12:02:00"), Feeds.time("12:08:00")});
        SourceTiming timing = new SourceTiming(script, 0, 0, List.of(""), false,
                new EndPolicy.At(Feeds.time("12:09:22")));
        assertEquals(
                List.of("12:05:43 watermark 12:01:00", "12:05:59 watermark 12:02:00", "12:09:20 watermark 12:08:00",
                        "12:09:22 end"),
                told(Feeds.timetable(timing, SCORES), "watermark", "end"));
    }

    @Test
    void aScriptMayTurnAtTheInstantOfARowAfterIt() {
        WatermarkSpec script = new WatermarkSpec.Script(new long[] {Feeds.time("12:05:19")},
                new long[] {Feeds.time("12:03:00")});
        assertEquals(List.of("12:05:19 event 12:00:26", "12:05:19 watermark 12:03:00", "12:05:39 event 12:02:26"),
                told(Feeds.timetable(Feeds.timing(script), SCORES[0], SCORES[1]), "watermark", "event"));
    }

    @Test
    void aPeriodicWatermarkWaitsForItsPeriod() {
        SourceTiming timing = new SourceTiming(new WatermarkSpec.Ascending(), 60_000, 0, List.of(""), false,
                new EndPolicy.At(Feeds.time("12:09:30")));
        assertEquals(
                List.of("12:06:00 watermark 12:02:26", "12:07:00 watermark 12:04:19", "12:08:00 watermark 12:06:39",
                        "12:09:00 watermark 12:07:46", "12:09:30 end"),
                told(Feeds.timetable(timing, SCORES), "watermark", "end"));
    }

    @Test
    void noneSaysNothingBeforeTheEnd() {
        assertEquals(List.of("12:09:00 end"),
                told(Feeds.timetable(Feeds.timing(new WatermarkSpec.None()), SCORES), "watermark", "end"));
    }

    @Test
    void boundedStaysBehindTheNewest() {
        assertEquals(
                List.of("12:05:19 watermark 11:55:26", "12:05:39 watermark 11:57:26", "12:06:13 watermark 11:58:39",
                        "12:06:39 watermark 11:59:19", "12:07:19 watermark 12:01:39", "12:08:39 watermark 12:02:26",
                        "12:09:00 watermark 12:02:46"),
                watermarks(Feeds.timetable(Feeds.timing(new WatermarkSpec.Bounded(300_000)), SCORES)));
    }

    @Test
    void ingestionStampsTheArrival() {
        SourceTiming timing = new SourceTiming(new WatermarkSpec.Perfect(), 0, 0, List.of(""), true,
                new EndPolicy.AtLastRow());
        assertEquals(List.of("12:05:19 event 12:05:19", "12:05:19 watermark 12:05:19", "12:05:39 event 12:05:39",
                "12:05:39 watermark 12:05:39", "12:05:39 end"),
                Driver.run(Feeds.timetable(timing, SCORES[0], SCORES[1])));
    }

    @Test
    void anEndBeforeTheLastRowWaitsForIt() {
        SourceTiming timing = new SourceTiming(new WatermarkSpec.None(), 0, 0, List.of(""), false,
                new EndPolicy.At(Feeds.time("12:05:30")));
        assertEquals(List.of("12:05:39 end"), told(Feeds.timetable(timing, SCORES[0], SCORES[1]), "end"));
    }

    @Test
    void aSourceWithoutRowsEndsAsItBegins() {
        assertEquals(List.of("12:00:00 end"),
                Driver.run(Feeds.timetable(Feeds.timing(new WatermarkSpec.Ascending()))));
    }

    @Test
    void aCopyGoesItsOwnWay() {
        SourceSpec spec = Feeds.timetable(gates(15_000), GATES);
        SourceFeed feed = Feeds.feed(spec);
        WatermarkClock clock = new WatermarkClock(spec.timing(), Feeds.NOON, feed);
        feed.advance();
        WatermarkClock copy = clock.copy();
        assertEquals(clock.hash(), copy.hash());
        Driver.Silent silent = new Driver.Silent();
        clock.wake(feed.arrival(), feed.partition(), silent);
        clock.observe(feed.arrival(), feed, silent);
        assertEquals(Feeds.time("12:00:03"), clock.watermark(0));
        assertEquals(Long.MIN_VALUE, copy.watermark(0));
    }
}
