package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import millrace.catalog.Catalog;
import millrace.event.Event;
import millrace.operator.View;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;
import millrace.trace.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** What the bodies of tables, joins, brokers and transactional sinks show, and what stands on the wires before busy nodes. */
@ExtendWith(ApplicationExtension.class)
class StateBodiesTest {
    private static Layout layout(Runs runs) {
        Sizes sizes = new Sizes(Optional.of(runs.view().end()), labels(runs));
        return Layout.of(runs.design(), Catalog::find, sizes, false);
    }

    private static Labels labels(Runs runs) {
        return new Labels(Optional.of(runs.view()));
    }

    private static List<Long> shown(Runs runs, String node, String at) {
        NodeMoment moment = runs.at(at).node(node).orElseThrow();
        return BodyPainter
                .spots(layout(runs).shape(node).orElseThrow(), moment, labels(runs), runs.at(at).facts())
                .stream()
                .map(s -> s.event().id)
                .toList();
    }

    private static List<Long> ids(List<Event> events) {
        return events.stream().map(e -> e.id).toList();
    }

    @ParameterizedTest
    @CsvSource({"joins/customer-view.json, view, JOIN", "state/garage.json, , TABLE",
        "joins/search-then-click.json, , JOIN",
        "messaging/three-readers.json, log, LOG", "messaging/poison.json, queue, QUEUE",
        "faults/kill-it.json, count, TABLE",
        "examples/to-stream.json, , TRANSFORM"})
    void kindsFollowWhatANodeHolds(String design, String node, Kind kind) {
        Layout layout = layout(Runs.ofFile(design));
        boolean found = false;
        for (Shape shape : layout.shapes())
            found |= shape.kind() == kind && (node == null || shape.id().equals(node));
        assertTrue(found, design);
    }

    @Test
    void aTableShowsItsRowsAlsoAfterGoingBack() {
        Runs runs = Runs.ofFile("joins/customer-view.json");
        View.Table late = (View.Table) runs.at("10:03:00").node("orders").orElseThrow().view();
        assertEquals(2, late.size());
        assertEquals(ids(late.rows()), shown(runs, "orders", "10:03:00"));
        View.Table early = (View.Table) runs.at("10:01:00").node("orders").orElseThrow().view();
        assertEquals(1, early.size());
        assertEquals(ids(early.rows()), shown(runs, "orders", "10:01:00"));
    }

    @Test
    void aTableThatIsTooLongShowsWhatChangedLastAndSaysHowManyMore() {
        Runs runs = Runs.ofFile("joins/customer-view.json");
        Shape shape = layout(runs).shape("view").orElseThrow();
        java.util.Map<Long, Event> byId = new java.util.LinkedHashMap<>();
        runs.view()
                .trace()
                .facts()
                .flatMap(f -> f.subject().stream())
                .limit(40)
                .forEach(e -> byId.putIfAbsent(e.id, e));
        List<Event> rows = List.copyOf(byId.values());
        assertTrue(rows.size() > RowsBody.room(shape));
        View.Table table = new View.Table(rows, rows.size());
        List<Event> shown = RowsBody.shown(shape, table);
        assertEquals(RowsBody.room(shape) - 1, shown.size());
        long oldest = shown.stream().mapToLong(e -> e.id).min().orElseThrow();
        assertTrue(rows.stream().filter(e -> !shown.contains(e)).allMatch(e -> e.id < oldest));
    }

    @Test
    void aLogShowsItsNewestRecords() {
        Runs runs = Runs.ofFile("messaging/three-readers.json");
        View.Log log = (View.Log) runs.at("12:00:30").node("log").orElseThrow().view();
        assertEquals(log.partitions().getFirst().records().stream().map(r -> r.event().id).toList(),
                shown(runs, "log", "12:00:30"));
        assertEquals(4, shown(runs, "log", "12:00:30").size());
    }

