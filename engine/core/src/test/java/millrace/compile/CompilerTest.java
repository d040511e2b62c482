package millrace.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.operator.Accumulation;
import millrace.operator.Dialect;
import millrace.operator.Files;
import millrace.operator.OnTime;
import millrace.operator.SourceSpec;
import millrace.operator.SourceTiming;
import millrace.operator.StreamType;
import millrace.operator.TimeDomain;
import millrace.operator.TriggerSpec;
import millrace.operator.WatermarkSpec;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.operator.Work;
import org.junit.jupiter.api.Test;

class CompilerTest {
    private static final long NOON = 12 * 3_600_000L;

    static Design lateArrivals() {
        return Designs.design(
                Designs.node("scores", "timetable", """
                        {"fields": {"value": "long"}, "rows": [["12:00:26", "12:05:19", 5], ["12:02:26", "12:05:39", 7],
                         ["12:01:26", "12:08:19", 9], ["12:03:39", "12:06:13", 3]],
                         "watermark": {"strategy": "script", "script": [["12:05:43", "12:01:00"]]},
                         "end": "at", "endAt": "12:09:22"}"""),
                Designs.node("positive", "filter", "{\"condition\": \"value > 0\"}"),
                Designs.node("by2", "tumbling",
                        """
                                {"size": "2 min", "aggregates": ["sum of value"], "early": {"kind": "aligned", "every": "1 min"},
                                 "lateness": "10 min"}"""),
                Designs.node("totals", "results", "{}"), Designs.node("too-late", "results", "{}"))
                .withWires(Designs.wires("scores -> positive", "positive -> by2", "by2 -> totals",
                        "by2.late -> too-late"));
    }

    static Plan compiled(Design design) {
        Outcome<Plan> outcome = Compiler.compile(design, Files.NONE);
        assertEquals(List.of(), outcome.problems());
        return outcome.value().orElseThrow();
    }

    static List<String> problems(Design design) {
        Outcome<Plan> outcome = Compiler.compile(design, Files.NONE);
        assertEquals(outcome.errors().isEmpty(), outcome.value().isPresent());
        return outcome.problems().stream().map(p -> (p.isError() ? "" : "(warning) ") + p).toList();
    }

    @Test
    void late_arrivals_becomes_a_plan() {
        Plan plan = compiled(lateArrivals());
        assertEquals(List.of("scores", "positive", "by2", "totals", "too-late"),
                plan.nodes().stream().map(Plan.PlanNode::id).toList());
        assertEquals(List.of("0.0 -> 1.0", "1.0 -> 2.0", "2.0 -> 3.0", "2.1 -> 4.0"), plan.wires()
                .stream()
                .map(w -> w.from() + "." + w.output() + " -> " + w.to() + "." + w.input())
                .toList());
        assertEquals(NOON, plan.clock().start(), "the first time of the table, to the minute");
        assertEquals(Long.MAX_VALUE, plan.until());
        assertEquals(1, plan.seed());
    }

    @Test
    void a_window_that_would_add_what_another_takes_back_is_warned_of() {
        Design design = Designs.design(
                Designs.node("clicks", "timetable", "{\"fields\": {\"value\": \"long\"}, \"rows\": []}"),
                Designs.node("minute", "tumbling",
                        "{\"size\": \"1 min\", \"aggregates\": [\"count\"], \"accumulation\": \"retracting\"}"),
                Designs.node("many", "filter", "{\"condition\": \"count > 1\"}"),
                Designs.node("hour", "tumbling", "{\"size\": \"1 h\", \"aggregates\": [\"sum of count\"]}"),
                Designs.node("visit", "session", "{\"gap\": \"1 h\", \"aggregates\": [\"sum of count\"]}"),
                Designs.node("late", "tumbling", "{\"size\": \"1 h\", \"aggregates\": [\"sum of value\"]}"));
        assertEquals(List.of("(warning) visit: it adds what 'minute' takes back, as if it were new: its windows are "
                + "made by events: let 'minute' accumulate or discard, or take a window of a fixed size"),
                problems(design.withWires(Designs.wires("clicks -> minute", "minute -> many", "many -> hour",
                        "many -> visit", "minute.late -> late"))));
    }

