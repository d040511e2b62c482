package millrace.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import millrace.compile.Compiler;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.format.DesignReader;
import millrace.operator.Files;
import millrace.trace.ChartData.Idle;
import millrace.trace.ChartData.Outage;
import org.junit.jupiter.api.Test;

/** What joins, crashes and silence leave for the chart of a node. */
class ChartDataTest {
    private static final Clock CLOCK = Clock.parseStart("12:00:00").orElseThrow();
    private static final String SOURCE = """
            {"id": "%s", "type": "timetable", "name": "%s", "at": [0, 0], "settings": {"fields": {"key": "string"},
             "key": "key", "rows": [%s], "watermark": {"strategy": "ascending"}%s}}""";

    private static ChartData chart(String settings, String nodes, String wires, String of) {
        String text = "{\"millrace\": 1, \"name\": \"Chart\", \"settings\": {\"clock\": \"12:00:00\"%s}, \"nodes\": [%s], \"wires\": [%s]}"
                .formatted(settings, nodes, wires);
        var design = DesignReader.read(text, "chart.json").wholeDesign().orElseThrow(() -> new AssertionError(text));
        var plan = Compiler.compile(design, Files.NONE);
        return ChartData.of(Run.of(plan.value().orElseThrow(() -> new AssertionError(plan.problems()))), of);
    }

    private static String source(String id, String rows, String more) {
        return SOURCE.formatted(id, id, rows, more);
    }

    private static String at(long time) {
        return time == ChartData.NEVER ? "never" : CLOCK.format(time);
    }

    private static String say(Event e) {
        return e.value(0) + " " + at(e.time);
    }

    @Test
    void aJoinPairsTellsItsSidesApartAndLetsGo() {
        ChartData data = chart("", source("l", "[\"12:00:00\", null, \"a\"], [\"12:00:05\", null, \"b\"], [\"12:01:00\", null, \"z\"]", "")
                + "," + source("r", "[\"12:00:07\", null, \"a\"], [\"12:01:00\", null, \"z\"]", "")
                + ", {\"id\": \"j\", \"type\": \"interval-join\", \"name\": \"J\", \"at\": [0, 0], \"settings\": {\"upper\": \"10 s\"}}",
                "{\"from\": \"l\", \"to\": \"j.left\"}, {\"from\": \"r\", \"to\": \"j.right\"}", "j");
        assertEquals(List.of("0 a 12:00:00", "0 b 12:00:05", "1 a 12:00:07", "0 z 12:01:00", "1 z 12:01:00"),
                data.arrivals().stream().map(a -> a.input() + " " + say(a.event())).toList());
        assertEquals(List.of("a 12:00:00 with a 12:00:07 at 12:00:07", "z 12:01:00 with z 12:01:00 at 12:01:00"),
                data.join()
                        .pairs()
                        .stream()
                        .map(p -> say(p.left()) + " with " + say(p.right()) + " at " + at(p.at()))
                        .toList());
        ChartData.Kept first = data.join().kept().getFirst();
        assertEquals("a 12:00:00 until 12:00:10", say(first.event()) + " until " + at(first.until()));
        assertEquals("12:01:00", at(first.gone()), "as the watermark passes it");
        assertEquals(List.of("b 12:00:05 0 12:01:00"),
                data.join().lone().stream().map(l -> say(l.event()) + " " + l.side() + " " + at(l.at())).toList());
    }

    @Test
    void aCrashLosesWhatCameSinceTheSnapshotAndTheWatermarkGoesBack() {
        String rows = "[\"12:00:05\", null, \"a\"], [\"12:00:15\", null, \"b\"], [\"12:00:20\", null, \"c\"], [\"12:00:30\", null, \"d\"]";
        ChartData data = chart(
                ", \"checkpoints\": {\"guarantee\": \"exactly-once\", \"every\": \"12 s\"}, \"crashes\": [[\"12:00:22\", \"count\", \"4 s\"]]",
                source("s", rows, "") + ", {\"id\": \"count\", \"type\": \"aggregate\", \"name\": \"C\", \"at\": [0, 0]}",
                "{\"from\": \"s\", \"to\": \"count\"}", "count");
        assertEquals(List.of(new Outage(time("12:00:22"), time("12:00:26"), true)), data.outages());
        assertEquals(List.of("a never", "b 12:00:22", "c 12:00:22", "b never", "c never", "d never"),
                data.arrivals().stream().map(a -> a.event().value(0) + " " + at(a.lostAt())).toList());
        assertTrue(data.arrivals().stream().noneMatch(ChartData.Arrival::late), "with the snapshot's watermark none is late");
        assertEquals("12:00:20", at(data.watermark().at(time("12:00:25"))));
        Predicate<WatermarkLine.Step> back = s -> s.at() == time("12:00:26") && s.watermark() == time("12:00:05");
        assertTrue(data.watermark().steps().stream().anyMatch(back), data.watermark().toString());
    }

    private static long time(String text) {
        return CLOCK.parse(text).orElseThrow();
    }

    @Test
    void anInputIsIdleFromWhenItSaysSoUntilItWakes() {
        String rows = "[\"12:00:00\", null, \"a\"], [\"12:01:00\", null, \"b\"]";
        ChartData data = chart("", source("s", rows, ", \"idleAfter\": \"10 s\"")
                + ", {\"id\": \"count\", \"type\": \"aggregate\", \"name\": \"C\", \"at\": [0, 0]}",
                "{\"from\": \"s\", \"to\": \"count\"}", "count");
        assertEquals(List.of(new Idle(0, time("12:00:10"), time("12:01:00"))), data.idle());
    }
}
