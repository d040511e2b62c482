package millrace.trace;

import static millrace.compile.Designs.node;
import static millrace.compile.Designs.wires;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import millrace.compile.Designs;
import millrace.design.Design;
import millrace.design.Value;
import org.junit.jupiter.api.Test;

/** Rules that show only where nodes and wires come together, each by a small design. */
class WholeRunsTest {
    private static final String ASCENDING = "{\"strategy\":\"ascending\"}";

    private static String source(String rows, String watermark) {
        return "{\"fields\":{\"value\":\"long\"},\"rows\":[" + Curriculum.rows(rows) + "],\"watermark\":" + watermark
                + "}";
    }

    private static String sums(String size, String field) {
        return "{\"size\":\"" + size + "\",\"aggregates\":[\"sum of " + field + "\"]}";
    }

    private static Design noon(Design design) {
        return design.withSettings(Value.Group.EMPTY.with("clock", Value.of("12:00:00")));
    }

    /** The panes of a node: when they left, for which window, what they say. */
    private static List<String> panes(Run run, String node) {
        var clock = run.plan().clock();
        return run.trace().rows(node, FactKind.FIRED).stream().mapToObj(run.trace()::fact).map(f -> {
            Fact.Fired fired = (Fact.Fired) f;
            return clock.format(f.at()) + " " + clock.window(fired.pane().start(), fired.pane().end()) + " "
                    + fired.event().value(2) + " " + fired.pane().timing().word();
        }).toList();
    }

    /** A pane is stamped with the end less 1 ms, and is never late for the next window: it leaves before the watermark. */
    @Test
    void aWatermarkFiresFirstAndIsThenForwarded() {
        String rows = "12:00:01 1; 12:01:30 2; 12:02:10 3; 12:03:50 4; 12:04:00 5; 12:09:00 6";
        Run run = Curriculum.run(noon(Designs.design(node("in", "timetable", source(rows, ASCENDING)),
                node("two", "tumbling", sums("2 min", "value")), node("four", "tumbling", sums("4 min", "sum")),
                node("out", "results", "{}"))
                .withWires(wires("in -> two", "two -> four", "four -> out"))));
        assertEquals(List.of("12:02:10 [12:00, 12:02) 3 on time", "12:04:00 [12:02, 12:04) 7 on time",
                "12:09:00 [12:04, 12:06) 5 on time", "12:09:00 [12:08, 12:10) 6 on time"), panes(run, "two"));
        assertEquals(List.of("12:04:00 [12:00, 12:04) 10 on time", "12:09:00 [12:04, 12:08) 5 on time",
                "12:09:00 [12:08, 12:12) 6 on time"), panes(run, "four"));
        assertEquals(0, run.trace().rows(FactKind.DROPPED).size());
    }

    /** The event that moves the watermark over its own window's end would be late; it comes first, and counts. */
    @Test
    void anEventIsForwardedBeforeTheWatermarkThatItCaused() {
        Run run = Curriculum.run(noon(Designs.design(
                node("in", "timetable", source("12:00:01 1; 12:00:59 12:01:00 2; 12:00:30 12:01:10 3",
                        "{\"strategy\":\"script\",\"script\":[[\"12:01:00\",\"12:01:00\"]]}")),
                node("window", "tumbling", sums("1 min", "value")), node("out", "results", "{}"))
                .withWires(wires("in -> window", "window -> out"))));
        assertEquals(List.of("12:01:00 [12:00, 12:01) 3 on time"), panes(run, "window"));
        assertEquals(1, run.trace().rows(FactKind.DROPPED).size());
    }

    /** What a wire delivers at the instant of a firing is in the pane, whatever was scheduled first. */
    @Test
    void deliveriesComeBeforeTheTimersOfTheirInstant() {
        String early = "{\"size\":\"1 h\",\"aggregates\":[\"sum of value\"],"
                + "\"early\":{\"kind\":\"delay\",\"after\":\"10 s\"}}";
        Run run = Curriculum.run(noon(Designs.design(
                node("in", "timetable", source("12:00:00 1; 12:00:09 2; 12:00:10 4; 12:00:11 8", ASCENDING)),
                node("slow", "filter", "{\"condition\":\"value != 2\"}"), node("window", "tumbling", early),
                node("out", "results", "{}"))
                .withWires(wires("in -> slow 1 s", "slow -> window 2 s", "in -> window 4 s", "window -> out"))));
        // Of the wires of 3 s in all: 1 at 12:00:03, 4 at 12:00:13; of that of 4 s: 1 at 12:00:04, 2 at 12:00:13.
        assertEquals(List.of("12:00:13 [12:00, 13:00) 8 early", "12:00:15 [12:00, 13:00) 28 on time"),
                panes(run, "window"));
    }

