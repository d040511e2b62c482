package millrace.trace;

import static millrace.trace.HandFed.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import millrace.event.Event;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.operator.WindowSpec;
import org.junit.jupiter.api.Test;

/** Facts come back as they were told; what is asked by kind, node and time is found. */
class TraceTest {
    private final Trace trace = HandFed.lateArrivals().trace();

    @Test
    void factsComeBackAsTheyWereTold() {
        Fact.Added nine = (Fact.Added) trace.facts()
                .filter(f -> f instanceof Fact.Added a && a.event().num(0) == 9)
                .findFirst()
                .orElseThrow();
        assertEquals(time("12:08:19"), nine.at());
        assertEquals("by2", nine.node());
        assertEquals(time("12:01:26"), nine.event().time);
        assertEquals(List.of(time("12:00"), time("12:02")), List.of(nine.start(), nine.end()));
        assertTrue(nine.late());
        assertEquals(time("12:06:56"), nine.watermark());
        Fact.Fired late = (Fact.Fired) trace.fact(nine.index() + 1);
        assertEquals(Timing.LATE, late.pane().timing());
        assertEquals(14L, late.event().value(2));
        assertInstanceOf(Fact.Reached.class, trace.fact(nine.index() + 3));
    }

    @Test
    void everyKindOfFactHasItsRecord() {
        trace.facts()
                .forEach(f -> assertEquals(trace.kind(f.index()).name().replace("_", ""),
                        f.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void rowsAreFoundByTimeStepAndKind() {
        int row = trace.rowsUntil(time("12:08:18"));
        assertTrue(trace.at(row - 1) <= time("12:08:18") && trace.at(row) == time("12:08:19"));
        int step = (int) trace.step(row);
        assertTrue(trace.step(trace.rowsUntilStep(step) - 1) == step && trace.step(trace.rowsUntilStep(step)) > step);
        int fired = trace.next(Set.of(FactKind.FIRED), row);
        assertEquals(time("12:08:19"), trace.at(fired));
        assertEquals(time("12:08:00"), trace.at(trace.previous(Set.of(FactKind.FIRED), fired)));
        assertEquals(10, trace.rows("by2", FactKind.FIRED).size());
        assertEquals(9, trace.rows(FactKind.EMITTED).size());
        assertEquals(-1, trace.next(Set.of(FactKind.DROPPED), 0));
    }

    @Test
    void aStepIsReadableOnceTheNextBegins() {
        HandFed h = new HandFed(new WindowSpec.Tumbling(1000, 0), 0);
        h.at("12:05:01").arrives("12:05:01", 1);
        int seen = h.recorder.trace().size();
        assertEquals(1, seen);
        assertEquals(2, h.trace().size());
    }

    @Test
    void manyRowsAndFarTimesSurviveTheChunks() {
        HandFed h = new HandFed(new WindowSpec.Tumbling(1000, 0), 0);
        TraceRecorder r = h.recorder;
        for (int i = 0; i < 20_000; i++) {
            r.moment(i + 1, i * 10_000_000_000L);
            r.emitted(HandFed.SCORES, 0,
                    new Event(i + 1, i, HandFed.SCORE.schema(), new long[] {i * 3L}, new Object[0]));
            r.advanced(HandFed.SCORES, i);
        }
        Trace t = h.trace();
        for (int i = 0; i < 20_000; i += 777) {
            Fact.Emitted f = (Fact.Emitted) t.fact(2 * i);
            assertEquals(i * 10_000_000_000L, f.at());
            assertEquals(i + 1, f.step());
            assertEquals(i * 3L, f.event().num(0));
            assertEquals(2 * i + 2, t.rowsUntil(f.at()));
        }
    }

    @Test
    void theChartHasEveryWindowWithItsPanes() {
        ChartData chart = ChartData.of(trace, "by2");
        assertEquals(4, chart.windows().size());
        WindowHistory first = chart.windows().get(0);
        assertEquals(time("12:05:19"), first.firstArrival());
        assertEquals(List.of(5L, 14L), first.panes().stream().map(p -> p.event().value(2)).toList());
        assertEquals(List.of(5L, 9L), first.contents().stream().map(c -> c.event().num(0)).toList());
        assertEquals(time("12:09:22"), first.expiredAt().orElseThrow());
        assertEquals(time("12:02:00"), chart.watermark().at(time("12:06:30")));
        assertEquals(Watermark.NONE, chart.watermark().at(time("12:05:42")));
        assertEquals(9, chart.arrivals().size());
        assertEquals(1, chart.arrivals().stream().filter(ChartData.Arrival::late).count());
    }

    @Test
    void aDroppedEventArrivesAndIsMarked() {
        ChartData chart = ChartData.of(HandFed.lateDropped().trace(), "by2");
        ChartData.Arrival nine = chart.arrivals().stream().filter(ChartData.Arrival::dropped).findFirst().orElseThrow();
        assertEquals(9, nine.event().num(0));
        assertEquals(9, chart.arrivals().size());
        assertEquals(time("12:07:28"), chart.windows().get(0).expiredAt().orElseThrow());
    }

    @Test
    void mergedSessionsGiveTheirEventsAway() {
        ChartData chart = ChartData.of(HandFed.sessions().trace(), "by2");
        List<String> spans = chart.windows().stream().map(w -> HandFed.CLOCK.window(w.start(), w.end())).toList();
        assertEquals(List.of("[12:00, 12:00:10)", "[12:00, 12:00:25)", "[12:00:15, 12:00:25)", "[12:00:40, 12:00:50)"),
                spans);
        assertEquals(time("12:00:25"), chart.windows().get(0).mergedInto().orElseThrow().end());
        assertEquals(3, chart.windows().get(1).contents().size());
        assertEquals(time("12:00:17"), chart.windows().get(1).firstArrival());
        assertEquals(1, chart.windows().get(0).contents().size());
    }
}
