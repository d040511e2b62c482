package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Problem;
import millrace.format.DesignPaths;
import millrace.format.DesignReader;
import millrace.explain.Explain;
import millrace.operator.ChangeNote;
import millrace.operator.Files;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import millrace.trace.SourceNumbers;
import org.junit.jupiter.api.Test;

/** Single events of a source left out, put off, doubled and added, and sources that are stopped. */
class TouchesTest {
    private static final String TIMETABLE = """
            {"id": "s", "type": "timetable", "settings": {"fields": {"value": "long", "place": "string"}, "rows": [
            ["12:00:10", null, 1, "East"], ["12:00:20", null, 2, "West"], ["12:00:30", null, 3, "East"],
            ["12:00:40", null, 4, "West"]], "partitions": ["East", "West"], "partitionBy": "place"MORE}}""";
    private static final String GENERATOR = """
            {"id": "s", "type": "generator", "settings": {"events": 4, "rate": 0.1, "values": {"distribution": "sequence"},
            "keys": {"count": 1}MORE}}""";
    private static final String DATABASE = """
            {"id": "s", "type": "database", "settings": {"fields": {"name": "string", "value": "long"}, "key": "name",
            "edits": [["12:00:10", "insert", "A", 1], ["12:00:20", "insert", "B", 2], ["12:00:30", "update", "A", 3],
            ["12:00:40", "delete", "B", null]]MORE}}""";

    private static Design design(String source, String more, String... changes) {
        String text = """
                {"millrace": 1, "name": "x", "settings": {"clock": "12:00:00"}, "nodes": [SOURCE,
                {"id": "out", "type": "results"}], "wires": [{"from": "s", "to": "out"}]}
                """;
        Design design = DesignReader.read(text.replace("SOURCE", source.replace("MORE", more)), "x")
                .wholeDesign()
                .orElseThrow();
        for (String change : changes) {
            int equals = change.indexOf('=');
            design = DesignPaths.set(design, change.substring(0, equals),
                    DesignPaths.typed(change.substring(equals + 1))).value().orElseThrow();
        }
        return design;
    }

    /** "10 1" = at 12:00:10 came 1. */
    private static List<String> rows(Design design) {
        return DesignRuns.rows(design)
                .stream()
                .map(r -> r.replace("12:00:", "")
                        .replace(" out", "")
                        .replace(" East", "")
                        .replace(" West", "")
                        .replace(" A", ""))
                .toList();
    }

    @Test
    void anEventOfAListIsLeftOutPutOffDoubledAndAdded() {
        assertEquals(List.of("10 1", "30 3", "40 4"),
                rows(design(TIMETABLE, ", \"touched\": [{\"event\": 2, \"what\": \"drop\"}]")));
        assertEquals(List.of("10 1", "30 3", "35 2", "40 4"),
                rows(design(TIMETABLE, ", \"touched\": [{\"event\": 2, \"what\": \"delay\", \"by\": \"15 s\"}]")));
        assertEquals(List.of("10 1", "20 2", "30 3", "35 2", "40 4"),
                rows(design(TIMETABLE, ", \"touched\": [{\"event\": 2, \"what\": \"duplicate\", \"by\": \"15 s\"}]")));
        assertEquals(List.of("10 1", "20 2", "25 9", "30 3", "40 4"),
                rows(design(TIMETABLE, ", \"inserted\": [[\"12:00:05\", \"12:00:25\", 9, \"East\"]]")));
    }

    @Test
    void ofAGeneratorItIsTheSame() {
        assertEquals(List.of("00 1", "10 2", "20 3", "30 4"), rows(design(GENERATOR, "")).stream()
                .map(r -> r.replace("12:00", "00"))
                .toList());
        assertEquals(List.of("00 1", "20 3", "25 2", "27 7", "30 4", "50 4"), rows(design(GENERATOR,
                ", \"touched\": [{\"event\": 2, \"what\": \"delay\", \"by\": \"15 s\"},"
                        + " {\"event\": 4, \"what\": \"duplicate\", \"by\": \"20 s\"}],"
                        + " \"inserted\": [[\"12:00:05\", \"12:00:27\", \"A\", 7]]"))
                .stream()
                .map(r -> r.replace("12:00", "00"))
                .toList());
    }

    @Test
    void anUpdateOfATableIsOneEvent() {
        Design dropped = design(DATABASE, ", \"touched\": [{\"event\": 3, \"what\": \"drop\"}]");
        assertEquals(3, DesignRuns.rows(dropped).size());
        Design delayed = design(DATABASE, ", \"touched\": [{\"event\": 3, \"what\": \"delay\", \"by\": \"20 s\"}]");
        List<String> rows = DesignRuns.rows(delayed);
        assertEquals(List.of("12:00:10", "12:00:20", "12:00:40", "12:00:50", "12:00:50"),
                rows.stream().map(r -> r.substring(0, 8)).toList());
    }

