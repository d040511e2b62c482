package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import millrace.compile.Compiler;
import millrace.compile.Designs;
import millrace.design.Design;
import millrace.design.Problem;
import millrace.operator.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A log in a run: what its groups read, and when. Every run is also saved and restored between any two steps. */
class LogTest {
    /** A source of rows "12:00:01 A 1" with fields k and v, a log, a sink for each group. */
    private static Design design(String settings, String rows, String... groups) {
        List<String> lines = new ArrayList<>();
        for (String row : rows.split("\\|")) {
            String[] words = row.strip().split(" ");
            lines.add(String.format(Locale.ROOT, "[\"%s\", %s, \"%s\", %s]", words[0],
                    words.length > 3 ? "\"" + words[3] + "\"" : "null", words[1], words[2]));
        }
        List<millrace.design.Node> nodes = new ArrayList<>(List.of(
                Designs.node("source", "timetable",
                        "{\"fields\": {\"k\": \"string\", \"v\": \"long\"}, \"key\": \"k\", "
                                + "\"rows\": [" + String.join(", ", lines) + "]}"),
                Designs.node("log", "log", settings.replace('\'', '"'))));
        List<String> wires = new ArrayList<>(List.of("source -> log"));
        for (String group : groups) {
            nodes.add(Designs.node(group, "results", "{}"));
            wires.add("log." + group + " -> " + group);
        }
        return Design.EMPTY.withNodes(nodes)
                .withWires(Designs.wires(wires.toArray(String[]::new)))
                .withSettings(Designs.group("{\"clock\": \"12:00:00\"}"));
    }

    private static void gives(Design design, String... expected) {
        assertEquals(String.join("\n", expected), String.join("\n", DesignRuns.rows(design)));
    }

    @Test
    void theSimplestLogPassesOnWhatItIsGiven() {
        gives(design("{}", "12:00:01 A 1 | 12:00:02 B 2", "out"), "12:00:01 out A 1", "12:00:02 out B 2");
    }

    @Test
    void aGroupFromTheLatestReadsWhatComesAfterItHasJoined() {
        gives(design("{'groups': [{'name': 'g', 'from': 'latest', 'joins': '12:00:02'}]}",
                "12:00:01 A 1 | 12:00:02 A 2 | 12:00:03 A 3", "g"), "12:00:02 g A 2", "12:00:03 g A 3");
    }

    @Test
    void aGroupBeginsAtAnOffsetOrAtATimeOfAppending() {
        gives(design("{'groups': [{'name': 'a', 'from': 'offset', 'offset': 2, 'joins': '12:01'}, "
                + "{'name': 'b', 'from': 'time', 'time': '12:00:02', 'joins': '12:01'}]}",
                "12:00:01 A 1 | 12:00:02 A 2 | 12:00:03 A 3", "a", "b"), "12:01:00 a A 3", "12:01:00 b A 2",
                "12:01:00 b A 3");
    }

    @Test
    void anOffsetThatIsNotThereYetIsWaitedFor() {
        gives(design("{'groups': [{'name': 'g', 'from': 'offset', 'offset': 2}]}",
                "12:00:01 A 1 | 12:00:02 A 2 | 12:00:03 A 3", "g"), "12:00:03 g A 3");
    }

    @Test
    void aReaderIsBusyWithOneEventAtATimeAndPassesItOnAtTheEnd() {
        gives(design("{'groups': [{'name': 'g', 'takes': '5 s', 'slow': [{'from': '12:00:04', 'to': '12:00:08', "
                + "'takes': '10 s'}]}]}", "12:00:01 A 1 | 12:00:01 A 2 | 12:00:01 A 3", "g"), "12:00:06 g A 1",
                "12:00:16 g A 2", "12:00:21 g A 3");
    }

    @Test
    void aReaderTakesFromItsPartitionsInTurn() {
        gives(design("{'partitions': 2, 'assign': 'number', 'partitionBy': 'k', 'groups': [{'name': 'g', "
                + "'joins': '12:01'}]}", "12:00:01 0 1 | 12:00:02 P0 2 | 12:00:03 P1 3 | 12:00:04 1 4", "g"),
                "12:01:00 g 0 1", "12:01:00 g P1 3", "12:01:00 g P0 2", "12:01:00 g 1 4");
    }

