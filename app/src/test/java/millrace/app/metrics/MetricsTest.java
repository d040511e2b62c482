package millrace.app.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import millrace.app.metrics.MetricsModel.Kind;
import millrace.app.metrics.MetricsModel.OfNode;
import millrace.app.pane.Posed;
import millrace.design.Clock;
import org.junit.jupiter.api.Test;

/** What the view of metrics says of shipped designs. */
class MetricsTest {
    private static MetricsModel model(String design) {
        return MetricsModel.of(Posed.shown(design).run(), () -> true).orElseThrow();
    }

    private static OfNode node(MetricsModel model, String id) {
        return model.nodes().stream().filter(n -> n.node().equals(id)).findFirst().orElseThrow();
    }

    private static long at(String time) {
        return Clock.MIDNIGHT.parse(time).orElseThrow();
    }

    private static OptionalDouble value(MetricsModel model, String node, Kind kind, String time) {
        return model.value(node(model, node).of(kind), at(time));
    }

    @Test
    void theCrashedNodeTakesNothingAndThenCatchesUp() {
        MetricsModel model = model("faults/kill-it");
        assertEquals(1_000, model.span());
        assertEquals(OptionalDouble.of(0), value(model, "count", Kind.THROUGHPUT, "12:00:24"));
        assertEquals(OptionalDouble.of(0), value(model, "count", Kind.STATE, "12:00:24"));
        assertEquals(OptionalDouble.of(7), value(model, "count", Kind.THROUGHPUT, "12:00:26"));
        assertEquals(OptionalDouble.of(1), value(model, "count", Kind.STATE, "12:00:30"));
        double events = Arrays.stream(node(model, "count").of(Kind.THROUGHPUT).values()).sum();
        assertEquals(20, events, 1e-9, "fifteen, and five of them once more");
    }

    @Test
    void beforeTheFirstSpanIsOverThereIsNoFigure() {
        MetricsModel model = model("faults/kill-it");
        assertEquals(OptionalDouble.empty(), value(model, "count", Kind.STATE, "12:00:00"));
        assertEquals(-1, model.at(at("12:00:00.999")));
        assertEquals(0, model.at(at("12:00:01")));
        assertEquals(39, model.at(at("12:00:40")));
    }

    @Test
    void aSlowSinkHasAQueueBeforeIt() {
        MetricsModel model = model("faults/slow-sink");
        double most = model.most(Kind.WAITING);
        assertTrue(most > 0, "events wait somewhere");
        OfNode crowded = model.nodes()
                .stream()
                .filter(n -> n.of(Kind.WAITING).most() == most)
                .findFirst()
                .orElseThrow();
        assertEquals(most, Arrays.stream(crowded.of(Kind.WAITING).values()).max().orElseThrow());
    }

    @Test
    void figuresAreReadInTheirUnits() {
        assertEquals("2.5/s", MetricsModel.text(Kind.THROUGHPUT, 2.5));
        assertEquals("4 s", MetricsModel.text(Kind.LAG, 4_000));
        assertEquals("1 min 12 s", MetricsModel.text(Kind.LAG, 72_345));
        assertEquals("1.2k", MetricsModel.text(Kind.STATE, 1_234));
    }

    @Test
    void whatNobodyWaitsForIsNotMade() {
        assertEquals(Optional.empty(), MetricsModel.of(Posed.shown("faults/kill-it").run(), () -> false));
    }
}
