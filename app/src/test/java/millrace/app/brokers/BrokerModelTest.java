package millrace.app.brokers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import millrace.app.pane.Shown;
import millrace.app.pane.ShownRuns;
import millrace.operator.View;
import millrace.trace.NodeMoment;
import org.junit.jupiter.api.Test;

/** What became of records and messages, against the figures of shipped designs. */
class BrokerModelTest {
    private static BrokerModel broker(Shown run, String name) {
        return BrokerModel.of(run).stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> history(BrokerModel of, long event, long time) {
        return of.history(event, time)
                .stream()
                .map(s -> of.clock().format(s.at()) + " " + Steps.words(s.note()))
                .toList();
    }

    private static View view(Shown run, BrokerModel of, String time) {
        return run.timeline().at(ShownRuns.time(run, time)).node(of.node()).map(NodeMoment::view).orElseThrow();
    }

    @Test
    void thePoisonMessageIsTriedFourTimesAndGivenUp() {
        Shown run = ShownRuns.of("messaging/poison");
        BrokerModel queue = broker(run, "Queue");
        assertFalse(queue.log());
        long end = ShownRuns.time(run, "12:01:00");
        var dead = queue.ended(true, end);
        assertEquals(List.of("3"), dead.stream().map(e -> queue.faces().into(e.event(), "queue").figure()).toList());
        assertEquals(List.of(), queue.ended(true, ShownRuns.time(run, "12:00:11.999")));
        assertEquals(List.of("5", "4", "2", "1"),
                queue.ended(false, end).stream().map(e -> queue.faces().into(e.event(), "queue").figure()).toList());
        List<String> steps = history(queue, dead.getFirst().event().id, end);
        assertEquals("12:00:00 Sent as number 3", steps.getFirst());
        assertEquals("12:00:04 Given to A, delivery 1", steps.get(1));
        assertEquals("12:00:12 Failed at A, delivery 4: given up", steps.getLast());
        assertEquals(9, steps.size());
        assertEquals(2, history(queue, dead.getFirst().event().id, ShownRuns.time(run, "12:00:05")).size(),
                "nothing of what is to come");
    }

    @Test
    void theCountsOfTheQueueAreThoseOfItsHistory() {
        Shown run = ShownRuns.of("messaging/poison");
        BrokerModel queue = broker(run, "Queue");
        for (String time : List.of("12:00:01", "12:00:05", "12:00:12", "12:00:20")) {
            View.Queue held = (View.Queue) view(run, queue, time);
            assertEquals(held.done(), queue.ended(false, ShownRuns.time(run, time)).size(), time);
            assertEquals(held.dead(), queue.ended(true, ShownRuns.time(run, time)).size(), time);
        }
    }

    @Test
    void theCleanerLeavesOnlyTheNewestOfEachKeyInClosedSegments() {
        Shown run = ShownRuns.of("messaging/compaction");
        BrokerModel log = broker(run, "Log");
        assertTrue(log.log());
        assertEquals(0, log.taken(true, ShownRuns.time(run, "12:00:59")));
        for (String time : List.of("12:01:00", "12:03:00")) {
            long at = ShownRuns.time(run, time);
            View.Log held = (View.Log) view(run, log, time);
            View.Log.Partition partition = held.partitions().getFirst();
            List<Long> there = partition.records().stream().map(View.Log.Record::offset).toList();
            for (long offset = 0; offset < partition.end(); offset++)
                assertEquals(!there.contains(offset), log.gone(0, offset, at).isPresent(), time + " " + offset);
            assertEquals(partition.end() - there.size(), log.taken(true, at));
        }
        assertTrue(log.gone(0, 0, ShownRuns.time(run, "12:01:00")).orElseThrow().cleaned());
    }

    @Test
    void threeReadersReadOneRecordAtTheirOwnTimes() {
        Shown run = ShownRuns.of("messaging/three-readers");
        BrokerModel log = broker(run, "Log");
        View.Log held = (View.Log) view(run, log, "12:00:50");
        assertEquals(List.of(0L, 3L), held.groups().stream().limit(2).map(View.Log.Group::lag).toList());
        long fourth = held.partitions().getFirst().records().get(3).event().id;
        assertEquals(List.of("12:00:30 Appended to partition 0 at offset 3", "12:00:30 Read by kitchen, reader 1",
                "12:01:00 Read by search, reader 1", "12:02:00 Read by analytics, reader 1"),
                history(log, fourth, Long.MAX_VALUE));
        assertFalse(log.reads("analytics", ShownRuns.time(run, "12:01:59")));
        assertTrue(log.reads("analytics", ShownRuns.time(run, "12:02:00")));
    }

    @Test
    void logAndQueueOfOneDesignAreBothThere() {
        Shown run = ShownRuns.of("messaging/queue-or-log");
        List<Boolean> kinds = BrokerModel.of(run).stream().map(BrokerModel::log).toList();
        assertTrue(kinds.contains(true) && kinds.contains(false), kinds.toString());
        assertEquals(List.of(), BrokerModel.of(ShownRuns.of("time/late-arrivals")));
    }
}