    @Test
    void aPauseOfOnePartitionLeavesTheOthersReading() {
        gives(design("{'partitions': 2, 'assign': 'number', 'partitionBy': 'k', 'groups': [{'name': 'g', 'pauses': "
                + "[{'from': '12:00:00', 'to': '12:00:05', 'partition': 0}]}]}",
                "12:00:01 0 1 | 12:00:02 1 2 | 12:00:05 0 3", "g"), "12:00:02 g 1 2", "12:00:05 g 0 1",
                "12:00:05 g 0 3");
    }

    @Test
    void aResetReplaysFromTheOldestWhileOthersGoOn() {
        gives(design("{'groups': [{'name': 'a', 'resets': ['12:00:02.500']}, {'name': 'b'}]}",
                "12:00:01 A 1 | 12:00:02 A 2 | 12:00:03 A 3", "a", "b"), "12:00:01 a A 1", "12:00:01 b A 1",
                "12:00:02 a A 2", "12:00:02 b A 2", "12:00:02.500 a A 1", "12:00:02.500 a A 2", "12:00:03 a A 3",
                "12:00:03 b A 3");
    }

    @Test
    void retentionByAgeTakesWhatIsAsOldAsThat() {
        gives(design("{'retention': {'age': '2 s'}, 'groups': [{'name': 'g', 'joins': '12:00:03'}]}",
                "12:00:01 A 1 | 12:00:02 A 2 | 12:00:03 A 3", "g"), "12:00:03 g A 2", "12:00:03 g A 3");
    }

    @Test
    void retentionBySizeKeepsTheNewestOfEachPartition() {
        gives(design("{'retention': {'records': 2}, 'groups': [{'name': 'g', 'joins': '12:00:04'}]}",
                "12:00:01 A 1 | 12:00:02 A 2 | 12:00:03 A 3", "g"), "12:00:04 g A 2", "12:00:04 g A 3");
    }

    /** What a group reads that joins at a time, of a log whose cleaner runs every 10 s and keeps tombstones for 10 s. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "12:00:09| A 1, B 2, A 3, B -, C 4",
        "12:00:10| A 3, B -, C 4",
        "12:00:19| A 3, B -, C 4",
        "12:00:20| A 3, C 4"})
    void theCleanerKeepsTheLastOfEachKeyAndTombstonesForAWhile(String joins, String read) {
        Design design = design("{'compaction': 'on', 'segment': 2, 'cleanEvery': '10 s', 'keepTombstones': '10 s', "
                + "'groups': [{'name': 'g', 'joins': '" + joins + "'}]}",
                "12:00:01 A 1 | 12:00:02 B 2 | 12:00:03 A 3 | 12:00:04 B null | 12:00:05 C 4", "g");
        assertEquals(read, String.join(", ",
                DesignRuns.rows(design).stream().map(r -> r.substring(r.indexOf(" g ") + 3)).toList()));
    }

    @Test
    void equalKeysLieInOnePartitionAndEventsWithoutAKeyTakeTurns() {
        Design design = design("{'partitions': 3, 'groups': [{'name': 'g', 'pauses': [{'from': '12:00', 'to': '12:01', "
                + "'partition': 0}, {'from': '12:00', 'to': '12:02', 'partition': 1}]}]}",
                "12:00:01 A 1 | 12:00:02 B 2 | 12:00:03 C 3 | 12:00:04 A 4 | 12:00:05 B 5 | 12:00:06 C 6", "g");
        List<String> rows = DesignRuns.rows(design);
        for (String key : List.of("A", "B", "C")) {
            List<String> times = rows.stream().filter(r -> r.contains(" " + key + " ")).toList();
            boolean paused = times.getFirst().startsWith("12:01") || times.getFirst().startsWith("12:02");
            assertEquals(2, times.size());
            assertTrue(!paused || times.getFirst().substring(0, 5).equals(times.get(1).substring(0, 5)),
                    times::toString);
        }
    }

    @Test
    void anEventThatNamesNoPartitionFailsAndIsCounted() {
        Design design = design("{'partitions': 2, 'assign': 'number', 'partitionBy': 'k'}",
                "12:00:01 P2 1 | 12:00:02 P1 2",
                "out");
        gives(design, "12:00:02 out P1 2");
        CountersRecorder counters = new CountersRecorder();
        new Simulation(Compiler.compile(design, Files.NONE).value().orElseThrow(), counters, Outlet.NONE).run();
        assertEquals(1, counters.failed());
    }

    /** The window [12:00, 12:00:10) behind a group answers when the group's watermark has passed its end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "never", value = {
        "1 | 'ascending'                   | 0 s | 12:00:14",
        "2 | 'ascending'                   | 0 s | 12:00:14",
        "3 | 'ascending'                   | 0 s | never",
        "3 | 'ascending'                   | 10 s| 12:00:13",
        "1 | 'bounded', 'bound': '5 s'     | 0 s | never",
        "1 | 'bounded', 'bound': '3 s'     | 0 s | 12:00:14",
        "1 | 'none'                        | 0 s | never"})
    void aGroupsWatermarkIsTheMinimumOverItsReaders(int readers, String strategy, String idleAfter, String answers) {
        Design log = design("{'partitions': 2, 'assign': 'number', 'partitionBy': 'k', 'end': 'never', 'idleAfter': '"
                + idleAfter + "', 'watermark': {'strategy': " + strategy + "}, 'groups': [{'name': 'g', 'readers': "
                + readers + "}]}", "12:00:01 0 1 | 12:00:02 1 2 | 12:00:13 0 5 | 12:00:14 1 6", "g");
        List<String> rows = DesignRuns.rows(windowed(log));
        assertEquals(answers == null ? 0 : 2, rows.size(), rows::toString);
        if (answers != null) assertTrue(rows.getFirst().startsWith(answers), rows::toString);
    }

    /** The same, with a window of ten seconds between the log and the sink. */
    private static Design windowed(Design log) {
        List<millrace.design.Node> nodes = new ArrayList<>(log.nodes());
        nodes.add(Designs.node("sum", "tumbling", "{\"size\": \"10 s\", \"aggregates\": [\"sum of v\"]}"));
        return log.withNodes(nodes).withWires(Designs.wires("source -> log", "log.g -> sum", "sum -> g"));
    }