    @Test
    void anEditAmongRandomOnesLeavesTheOthersAsTheyWere() {
        String random = """
                {"id": "s", "type": "database", "settings": {"fields": {"name": "string", "value": "long"}, "key": "name",
                "edited": "random", "random": {"edits": 30, "rate": 1}MORE}}""";
        List<String> without = DesignRuns.rows(design(random, ""));
        List<String> with = DesignRuns.rows(design(random, ", \"edits\": [[\"12:00:10.500\", \"insert\", \"Z\", 77],"
                + " [\"12:00:12.500\", \"update\", \"Z\", 78], [\"12:00:14.500\", \"delete\", \"Z\", null],"
                + " [\"12:00:15.500\", \"delete\", \"Z\", null]]"));
        assertEquals(without, with.stream().filter(r -> !r.contains(" Z ")).toList());
        assertEquals(List.of("12:00:10 77", "12:00:12 77", "12:00:12 78", "12:00:14 78"),
                with.stream()
                        .filter(r -> r.contains(" Z "))
                        .map(r -> r.substring(0, 8) + r.substring(r.lastIndexOf(' ')))
                        .toList());
        List<String> other = DesignRuns
                .rows(design(random, ", \"edits\": [[\"12:00:10.500\", \"update\", \"A\", 77]]"));
        assertTrue(other.stream().anyMatch(r -> r.endsWith(" A 77")), other.toString());
        assertEquals(without.stream().filter(r -> !r.contains(" A ")).toList(),
                other.stream().filter(r -> !r.contains(" A ")).toList());
    }

    @Test
    void whatAPerfectWatermarkKnowsIsRight() {
        String perfect = ", \"watermark\": {\"strategy\": \"perfect\"}";
        assertEquals(List.of("East 12:00:10", "West 12:00:20", "East 12:00:30", "West 12:00:40"),
                watermarks(design(TIMETABLE, perfect)).subList(0, 4));
        List<String> dropped = watermarks(design(TIMETABLE, perfect + ", \"touched\": [{\"event\": 2}]"));
        assertEquals(List.of("East 12:00:10", "West 12:00:40", "East 12:00:30"), dropped.subList(0, 3));
        List<String> delayed = watermarks(
                design(TIMETABLE, perfect + ", \"touched\": [{\"event\": 2, \"what\": \"delay\", \"by\": \"40 s\"}]"));
        assertTrue(delayed.contains("West 12:00:20"), delayed.toString());
        assertEquals(1, delayed.stream().filter(w -> w.startsWith("West") && !w.contains("end")).distinct().count(),
                "until it came, at 12:01:00, all of the West waits for it: " + delayed);
        List<String> inserted = watermarks(
                design(TIMETABLE, perfect + ", \"inserted\": [[\"12:00:05\", \"12:00:35\", 9, \"East\"]]"));
        assertEquals("East 12:00:05", inserted.getFirst());
        List<String> lost = watermarks(design(TIMETABLE,
                perfect + ", \"stops\": [{\"from\": \"12:00:15\", \"to\": \"12:00:35\", \"events\": \"lost\"}]"));
        assertEquals("West 12:00:40", lost.get(1), lost.toString());
    }

    private static List<String> watermarks(Design design) {
        Run run = Run.of(plan(design));
        List<String> all = new ArrayList<>();
        run.trace().rows("s", FactKind.INPUT_ADVANCED).stream().forEach(row -> {
            Fact.InputAdvanced fact = (Fact.InputAdvanced) run.trace().fact(row);
            String name = fact.input() == 0 ? "East " : "West ";
            all.add(name + (fact.watermark() == Long.MAX_VALUE ? "end" : run.plan().clock().format(fact.watermark())));
        });
        return all;
    }

    private static Plan plan(Design design) {
        return Compiler.compile(design, Files.NONE).value().orElseThrow();
    }

    @Test
    void aSourceIsStopped() {
        String stop = ", \"stops\": [{\"from\": \"12:00:15\", \"to\": \"12:00:35\"WHAT}]";
        assertEquals(List.of("10 1", "35 2", "35 3", "40 4"), rows(design(TIMETABLE, stop.replace("WHAT", ""))));
        String lost = stop.replace("WHAT", ", \"events\": \"lost\"") + ", \"idleAfter\": \"6 s\"";
        assertEquals(List.of("10 1", "40 4"), rows(design(TIMETABLE, lost)));
        Run run = Run.of(plan(design(TIMETABLE, lost)));
        assertEquals(List.of("Stopped", "Lost", "Lost", "WentOn"), notes(run));
        assertTrue(run.trace().rows("s", FactKind.WENT_IDLE).size() > 0, "it goes idle");
    }