    /** Ten records in segments of four: the first two are cleaned, the last, which is written to, is not. */
    @Test
    void aLogThatIsCleanedShowsWhereItsSegmentsBegin() {
        Runs runs = Runs.ofFile("messaging/compaction.json");
        int records = labels(runs).segment("log");
        View.Log log = (View.Log) runs.at("12:04:30").node("log").orElseThrow().view();
        long end = log.partitions().getFirst().end();
        List<Long> begins = LogBody.begins(0, end, records).boxed().toList();
        assertEquals(List.of(4L, 8L), begins);
        List<Long> left = log.partitions().getFirst().records().stream().map(View.Log.Record::offset).toList();
        assertTrue(left.containsAll(List.of(8L, 9L)), "of the last segment nothing is gone: " + left);
        assertTrue(left.size() < end, "of those before some are: " + left);
        assertEquals(0, labels(Runs.ofFile("messaging/three-readers.json")).segment("log"), "never cleaned");
        assertEquals(0, LogBody.begins(0, end, 0).count());
    }

    @Test
    void aQueueShowsTheFrontFirstAndThenWhatIsInHand() {
        Runs runs = Runs.ofFile("messaging/poison.json");
        Moment moment = runs.at("12:00:04");
        View.Queue queue = (View.Queue) moment.node("queue").orElseThrow().view();
        List<Long> expected = new java.util.ArrayList<>(ids(queue.waiting()));
        queue.workers().forEach(w -> w.message().ifPresent(m -> expected.add(m.id)));
        assertFalse(expected.isEmpty());
        assertEquals(expected, shown(runs, "queue", "12:00:04"));
    }

    @Test
    void aTransactionalSinkShowsWhatCanBeSeenAndWhatNot() {
        Runs runs = Runs.ofFile("faults/kill-it.json");
        View.Transactions t = (View.Transactions) runs.at("12:00:21").node("safe").orElseThrow().view();
        List<Long> expected = new java.util.ArrayList<>(
                ids(t.committed()).subList(Math.max(0, t.committed().size() - 4),
                        t.committed().size()));
        List<Long> shown = shown(runs, "safe", "12:00:21");
        assertTrue(shown.containsAll(ids(t.open()).subList(1, 5)), "the newest that are open");
        assertTrue(shown.containsAll(expected.subList(expected.size() - 3, expected.size())), "the newest committed");
    }

    @Test
    void eventsStandBeforeANodeThatIsBusyAndTheWireIsFull() {
        Runs runs = Runs.ofFile("faults/slow-sink.json");
        List<LoadPainter.Load> loads = LoadPainter.loads(runs.at("12:00:31"), labels(runs));
        LoadPainter.Load last = loads.stream().filter(l -> l.wire().id().endsWith("sink.in")).findFirst().orElseThrow();
        assertEquals(2, last.waiting().size());
        assertTrue(last.full());
        Status parse = runs.at("12:00:31").status("parse");
        assertTrue(parse.heldUp());
        assertTrue(StatusPainter.speaks(parse, Motion.still(runs.time("12:00:31"))));
        assertFalse(LoadPainter.loads(runs.at("12:00:01"), labels(runs)).stream().anyMatch(LoadPainter.Load::full));
    }

    @Test
    void waitingEventsCanBePointedAt() {
        Runs runs = Runs.ofFile("faults/slow-sink.json");
        List<Spot> spots = new LoadPainter(null, layout(runs), labels(runs)).spots(runs.at("12:00:31"));
        assertEquals(4, spots.size());
        assertTrue(spots.stream().anyMatch(s -> s.node().equals("sink")));
    }

    @Test
    void aRestoreIsSeenAtItsInstantAndForAMomentWhilePlaying() {
        Runs runs = Runs.ofFile("faults/kill-it.json");
        Status count = runs.at("12:00:27").status("count");
        long back = runs.time("12:00:26");
        assertTrue(StatusPainter.restoring(count, Motion.still(back)));
        assertFalse(StatusPainter.restoring(count, Motion.still(back + 1_000)));
        assertTrue(StatusPainter.restoring(count, new Motion(back + 1_000, 4, true)));
        assertFalse(StatusPainter.restoring(count, new Motion(back + 1_000, 1, true)));
        assertFalse(StatusPainter.restoring(runs.at("12:00:10").status("count"), Motion.still(runs.time("12:00:10"))));
    }
}
