package millrace.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.Event;
import millrace.operator.Files;
import millrace.trace.Run;
import millrace.trace.Timeline;
import org.junit.jupiter.api.Test;

/** Figures over whole runs of shipped designs, as their lessons state them. */
class MeasureTest {
    private static final Clock CLOCK = Clock.MIDNIGHT;
    private static final String LATE = "time/late-arrivals";

    private static long at(String time) {
        return CLOCK.parse(time).orElseThrow();
    }

    @Test
    void aCheckpointWaitsForTheSlowerOfTwoRoads() {
        List<Course> courses = Courses.of(Shipped.run("faults/a-barriers-way"));
        Course first = courses.getFirst();
        assertEquals(Course.Outcome.COMPLETED, first.outcome());
        assertEquals(at("12:00:10"), first.began());
        assertEquals(OptionalLong.of(3_000), first.duration());
        assertEquals(List.of("count", "board"), first.stations().stream().map(Course.Station::node).toList());
        assertEquals(3_000, first.stations().getFirst().aligned());
        assertEquals(0, first.stations().getLast().aligned());
        assertEquals(2, first.size());
    }

    @Test
    void aCheckpointThatTheRunLeavesBehindIsOnItsWay() {
        Course second = Courses.of(Shipped.run("faults/a-barriers-way")).get(1);
        assertEquals(Course.Outcome.ON_ITS_WAY, second.outcome());
        assertEquals(OptionalLong.empty(), second.duration());
        assertEquals(OptionalLong.empty(), second.stations().getFirst().handedIn());
    }

    @Test
    void noCheckpointBeginsWhileThePipelineIsDown() {
        List<Course> courses = Courses.of(Shipped.run("faults/kill-it"));
        assertEquals(List.of(at("12:00:12"), at("12:00:36")), courses.stream().map(Course::began).toList());
        assertTrue(courses.stream().allMatch(c -> c.outcome() == Course.Outcome.COMPLETED));
    }

    @Test
    void aCheckpointThatACrashInterruptsIsGivenUp() {
        Value crash = Value.of(List.of(Value.of(List.of(Value.of("12:00:11"), Value.of("count"), Value.of("2 s")))));
        Design design = Shipped.design("faults/a-barriers-way");
        Run run = Shipped.run(design.withSettings(design.settings().with("crashes", crash)), "faults/a-barriers-way");
        Course first = Courses.of(run).getFirst();
        assertEquals(Course.Outcome.ABORTED, first.outcome());
        assertEquals(OptionalLong.of(1_000), first.duration());
        assertTrue(first.reason().contains("count"), first.reason());
    }

    @Test
    void metricsFollowACrash() {
        Metrics metrics = Metrics.of(new Timeline(Shipped.run("faults/kill-it")), 8);
        assertEquals(5_000, metrics.span());
        List<Metrics.Point> count = points(metrics, "count");
        assertEquals(List.of(3L, 2L, 3L, 2L, 1L, 9L, 0L, 0L), count.stream().map(Metrics.Point::events).toList());
        assertEquals(List.of(1L, 1L, 1L, 1L, 0L, 1L, 1L, 1L), count.stream().map(Metrics.Point::size).toList());
        assertEquals(OptionalLong.of(4_000), count.get(4).lag());
        assertEquals(15, points(metrics, "log").getLast().size());
    }

    private static List<Metrics.Point> points(Metrics metrics, String node) {
        return metrics.nodes().stream().filter(n -> n.node().equals(node)).findFirst().orElseThrow().points();
    }

    @Test
    void aTableIsWhatItsChangesAddUpTo() {
        TableLog log = TableLog.of(Shipped.run("state/table-is-a-fold").trace(), "copy");
        assertEquals(List.of("+I Ann 10", "+I Ben 20", "-U Ann 10", "+U Ann 15", "-D Ben 20", "+I Cem 5"),
                log.changes().stream().map(MeasureTest::said).toList());
        assertEquals(List.of("+I Ben 20", "-D Ben 20"), log.ofKey("Ben").stream().map(MeasureTest::said).toList());
        assertEquals(2, log.until(at("12:00:19")).size());
    }

