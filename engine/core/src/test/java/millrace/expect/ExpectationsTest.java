package millrace.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import millrace.design.Design;
import millrace.design.Value;
import millrace.format.DesignPaths;
import millrace.format.DesignReader;
import millrace.operator.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not as expected is told in plain words; each line changes one figure of a true expectation. */
class ExpectationsTest {
    private static final Design DESIGN = DesignReader.read(Path.of("../../designs/time/late-arrivals.json"))
            .wholeDesign()
            .orElseThrow();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "`sum`: 14, `timing`: `late`| `sum`: 5, `timing`: `late`| totals, row 8: expected sum 5, got 14",
        "12:08:19`, `window`| 12:08:20`, `window`| totals, row 8: expected at 12:08:20, got 12:08:19",
        "[`12:00`, `12:02`], `sum`: 5| [`12:00`, `12:03`], `sum`: 5| totals, row 1: expected window [12:00, 12:03], got [12:00, 12:02)",
        "`timing`: `late`| `timing`: `on time`| totals, row 8: expected timing on time, got late",
        "`index`: 0| `idx`: 0| totals, row 1: there is no column 'idx'",
        "`too-late`: []| `too-late`: [{`value`: 9}]| too-late: expected 1 row, got 0; the first missing one is: value 9",
        "`totals`: [| `totels`: [| there is no sink 'totels': did you mean 'totals'?",
        "`dropped`: []| `dropped`: [{`node`: `by2`}]| dropped events: expected 1 row, got 0",
        "`by2.late`: 1| `by2.late`: 2| by2.late: expected 2, got 1",
        "`by2.late`: 1| `by2.laet`: 1| nothing called 'laet' is counted: did you mean 'late'?",
        "`is`: `12:06:56`| `is`: `12:06:55`| watermark of by2 at 12:08:19: expected 12:06:55, got 12:06:56",
        "`open`: []| `opened`: []| 'opened' can't be expected: did you mean 'open'?"})
    void firstDifference(String figure, String wrong, String words) {
        String text = millrace.format.ValueText.of(DESIGN.expected().getFirst());
        String changed = text.replace(quoted(figure), quoted(wrong));
        assertTrue(!changed.equals(text), () -> figure + " is not in " + text);
        String difference = only((Value.Group) DesignPaths.typed(changed)).difference().orElse("none");
        assertTrue(difference.startsWith(words), difference);
    }

    private static String quoted(String text) {
        return text.strip().replace('`', '"');
    }

    @Test
    void aMissingRowAndOneTooMany() {
        assertTrue(difference("{\"results\": {\"totals\": []}}").startsWith(
                "totals: expected 0 rows, got 10; the first too many is: at 12:05:59, window [12:00, 12:02)"));
    }

    @Test
    void longOutputs() {
        assertEquals("as expected", difference("{\"results\": {\"totals\": {\"count\": 10, \"sum\": {\"sum\": 89}, "
                + "\"first\": [{\"sum\": 5}], \"last\": [{\"sum\": 12}, {\"sum\": 12}], \"contains\": [{\"sum\": 18}]}}}"));
        assertEquals("totals: expected 9 rows, got 10", difference("{\"results\": {\"totals\": {\"count\": 9}}}"));
        assertEquals("totals: expected the sum of all rows to be 90, got 89",
                difference("{\"results\": {\"totals\": {\"sum\": {\"sum\": 90}}}}"));
        assertEquals("totals: expected a row sum 19, but there is none among 10",
                difference("{\"results\": {\"totals\": {\"contains\": [{\"sum\": 19}]}}}"));
        assertTrue(difference("{\"results\": {\"totals\": {\"cuont\": 1}}}").contains("did you mean 'count'?"));
    }

    @Test
    void settingsThatCanNotBeSet() {
        assertTrue(difference("{\"set\": [\"by2.lateness\"], \"counts\": {\"scores.sent\": 9}}")
                .startsWith("can't be set: 'set' must be a group, not "));
        assertEquals("can't be set: by3.lateness: there is no node 'by3': did you mean 'by2'?",
                difference("{\"set\": {\"by3.lateness\": \"2 min\"}, \"counts\": {\"scores.sent\": 9}}"));
        assertTrue(difference("{\"set\": {\"by2.lateness\": \"two\"}, \"counts\": {\"scores.sent\": 9}}")
                .startsWith("the design can't run: by2.lateness:"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{`name`: `x`}| nothing is expected: say results",
        "{`results`: {}}| results expects nothing",
        "{`counts`: {}}| counts expects nothing",
        "{`watermarks`: []}| watermarks must be a list that expects some",
        "{`results`: {`totals`: {}}}| totals: nothing is expected: say count",
        "{`results`: {`totals`: {`sum`: {}}}}| totals: sum must be a group",
        "{`results`: {`totals`: {`first`: []}}}| totals: first and last are lists of rows",
        "{`results`: {`totals`: {`contains`: []}}}| totals: contains is a list of rows",
        "{`watermarks`: [{`node`: `by2`, `at`: `12:06`, `is`: `none`, `since`: 1}]}| an expected watermark is"})
    void anExpectationThatExpectsNothingFails(String expectation, String words) {
        String difference = difference(quoted(expectation));
        assertTrue(difference.startsWith(words), difference);
    }

    @Test
    void aRowThatIsContainedTwiceMustBeThereTwice() {
        String twice = "{\"results\": {\"totals\": {\"contains\": [{\"sum\": %1$d}, {\"sum\": %1$d}]}}}";
        assertEquals("as expected", difference(twice.formatted(12)));
        assertEquals("totals: expected 2 rows sum 14, got only 1",
                difference(twice.formatted(14)));
    }

    @Test
    void whatIsTakenBackCountsAgainstTheSum() {
        assertEquals("as expected", difference("{\"set\": {\"by2.accumulation\": \"retracting\"}, "
                + "\"results\": {\"totals\": {\"count\": 16, \"sum\": {\"sum\": 48}}}}"));
    }

    @Test
    void aRunThatDoesNotEndIsGivenUp() {
        Design endless = DesignReader.read("""
                {"millrace": 1,
                 "nodes": [{"id": "g", "type": "generator", "settings": {"events": 0, "rate": 1000}},
                           {"id": "r", "type": "results"}],
                 "wires": [{"from": "g", "to": "r"}],
                 "expected": [{"counts": {"g.sent": 1}}]}
                """, "x").wholeDesign().orElseThrow();
        String words = Expectations.check(endless, Files.NONE, 5_000).getFirst().difference().orElse("none");
        assertTrue(words.startsWith("the run does not end: after 5000 steps"), words);
    }

    private static String difference(String expectation) {
        return only((Value.Group) DesignPaths.typed(expectation)).difference().orElse("as expected");
    }

    private static Verdict only(Value.Group expectation) {
        Design design = new Design(DESIGN.name(), DESIGN.about(), DESIGN.settings(), DESIGN.nodes(), DESIGN.wires(),
                DESIGN.notes(), List.of(expectation), DESIGN.extra());
        return Expectations.check(design, Files.NONE).getFirst();
    }
}
