package millrace.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import millrace.design.Design;
import millrace.design.Point;
import millrace.design.Value;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;

/** What differs between two designs, as a person reads it. */
class DifferencesTest {
    private static final Design BEFORE = DesignReader.read(Path.of("../designs/time/late-arrivals.json"))
            .wholeDesign()
            .orElseThrow();

    @Test
    void theSameDesignDiffersInNothing() {
        assertEquals(List.of(), Differences.between(BEFORE, BEFORE));
    }

    @Test
    void nodesWiresAndSettingsAreNamed() {
        String name = BEFORE.node("by2").orElseThrow().name();
        Design after = BEFORE.named("Mine")
                .change("by2", n -> n.with("size", Value.of("3 min")).with("allowed", Value.of(true)))
                .change("totals", n -> n.named("Sums").movedTo(new Point(1, 2)))
                .change("scores", n -> n.movedTo(new Point(3, 4)))
                .removeNode("positive")
                .withSettings(BEFORE.settings().with("seed", Value.of(9)));
        List<String> lines = Differences.between(BEFORE, after);
        assertTrue(lines.containsAll(List.of("The name: 'Late arrivals' is now 'Mine'",
                "Removed: node '" + BEFORE.node("positive").orElseThrow().name() + "'",
                name + ", size: 2 min is now 3 min", name + ", allowed: set to true",
                "Renamed: node '" + BEFORE.node("totals").orElseThrow().name() + "' is now 'Sums'", "Moved: 2 nodes",
                "the run, seed: set to 9")), lines.toString());
        assertEquals(2, lines.stream().filter(l -> l.startsWith("Removed: wire ")).count(), lines.toString());
        List<String> back = Differences.between(after, BEFORE);
        assertTrue(back.contains("Added: node '" + BEFORE.node("positive").orElseThrow().name() + "' (filter)"),
                back.toString());
        assertTrue(back.contains("the run, seed: no longer set (was 9)"), back.toString());
    }

    @Test
    void aChangedTableAndTheOrderAreSaidToo() {
        Design after = BEFORE.change("scores", n -> n.with("rows", Value.of(List.of(Value.of(1)))));
        assertTrue(Differences.between(BEFORE, after).getFirst().contains("rows: 9 rows is now"),
                Differences.between(BEFORE, after).toString());
        Design turned = BEFORE.withNodes(BEFORE.nodes().reversed());
        assertEquals(List.of("Only the order of things, or what the design expects of its run"),
                Differences.between(BEFORE, turned));
    }
}