    @Test
    void withoutRunningRecordsNothingMoreIsDoneAndTheRunEnds() {
        Design design = design("{'compaction': 'on', 'cleanEvery': '1 s', 'segment': 1, 'end': 'never'}",
                "12:00:01 A 1 | 12:00:02 A null | 12:00:03 A 3", "out");
        assertEquals(3, DesignRuns.rows(design).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{'groups': [{'name': 'a'}, {'name': 'a'}]}            | duplicate-name    | groups[1].name",
        "{'groups': [{'name': 'a.b'}]}                         | not-a-name        | groups[0].name",
        "{'groups': [{}]}                                      | missing           | groups[0].name",
        "{'groups': ['a']}                                     | not-a-group       | groups[0]",
        "{'groups': [{'name': 'a', 'reader': 2}]}              | unknown-setting   | groups[0].reader",
        "{'groups': [{'name': 'a', 'readers': 0}]}             | out-of-range      | groups[0].readers",
        "{'groups': [{'name': 'a', 'pauses': [{'from': '12:01', 'to': '12:00'}]}]} | not-ascending | groups[0].pauses[0].to",
        "{'groups': [{'name': 'a', 'pauses': [{'from': '12:00', 'to': '12:01', 'partition': 1}]}]} | unknown-partition | groups[0].pauses[0].partition",
        "{'groups': [{'name': 'a', 'resets': ['noon']}]}       | not-a-time        | groups[0].resets[0]",
        "{'assign': 'number', 'partitionBy': 'x'}              | unknown-field     | partitionBy",
        "{'assign': 'hash'}                                    | missing           | partitionBy"})
    void whatIsWrongIsToldWithItsPlace(String settings, String code, String path) {
        Design design = design(settings, "12:00:01 A 1").withWires(Designs.wires("source -> log"));
        List<Problem> problems = Compiler.compile(design, Files.NONE).problems();
        assertTrue(problems.stream().anyMatch(p -> p.code().equals(code) && p.where().toString().contains(path)),
                problems::toString);
    }
}
