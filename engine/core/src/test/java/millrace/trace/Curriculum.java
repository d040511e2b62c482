package millrace.trace;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import millrace.compile.Compiler;
import millrace.compile.Designs;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Value;
import millrace.operator.Files;

/** Designs about time, small, with their settings as in design files. */
public final class Curriculum {
    private static final String SCORES = """
            ["12:00:26","12:05:19",5],["12:02:26","12:05:39",7],["12:03:39","12:06:13",3],["12:04:19","12:06:39",4],
            ["12:03:06","12:07:06",8],["12:06:39","12:07:19",3],["12:01:26","12:08:19",9],["12:07:26","12:08:39",8],
            ["12:07:46","12:09:00",1]""";
    private static final String SCRIPT = """
            {"strategy":"script","script":[["12:05:43","12:01:00"],["12:05:59","12:02:00"],["12:07:25","12:03:00"],
            ["12:07:28","12:04:00"],["12:07:34","12:05:00"],["12:07:39","12:06:00"],["12:08:10","12:06:55"],
            ["12:08:15","12:06:56"],["12:08:40","12:07:00"],["12:09:20","12:08:00"]]}, "end":"at","endAt":"12:09:22" """;

    private Curriculum() {}

    public static Plan plan(Design design) {
        var outcome = Compiler.compile(design, Files.NONE);
        return outcome.value().orElseThrow(() -> new AssertionError(outcome.problems()));
    }

    public static Run run(Design design) {
        return Run.of(plan(design));
    }

    /** source -> window -> out; late events to too-late. */
    public static Design design(String clock, String source, String windowType, String window) {
        return Designs.design(Designs.node("in", "timetable", source), Designs.node("window", windowType, window),
                Designs.node("out", "results", "{}"), Designs.node("too-late", "results", "{}"))
                .withWires(Designs.wires("in -> window", "window -> out", "window.late -> too-late"))
                .withSettings(Value.Group.EMPTY.with("clock", Value.of(clock)));
    }

    /** {@code rows}: "12:00:01 2; 12:00:05 12:00:06 3": happened, arrived (if later), value. */
    public static String rows(String rows) {
        return Arrays.stream(rows.split(";")).map(String::strip).map(Curriculum::row).collect(Collectors.joining(","));
    }

    private static String row(String text) {
        List<String> parts = List.of(text.split(" "));
        String arrives = parts.size() == 3 ? '"' + parts.get(1) + '"' : "null";
        return "[\"" + parts.getFirst() + "\"," + arrives + "," + parts.getLast() + "]";
    }

    private static String source(String rows, String watermark) {
        return "{\"fields\":{\"value\":\"long\"},\"rows\":[" + rows + "],\"watermark\":" + watermark + "}";
    }

    private static String bounded(String bound) {
        return "{\"strategy\":\"bounded\",\"bound\":\"" + bound + "\"},\"end\":\"never\"";
    }

    private static final String ASCENDING = "{\"strategy\":\"ascending\"},\"end\":\"never\"";

    /** 5.1: three steps on a stair, then silence. */
    public static Design neverFires() {
        return design("12:00:00", source(rows("12:00:01 2; 12:00:05 3; 12:00:09 4"), bounded("2 s")), "tumbling",
                "{\"size\":\"10 s\",\"aggregates\":[\"sum of value\"]}");
    }

    /** 5.2: two turnstiles, one of them silent. */
    public static Design quietTurnstile(String idleAfter) {
        String rows = """
                ["12:00:05",null,"East",3],["12:00:15",null,"East",2],["12:00:25",null,"East",4],["12:00:35",null,"East",1],
                ["12:00:45",null,"East",5],["12:00:55",null,"East",2],["12:01:00",null,"East",3],
                ["12:00:20","12:01:05","West",6],["12:00:50","12:01:06","West",1]""";
        String source = "{\"fields\":{\"gate\":\"string\",\"value\":\"long\"},\"rows\":[" + rows + "],\"watermark\":"
                + bounded("2 s") + ",\"partitions\":[\"East\",\"West\"],\"partitionBy\":\"gate\",\"idleAfter\":\""
                + idleAfter + "\"}";
        return design("12:00:00", source, "tumbling", "{\"size\":\"20 s\",\"aggregates\":[\"sum of value\"]}");
    }

    /** 5.3: the perfect watermark, or the guess. */
    public static Design perfectOrGuess(boolean perfect) {
        String watermark = perfect ? "{\"strategy\":\"perfect\"}" : SCRIPT;
        return design("12:05:00", source(SCORES, watermark), "tumbling",
                "{\"size\":\"2 min\",\"aggregates\":[\"sum of value\"]}");
    }

    /** 5.4: early every full minute, late every event. */
    public static Design lateArrivals(String lateness) {
        return lateArrivals(lateness, "accumulating");
    }

