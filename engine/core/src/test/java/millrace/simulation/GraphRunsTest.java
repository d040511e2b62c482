package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.event.Element;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.expression.Expression;
import millrace.operator.Compute;
import millrace.operator.Dialect;
import millrace.operator.Filter;
import millrace.operator.PassThrough;
import millrace.operator.SinkSpec;
import millrace.operator.SourceSpec;
import millrace.operator.SourceSpec.Timetable.Entry;
import millrace.operator.SourceTiming;
import millrace.operator.Split;
import millrace.operator.StreamType;
import millrace.operator.WatermarkSpec;
import millrace.operator.Work;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whole graphs: order of delivery, transit times, merging, idleness, the end, expressions that fail, cutting, going back. */
class GraphRunsTest {
    private static final StreamType NUMBERS = new StreamType(
            Schema.of(List.of(new Field("value", FieldType.LONG))), StreamType.UNKEYED);

    /** An expression by code. */
    private record Formula(FieldType type, Body body) implements Expression {
        interface Body {
            @Nullable
            Object of(long value) throws EvaluationException;
        }

        @Override
        public String source() {
            return "by code";
        }

        @Override
        public @Nullable Object evaluate(Event event) throws EvaluationException {
            return body.of(event.num(0));
        }
    }

    private static Expression holds(java.util.function.LongPredicate condition) {
        return new Formula(FieldType.BOOLEAN, condition::test);
    }

    /** Writes down what is delivered. */
    private static class Log extends Quiet {
        final List<String> lines = new ArrayList<>();
        private long now;

        @Override
        public void moment(long step, long time) {
            now = time;
        }

        @Override
        public void delivered(int wire, long sentAt, Element element) {
            String what = element instanceof Event e ? "" + e.value(0) : element.toString();
            lines.add(now + " w" + wire + " " + what);
        }

        @Override
        public void failed(int node, Event event, String message) {
            lines.add(now + " n" + node + " failed " + event.value(0) + ": " + message);
        }

        @Override
        public void leftOut(int node, Event event) {
            lines.add(now + " n" + node + " left out " + event.value(0));
        }

        @Override
        public void ended(int node) {
            lines.add(now + " n" + node + " ended");
        }

        String only(String part) {
            return String.join("\n", lines.stream().filter(l -> l.contains(part)).toList());
        }
    }

    private final List<PlanNode> nodes = new ArrayList<>();
    private final List<PlanWire> wires = new ArrayList<>();

    private int source(WatermarkSpec watermark, long idleAfter, long... arrivalsAndValues) {
        List<Entry> rows = new ArrayList<>();
        for (int i = 0; i < arrivalsAndValues.length; i += 2) {
            long at = arrivalsAndValues[i];
            rows.add(new Entry(i / 2, at, at, 0, Arrays.asList(arrivalsAndValues[i + 1])));
        }
        SourceTiming timing = new SourceTiming(watermark, 0, idleAfter, List.of(""), false,
                new SourceTiming.EndPolicy.AtLastRow());
        return node(new Work.Source(new SourceSpec.Timetable(NUMBERS, timing, rows)), 1);
    }

    private int node(Work work, int outputs) {
        List<String> ports = List.of("out", "b", "c").subList(0, outputs);
        nodes.add(new PlanNode("n" + nodes.size(), "any", work, List.of(), ports,
                ports.stream().map(p -> NUMBERS).toList()));
        return nodes.size() - 1;
    }

    private int sink() {
        return node(new Work.Sink(new SinkSpec.Results()), 0);
    }

    private int pass() {
        return node(new Work.Transform(new PassThrough(NUMBERS)), 1);
    }

    private void wire(int from, int output, int to, long transit) {
        wires.add(new PlanWire("w" + wires.size(), from, output, to, 0, transit));
    }

    private Plan plan(long until) {
        return new Plan(Design.EMPTY, Clock.MIDNIGHT, until, 1, Dialect.MILLRACE, nodes, wires);
    }

    private Log run(long until) {
        Log log = new Log();
        new Simulation(plan(until), log, Outlet.NONE).run();
        return log;
    }

