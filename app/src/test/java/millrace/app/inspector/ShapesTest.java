package millrace.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import millrace.design.Value;
import millrace.format.DesignPaths;
import org.junit.jupiter.api.Test;

/** Lists of groups as rows of cells, and back. */
class ShapesTest {
    private static final GridEditor.Shape GROUPS = Shapes.groups(List.of("name", "readers", "pauses"));

    @Test
    void aListOfGroupsStandsInRowsAndComesBackAsItWas() {
        Value groups = DesignPaths
                .typed("[{\"name\": \"cash\", \"readers\": 3, \"pauses\": [{\"from\": \"12:00\", \"to\": "
                        + "\"12:01\"}]}, {\"name\": \"audit\"}]");
        List<List<String>> rows = GROUPS.rows(groups);
        assertEquals(
                List.of(List.of("cash", "3", "[{\"from\": \"12:00\", \"to\": \"12:01\"}]"), List.of("audit", "", "")),
                rows);
        assertEquals(groups, GROUPS.value(rows));
    }

    @Test
    void whatIsNoListHasNoRows() {
        assertEquals(List.of(), GROUPS.rows(Value.of("all")));
    }
}
