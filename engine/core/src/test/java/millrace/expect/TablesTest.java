package millrace.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.event.Event;
import millrace.explain.Explain;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.operator.Files;
import millrace.simulation.Keyframe;
import millrace.simulation.Outlet;
import millrace.simulation.Simulation;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Lineage;
import millrace.trace.TraceRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in whole designs: what they hold at which time, and why. */
class TablesTest {
    private static final Path DESIGNS = Path.of("../../designs");

    /** A design of lines "id type settings", wires "a -> b", and expectations. */
    private static Design design(String nodes, String wires, String expected) {
        String all = nodes.lines()
                .map(String::strip)
                .map(l -> l.split(" ", 3))
                .map(p -> "{\"id\": \"" + p[0] + "\", \"type\": \"" + p[1] + "\", \"settings\": " + p[2] + "}")
                .collect(Collectors.joining(","));
        String joined = List.of(wires.split("; "))
                .stream()
                .map(w -> w.split(" -> "))
                .map(w -> "{\"from\": \"" + w[0] + "\", \"to\": \"" + w[1] + "\"}")
                .collect(Collectors.joining(","));
        return DesignReader.read("{\"millrace\": 1, \"settings\": {\"clock\": \"12:00:00\"}, \"nodes\": [" + all
                + "], \"wires\": [" + joined + "], \"expected\": [" + expected.replace('\'', '"') + "]}", "test")
                .wholeDesign()
                .orElseThrow();
    }

    private static void holds(Design design) {
        List<Verdict> verdicts = Expectations.check(design, Files.NONE);
        assertTrue(!verdicts.isEmpty());
        assertEquals("", verdicts.stream()
                .filter(v -> !v.passed())
                .map(Verdict::toString)
                .collect(Collectors.joining("\n")));
    }

    private static final String PEOPLE = """
            people timetable {"fields": {"person": "string", "town": "string"}, "key": "person", "rows": [
            """.strip() + """
            ["12:00:00", null, "Ann", "Rome"], ["12:00:10", null, "Ben", "Rome"], \
            ["12:00:20", null, "Cem", "Oslo"], ["12:00:30", null, "Ann", "Oslo"]]}
            homes table {}
            """;

    /** Curriculum 4.3: whoever counts changes is right, whoever counts records is not; and its what-if. */
    @Test
    void annMovesHouse() {
        String nodes = PEOPLE + """
                per-town aggregate {"by": "town", "aggregates": ["count"]}
                towns results {"mode": "upsert"}
                out to-stream {}
                some filter {"condition": "op != \\"none\\""}
                naive aggregate {"by": "town", "aggregates": ["count"]}
                board results {"mode": "upsert"}
                """;
        String wires = "people -> homes; homes -> per-town; per-town -> towns; homes -> out; out -> some; "
                + "some -> naive; naive -> board";
        holds(design(nodes, wires,
                """
                        {'counts': {'homes.changes': 5}, 'tables': [
                         {'node': 'towns', 'at': '12:00:00', 'rows': [{'town': 'Rome', 'count': 1}]},
                         {'node': 'towns', 'at': '12:00:10', 'rows': [{'town': 'Rome', 'count': 2}]},
                         {'node': 'towns', 'at': '12:00:20', 'rows': [{'town': 'Rome', 'count': 2}, {'town': 'Oslo', 'count': 1}]},
                         {'node': 'towns', 'at': '12:00:30', 'rows': [{'town': 'Rome', 'count': 1}, {'town': 'Oslo', 'count': 2}]},
                         {'node': 'board', 'at': '12:00:20', 'rows': [{'town': 'Rome', 'count': 2}, {'town': 'Oslo', 'count': 1}]},
                         {'node': 'board', 'at': '12:00:30', 'rows': [{'town': 'Rome', 'count': 3}, {'town': 'Oslo', 'count': 2}]}]},
                        {'set': {'some.condition': 'op == \\"+I\\" || op == \\"+U\\"'}, 'tables': [
                         {'node': 'board', 'at': 'end', 'rows': [{'town': 'Rome', 'count': 2}, {'town': 'Oslo', 'count': 2}]}]}
                        """));
    }

