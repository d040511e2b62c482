package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.design.Problem;
import millrace.format.DesignReader;
import millrace.explain.Explain;
import millrace.operator.FaultNote;
import millrace.operator.Files;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import org.junit.jupiter.api.Test;

/** Settings that become others while a run goes on. Each run is also watched, and saved and restored after every step. */
class ChangesTest {
    /** Scores that come in order, one each 10 s from 12:00:05 on, worth 1, 2, 3, ... */
    private static Design design(String changes, String node, String... more) {
        return read(changes, "", node, more);
    }

    private static Design read(String changes, String settings, String node, String... more) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 12; i++)
            rows.append(i == 0 ? "" : ", ")
                    .append("[\"")
                    .append(time(5 + 10 * i))
                    .append("\", null, ")
                    .append(i + 1)
                    .append("]");
        String text = """
                {"millrace": 1, "name": "x", "settings": {"clock": "12:00:00"SETTINGS, "changes": [CHANGES]}, "nodes": [
                {"id": "scores", "type": "timetable", "settings": {"fields": {"value": "long"}, "rows": [ROWS]}},
                NODE,
                {"id": "out", "type": "results"}],
                "wires": [{"from": "scores", "to": "n"}, {"from": "n", "to": "out"}MORE]}
                """;
        String design = text.replace("ROWS", rows)
                .replace("CHANGES", changes)
                .replace("NODE", node)
                .replace("SETTINGS", settings)
                .replace("MORE", String.join("", more));
        return DesignReader.read(design, "x").wholeDesign().orElseThrow();
    }

    private static String time(int second) {
        return "12:0" + second / 60 + ":" + (second % 60 < 10 ? "0" : "") + second % 60;
    }

    private static String node(String type, String settings) {
        return "{\"id\": \"n\", \"type\": \"" + type + "\", \"settings\": {" + settings + "}}";
    }

    private static String change(String at, String setting, String value) {
        return change(at, "n", setting, value);
    }

    private static String change(String at, String node, String setting, String value) {
        return "{\"at\": \"" + at + "\", \"node\": \"" + node + "\", \"setting\": \"" + setting + "\", \"value\": "
                + value + "}";
    }

    private static List<String> rows(Design design) {
        return DesignRuns.rows(design).stream().map(r -> r.replace(" out", "")).toList();
    }

    private static List<Problem> problems(Design design) {
        return Compiler.compile(design, Files.NONE).problems();
    }

    @Test
    void aFilterLetsOtherEventsThrough() {
        Design design = design(change("12:01:00", "condition", "\"value < 8\""),
                node("filter", "\"condition\": \"value > 4\""));
        assertEquals(List.of("12:00:45 5", "12:00:55 6", "12:01:05 7"), rows(design));
    }

    @Test
    void aWindowKeepsWhatItHasWhenItsTriggerIsAnother() {
        Design design = design(change("12:00:30", "early", "{\"kind\": \"count\", \"count\": 2}"),
                node("tumbling", "\"size\": \"1 min\", \"aggregates\": [\"sum of value\"]"));
        List<String> rows = rows(design);
        assertEquals("12:00:30", rows.get(0).substring(0, 8), "the first two of three count at once: " + rows);
        assertTrue(rows.get(0).endsWith(" 6"), rows.get(0));
        assertTrue(rows.get(1).startsWith("12:00:45") && rows.get(1).endsWith(" 15"), rows.get(1));
        assertTrue(rows.stream().anyMatch(r -> r.startsWith("12:01:05") && r.endsWith(" 21")), rows.toString());
    }

    @Test
    void anotherSizeLetsOpenWindowsLeaveAndBeginsAnew() {
        Design design = design(change("12:00:30", "size", "\"20 s\""),
                node("tumbling", "\"size\": \"1 min\", \"aggregates\": [\"sum of value\"]"));
        List<String> sums = rows(design).stream()
                .map(r -> r.substring(0, 8) + " " + r.substring(r.lastIndexOf(' ') + 1))
                .toList();
        assertEquals(List.of("12:00:30 6", "12:00:45 4", "12:01:05 11", "12:01:25 15", "12:01:45 19", "12:01:55 23"),
                sums);
    }

    @Test
    void sessionsAndSlidingWindowsGoOnUnderAnotherTrigger() {
        for (String window : List.of("session\", \"settings\": {\"gap\": \"15 s\"",
                "sliding\", \"settings\": {\"size\": \"1 min\", \"slide\": \"20 s\"")) {
            String node = "{\"id\": \"n\", \"type\": \"" + window + ", \"aggregates\": [\"sum of value\"]}}";
            List<String> without = rows(design("", node));
            List<String> with = rows(design(change("12:00:30", "early", "{\"kind\": \"count\", \"count\": 2}"), node));
            assertTrue(with.containsAll(without.subList(1, without.size())) || with.size() > without.size(),
                    with + " " + without);
            assertEquals(without.getLast().substring(without.getLast().lastIndexOf(' ')),
                    with.getLast().substring(with.getLast().lastIndexOf(' ')), "the last sum is the same");
        }
    }

    @Test
    void lessLatenessLetsWindowsGoAtOnce() {
        String lateness = node("tumbling",
                "\"size\": \"20 s\", \"aggregates\": [\"sum of value\"], \"lateness\": \"10 min\"");
        assertEquals(rows(design("", lateness)), rows(design(change("12:01:30", "lateness", "\"0 s\""), lateness)));
    }

    @Test
    void aSourceStatesAnotherWatermark() {
        String window = node("tumbling", "\"size\": \"20 s\", \"aggregates\": [\"count\"]");
        Design design = design(change("12:01:00", "scores", "watermark",
                "{\"strategy\": \"bounded\", \"bound\": \"30 s\"}"), window);
        assertEquals(List.of("12:00:25", "12:00:45", "12:01:35", "12:01:55", "12:01:55", "12:01:55"),
                rows(design).stream().map(r -> r.substring(0, 8)).toList());
    }

    @Test
    void aSourceGivesOtherRowsFromThenOn() {
        Design design = design(change("12:01:00", "scores", "rows",
                "[[\"12:00:50\", null, 100], [\"12:01:10\", null, 200], [\"12:01:20\", null, 300]]"),
                node("filter", "\"condition\": \"value > 4\""));
        assertEquals(List.of("12:00:45 5", "12:00:55 6", "12:01:10 200", "12:01:20 300"), rows(design));
    }

    @Test
    void workTakesLongerFromThenOnAndWiresToo() {
        Design design = design(change("12:01:00", "workTime", "\"3 s\"") + ", "
                + change("12:01:20", "n.out -> out.in", "transit", "\"1 s\""),
                node("filter", "\"condition\": \"value > 4\""));
        assertEquals(List.of("12:00:45 5", "12:00:55 6", "12:01:08 7", "12:01:18 8", "12:01:29 9", "12:01:39 10",
                "12:01:49 11", "12:01:59 12"), rows(design));
    }

    @Test
    void checkpointsBeginAtOtherMultiplesAndAreOlderThanAChange() {
        String settings = ", \"checkpoints\": {\"guarantee\": \"exactly-once\", \"every\": \"20 s\"},"
                + " \"crashes\": [[\"12:01:30\", \"n\", \"1 s\"]]";
        String window = node("tumbling", "\"size\": \"1 min\", \"aggregates\": [\"sum of value\"]");
        Design design = read("{\"at\": \"12:00:30\", \"setting\": \"checkpoints.every\", \"value\": \"5 min\"}, "
                + change("12:01:10", "size", "\"20 s\""), settings, window);
        List<String> rows = rows(design);
        assertTrue(rows.stream().anyMatch(r -> r.startsWith("12:01:31")), "drained again after the crash: " + rows);
    }

    @Test
    void aCheckpointBeginsWhenTold() {
        String settings = ", \"checkpoints\": {\"guarantee\": \"exactly-once\", \"every\": \"1 min\", \"at\": [\"12:00:22\","
                + " \"12:01:20\"]}, \"crashes\": [[\"12:00:40\", \"n\"]]";
        Design design = read("", settings, node("filter", "\"condition\": \"true\""));
        List<String> rows = rows(design);
        assertEquals(List.of("12:00:40 3", "12:00:40 4"), rows.stream().filter(r -> r.startsWith("12:00:40")).toList(),
                "what came after the checkpoint of 12:00:22 comes again");
        Run run = Run.of(Compiler.compile(design, Files.NONE).value().orElseThrow());
        assertEquals(List.of("12:00:22", "12:01:00", "12:01:20", "12:02:00"), began(run));
        int first = run.trace().rows("scores", FactKind.NOTED).get(0);
        assertTrue(Explain.fact(run, first).text().contains("the design asks for one"),
                Explain.fact(run, first).text());
    }

    @Test
    void oneInstanceCrashesAndUntilThatIsNoticedTheOtherGoesOn() {
        String text = """
                {"millrace": 1, "name": "x", "settings": {"clock": "12:00:00", "recovery": {"detectAfter": "30 s"},
                "crashes": [["12:00:10", "WHAT"]]}, "nodes": [
                {"id": "s", "type": "generator", "settings": {"events": 20, "rate": 1, "keys": {"count": 6}}},
                {"id": "n", "type": "filter", "settings": {"condition": "true", "instances": 2}},
                {"id": "out", "type": "results"}], "wires": [{"from": "s", "to": "n"}, {"from": "n", "to": "out"}]}
                """;
        long before = rows(DesignReader.read(text.replace("WHAT", "n"), "x").wholeDesign().orElseThrow()).size();
        long one = rows(DesignReader.read(text.replace("WHAT", "n#2"), "x").wholeDesign().orElseThrow()).size();
        assertEquals(10, before, "all that came to it after the crash is lost");
        assertTrue(one > 10 && one < 20, "of one instance only what is its own: " + one);
        assertTrue(problems(DesignReader.read(text.replace("WHAT", "n#3"), "x").wholeDesign().orElseThrow()).stream()
                .anyMatch(p -> p.code().equals("unknown-instance") && p.isError()));
    }

    private static List<String> began(Run run) {
        return run.trace()
                .rows("scores", FactKind.NOTED)
                .stream()
                .mapToObj(r -> (Fact.Noted) run.trace().fact(r))
                .filter(n -> n.note() instanceof FaultNote.Began)
                .map(n -> run.plan().clock().format(n.at()))
                .toList();
    }

    @Test
    void whyTellsOfEachChange() {
        Run run = Run.of(Compiler.compile(design(change("12:00:30", "size", "\"20 s\""),
                node("tumbling", "\"size\": \"1 min\", \"aggregates\": [\"sum of value\"]")), Files.NONE)
                .value()
                .orElseThrow());
        int row = run.trace().rows("n", FactKind.NOTED).get(0);
        assertEquals("What changed at n? From 12:00:30 on n.size is 20 s, not 1 min: the design says so. What it held"
                + " can't be held by the new setting: it left in last panes, and it began anew.",
                Explain.fact(run, row).question() + " " + Explain.fact(run, row).text());
    }

    @Test
    void queuesAndLogsKeepWhatTheyHold() {
        String queue = node("queue", "\"workers\": [{\"name\": \"A\", \"takes\": \"8 s\"}]");
        assertEquals(List.of("12:00:13 1 A 1", "12:00:23 2 A 1", "12:00:26 3 A 1"),
                rows(design(change("12:00:24", "workers[0].takes", "\"1 s\""), queue)).subList(0, 3));
        String log = node("log", "\"partitions\": 1, \"groups\": [{\"name\": \"out\", \"takes\": \"8 s\"}]");
        List<String> read = rows(design(change("12:00:24", "groups[0].takes", "\"1 s\""), log));
        assertEquals(List.of("12:00:13 1", "12:00:23 2", "12:00:26 3", "12:00:36 4"), read.subList(0, 4));
        refused("broker", design(change("12:01:00", "partitions", "2"), log));
    }

    @Test
    void whatCanNotBeIsRefusedWithAReason() {
        String window = node("tumbling", "\"size\": \"1 min\", \"aggregates\": [\"sum of value\"]");
        refused("changes-output", design(change("12:01:00", "aggregates", "[\"count\"]"), window));
        refused("not-a-duration", design(change("12:01:00", "size", "\"soon\""), window));
        refused("unknown-setting", design(change("12:01:00", "sice", "\"1 s\""), window));
        refused("unknown-node", design(change("12:01:00", "m", "size", "\"1 s\""), window));
        refused("rescales", design(change("12:01:00", "instances", "2"), node("filter", "\"condition\": \"true\"")));
        refused("retractions", design(change("12:01:00", "accumulation", "\"retracting\""), window));
        refused("holds-throughout",
                design("{\"at\": \"12:01:00\", \"setting\": \"seed\", \"value\": 2}", window));
        refused("not-a-time", design(change("noon", "size", "\"1 s\""), window));
    }

    private static void refused(String code, Design design) {
        List<Problem> problems = problems(design);
        assertTrue(problems.stream()
                .anyMatch(p -> p.code().equals(code) && p.isError()
                        && p.where().setting().startsWith("settings.changes[0]") && p.fix().isPresent()),
                code + ": " + problems);
    }
}
