package millrace.app.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzyTest {
    private static final List<String> NAMES = List.of("Save", "Save as…", "Select all", "Step", "Step back",
            "Add Sliding window", "Add Session", "Light or dark", "Fit the graph", "Find an action",
            "Undo move 3 nodes");

    private static List<String> found(String typed) {
        return new Ranking().find(typed, NAMES, n -> n, List::of);
    }

    @ParameterizedTest
    @CsvSource({"save, Save", "sa, Save", "save as, Save as…", "dark, Light or dark", "ftg, Fit the graph",
        "fg, Fit the graph", "lod, Light or dark", "window sliding, Add Sliding window", "asw, Add Sliding window",
        "stepb, Step back", "umn, Undo move 3 nodes", "TITLE, ''"})
    void theBestFitComesFirst(String typed, String best) {
        assertEquals(best, found(typed).stream().findFirst().orElse(""));
    }

    @Test
    void aWholeNameComesBeforeItsBeginningAndThatBeforeTheMiddle() {
        assertEquals(List.of("Step", "Step back"), found("step"));
        assertEquals(List.of("Save", "Save as…", "Select all"), found("sa"), "the last by its initials");
        assertTrue(found("xyz").isEmpty());
    }

    @Test
    void whatWasUsedLastComesFirstAmongAll() {
        Ranking ranking = new Ranking();
        ranking.used("Step");
        ranking.used("Select all");
        assertEquals(List.of("Select all", "Step", "Save"), ranking.find("", NAMES, n -> n, List::of).subList(0, 3));
        assertEquals("Save", ranking.find("save", NAMES, n -> n, List::of).getFirst());
    }
}