    /** Of a move, those of one town hear that somebody goes, or comes: each half of the update alone. */
    @Test
    void halfAnUpdateIsARowThatComesOrGoes() {
        String nodes = PEOPLE + """
                rome filter {"condition": "town == \\"Rome\\""}
                romans results {}
                by-town split {"conditions": {"oslo": "town == \\"Oslo\\""}}
                norse results {}
                """;
        holds(design(nodes, "people -> homes; homes -> rome; rome -> romans; homes -> by-town; by-town.oslo -> norse",
                """
                        {'results': {
                          'romans': [{'at': '12:00:00', 'change': '+I', 'person': 'Ann'}, {'at': '12:00:10', 'change': '+I', 'person': 'Ben'},
                                     {'at': '12:00:30', 'change': '-D', 'person': 'Ann', 'town': 'Rome'}],
                          'norse': [{'at': '12:00:20', 'change': '+I', 'person': 'Cem'},
                                    {'at': '12:00:30', 'change': '+I', 'person': 'Ann', 'town': 'Oslo'}]}}
                        """));
    }

    /** A change of key takes the row away under the old one; results by the new key and by others stay right. */
    @Test
    void resultsStayRightAfterAChangeOfKey() {
        String nodes = PEOPLE + """
                by-town key-by {"key": "town"}
                count aggregate {"aggregates": ["count", "collect of person"]}
                all aggregate {"rows": "one", "aggregates": ["distinct of town", "count"]}
                """;
        holds(design(nodes, "people -> homes; homes -> by-town; by-town -> count; by-town -> all",
                """
                        {'tables': [
                         {'node': 'count', 'at': '12:00:20', 'rows': [{'town': 'Rome', 'count': 2, 'collect': '[Ann, Ben]'}, {'town': 'Oslo', 'count': 1, 'collect': '[Cem]'}]},
                         {'node': 'count', 'at': 'end', 'rows': [{'town': 'Rome', 'count': 1, 'collect': '[Ben]'}, {'town': 'Oslo', 'count': 2, 'collect': '[Cem, Ann]'}]},
                         {'node': 'all', 'at': 'end', 'rows': [{'distinct': 2, 'count': 3}]}]}
                        """));
    }

    /** Groups are dealt out by what groups them, and rows by what tells them apart, whatever the key of the input. */
    @Test
    void severalInstances() {
        String nodes = """
                moves timetable {"fields": {"person": "string", "town": "string"}, "key": "person", "rows": [\
                ["12:00:00", null, "Ann", "Rome"], ["12:00:10", null, "Ben", "Rome"], ["12:00:20", null, "Cem", "Rome"], \
                ["12:00:30", null, "Dan", "Rome"], ["12:00:40", null, "Eve", "Rome"]]}
                count aggregate {"by": "town", "aggregates": ["count"], "instances": 3}
                last table {"by": "town", "instances": 3}
                first deduplicate {"by": "town", "instances": 3}
                out results {}
                """;
        holds(design(nodes, "moves -> count; moves -> last; moves -> first; first -> out", """
                {'counts': {'out.received': 1}, 'tables': [
                 {'node': 'count', 'at': 'end', 'rows': [{'town': 'Rome', 'count': 5}]},
                 {'node': 'last', 'at': 'end', 'rows': [{'town': 'Rome', 'person': 'Eve'}]}]}
                """));
    }

    /** What a node takes for its work is not forgotten where it takes back. */
    @Test
    void takingBackTakesItsTime() {
        holds(design(CLICKS + """
                all aggregate {"rows": "one", "aggregates": ["count"], "workTime": "2 s"}
                """, "clicks -> ten; ten -> all", """
                {'tables': [{'node': 'all', 'at': '12:00:13.999', 'rows': []},
                 {'node': 'all', 'at': '12:00:14', 'rows': [{'count': 1}]}]}
                """));
    }

    private static final String CLICKS = """
            clicks timetable {"fields": {"value": "long"}, "rows": [["12:00:02", "12:00:02", 3], \
            ["12:00:12", "12:00:12", 5], ["12:00:06", "12:00:15", 4], ["12:00:25", "12:00:25", 1]]}
            ten tumbling {"size": "10 s", "aggregates": ["sum of value"], "lateness": "10 s", "accumulation": "retracting"}
            """;

