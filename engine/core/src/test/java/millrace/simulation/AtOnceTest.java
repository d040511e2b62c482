package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import millrace.design.Design;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;

/** Graphs in which events may be delivered while others are at work: each run is also done step by step, see {@link DesignRuns}. */
class AtOnceTest {
    private static Design design(String nodes, String wires) {
        String text = """
                {"millrace": 1, "name": "x", "settings": {"clock": "12:00:00"}, "nodes": [
                {"id": "s", "type": "timetable", "settings": {"fields": {"value": "long", "text": "string"}, "rows": [
                ["12:00:10", null, 1, "a b"], ["12:00:20", null, 2, "c"], ["12:00:20", null, 3, "d e"]]}},
                {"id": "x", "type": "results"}, {"id": "y", "type": "results"}NODES], "wires": [WIRES]}
                """;
        return DesignReader.read(text.replace("NODES", nodes).replace("WIRES", wires), "x").wholeDesign().orElseThrow();
    }

    private static String wire(String from, String to) {
        return "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}";
    }

    private static String filter(String id) {
        return ", {\"id\": \"" + id + "\", \"type\": \"filter\", \"settings\": {\"condition\": \"value != 2\"}}";
    }

    @Test
    void aChainIsGoneThroughHoweverLong() {
        StringBuilder nodes = new StringBuilder();
        StringBuilder wires = new StringBuilder(wire("s", "f0"));
        for (int i = 0; i < 30; i++) {
            nodes.append(filter("f" + i));
            wires.append(", ").append(wire("f" + i, i == 29 ? "x" : "f" + (i + 1)));
        }
        wires.append(", ").append(wire("f29", "y"));
        assertEquals(List.of("12:00:10 x 1 a b", "12:00:10 y 1 a b", "12:00:20 x 3 d e", "12:00:20 y 3 d e"),
                DesignRuns.rows(design(nodes.toString(), wires.toString())));
    }

    /** Depth first, in the order of the wires: what leaves the graph at once does not overtake what was sent before it. */
    @Test
    void whatIsSentLaterDoesNotOvertake() {
        String nodes = filter("f")
                + ", {\"id\": \"words\", \"type\": \"flatten\", \"settings\": {\"field\": \"text\", \"separator\": \" \"}}"
                + ", {\"id\": \"more\", \"type\": \"compute\", \"settings\": {\"fields\": {\"value\": \"value * 2\"}}}";
        List<String> wires = List.of(wire("s", "words"), wire("s", "f"), wire("words", "more"), wire("words", "y"),
                wire("more", "x"), wire("f", "x"));
        assertEquals(List.of("12:00:10 x 2 a", "12:00:10 y 1 a", "12:00:10 x 2 b", "12:00:10 y 1 b",
                "12:00:10 x 1 a b"), DesignRuns.rows(design(nodes, String.join(", ", wires))).subList(0, 5));
    }
}
