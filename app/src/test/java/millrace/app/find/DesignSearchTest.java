package millrace.app.find;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import millrace.catalog.Catalog;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;

class DesignSearchTest {
    private static final Design DESIGN = DesignReader.read(Path.of("../designs/time/late-arrivals.json"))
            .wholeDesign()
            .orElseThrow();

    private static List<String> found(String query) {
        List<Problem> problems = List.of(Problem.inWords(Location.setting("by2", "size"), "missing", "?", "!"));
        return new DesignSearch(DESIGN, Catalog::find, problems).find(query)
                .stream()
                .map(h -> (h.note() ? "note " : "") + h.id())
                .toList();
    }

    @Test
    void nodesAreFoundByNameTypeGroupAndSettingsFromLeftToRight() {
        assertEquals(List.of("positive"), found("POSITIVE"));
        assertEquals(List.of("by2"), found("tumbling"));
        assertEquals(List.of("by2"), found("type:window"));
        assertEquals(List.of("scores"), found("12:06:39"));
        assertEquals(List.of("by2"), found("lateness 10"));
        assertEquals(List.of(), found("nowhere"));
        assertEquals(List.of(), found("  "));
    }

    @Test
    void whatIsWrongIsFoundAndWordsNarrowItDown() {
        assertEquals(List.of("by2"), found("has:problem"));
        assertEquals(List.of(), found("has:problem filter"));
    }

    @Test
    void notesAreFoundByTheirWords() {
        String word = DESIGN.notes().getFirst().text().split("\\s+")[0].toLowerCase(java.util.Locale.ROOT);
        assertEquals(true, found(word).contains("note " + DESIGN.notes().getFirst().id()));
    }
}