    /** What a window takes back is taken out of the windows behind it, whatever they compute. */
    @Test
    void windowsTakeBackWhatAnotherTakesBack() {
        String nodes = CLICKS + """
                minute %s
                out results {}
                """;
        for (String window : List.of("tumbling {\"size\": \"1 min\", \"aggregates\": [%s]}",
                "sliding {\"size\": \"1 min\", \"slide\": \"1 min\", \"aggregates\": [%s], \"early\": {\"kind\": \"none\"}}",
                "global {\"aggregates\": [%s]}"))
            holds(design(nodes.formatted(window.formatted(
                    "\"count\", \"sum of sum as total\", \"min of sum\", \"distinct of sum\", \"collect of sum\"")),
                    "clicks -> ten; ten -> minute; minute -> out",
                    """
                            {'results': {'out': [{'at': '12:00:25', 'timing': 'on time', 'count': 3, 'total': 13, 'min': 1, 'distinct': 3, 'collect': '[7, 5, 1]'}]}}
                            """));
    }

    /** A deletion that nothing follows, two writes of one row, and a row that is taken away twice. */
    @Test
    void aSinkThatIsWrittenByKey() {
        String nodes = """
                edits timetable {"fields": {"op": "string", "id": "string", "value": "long"}, "rows": [\
                ["12:00:01", null, "+I", "a", 1], ["12:00:02", null, "+I", "b", 2], ["12:00:03", null, "-U", "a", 1], \
                ["12:00:03", null, "+U", "a", 3], ["12:00:04", null, "-U", "b", 2], ["12:00:05", null, "-D", "b", 2], \
                ["12:00:06", null, "+I", "a", 3]]}
                fold table {"by": "id", "operation": "op"}
                board results {"mode": "upsert"}
                raw results {"mode": "upsert", "by": "id"}
                """;
        holds(design(nodes, "edits -> fold; fold -> board; edits -> raw",
                """
                        {'results': {'board': [{'at': '12:00:01', 'change': '+I', 'id': 'a', 'value': 1}, {'at': '12:00:02', 'change': '+I', 'id': 'b', 'value': 2},
                           {'at': '12:00:03', 'change': '+U', 'id': 'a', 'value': 3}, {'at': '12:00:04', 'change': '-D', 'id': 'b', 'value': 2}],
                          'raw': {'count': 7}},
                         'counts': {'fold.changes': 5},
                         'tables': [{'node': 'fold', 'at': '12:00:03', 'rows': [{'id': 'a', 'value': 3}, {'id': 'b', 'value': 2}]},
                           {'node': 'board', 'at': 'end', 'rows': [{'id': 'a', 'value': 3}]},
                           {'node': 'raw', 'at': 'end', 'size': 2}]}
                        """));
    }

    @Test
    void aTableThatIsOtherwiseIsTold() {
        Design design = design(PEOPLE, "people -> homes", """
                {'tables': [{'node': 'homes', 'at': 'end', 'rows': [{'person': 'Ann'}, {'person': 'Ben'}]}]},
                {'tables': [{'node': 'homes', 'at': 'end', 'rows': [{'person': 'Dan'}]}]},
                {'tables': [{'node': 'homes', 'at': 'end', 'size': 4}]},
                {'tables': [{'node': 'people', 'at': 'end', 'size': 0}]},
                {'tables': [{'node': 'homes', 'at': 'end'}]}
                """);
        List<String> told = Expectations.check(design, Files.NONE)
                .stream()
                .map(v -> v.difference().orElse("as expected"))
                .toList();
        assertEquals("homes at end: nobody expected at 12:00:20, change +I, key Cem, person Cem, town Oslo",
                told.getFirst());
        assertTrue(told.get(1).startsWith("homes at end: expected a row person Dan, but there is only at 12:00:10"),
                told.get(1));
        assertEquals("homes at end: expected 4 rows, got 3", told.get(2));
        assertEquals("'people' is no table and makes no changes", told.get(3));
        assertTrue(told.get(4).startsWith("an expected table is {"), told.get(4));
    }