    @Test
    void theSameHandThroughEveryPercentile() {
        String rows = IntStream.rangeClosed(1, 1000).mapToObj(i -> "12:00:00 " + i).collect(Collectors.joining(";"));
        for (String[] one : new String[][] {{"percentile 0 of value", "1"}, {"percentile 16.1 of value", "161"},
            {"percentile 50 of value", "500"}, {"percentile 99.9 of value", "999"}, {"percentile 100 of value", "1000"},
            {"top 3 of value", "[1000, 999, 998]"}, {"distinct of value", "1000"}}) {
            Run run = Curriculum.run(Curriculum.design("12:00:00", source(rows, ASCENDING), "global",
                    "{\"aggregates\":[\"" + one[0] + " as it\"]}"));
            Fact.Fired pane = (Fact.Fired) run.trace().fact(run.trace().rows("window", FactKind.FIRED).get(0));
            assertEquals(one[1], String.valueOf(pane.event().value(2)), one[0]);
        }
    }

    @Test
    void aGlobalWindowEndsWithTheInput() {
        Run run = Curriculum.run(Curriculum.design("12:00:00", source("12:00:01 1; 12:00:03 2", ASCENDING), "global",
                "{\"aggregates\":[\"sum of value\"]}"));
        assertEquals("At 12:00:03 the input ended, and the global window with it. 1 + 2 = 3.",
                millrace.explain.Explain.fact(run, run.trace().rows("window", FactKind.FIRED).get(0)).text());
    }

    /** A source that is told to hold never ends: its last windows stay open, and the run ends with its last row. */
    @Test
    void aBoundedSourceEndsWithItsLastRowUnlessToldToHold() {
        String rows = "12:00:01 1; 12:00:03 12:00:20 2";
        Design ends = Curriculum.design("12:00:00", source(rows, ASCENDING), "tumbling", sums("10 s", "value"));
        assertEquals(List.of("12:00:20 [12:00, 12:00:10) 3 on time"), panes(Curriculum.run(ends), "window"));
        Design holds = ends.change("in", n -> n.with("end", Value.of("never")));
        assertEquals(List.of(), panes(Curriculum.run(holds), "window"));
        Design later = ends.change("in", n -> n.with("end", Value.of("at")).with("endAt", Value.of("12:01:00")));
        assertEquals(List.of("12:01:00 [12:00, 12:00:10) 3 on time"), panes(Curriculum.run(later), "window"));
    }

    /** Idle holds nobody back, silent does, ended does not; a merge of the three. */
    @Test
    void idleSilentAndEndedAreThreeThings() {
        String busy = source("12:00:01 1; 12:00:31 2; 12:01:30 3", ASCENDING);
        for (String[] quiet : new String[][] {{"\"end\":\"never\"", "12:00:05", ""},
            {"\"end\":\"never\",\"idleAfter\":\"20 s\"", "12:00:05", "12:00:31 [12:00, 12:00:10) 6 on time"},
            {"\"end\":\"last row\"", "12:00:05", "12:00:31 [12:00, 12:00:10) 6 on time"}}) {
            String other = source(quiet[1] + " 5", ASCENDING).replaceFirst("}$", "," + quiet[0] + "}");
            Run run = Curriculum.run(noon(Designs
                    .design(node("in", "timetable", busy), node("other", "timetable", other),
                            node("both", "merge", "{}"), node("window", "tumbling", sums("10 s", "value")),
                            node("out", "results", "{}"))
                    .withWires(wires("in -> both", "other -> both", "both -> window", "window -> out"))));
            assertEquals(quiet[2], String.join("", panes(run, "window").stream().limit(1).toList()), quiet[0]);
        }
    }
}