    @Test
    void a_window_that_takes_changes_for_events_is_warned_of() {
        Design design = Designs.design(
                Designs.node("clicks", "timetable", "{\"fields\": {\"value\": \"long\"}, \"rows\": []}"),
                Designs.node("sum", "aggregate", "{\"aggregates\": [\"sum of value\"]}"),
                Designs.node("hour", "tumbling", "{\"size\": \"1 h\", \"aggregates\": [\"count\"]}"));
        assertEquals(List.of("(warning) hour: it takes each change of a table for an event: an update counts twice: "
                + "take Aggregate, or say so with To stream before it"),
                problems(design.withWires(Designs.wires("clicks -> sum", "sum -> hour"))));
    }

    @Test
    void the_rows_stand_in_order_of_arrival() {
        Work.Source source = (Work.Source) compiled(lateArrivals()).nodes().getFirst().work();
        SourceSpec.Timetable table = (SourceSpec.Timetable) source.spec();
        assertEquals(List.of(0, 1, 3, 2), table.rows().stream().map(SourceSpec.Timetable.Entry::line).toList());
        assertEquals(List.of(5L, 7L, 3L, 9L), table.rows().stream().map(r -> r.values().getFirst()).toList());
        assertEquals(new SourceTiming.EndPolicy.At(NOON + 562_000), table.timing().end());
        WatermarkSpec.Script script = (WatermarkSpec.Script) table.timing().watermark();
        assertEquals(NOON + 343_000, script.at()[0]);
        assertEquals(NOON + 60_000, script.to()[0]);
    }

    @Test
    void the_window_is_as_set() {
        Plan plan = compiled(lateArrivals());
        WindowOperator window = (WindowOperator) ((Work.Transform) plan.nodes().get(2).work()).operator();
        assertEquals(new WindowSpec.Tumbling(120_000, 0), window.window());
        assertEquals(TimeDomain.EVENT, window.domain());
        assertEquals(600_000, window.lateness());
        assertEquals(OnTime.ALWAYS, window.onTime());
        assertEquals(Accumulation.ACCUMULATING, window.accumulation());
        TriggerSpec.AfterWatermark trigger = (TriggerSpec.AfterWatermark) window.trigger();
        assertEquals(new TriggerSpec.Repeatedly(new TriggerSpec.AlignedTo(60_000, 0)), trigger.early().orElseThrow());
        assertEquals(new TriggerSpec.Repeatedly(new TriggerSpec.AfterCount(1)), trigger.late().orElseThrow());
        assertEquals("[Field[name=windowStart, type=TIMESTAMP], Field[name=windowEnd, type=TIMESTAMP], "
                + "Field[name=sum, type=LONG]]", window.out().schema().toString());
        assertEquals(plan.nodes().get(1).outputs().getFirst(), plan.nodes().get(2).outputs().get(WindowOperator.LATE));
    }

    @Test
    void the_settings_of_the_run_are_read() {
        Design design = lateArrivals().withSettings(Designs.group("""
                {"clock": "12:05:00", "seed": 7, "until": "12:08:00", "transit": "2 s", "dialect": "flink"}"""));
        Plan plan = compiled(design.withWires(Designs.wires("scores -> positive", "positive -> by2 3 s",
                "by2 -> totals", "by2.late -> too-late")));
        assertEquals(NOON + 300_000, plan.clock().start());
        assertEquals(NOON + 480_000, plan.until());
        assertEquals(7, plan.seed());
        assertEquals(Dialect.FLINK, plan.dialect());
        assertEquals(List.of(2_000L, 3_000L, 2_000L, 2_000L),
                plan.wires().stream().map(Plan.PlanWire::transit).toList());
    }

    @Test
    void a_batch_has_no_watermark_until_its_end_and_one_pane_a_window() {
        Plan plan = compiled(lateArrivals().withSettings(Designs.group("{\"mode\": \"batch\"}")));
        Work.Source source = (Work.Source) plan.nodes().getFirst().work();
        assertEquals(new WatermarkSpec.None(), source.spec().timing().watermark());
        WindowOperator window = (WindowOperator) ((Work.Transform) plan.nodes().get(2).work()).operator();
        assertEquals("AfterWatermark[early=Optional.empty, late=Optional.empty]", window.trigger().toString());
        assertEquals(0, window.lateness());
    }