    public static Design lateArrivals(String lateness, String accumulation) {
        String window = "{\"size\":\"2 min\",\"aggregates\":[\"sum of value\"],\"lateness\":\"" + lateness
                + "\",\"early\":{\"kind\":\"aligned\",\"every\":\"1 min\"},\"accumulation\":\"" + accumulation + "\"}";
        return design("12:05:00", source(SCORES, SCRIPT), "tumbling", window);
    }

    /** 5.5: a bound of the watermark, or lateness. */
    public static Design boundOrLateness(String bound, String lateness) {
        String rows = rows("12:00:01 1; 12:00:09 2; 12:00:04 12:00:10 3; 12:00:11 4; 12:00:08 12:00:12 5; 12:00:16 6");
        return design("12:00:00", source(rows, bounded(bound)), "tumbling",
                "{\"size\":\"10 s\",\"aggregates\":[\"sum of value\"],\"lateness\":\"" + lateness + "\"}");
    }

    /** 5.7: one of many counters lives a day ahead. */
    public static Design wrongClock() {
        String rows = """
                ["12:00:10",null,1],["12:00:40",null,2],["day 2 12:00:50","12:00:50",3],["12:01:10",null,4],
                ["12:01:40",null,5],["12:02:20",null,6]""";
        return design("12:00:00", source(rows, bounded("10 s")), "tumbling",
                "{\"size\":\"1 min\",\"aggregates\":[\"sum of value\"]}");
    }

    /** 5.8: two visits that a late tap makes one. */
    public static Design sessions(String lateTap, String lateness, String accumulation) {
        String rows = rows("12:00:00 1; 12:00:15 1; " + lateTap + " 12:00:17 1; 12:00:40 1");
        return design("12:00:00", source(rows, ASCENDING), "session", "{\"gap\":\"10 s\",\"aggregates\":[\"count\"],"
                + "\"lateness\":\"" + lateness + "\",\"accumulation\":\"" + accumulation + "\"}");
    }

    /** A filter, a computed field that has no result for a 5, and a window. */
    public static Design filtered() {
        String rows = rows("12:00:01 2; 12:00:02 -3; 12:00:03 5; 12:00:04 7");
        return Designs.design(Designs.node("in", "timetable", source(rows, ASCENDING)),
                Designs.node("positive", "filter", "{\"condition\":\"value > 0\"}"),
                Designs.node("share", "compute", "{\"fields\":{\"share\":\"10 / (value - 5)\"}}"),
                Designs.node("window", "tumbling", "{\"size\":\"2 s\",\"aggregates\":[\"sum of value\"]}"),
                Designs.node("out", "results", "{}"))
                .withWires(Designs.wires("in -> positive", "positive -> share", "share -> window", "window -> out"))
                .withSettings(Value.Group.EMPTY.with("clock", Value.of("12:00:00")));
    }

    /** The last three events, every two. */
    public static Design counting() {
        String rows = rows("12:00:01 2; 12:00:02 3; 12:00:03 5; 12:00:04 7; 12:00:05 8");
        return design("12:00:00", source(rows, ASCENDING), "count-window",
                "{\"size\":3,\"slide\":2,\"aggregates\":[\"sum of value\"]}");
    }

    /** Random events, keyed, in windows of ten seconds; about twelve steps an event. */
    public static Design generated(int events) {
        String source = "{\"events\":" + events + ",\"rate\":10,\"keys\":{\"count\":20,\"zipf\":1},"
                + "\"delay\":{\"distribution\":\"exponential\",\"mean\":\"3 s\"},"
                + "\"watermark\":{\"strategy\":\"bounded\",\"bound\":\"4 s\"}}";
        return Designs.design(Designs.node("in", "generator", source),
                Designs.node("positive", "filter", "{\"condition\":\"value > 3\"}"),
                Designs.node("window", "sliding",
                        "{\"size\":\"20 s\",\"slide\":\"10 s\",\"aggregates\":[\"sum of value\"],\"lateness\":\"20 s\"}"),
                Designs.node("out", "results", "{}"), Designs.node("too-late", "results", "{}"))
                .withWires(Designs.wires("in -> positive", "positive -> window", "window -> out 2 s",
                        "window.late -> too-late"))
                .withSettings(Value.Group.EMPTY.with("clock", Value.of("12:00:00")));
    }

    /** Random keyed events that come out of order, in windows of this type. */
    public static Design random(int events, long seed, String type, String window) {
        String source = "{\"events\":" + events + ",\"rate\":2,\"keys\":{\"count\":3},"
                + "\"delay\":{\"distribution\":\"exponential\",\"mean\":\"3 s\"},"
                + "\"watermark\":{\"strategy\":\"bounded\",\"bound\":\"2 s\"}}";
        return Designs.design(Designs.node("in", "generator", source), Designs.node("window", type, window),
                Designs.node("out", "results", "{}"))
                .withWires(Designs.wires("in -> window", "window -> out"))
                .withSettings(Value.Group.EMPTY.with("clock", Value.of("12:00:00")).with("seed", Value.of(seed)));
    }
}
