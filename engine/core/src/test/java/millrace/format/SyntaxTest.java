package millrace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import millrace.design.Design;
import millrace.design.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not JSON: told in plain words with line and column, and read as far as they go. */
class SyntaxTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{`millrace`: 1 `name`: `x`}            | 1:16 json-comma   | expected ',' or '}' in the group",
        "{`millrace`: 1, `name`: `x`,}          | 1:28 json-comma   | a comma with nothing after it",
        "{`millrace`: 1,, `name`: `x`}          | 1:16 json-comma   | a comma with nothing after it",
        "{`millrace` 1}                         | 1:13 json-colon   | expected ':' before '1'",
        "{`millrace`= 1}                        | 1:12 json-colon   | expected ':', found '='",
        "{millrace: 1}                          | 1:2 json-name     | the name millrace stands without double quotes",
        "{'millrace': 1}                        | 1:2 json-name     | the name millrace stands without double quotes",
        "{`millrace`: 1, `name`: Late}          | 1:25 json-value   | 'Late' is not a value",
        "{`millrace`: 1, `name`: 'Late'}        | 1:25 json-text    | texts stand in double quotes, found 'Late'",
        "{`millrace`: 1, `seed`: 007}           | 1:25 json-number  | '007' is not a number as JSON writes it",
        "{`millrace`: 1, `seed`: NaN}           | 1:25 not-finite   | NaN is not a number that a design can hold",
        "{`millrace`: 1, `seed`: -Infinity}     | 1:25 not-finite   | -Infinity is not a number",
        "{`millrace`: 1, `at`: 12:05:00}        | 1:23 json-number  | '12:05:00' is not a number",
        "{`millrace`: 1, `name`: `La\\te\\q`}   | 1:25 json-text    | '\\q' is no escape",
        "{`millrace`: 1, `nodes`: [1, 2}        | 1:31 json-bracket | expected ',' or ']' in the list",
        "{`millrace`: 1, `nodes`: []]           | 1:28 json-bracket | expected ',' or '}' in the group",
        "{`millrace`: 1, `name`: }              | 1:25 json-value   | expected a value before '}'",
        "{`millrace`: 1} {}                     | 1:17 json-after-end | something follows the end of the design",
        "{`millrace`: 1} // the end             | 1:17 json-after-end | something follows the end of the design",
        "{`millrace`: 1, // the version         | 1:17 json-comment | a comment: JSON has none",
        "{`millrace`: 1, `name`: `x             | 1:25 json-text    | this text has no closing quote on its line",
        "{`millrace`: 1, `name`: `x`            | 1:28 json-end     | the file ends before the group that began at line 1"})
    void saidInPlainWords(String text, String placeAndCode, String message) {
        List<Problem> problems = DesignReader.read(text.strip().replace('`', '"'), "x").problems();
        assertTrue(
                problems.stream().anyMatch(p -> told(p).equals(placeAndCode.strip()) && p.message().contains(message)),
                () -> problems.toString() + " " + problems.stream().map(SyntaxTest::told).toList());
    }

    private static String told(Problem p) {
        return p.where().place().map(at -> at.line() + ":" + at.column()).orElse("-") + " " + p.code();
    }

    @Test
    void allSlipsAtOnceAndTheRestIsRead() {
        Reading reading = DesignReader.read("""
                {
                  "millrace": 1,
                  "name": "Late arrivals,
                  "nodes": [
                    {"id": "a" "type": "timetable", "at": [1, 2,]},
                    {"id": "b", "type": tumbling, "at": [200, 2]},
                  ],
                  "wires": [{"from": "a", "to": "b"}]
                }
                """, "x");
        assertEquals(
                List.of("3:11 json-text", "5:16 json-comma", "5:48 json-comma", "6:25 json-value", "6:50 json-comma"),
                reading.problems().stream().map(SyntaxTest::told).toList());
        Design design = reading.design().orElseThrow();
        assertEquals(List.of("a", "b"), design.nodes().stream().map(n -> n.id()).toList());
        assertEquals("a.out -> b.in", design.wires().getFirst().id());
        assertFalse(reading.whole());
    }

    @Test
    void anyDamageGivesProblemsWithAPlaceAndNeverAnException() throws Exception {
        String good = DesignWriter.write(new RandomDesigns(3).next());
        for (long seed = 1; seed <= 3000; seed++) {
            byte[] bytes = damaged(good.getBytes(StandardCharsets.UTF_8), new SplittableRandom(seed));
            Reading reading = DesignReader.read(bytes, "damaged");
            String about = "seed " + seed + " " + reading.problems() + "\n" + new String(bytes, StandardCharsets.UTF_8);
            assertTrue(reading.whole() || !reading.problems().isEmpty(), about);
            assertTrue(reading.problems().stream().allMatch(p -> p.where().place().isPresent() && p.fix().isPresent()),
                    about);
            if (reading.whole()) assertEquals(List.of(), reading.problems(), about);
        }
    }

    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        byte[] garbage = "{}[],:\"'/#\\\n 0-e\0\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        switch (random.nextInt(3)) {
            case 0 -> bytes[at] = garbage[random.nextInt(garbage.length)];
            case 1 -> bytes = java.util.Arrays.copyOf(bytes, at);
            default -> System.arraycopy(bytes, at, bytes, at / 2, Math.min(9, bytes.length - at));
        }
        return bytes;
    }
}