    /** Everything saved and restored into a new simulation between any two steps gives the same states. */
    @ParameterizedTest
    @ValueSource(strings = {"state/garage", "events/one-to-many", "faults/press-twice", "time/three-then-seven",
        "examples/aggregate", "examples/table", "examples/deduplicate", "examples/to-stream", "examples/flatten"})
    void savingAndRestoringChangesNothing(String name) {
        Path file = DESIGNS.resolve(name + ".json");
        Plan plan = plan(DesignReader.read(file).wholeDesign().orElseThrow(), DesignFolder.of(file));
        Simulation plain = new Simulation(plan, new TraceRecorder(plan), Outlet.NONE);
        Simulation other = new Simulation(plan, null, Outlet.NONE);
        while (plain.step()) {
            Keyframe keyframe = other.save();
            other.step();
            Simulation next = new Simulation(plan, null, Outlet.NONE);
            next.restore(keyframe);
            next.step();
            assertEquals(plain.hash(), next.hash(), "restored, another state after step " + plain.steps());
            other = next;
        }
    }

    private static Plan plan(Design design, Files files) {
        return Compiler.compile(design, files).value().orElseThrow();
    }

    private static TraceRecorder run(String name) {
        Path file = DESIGNS.resolve(name + ".json");
        Plan plan = plan(DesignReader.read(file).wholeDesign().orElseThrow(), DesignFolder.of(file));
        TraceRecorder recorder = new TraceRecorder(plan);
        new Simulation(plan, recorder, Outlet.NONE).run();
        recorder.finish();
        return recorder;
    }

    private static List<Event> events(TraceRecorder run, String node, FactKind kind) {
        List<Event> events = new ArrayList<>();
        run.trace().rows(node, kind).stream().forEach(row -> run.trace().fact(row).subject().ifPresent(events::add));
        return events.stream().distinct().toList();
    }

    /** The sign is the sum of the events that its row comes from, and of no others. */
    @Test
    void aRowKnowsAllThatItComesFrom() {
        TraceRecorder run = run("state/garage");
        Set<Long> gate = events(run, "gate", FactKind.EMITTED).stream().map(e -> e.id).collect(Collectors.toSet());
        List<Event> signs = events(run, "sign", FactKind.REACHED);
        assertEquals(7, signs.size());
        for (Event sign : signs) {
            List<Event> from = new Lineage(run.trace()).ancestors(sign.id)
                    .stream()
                    .filter(e -> gate.contains(e.id))
                    .toList();
            assertTrue(from.stream().allMatch(e -> e.value(0).equals(sign.value(0))));
            assertEquals(sign.value(1), from.stream().mapToLong(e -> (Long) e.value(1)).sum());
        }
    }

    @Test
    void whyARowChanged() {
        TraceRecorder run = run("state/garage");
        List<Event> signs = events(run, "sign", FactKind.REACHED);
        assertEquals("At 09:00:00 the 1 of 09:00 came to Inside: the row of up is new, with inside 1.",
                Explain.event(run.trace(), signs.getFirst().id).text());
        assertEquals("At 09:10:00 the -1 of 09:10 came to Inside: the row of up changed, inside from 1 to 0.",
                Explain.event(run.trace(), signs.get(2).id).text());
        Event car = events(run, "gate", FactKind.EMITTED).get(4);
        assertEquals("At 09:20:00 the 1 of 09:20 came to Inside: the row of up changed, inside from 1 to 2.",
                Explain.event(run.trace(), car.id).text());
    }

    @Test
    void whyAWriteChangedNothing() {
        TraceRecorder run = run("faults/press-twice");
        int row = run.trace().rows("by-id", FactKind.NOTED).get(0);
        Fact.Noted noted = (Fact.Noted) run.trace().fact(row);
        assertEquals("Why did this 20 change nothing?", Explain.fact(run.trace(), row).question());
        assertEquals("The row that it writes was there already, the same in every field, at 12:00:05.",
                Explain.fact(run.trace(), row).text());
        assertEquals(noted.at(), run.trace().plan().clock().parse("12:00:05").orElseThrow());
        TraceRecorder table = run("examples/table");
        Event gone = events(table, "changes", FactKind.REACHED).getLast();
        assertEquals("At 12:00:50 the cake of 12:00:50 came to Price list: nothing is left of the row of cake. It had "
                + "price 4.", Explain.event(table.trace(), gone.id).text());
        TraceRecorder twice = run("examples/deduplicate");
        assertEquals("It came to First at 12:00:20, where the key had one of 12:00:10 already, which is kept.",
                Explain.event(twice.trace(), events(twice, "messages", FactKind.EMITTED).get(2).id).text());
    }
}
