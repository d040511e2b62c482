package millrace.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import millrace.compile.Compiler;
import millrace.design.Clock;
import millrace.format.DesignReader;
import millrace.operator.Files;
import org.junit.jupiter.api.Test;

/** A window shows what its state holds, also when a crash has taken that and a checkpoint has given it back. */
class LostWindowsTest {
    private static final String DESIGN = """
            {"millrace": 1, "name": "x", "settings": {"clock": "12:00:00", "until": "12:00:40",
             "checkpoints": {"guarantee": "exactly-once", "every": "10 s"}, "crashes": [["12:00:15", "minute", "3 s"]]},
            "nodes": [
            {"id": "clicks", "type": "timetable", "settings": {"fields": {"value": "long"}, "rows": [
             ["12:00:02", null, 1], ["12:00:05", null, 2], ["12:00:12", null, 3], ["12:00:14", null, 4], ["12:00:20", null, 5]],
             "end": "never"}},
            {"id": "log", "type": "log"},
            {"id": "minute", "type": "tumbling", "settings": {"size": "1 min"}},
            {"id": "out", "type": "results"}],
            "wires": [{"from": "clicks", "to": "log"}, {"from": "log", "to": "minute"}, {"from": "minute", "to": "out"}]}
            """;

    private static String windowAt(String time) {
        Run run = Run.of(Compiler.compile(DesignReader.read(DESIGN, "x").wholeDesign().orElseThrow(), Files.NONE)
                .value()
                .orElseThrow());
        Moment moment = new Timeline(run).at(Clock.MIDNIGHT.parse(time).orElseThrow());
        return moment.nodes()
                .stream()
                .filter(n -> n instanceof NodeMoment.Window)
                .map(n -> (NodeMoment.Window) n)
                .flatMap(n -> n.windows().stream())
                .map(w -> w.count() + ": "
                        + w.contents().stream().map(c -> String.valueOf(c.event().value(0))).toList())
                .toList()
                .toString();
    }

    @Test
    void itIsGoneAndComesBackWithWhatTheCheckpointHas() {
        assertEquals(List.of("4: [1, 2, 3, 4]").toString(), windowAt("12:00:14"));
        assertEquals(List.of().toString(), windowAt("12:00:16"));
        assertEquals(List.of("4: [1, 2, 3, 4]").toString(), windowAt("12:00:18"), "3 and 4 are read again");
        assertEquals(List.of("5: [1, 2, 3, 4, 5]").toString(), windowAt("12:00:20"));
    }
}
