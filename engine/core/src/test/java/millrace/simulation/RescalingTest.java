package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import millrace.compile.Compiler;
import millrace.compile.Designs;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.event.Event;
import millrace.operator.Files;
import millrace.operator.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to events, windows and timers as instances become others. All runs are taken apart at each of their steps, too. */
class RescalingTest {
    /** A, B and C in turn, one a second from 12:00:01 on. */
    private static String rows(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(i -> "[\"12:00:" + (i < 10 ? "0" : "") + i + "\", null, \"" + "CAB".charAt(i % 3) + "\", " + i
                        + "]")
                .collect(Collectors.joining(", "));
    }

    private static Design design(String upgrade, String others) {
        return Design.EMPTY.withSettings(Designs.group("{\"clock\": \"12:00:00\", \"until\": \"12:02:00\", "
                + "\"upgrade\": {" + upgrade + "}" + others + "}"));
    }

    private static Plan plan(Design design) {
        return Compiler.compile(design, Files.NONE).value().orElseThrow();
    }

    private static List<String> held(Simulation simulation, int node, int instance) {
        List<Event> rows = ((View.Table) simulation.view(node, instance)).rows();
        return rows.stream().map(e -> e.value(0) + " " + e.value(1)).sorted().toList();
    }

    /**
     * To count an order takes 2 s, so that at 12:00:12 half of them wait, and the barrier overtakes these. The savepoint of 12:00:20
     * would have to wait for them; before it is complete the board crashes, and what there is to go back to is the checkpoint of
     * 12:00:12. Orders that waited before one instance wait before others now.
     */
    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"1, 3", "3, 1", "2, 3", "3, 2", "4, 5"})
    void whatABarrierOvertookWaitsBeforeWhoHasItsKeyNow(int before, int after) {
        Design design = design("\"at\": \"12:00:20\", \"rescales\": [\"count\"], \"instances\": " + after,
                ", \"checkpoints\": {\"guarantee\": \"exactly-once\", \"every\": \"12 s\", \"unaligned\": true}, "
                        + "\"crashes\": [[\"12:00:21\", \"board\", \"1 s\"]]")
                .withNodes(List.of(
                        Designs.node("orders", "timetable", orders(18)),
                        Designs.node("log", "log", "{}"),
                        Designs.node("count", "aggregate",
                                "{\"aggregates\": [\"count\", \"last of value\"], \"workTime\": \"2 s\", \"instances\": "
                                        + before + "}"),
                        Designs.node("board", "results", "{\"mode\": \"upsert\"}")))
                .withWires(Designs.wires("orders -> log", "log -> count", "count -> board"));
        Plan plan = plan(design);
        DesignRuns.rows(plan);
        Simulation simulation = new Simulation(plan, null, Outlet.NONE);
        simulation.run();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Math.max(before, after); i++)
            all.addAll(held(simulation, plan.nodeNumber("count"), i));
        assertEquals(List.of("A 6", "B 6", "C 6"), all.stream().sorted().toList());
        View.Table board = (View.Table) simulation.view(plan.nodeNumber("board"), 0);
        assertEquals(List.of("A 6 16", "B 6 17", "C 6 18"),
                board.rows().stream().map(e -> e.value(0) + " " + e.value(1) + " " + e.value(2)).sorted().toList());
    }

    /**
     * Two pipelines are asked at 12:00:20. One is back at 12:00:21; the other has not finished its work at 12:00:22, when the coordinator
     * is lost and the savepoint with it: it goes on as it was, and what comes goes where it went before.
     */
    @Test
    void aPipelineWhoseSavepointIsGivenUpGoesOnAsItWas() {
        Design design = design("\"at\": \"12:00:20\", \"restart\": \"12:00:21\", \"rescales\": [\"quick\", \"slow\"], "
                + "\"instances\": 3", ", \"crashes\": [[\"12:00:22\", \"coordinator\"]]")
                .withNodes(List.of(
                        Designs.node("one", "timetable", orders(29)), Designs.node("first", "log", "{}"),
                        Designs.node("quick", "aggregate", "{}"), Designs.node("left", "results", "{}"),
                        Designs.node("two", "timetable", orders(29)), Designs.node("second", "log", "{}"),
                        Designs.node("slow", "aggregate", "{\"workTime\": \"1200 ms\"}"),
                        Designs.node("right", "results", "{}")))
                .withWires(Designs.wires("one -> first", "first -> quick", "quick -> left", "two -> second",
                        "second -> slow", "slow -> right"));
        Plan plan = plan(design);
        DesignRuns.rows(plan);
        Simulation simulation = new Simulation(plan, null, Outlet.NONE);
        simulation.run();
        int quick = plan.nodeNumber("quick");
        int slow = plan.nodeNumber("slow");
        assertEquals(List.of(List.of("B 10", "C 9"), List.of(), List.of("A 10")), held(simulation, quick));
        assertEquals(List.of(List.of("A 10", "B 10", "C 9"), List.of(), List.of()), held(simulation, slow));
    }

    private static List<List<String>> held(Simulation simulation, int node) {
        return IntStream.range(0, 3).mapToObj(i -> held(simulation, node, i)).toList();
    }

    private static String orders(int many) {
        return "{\"fields\": {\"who\": \"string\", \"value\": \"long\"}, \"key\": \"who\", \"rows\": [" + rows(many)
                + "]}";
    }

    /** A's window goes to an instance that has had no window before, and so has not asked to be woken. */
    @Test
    void aWindowByTheClockIsSaidInTimeByItsNewOwner() {
        Design design = design(
                "\"at\": \"12:00:04\", \"restart\": \"12:00:06\", \"rescales\": [\"ten\"], \"instances\": 3", "")
                .withNodes(List.of(Designs.node("orders", "timetable", orders(3)), Designs.node("log", "log", "{}"),
                        Designs.node("ten", "tumbling", "{\"size\": \"10 s\", \"time\": \"processing\"}"),
                        Designs.node("out", "results", "{}")))
                .withWires(Designs.wires("orders -> log", "log -> ten", "ten -> out"));
        List<String> rows = DesignRuns.rows(plan(design))
                .stream()
                .map(r -> r.replaceAll("out \\d+ \\d+ ", ""))
                .sorted()
                .toList();
        assertEquals(List.of("12:00:10 A 1", "12:00:10 B 1", "12:00:10 C 1"), rows);
    }
}