    private static final WatermarkSpec NONE = new WatermarkSpec.None();
    private static final WatermarkSpec ASCENDING = new WatermarkSpec.Ascending();

    @Test
    void depthFirstInTheOrderOfTheWires() {
        int source = source(NONE, 0, 10, 1, 10, 2);
        int left = pass();
        int right = pass();
        int sink = sink();
        wire(source, 0, left, 0);
        wire(source, 0, right, 0);
        wire(left, 0, sink, 0);
        wire(right, 0, sink, 0);
        assertEquals("""
                10 w0 1
                10 w2 1
                10 w1 1
                10 w3 1
                10 w0 2
                10 w2 2
                10 w1 2
                10 w3 2""", String.join("\n", run(Long.MAX_VALUE).lines.subList(0, 8)));
    }

    @Test
    void wiresWithTransitTimeDeliverFirstInFirstOut() {
        int source = source(NONE, 0, 10, 1, 11, 2, 15, 3);
        int slow = pass();
        int sink = sink();
        wire(source, 0, slow, 5);
        wire(source, 0, sink, 4);
        wire(slow, 0, sink, 0);
        assertEquals("""
                14 w1 1
                15 w0 1
                15 w2 1
                15 w1 2
                16 w0 2
                16 w2 2
                19 w1 3
                20 w0 3
                20 w2 3""", run(Long.MAX_VALUE).lines.stream()
                .filter(l -> !l.contains("watermark"))
                .filter(l -> !l.contains("end"))
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow());
    }

    @Test
    void aMergeHasTheWatermarkOfItsSlowestInputAndEndsWithTheLast() {
        int first = source(ASCENDING, 0, 10, 1, 30, 2);
        int second = source(ASCENDING, 0, 20, 3, 40, 4);
        int merge = pass();
        int sink = sink();
        wire(first, 0, merge, 0);
        wire(second, 0, merge, 0);
        wire(merge, 0, sink, 0);
        Log log = run(Long.MAX_VALUE);
        assertEquals("""
                20 w2 watermark 10
                30 w2 watermark 20
                40 w2 watermark 40
                40 w2 watermark 9223372036854775807""", log.only("w2 watermark"));
        assertEquals("30 n0 ended\n40 n1 ended\n40 n2 ended\n40 n3 ended", log.only(" ended"));
    }

    @Test
    void anIdleInputLetsTheOtherGoOn() {
        int quiet = source(ASCENDING, 15, 0, 1, 60, 2);
        int busy = source(ASCENDING, 15, 5, 3, 12, 4, 20, 5, 40, 6, 70, 7);
        int merge = pass();
        int sink = sink();
        wire(quiet, 0, merge, 0);
        wire(busy, 0, merge, 0);
        wire(merge, 0, sink, 0);
        Log log = run(Long.MAX_VALUE);
        assertEquals(
                "15 w0 idle\n35 w1 idle\n35 w2 idle\n40 w1 active\n40 w2 active\n55 w1 idle\n55 w2 idle\n60 w0 active"
                        + "\n60 w2 active\n60 w2 idle\n70 w1 active\n70 w2 active",
                log.lines.stream()
                        .filter(l -> l.endsWith("idle") || l.endsWith("active"))
                        .reduce((a, b) -> a + "\n" + b)
                        .orElseThrow());
        assertEquals("5 w2 watermark 0\n15 w2 watermark 12\n20 w2 watermark 20\n40 w2 watermark 40\n60 w2 watermark 60"
                + "\n70 w2 watermark 70\n70 w2 watermark 9223372036854775807", log.only("w2 watermark"));
    }

