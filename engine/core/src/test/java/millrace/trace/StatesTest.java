package millrace.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.operator.View;
import millrace.simulation.Outlet;
import millrace.simulation.Simulation;
import millrace.trace.Status.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tables, joins, brokers and sinks hold at a moment, and how nodes are. */
class StatesTest {
    private static Run run(String design) {
        Path file = Path.of("../../designs", design);
        Plan plan = Compiler.compile(DesignReader.read(file).design().orElseThrow(), new DesignFolder(file.getParent()))
                .value()
                .orElseThrow();
        return Run.of(plan);
    }

    private static long time(Run run, String at) {
        return run.plan().clock().parse(at).orElseThrow();
    }

    private static Moment moment(Timeline timeline, String at) {
        return timeline.at(time(timeline.run(), at));
    }

    private static <V extends View> V view(Class<V> kind, Moment moment, String node) {
        return assertInstanceOf(kind, moment.node(node).orElseThrow().view());
    }

    private static List<Object> field(List<Event> events, String name) {
        return events.stream()
                .map(e -> (Object) String.valueOf(e.value(e.schema.indexOf(name).orElseThrow())))
                .toList();
    }

    @Test
    void aMomentShowsTheTransactionsTheTableAndTheRowsOfThatTime() {
        Timeline timeline = new Timeline(run("faults/kill-it.json"));
        Moment before = moment(timeline, "12:00:21");
        assertEquals(List.of("11"), field(view(View.Table.class, before, "count").rows(), "count"));
        assertEquals(List.of("11"), field(view(View.Table.class, before, "board").rows(), "count"));
        View.Transactions safe = view(View.Transactions.class, before, "safe");
        assertEquals(List.of(5L, 0L, 6L), List.of(safe.openSize(), safe.pendingSize(), safe.committedSize()));
        Moment after = moment(timeline, "12:00:26");
        assertEquals(List.of("13"), field(view(View.Table.class, after, "count").rows(), "count"));
        Moment back = moment(timeline, "12:00:12");
        assertEquals(List.of("6"), field(view(View.Table.class, back, "count").rows(), "count"), "after going back");
        assertEquals(6, view(View.Transactions.class, back, "safe").committedSize());
    }

    @Test
    void aNodeIsDownFromItsCrashUntilItIsRestored() {
        Timeline timeline = new Timeline(run("faults/kill-it.json"));
        assertTrue(moment(timeline, "12:00:21").status("count").isUp());
        Status crashed = moment(timeline, "12:00:23").status("count");
        assertEquals(Health.CRASHED, crashed.health());
        assertEquals(time(timeline.run(), "12:00:22"), crashed.since());
        assertEquals(time(timeline.run(), "12:00:26"), crashed.until());
        assertEquals(Health.STOPPED, moment(timeline, "12:00:23").status("plain").health());
        Status restored = moment(timeline, "12:00:27").status("count");
        assertTrue(restored.isUp());
        assertEquals(List.of(time(timeline.run(), "12:00:26"), 1L), List.of(restored.since(), restored.checkpoint()));
        assertTrue(moment(timeline, "12:00:20").status("count").isUp(), "after going back");
    }

    @Test
    void aLogShowsItsRecordsAndWhereItsGroupsRead() {
        View.Log log = view(View.Log.class, moment(new Timeline(run("faults/kill-it.json")), "12:00:23"), "log");
        assertEquals(1, log.partitions().size());
        assertEquals(12, log.partitions().getFirst().end());
        assertTrue(log.groups().stream().allMatch(g -> g.lag() > 0), "nobody reads while the pipeline is down");
    }

    @Test
    void aDatabaseShowsItsRows() {
        Timeline timeline = new Timeline(run("joins/customer-view.json"));
        assertEquals(List.of("Rome"), field(view(View.Table.class, moment(timeline, "10:02:30"), "customers").rows(),
                "town"));
        assertEquals(List.of("Oslo"), field(view(View.Table.class, moment(timeline, "10:05:00"), "customers").rows(),
                "town"));
        View.Table orders = view(View.Table.class, moment(timeline, "10:05:00"), "orders");
        assertEquals(List.of("2"), field(orders.rows(), "order"), "order 1 is deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"faults/kill-it.json", "faults/more-hands.json", "faults/slow-sink.json",
        "faults/two-readers.json",
        "messaging/poison.json", "messaging/three-readers.json", "joins/customer-view.json", "joins/early-order.json",
        "joins/search-then-click.json", "state/three-mirrors.json", "state/table-is-a-fold.json"})
    void anyMomentIsWhatASimulationFromTheStartHolds(String design) {
        Run run = run(design);
        Moments moments = new Timeline(run).moments();
        long seed = 20_261_125;
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            int row = random.nextInt(run.trace().size() + 1);
            long at = row == 0 ? run.start() : run.trace().at(row - 1);
            boolean whole = random.nextBoolean();
            Moment moment = whole ? moments.at(at) : moments.atRow(row);
            Simulation fresh = new Simulation(run.plan(), null, Outlet.NONE);
            while (whole ? fresh.next() <= at : fresh.steps() < moment.step())
                fresh.step();
            compare(run.plan(), moment, fresh, design + ", seed " + seed + ", row " + row + (whole ? ", whole" : ""));
        }
    }

    private static void compare(Plan plan, Moment moment, Simulation fresh, String where) {
        for (int n = 0; n < plan.nodes().size(); n++) {
            String node = plan.nodes().get(n).id();
            View shown = moment.node(node).orElseThrow().view();
            boolean trace = moment.node(node).orElseThrow() instanceof NodeMoment.Source;
            if (!trace && plan.most(n) == 1)
                assertEquals(fresh.view(n, 0).toString(), shown.toString(), where + ", " + node);
            int number = n;
            assertEquals(IntStream.range(0, moment.status(node).activities().size())
                    .mapToObj(i -> fresh.activity(number, i).toString())
                    .toList(), moment.status(node).activities().stream().map(Object::toString).toList(), where);
        }
    }

    @Test
    void aNodeAtWorkSaysWhatItHasInHandAndWhatWaits() {
        Run run = run("faults/slow-sink.json");
        Moments moments = new Timeline(run).moments();
        boolean working = false;
        boolean held = false;
        for (long at = run.start(); at <= run.end(); at += 250) {
            working |= moments.at(at).statuses().stream().anyMatch(s -> !s.inHand().isEmpty() && s.waiting() > 0);
            held |= moments.at(at).statuses().stream().anyMatch(Status::heldUp);
        }
        assertTrue(working, "some node works while events wait");
        assertTrue(held, "some node is held up by a full wire");
    }
}