    @Test
    void every_wrong_setting_of_the_run_is_told() {
        assertEquals(List.of(
                "(warning) settings.sed: a run has no setting 'sed': it is kept, but does nothing: did you mean 'seed'?",
                "settings.clock: 'noon' is not a time: write for example 12:05:00",
                "settings.seed: 'x' is not a whole number: write for example 1",
                "settings.until: 'late' is not a time: write for example 12:10:00",
                "settings.transit: '-3 s' is not a duration that fits here: write for example 3 s",
                "settings.mode: 'bach' is not a choice for 'mode': did you mean 'batch'?",
                "settings.dialect: 'flick' is not a choice for 'dialect': did you mean 'flink'?"),
                problems(Design.EMPTY.withSettings(Designs.group("""
                        {"sed": 1, "clock": "noon", "seed": "x", "until": "late", "transit": "-3 s", "mode": "bach",
                         "dialect": "flick"}"""))));
    }

    @Test
    void unknown_types_nodes_and_ports_are_told_with_what_was_meant() {
        Design design = lateArrivals().add(Designs.node("x", "tumbing", "{}"))
                .add(Designs.node("totals", "merge", "{}"));
        assertEquals(List.of("x.type: there is no node type 'tumbing': did you mean 'tumbling'?",
                "totals: two nodes have the id 'totals': give one of them another, for example 'totals-2'",
                "wires[0].to: there is no node 'postive': did you mean 'positive'?",
                "wires[2].from: 'by2' has no output 'lat': did you mean 'late'?",
                "wires[3].to: 'scores' has no inputs: remove the wire",
                "(warning) wires[4]: the wire positive.out -> by2.in is there twice: remove one of them",
                "(warning) positive: nothing is wired to it: it is left out of the run: draw a wire to its input 'in'",
                "(warning) by2: what is wired to it gets nothing itself: it is left out of the run: draw a wire to its "
                        + "input 'in'",
                "(warning) too-late: nothing is wired to it: it is left out of the run: draw a wire to its input 'in'"),
                problems(design.withWires(Designs.wires("scores -> postive", "positive -> by2", "by2.lat -> totals",
                        "by2 -> scores", "positive -> by2"))));
    }

    @Test
    void a_circle_is_named() {
        Design design = Designs.design(Designs.node("a", "merge", "{}"), Designs.node("b", "merge", "{}"),
                Designs.node("c", "results", "{}")).withWires(Designs.wires("a -> b", "b -> a", "b -> c"));
        assertEquals(List.of("a: the wires go round in a circle: a -> b -> a: remove one of these wires"),
                problems(design));
    }

    @Test
    void streams_with_other_fields_do_not_merge() {
        Design design = Designs.design(
                Designs.node("north", "timetable", "{\"fields\": {\"value\": \"long\"}}"),
                Designs.node("south", "timetable", "{\"fields\": {\"value\": \"double\"}}"),
                Designs.node("both", "merge", "{}"))
                .withWires(Designs.wires("north -> both", "south -> both"));
        assertEquals(List.of("both: 'north' gives value (long), but 'south' gives value (double): "
                + "make both the same with Compute, or wire them to different nodes"), problems(design));
    }

    @Test
    void streams_with_other_keys_have_none_together() {
        Design design = Designs.design(
                Designs.node("a", "generator", "{}"), Designs.node("b", "generator", "{\"key\": \"\"}"),
                Designs.node("both", "merge", "{}"), Designs.node("all", "results", "{}"))
                .withWires(Designs.wires("a -> both", "b -> both", "both -> all"));
        Outcome<Plan> outcome = Compiler.compile(design, Files.NONE);
        assertEquals(List.of("key-mismatch"), outcome.problems().stream().map(Problem::code).toList());
        assertEquals(StreamType.UNKEYED, outcome.value().orElseThrow().nodes().get(2).outputs().getFirst().key());
    }

    @Test
    void what_is_not_wired_is_left_out_but_still_checked() {
        Design design = lateArrivals().add(Designs.node("idle", "tumbling", "{\"size\": \"2 mni\"}"));
        Outcome<Plan> outcome = Compiler.compile(design, Files.NONE);
        assertEquals(5, outcome.value().orElseThrow().nodes().size());
        assertEquals(List.of("no-input", "not-a-duration"), outcome.problems().stream().map(Problem::code).toList());
    }

