package millrace.compile;

import static millrace.compile.Designs.design;
import static millrace.compile.Designs.node;
import static millrace.compile.Designs.wires;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import millrace.operator.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the edits of a database, and where. */
class EditsTest {
    private static List<String> problems(String settings) {
        var design = design(node("db", "database", settings.replace('\'', '"')), node("out", "results", "{}"))
                .withWires(wires("db -> out"))
                .withSettings(Designs.group("{\"clock\": \"12:00:00\"}"));
        return Compiler.compile(design, Files.NONE)
                .problems()
                .stream()
                .map(p -> p.where() + ": " + p.code() + ": " + p.message() + ": " + p.fix().orElse(""))
                .toList();
    }

    private static List<String> edits(String edits) {
        return problems("{'fields': {'id': 'string', 'n': 'long'}, 'key': 'id', 'edits': [" + edits + "]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "['12:00', 'update', 'A', 1] | db.edits[0]: no-row: there is no row 'A' at 12:00:00: write \"insert\", or insert it before",
        "['12:00', 'delete', 'A', 1] | db.edits[0]: no-row: there is no row 'A' at 12:00:00: remove this line, or insert the row before",
        "['12:01', 'insert', 'A', 1], ['12:00', 'insert', 'A', 1] | db.edits[0]: row-exists: there is a row 'A' already at 12:01:00: write \"update\", or delete it first",
        "['12:00', 'insrt', 'A', 1] | db.edits[0][1]: unknown-edit: 'insrt' is not something that can be done to a row: did you mean 'insert'?",
        "['12:00', 'insert', null, 1] | db.edits[0][2]: no-key: the edit does not say of which row: write a value for 'id'",
        "['12:00', 'insert', 'A'] | db.edits[0]: bad-row: the edit has 3 values, 4 are expected: write [at, edit, id, n]",
        "['12:00', 'insert', 'A', 'x'] | db.edits[0][3]: wrong-value: 'x' is not a long ('n'): write a whole number without quotes",
        "['noon', 'insert', 'A', 1] | db.edits[0][0]: not-a-time: 'noon' is not a time: write for example 12:05:19",
        "['12:00', 'insert', 'A', 1, 'noon'] | db.edits[0][4]: not-a-time: 'noon' is not a time: write for example 12:05:19",
    })
    void areToldWithPlaceAndFix(String edits, String problem) {
        assertEquals(List.of(problem), edits(edits));
    }

    @Test
    void aRowMayComeAgainAfterItWentEditsBeingMadeInOrderOfTime() {
        assertEquals(List.of(), edits("['12:02', 'insert', 'A', 3], ['12:00', 'insert', 'A', 1, null], "
                + "['12:01', 'delete', 'A', null], ['12:02', 'update', 'A', 4, '12:00']"));
    }

    @Test
    void aTableNeedsAKey() {
        assertEquals(List.of("db.key: missing: 'key' is missing: write for example \"value\""),
                problems("{'fields': {'id': 'string'}}"));
        assertEquals(List.of("db.key: unknown-field: there is no field 'idd': did you mean 'id'?"),
                problems("{'fields': {'id': 'string'}, 'key': 'idd'}"));
        assertEquals(List.of("db.key: wrong-types: random keys are texts or whole numbers, not of type double: "
                + "take a field that is a string or a long"),
                problems("{'fields': {'x': 'double'}, 'key': 'x', 'edited': 'random'}"));
    }
}
