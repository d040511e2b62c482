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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is expected of logs and queues, and the first difference in words. */
class BrokerCheckTest {
    private static String difference(String design, String expected) {
        Design read = DesignReader.read(Path.of("../../designs/messaging/" + design + ".json"))
                .wholeDesign()
                .orElseThrow();
        Value.Group expectation = (Value.Group) DesignPaths
                .typed("{\"brokers\": [" + expected.replace('`', '"') + "]}");
        List<Verdict> verdicts = Expectations.check(new Design(read.name(), read.about(), read.settings(), read.nodes(),
                read.wires(), read.notes(), List.of(expectation), read.extra()), Files.NONE);
        assertEquals(1, verdicts.size());
        return verdicts.getFirst().difference().orElse("as expected");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "three-readers | `at`: `12:00:50`, `group`: `search`, `lag`: 3 | as expected",
        "three-readers | `at`: `12:00:50`, `group`: `search`, `lag`: 2 | log at 12:00:50, group search: expected lag 2, got 3",
        "three-readers | `at`: `12:00:50`, `group`: `search`, `position`: 4 | log at 12:00:50, group search: expected position 4, got 3",
        "three-readers | `at`: `12:00:50`, `group`: `serach`, `lag`: 3 | log at 12:00:50, group serach: there is no group 'serach': did you mean 'search'?",
        "three-readers | `at`: `12:00:20`, `records`: [[0, 1], [1, 2]] | log at 12:00:20: expected records [[0, 1], [1, 2]], got [[0, 1], [1, 2], [2, 3]]",
        "three-readers | `at`: `12:00:20`, `partition`: 1, `records`: [] | log at 12:00:20: there is no such partition",
        "three-readers | `at`: `12:00:20`, `held`: 4 | log at 12:00:20: expected held 4, got 3",
        "three-readers | `at`: `12:00:20`, `lag`: 4 | log at 12:00:20: 'lag' can't be expected here",
        "three-readers | `at`: `noon`, `held`: 4 | there is no time 'noon'",
        "three-readers | `at`: `12:00:20` | an expected broker is",
        "two-parcels | `at`: `12:00:20`, `group`: `feed`, `positions`: [1, 1] | as expected",
        "two-parcels | `at`: `12:00:20`, `group`: `feed`, `positions`: [1, 2] | log at 12:00:20, group feed: expected positions [1, 2], got [1, 1]"})
    void ofLogs(String design, String expected, String difference) {
        String got = difference(design, "{`node`: `log`, " + expected + "}");
        assertTrue(got.startsWith(difference), got);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "`queue`, `at`: `12:00:11`, `held`: 3, `failed`: 3 | as expected",
        "`queue`, `at`: `12:00:12`, `held`: 3 | queue at 12:00:12: expected held 3, got 2",
        "`queue`, `at`: `12:00:12`, `failed`: 3 | queue at 12:00:12: expected failed 3, got 4",
        "`queue`, `at`: `12:00:12`, `records`: [] | queue at 12:00:12: 'records' can't be expected here",
        "`jobs`, `at`: `12:00:12`, `held`: 3 | there is no log or queue 'jobs'"})
    void ofQueues(String expected, String difference) {
        assertEquals(difference, difference("poison", "{`node`: " + expected + "}"));
    }
}