    private static List<String> notes(Run run) {
        return run.trace()
                .rows("s", FactKind.NOTED)
                .stream()
                .mapToObj(r -> ((Fact.Noted) run.trace().fact(r)).note().getClass().getSimpleName())
                .toList();
    }

    @Test
    void eachIsToldWhereItHappens() {
        Run run = Run.of(plan(design(TIMETABLE, ", \"touched\": [{\"event\": 1}, {\"event\": 2, \"what\": \"delay\"},"
                + " {\"event\": 3, \"what\": \"duplicate\"}], \"inserted\": [[\"12:00:45\", null, 9, \"East\"]]")));
        assertEquals(List.of("Dropped", "HeldBack", "Came", "Came", "Came"), notes(run));
        Fact.Noted put = (Fact.Noted) run.trace().fact(run.trace().rows("s", FactKind.NOTED).get(1));
        assertEquals(new ChangeNote.HeldBack(2, run.plan().clock().parse("12:00:20").getAsLong(),
                run.plan().clock().parse("12:00:30").getAsLong()), put.note());
    }

    @Test
    void anEventIsFoundAgainByItsNumber() {
        assertEquals(List.of("3=3", "2=2", "9=-", "3=3", "4=4"), numbers(design(TIMETABLE,
                ", \"touched\": [{\"event\": 1}, {\"event\": 2, \"what\": \"delay\", \"by\": \"12 s\"},"
                        + " {\"event\": 3, \"what\": \"duplicate\", \"by\": \"5 s\"}],"
                        + " \"inserted\": [[\"12:00:34\", null, 9, \"East\"]]")));
        assertEquals(List.of("1=1", "3=3", "3=3"), numbers(design(DATABASE,
                ", \"touched\": [{\"event\": 2}, {\"event\": 4}]")));
    }

    private static List<String> numbers(Design design) {
        Run run = Run.of(plan(design));
        return run.trace().rows("s", FactKind.EMITTED).stream().mapToObj(row -> {
            Fact.Emitted fact = (Fact.Emitted) run.trace().fact(row);
            var number = SourceNumbers.of(run.trace(), row);
            long value = fact.event().schema.changelog() ? number.orElse(0) : (long) fact.event().value(0);
            return value + "=" + (number.isPresent() ? number.getAsLong() : "-");
        }).toList();
    }

    @Test
    void eachCanBeAsked() {
        Run run = Run.of(plan(design(TIMETABLE, ", \"touched\": [{\"event\": 1}, {\"event\": 2, \"what\": \"delay\"}],"
                + " \"stops\": [{\"from\": \"12:00:35\", \"to\": \"12:00:45\", \"events\": \"lost\"}]")));
        List<String> answers = run.trace()
                .rows("s", FactKind.NOTED)
                .stream()
                .mapToObj(r -> Explain.fact(run, r).text())
                .toList();
        assertEquals(List.of(
                "Event 1 of s happened at 12:00:10 and would have arrived at 12:00:10: the design drops it. Nothing behind it hears of it.",
                "Event 2 of s happened at 12:00:20 and would have arrived at 12:00:20, and the design puts it off until 12:00:30.",
                "It is event 2 of s, which the design puts off until 12:00:30.",
                "The design stops it from 12:00:35 until 12:00:45. What comes meanwhile is lost.",
                "Event 4 of s happened at 12:00:40 and would have arrived at 12:00:40: the source was stopped, and what came meanwhile is lost. Nothing behind it hears of it."),
                answers.subList(0, 5));
    }

    @Test
    void mistakesAreToldWithPlaceAndFix() {
        wrong("touched[1].event", design(TIMETABLE, ", \"touched\": [{\"event\": 2}, {\"event\": 2}]"));
        wrong("touched[0].event", design(TIMETABLE, ", \"touched\": [{\"event\": 0}]"));
        wrong("stops[0].to", design(TIMETABLE, ", \"stops\": [{\"from\": \"12:00:15\", \"to\": \"12:00:15\"}]"));
        wrong("stops[1].from", design(TIMETABLE, ", \"stops\": [{\"from\": \"12:00:15\", \"to\": \"12:00:25\"},"
                + " {\"from\": \"12:00:20\", \"to\": \"12:00:35\"}]"));
        wrong("inserted[0]", design(TIMETABLE, ", \"inserted\": [[\"12:00:15\", null]]"));
    }

    private static void wrong(String setting, Design design) {
        List<Problem> problems = Compiler.compile(design, Files.NONE).problems();
        assertTrue(problems.stream()
                .anyMatch(p -> p.isError() && p.where().node().equals("s")
                        && p.where().setting().equals(setting) && p.fix().isPresent()),
                setting + ": " + problems);
    }
}
