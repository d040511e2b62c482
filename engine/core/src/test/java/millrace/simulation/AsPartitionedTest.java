package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.event.Event;
import millrace.event.Watermark;
import millrace.format.DesignReader;
import millrace.operator.Files;
import millrace.operator.View;
import org.junit.jupiter.api.Test;

/** Several instances that take their inputs as two logs have partitioned them, or dealt out by key. */
class AsPartitionedTest {
    private static final String DESIGN = """
            {"millrace": 1, "name": "x", "settings": {"clock": "12:00:00"}, "nodes": [
             {"id": "a", "type": "timetable", "name": "a", "at": [0, 0], "settings": {"key": "name", "end": "at", "endAt": "12:01:00",
               "fields": {"partition": "long", "name": "string"},
               "rows": [["12:00:10", null, 0, "Ann"], ["12:00:20", null, 1, "Ben"]]}},
             {"id": "b", "type": "timetable", "name": "b", "at": [0, 0], "settings": {"key": "name", "end": "at", "endAt": "12:01:00",
               "fields": {"partition": "long", "name": "string"},
               "rows": [["12:00:05", null, 1, "Ann"], ["12:00:15", null, 0, "Ben"]]}},
             {"id": "left", "type": "log", "name": "left", "at": [0, 0], "settings": {"partitions": 2, "assign": "number",
               "partitionBy": "partition", "groups": [{"name": "join", "readers": 2}]}},
             {"id": "right", "type": "log", "name": "right", "at": [0, 0], "settings": {"partitions": 2, "assign": "number",
               "partitionBy": "partition", "groups": [{"name": "join", "readers": 2}]}},
             {"id": "join", "type": "window-join", "name": "join", "at": [0, 0], "settings": {"size": "1 min", "instances": 2,
               "inputs": "INPUTS"}}],
             "wires": [{"from": "a", "to": "left"}, {"from": "b", "to": "right"}, {"from": "left.join", "to": "join.left"},
              {"from": "right.join", "to": "join.right"}]}
            """;

    private final List<Long> watermarks = new ArrayList<>();

    /** What each instance holds of both sides just before the end. */
    private List<String> holds(String inputs) {
        Design design = DesignReader.read(DESIGN.replace("INPUTS", inputs), "x").wholeDesign().orElseThrow();
        Plan plan = Compiler.compile(design, Files.NONE).value().orElseThrow();
        int join = plan.nodeNumber("join");
        Simulation simulation = new Simulation(plan, new Quiet() {
            @Override
            public void advanced(int node, long watermark) {
                if (node == join) watermarks.add(watermark);
            }
        }, Outlet.NONE);
        while (simulation.next() < plan.clock().parse("12:01:00").orElseThrow() && simulation.step()) {}
        List<String> all = List.of(names(simulation.view(join, 0)), names(simulation.view(join, 1)));
        while (simulation.step()) {}
        return all;
    }

    private static String names(View view) {
        View.Join join = (View.Join) view;
        return names(join.left()) + " | " + names(join.right());
    }

    private static String names(List<Event> events) {
        return String.join(" ", events.stream().map(e -> String.valueOf(e.value(1))).toList());
    }

    @Test
    void equalPartitionsMeetWhateverTheirKeys() {
        assertEquals(List.of("Ann | Ben", "Ben | Ann"), holds("as partitioned"));
    }

    @Test
    void equalKeysMeetWhateverTheirPartitions() {
        assertEquals(List.of("Ann | Ann", "Ben | Ben"), holds("by key").stream().sorted().toList());
    }

    /** Each instance has a watermark of its own; the node's is the least of them and never goes back. */
    @Test
    void bothWindowsClose() {
        holds("as partitioned");
        assertEquals(watermarks.stream().sorted().distinct().toList(), watermarks);
        assertEquals(Watermark.FINAL, watermarks.getLast());
    }
}