    private static String said(TableLog.Change change) {
        return change.kind().sign() + " " + change.event().value(0) + " " + change.event().value(1);
    }

    @Test
    void theFirstWindowSaysFiveAndIsRightAfterTheNine() {
        WindowTruth truth = truth(Shipped.design(LATE), "by2");
        WindowTruth.OfWindow first = truth.windows().getFirst();
        assertEquals(14L, sum(first.right().orElseThrow()));
        assertEquals(List.of(5L, 14L), first.said().stream().map(s -> sum(s.event())).toList());
        assertEquals(at("12:08:19"), first.firstRight().orElseThrow().at());
        assertTrue(truth.windows().stream().allMatch(WindowTruth.OfWindow::ended));
    }

    @Test
    void withoutLatenessTheNineIsMissed() {
        WindowTruth truth = truth(Shipped.with(Shipped.design(LATE), "by2", "lateness", Value.of("0 s")), "by2");
        WindowTruth.OfWindow first = truth.windows().getFirst();
        assertEquals(List.of(9L), first.missed().stream().map(e -> (Long) e.value(valueField(e))).toList());
        assertTrue(first.firstRight().isEmpty());
        assertEquals(3, truth.windows().stream().filter(WindowTruth.OfWindow::ended).count());
    }

    private static int valueField(Event event) {
        return Stream.iterate(0, i -> i + 1).filter(i -> event.value(i) instanceof Long).findFirst().orElseThrow();
    }

    private static long sum(Event pane) {
        return pane.value(pane.schema.indexOf("sum").orElseThrow()) instanceof Long sum ? sum : -1;
    }

    private static WindowTruth truth(Design design, String node) {
        Run batch = WindowTruth.batch(design, files()).orElseThrow();
        return WindowTruth.of(Shipped.run(design, LATE).trace(), batch.trace(), node);
    }

    private static Files files() {
        return Shipped.files(LATE);
    }

    @Test
    void aLongerBoundLosesLessAndWaitsLonger() {
        Value bounded = Value.group(Map.of("strategy", Value.of("bounded"), "bound", Value.of("1 min")));
        Design design = Shipped.with(Shipped.design(LATE), "scores", "watermark", bounded);
        List<BoundSweep.Point> points = BoundSweep.of(design, files(), "by2", List.of(0L, 120_000L, 500_000L),
                () -> true);
        assertEquals(List.of(2L, 1L, 0L), points.stream().map(BoundSweep.Point::late).toList());
        assertEquals(1, points.getLast().complete());
        for (int i = 1; i < points.size(); i++)
            assertTrue(points.get(i).delay() > points.get(i - 1).delay(), points.toString());
        assertEquals(List.of(), BoundSweep.of(design, files(), "by2", List.of(0L), () -> false));
    }

    @Test
    void aRunDiffersFromItselfInNothing() {
        assertEquals(List.of(), Differences.between(Shipped.run(LATE).trace(), Shipped.run(LATE).trace()));
    }

    @Test
    void withoutLatenessTheLatePaneIsGoneAndTheNineIsDropped() {
        Run without = Shipped.run(Shipped.with(Shipped.design(LATE), "by2", "lateness", Value.of("0 s")), LATE);
        List<Difference> all = Differences.between(Shipped.run(LATE).trace(), without.trace());
        assertEquals(at("12:08:19"), all.getFirst().at());
        assertTrue(all.stream()
                .anyMatch(d -> d.kind() == Difference.Kind.PANE && d.node().equals("by2")
                        && d.right().isEmpty() && sum(d.left().orElseThrow().event()) == 14),
                all.toString());
        assertTrue(all.stream().anyMatch(d -> d.kind() == Difference.Kind.DROP && d.left().isEmpty()), all.toString());
    }
}
