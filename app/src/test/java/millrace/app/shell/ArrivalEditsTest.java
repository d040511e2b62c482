package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import millrace.app.editor.Edits;
import millrace.app.editor.EditorState;
import millrace.catalog.Catalog;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.design.Value;
import millrace.format.DesignReader;
import millrace.operator.Files;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import org.junit.jupiter.api.Test;

/** Which row of a timetable an event came from, also where the source said it twice. */
class ArrivalEditsTest {
    private static final String REWOUND = """
            {"millrace": 1, "name": "Rewound",
             "settings": {"clock": "12:00:00", "until": "12:00:40",
               "checkpoints": {"guarantee": "exactly-once", "every": "12 s"}, "crashes": [["12:00:22", "count", "4 s"]]},
             "nodes": [
               {"id": "orders", "type": "timetable", "name": "Orders", "at": [0, 0], "settings": {
                 "fields": {"value": "long"},
                 "rows": [["12:00:01", null, 1], ["12:00:14", null, 2], ["12:00:16", null, 3], ["12:00:16", "12:00:18", 3],
                   ["12:00:21", null, 4], ["12:00:30", null, 5]]}},
               {"id": "count", "type": "aggregate", "name": "Count", "at": [200, 0], "settings": {"rows": "one"}},
               {"id": "board", "type": "results", "name": "Board", "at": [400, 0]}],
             "wires": [{"from": "orders", "to": "count"}, {"from": "count", "to": "board"}]}
            """;
    private final Design design = DesignReader.read(REWOUND, "rewound.json").wholeDesign().orElseThrow();
    private final Run run = Run.of(Compiler.compile(design, Files.NONE).value().orElseThrow());
    private final Edits edits = new Edits(Catalog::find);

    /** The arrivals of all rows after the event was moved to 12:00:35. */
    private List<String> moved(Fact.Emitted fact) {
        long to = run.plan().clock().parse("12:00:35").orElseThrow();
        var next = new ArrivalEdits(run).move(fact.event().id, false, to, edits)
                .orElseThrow()
                .change()
                .apply(EditorState.of(design));
        Value rows = next.design().node("orders").orElseThrow().settings().get("rows").orElseThrow();
        return ((Value.Items) rows).items()
                .stream()
                .map(r -> ((Value.Items) r).items().get(1) instanceof Value.Text t ? t.text() : "-")
                .toList();
    }

    private List<Fact.Emitted> emitted(long value) {
        return run.trace()
                .rows("orders", FactKind.EMITTED)
                .stream()
                .mapToObj(row -> (Fact.Emitted) run.trace().fact(row))
                .filter(f -> Optional.of(value).equals(Optional.ofNullable(f.event().value(0))))
                .toList();
    }

    @Test
    void anEventThatTheSourceSaysAgainIsTheSameRow() {
        List<Fact.Emitted> twos = emitted(2);
        assertEquals(2, twos.size(), "said again after the crash");
        for (Fact.Emitted two : twos)
            assertEquals(List.of("-", "12:00:35", "-", "12:00:18", "-", "-"), moved(two));
        assertEquals(List.of("-", "-", "-", "12:00:18", "-", "12:00:35"), moved(emitted(5).getFirst()));
    }

    @Test
    void rowsThatSayTheSameAreToldApartByTheirOrder() {
        List<Fact.Emitted> threes = emitted(3);
        assertEquals(4, threes.size());
        List<String> first = List.of("-", "-", "12:00:35", "12:00:18", "-", "-");
        List<String> second = List.of("-", "-", "-", "12:00:35", "-", "-");
        assertEquals(List.of(first, second, first, second), threes.stream().map(this::moved).toList());
    }

    @Test
    void whatHappenedElsewhenGetsAnotherEventTime() {
        long to = run.plan().clock().parse("12:00:03").orElseThrow();
        Fact.Emitted four = emitted(4).getFirst();
        var next = new ArrivalEdits(run).move(four.event().id, true, to, edits)
                .orElseThrow()
                .change()
                .apply(EditorState.of(design));
        Value rows = next.design().node("orders").orElseThrow().settings().get("rows").orElseThrow();
        assertTrue(rows.toString().contains("12:00:03"));
        assertEquals("12:00:03",
                ((Value.Text) ((Value.Items) ((Value.Items) rows).items().get(4)).items().getFirst()).text());
    }
}