    @Test
    void all_problems_are_found_at_once_even_behind_a_broken_node() {
        Design design = lateArrivals()
                .change("positive", n -> n.with("condition", Value.of("valu > 0")))
                .change("by2", n -> n.with("size", Value.of("2 mni")).with("lateness", Value.of(10)));
        assertEquals(List.of("positive.condition: there is no field 'valu': did you mean 'value'?",
                "by2.size: '2 mni' is not a duration: write for example 2 min",
                "by2.lateness: 10 is not a duration: write for example \"10 s\""), problems(design));
    }

    @Test
    void a_wrong_transit_time_names_the_wire() {
        Design design = lateArrivals();
        List<String> found = problems(design.withWires(Designs.wires("scores -> positive soon", "positive -> by2",
                "by2 -> totals", "by2.late -> too-late")));
        assertEquals(List.of("wires[0].transit: the transit time of scores.out -> positive.in is not a duration that "
                + "fits here: write for example 3 s"), found);
    }

    @Test
    void an_empty_design_is_an_empty_plan() {
        assertTrue(compiled(Design.EMPTY).nodes().isEmpty());
        assertEquals(Location.DESIGN, Location.node(""));
    }

    @Test
    void a_design_with_a_date_gets_a_clock_with_a_date() {
        Design design = Designs.design(Designs.node("scores", "timetable", """
                {"fields": {"value": "long"}, "rows": [["2018-02-03 00:00:59", null, 1]]}"""));
        assertEquals("2018-02-03T00:00:00Z",
                java.time.Instant.ofEpochMilli(compiled(design).clock().start()).toString());
        assertTrue(compiled(design).clock().dated());
    }

    @Test
    void a_hostile_design_is_refused_quickly() {
        List<millrace.design.Node> nodes = new java.util.ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            nodes.add(Designs.node("a-rather-long-name-of-a-node-" + i, i % 2 == 0 ? "tumblig" : "compute",
                    "{\"fields\": {\"x\": \"size(nothing) * 1.5\"}}"));
        }
        List<millrace.design.Wire> wires = new java.util.ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            wires.addAll(Designs
                    .wires("a-rather-long-name-of-a-nodes-" + i + " -> a-rather-long-name-of-a-node-" + i % 2000));
        }
        long start = System.nanoTime();
        Outcome<Plan> outcome = Compiler.compile(Design.EMPTY.withNodes(nodes).withWires(wires), Files.NONE);
        assertTrue(outcome.value().isEmpty());
        assertEquals(Problems.MOST, outcome.problems().size());
        assertTrue(System.nanoTime() - start < 5_000_000_000L, "within 5 s");
    }

    @Test
    void a_long_chain_does_not_grow_without_end() {
        Design design = Designs.design(Designs.node("n0", "generator", "{}"));
        for (int i = 1; i <= 10; i++) {
            StringBuilder fields = new StringBuilder();
            for (int f = 0; f < 60; f++) {
                fields.append(f == 0 ? "" : ",").append("\"f" + i + "_" + f + "\": \"value + 1\"");
            }
            design = design.add(Designs.node("n" + i, "compute", "{\"fields\": {" + fields + "}}"))
                    .add(Designs.wires("n" + (i - 1) + " -> n" + i).getFirst());
        }
        assertEquals(List.of("n5.fields: the events would have 302 fields: at most 256 are allowed"), problems(design));
    }

    @Test
    void a_chain_of_two_thousand_nodes_is_compiled() {
        List<millrace.design.Node> nodes = new java.util.ArrayList<>();
        List<millrace.design.Wire> wires = new java.util.ArrayList<>();
        nodes.add(Designs.node("n0", "generator", "{}"));
        for (int i = 1; i < 2000; i++) {
            nodes.add(Designs.node("n" + i, "filter", "{\"condition\": \"value > " + i + "\"}"));
            wires.addAll(Designs.wires("n" + (i - 1) + " -> n" + i));
        }
        Plan plan = compiled(Design.EMPTY.withNodes(nodes.reversed()).withWires(wires));
        assertEquals(2000, plan.nodes().size());
        assertEquals("n0", plan.nodes().getFirst().id());
    }
}
