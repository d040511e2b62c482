package millrace.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import millrace.design.Design;
import millrace.design.Outcome;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Problem;
import millrace.design.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the clipboard, and what does not come back from it. */
class ClipTest {
    private final Edits edits = new Edits(TestTypes::find);
    private final Clip clip = new Clip(TestTypes::find);
    private final Editor editor = new Editor(Design.EMPTY);

    private String add(TestTypes type) {
        editor.dispatch(edits.add(type, new Point(24, 24)));
        return editor.state().selection().nodes().getFirst();
    }

    private String text() {
        return clip.write(editor.state());
    }

    @Test
    void whatIsCopiedComesBackUnderOtherIdsWithTheWiresWithin() {
        String source = add(TestTypes.SOURCE);
        String window = add(TestTypes.WINDOW);
        String sink = add(TestTypes.SINK);
        editor.dispatch(edits.connect(PortRef.out(source), PortRef.in(window)));
        editor.dispatch(edits.connect(PortRef.out(window), PortRef.in(sink)));
        editor.dispatch(edits.addNote("# why", new Point(0, 0)));
        editor.dispatch(edits.addFrame("Totals", new Point(0, 0), 300, 200));
        editor.select(new Selection(new LinkedHashSet<>(List.of(source, window)), new LinkedHashSet<>(),
                new LinkedHashSet<>(Set.of("n1")), new LinkedHashSet<>(Set.of("f1"))));
        Fragment fragment = clip.read(text()).value().orElseThrow();
        editor.dispatch(edits.paste(fragment, 100, 50));
        Design design = editor.design();
        assertEquals(List.of("timetable-2", "tumbling-2"), List.copyOf(editor.state().selection().nodes()));
        assertEquals("timetable-2.out -> tumbling-2.in", design.wires().getLast().id());
        assertEquals(3, design.wires().size(), "the wire to what was not copied is not copied");
        assertEquals("# why", design.note("n2").orElseThrow().text());
        assertEquals(new Point(100, 50), design.frame("f2").orElseThrow().at());
        assertEquals(List.of(), new WellFormed(TestTypes::find).faults(editor.state()));
        assertEquals(new Point(0, 0), Clip.corner(fragment));
    }

    @Test
    void theTextIsADesignThatAnEditorTakes() {
        add(TestTypes.SOURCE);
        assertTrue(text().startsWith("{\n  \"millrace\": 1,"), text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    nothing-to-paste | `  `
                    not-a-part       | Dear Sir or Madam
                    not-a-part       | [1, 2]
                    not-a-part       | {"nodes": []}
                    newer-part       | {"millrace": 99, "nodes": []}
                    empty-part       | {"millrace": 1, "nodes": []}
                    broken-part      | {"millrace": 1, "nodes": [{"id": "a", "type": "filter"
                    broken-part      | {"millrace": 1, "nodes": [{"id": "a", "type": "filter"}, {"id": "a", "type": "filter"}]}
                    broken-part      | {"millrace": 1, "nodes": [{"id": "a", "type": "filter"}], "wires": [{"from": "a", "to": "a"}]}
                    broken-part      | {"millrace": 1, "nodes": [{"id": "a", "type": "filter"}], "wires": [{"from": "a", "to": "b"}]}
                    broken-part      | {"millrace": 1, "nodes": [{"id": "a", "type": "filter"}], "wires": [{"from": "a.top", "to": "a"}]}
                    """)
    void whatIsForeignOrMalformedIsRefusedWithAReason(String code, String text) {
        Outcome<Fragment> read = clip.read(text);
        assertTrue(read.value().isEmpty());
        assertEquals(List.of(code), read.problems().stream().map(Problem::code).toList());
    }

    @Test
    void textOfAnyDepthAndLengthIsOnlyRefused() {
        assertTrue(clip.read("{\"millrace\": 1, \"nodes\": " + "[".repeat(100_000)).value().isEmpty());
        assertTrue(clip.read("{" + "x".repeat(20_000_000)).value().isEmpty());
        String many = IntStream.range(0, 2_001)
                .mapToObj(i -> "{\"id\": \"n" + i + "\", \"type\": \"filter\"}")
                .collect(java.util.stream.Collectors.joining(","));
        assertEquals("broken-part",
                clip.read("{\"millrace\": 1, \"nodes\": [" + many + "]}").problems().getFirst().code());
    }

    @Test
    void aDesignIsNeverMadeTooLarge() {
        List<millrace.design.Node> nodes = IntStream.range(0, 1_200)
                .mapToObj(i -> new millrace.design.Node("n-" + i, "filter", "n", new Point(0, 0), Value.Group.EMPTY))
                .toList();
        Design large = Design.EMPTY.withNodes(nodes);
        assertEquals("too-many", clip.tooMuch(large, Fragment.of(large)).orElseThrow().code());
        assertTrue(clip.tooMuch(Design.EMPTY, Fragment.of(large)).isEmpty());
    }
}