    @Test
    void conditionsKeepBackSplitAndFail() {
        int source = source(NONE, 0, 1, 1, 2, 2, 3, 3, 4, 0, 5, 9);
        Expression tenth = new Formula(FieldType.BOOLEAN, v -> {
            if (v == 0) throw new Expression.EvaluationException("division by zero");
            return 10 / v > 1;
        });
        int filter = node(new Work.Transform(new Filter(tenth)), 1);
        int split = node(new Work.Transform(new Split(List.of(holds(v -> v == 1), holds(v -> v < 3)))), 3);
        int sink = sink();
        wire(source, 0, filter, 0);
        wire(filter, 0, split, 0);
        wire(split, 0, sink, 0);
        wire(split, 1, sink, 0);
        wire(split, 2, sink, 0);
        Log log = run(Long.MAX_VALUE);
        assertEquals("4 n1 failed 0: division by zero", log.only("failed"));
        assertEquals("5 n1 left out 9", log.only("left out"));
        assertEquals("1 w2 1", log.only("w2 1"));
        assertEquals("2 w3 2", log.only("w3 2"));
        assertEquals("3 w4 3", log.only("w4 3"));
    }

    @Test
    void computedFieldsAreAddedAndReplaced() {
        Schema more = NUMBERS.schema().with(List.of(new Field("half", FieldType.DOUBLE)));
        Compute compute = new Compute(NUMBERS, new StreamType(more, -1), List.of(
                new Compute.Assignment(1, new Formula(FieldType.DOUBLE, v -> v / 2.0)),
                new Compute.Assignment(0, new Formula(FieldType.LONG, v -> v + 1))));
        int source = source(NONE, 0, 1, 5);
        int node = node(new Work.Transform(compute), 1);
        int sink = sink();
        wire(source, 0, node, 0);
        wire(node, 0, sink, 0);
        List<String> seen = new ArrayList<>();
        new Simulation(plan(Long.MAX_VALUE), null, (n, now, event) -> seen.add(event.toString())).run();
        assertEquals(List.of("#2@1 value=6 half=2.5"), seen);
    }

    @Test
    void aTextThatGrowsWithoutEndIsTrouble() {
        StreamType texts = new StreamType(Schema.of(List.of(new Field("s", FieldType.STRING))), -1);
        Compute begin = new Compute(NUMBERS, texts,
                List.of(new Compute.Assignment(0, new Formula(FieldType.STRING, v -> "x".repeat((int) v)))));
        int source = source(NONE, 0, 1, 100_000, 2, 100_001);
        int node = node(new Work.Transform(begin), 1);
        wire(source, 0, node, 0);
        wire(node, 0, sink(), 0);
        Log log = run(Long.MAX_VALUE);
        assertEquals(
                "2 n1 failed 100001: 'by code' has no result: its text of 100,001 characters is longer than 100,000",
                log.only("failed"));
        assertEquals(1, log.lines.stream().filter(l -> l.startsWith("1 w1 xxx")).count());
    }

    @Test
    void cutInclusively() {
        int source = source(NONE, 0, 10, 1, 20, 2, 21, 3);
        int sink = sink();
        wire(source, 0, sink, 0);
        Simulation simulation = new Simulation(plan(20), null, Outlet.NONE);
        simulation.run();
        assertEquals(20, simulation.now());
        assertEquals(21, simulation.next());
        assertFalse(simulation.step());
        assertEquals(2, simulation.events());
    }

    /** The bug that this is for: a wire that was empty when saved must be empty again when restored. */
    @Test
    void goingBackEmptiesTheWires() {
        int source = source(ASCENDING, 0, 10, 1, 12, 2, 30, 3);
        int middle = pass();
        int sink = sink();
        wire(source, 0, middle, 7);
        wire(middle, 0, sink, 3);
        List<Long> hashes = new ArrayList<>();
        Simulation simulation = new Simulation(plan(Long.MAX_VALUE), null, Outlet.NONE);
        List<Keyframe> keyframes = new ArrayList<>();
        do {
            keyframes.add(simulation.save());
            hashes.add(simulation.hash());
        } while (simulation.step());
        for (int from = hashes.size() - 1; from >= 0; from--) {
            simulation.restore(keyframes.get(from));
            for (int i = from; i < hashes.size(); i++) {
                assertEquals(hashes.get(i), simulation.hash(), "from " + from + " at " + i);
                simulation.step();
            }
        }
    }
}
