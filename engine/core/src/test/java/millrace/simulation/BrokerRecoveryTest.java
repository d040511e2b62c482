package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import millrace.compile.Designs;
import millrace.design.Design;
import millrace.format.DesignPaths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs and queues in front of pipelines that crash, and of wires that are full. */
class BrokerRecoveryTest {
    private static Design set(Design design, String path, String value) {
        return DesignPaths.set(design, path, DesignPaths.typed(value)).value().orElseThrow();
    }

    /** Thirty events, one a second, on two partitions of a log; sums of ten seconds behind it. */
    private static Design sums(int readers, String takes) {
        List<String> rows = IntStream.range(0, 30)
                .mapToObj(i -> "[\"12:00:" + (i < 10 ? "0" : "") + i + "\", null, \"P" + i % 3 % 2 + "\", " + i + "]")
                .toList();
        return Design.EMPTY.withNodes(List.of(
                Designs.node("source", "timetable", "{\"fields\": {\"p\": \"string\", \"v\": \"long\"}, \"rows\": ["
                        + String.join(", ", rows) + "]}"),
                Designs.node("log", "log",
                        "{\"partitions\": 2, \"assign\": \"number\", \"partitionBy\": \"p\", \"groups\": "
                                + "[{\"name\": \"g\", \"readers\": " + readers + ", \"takes\": \"" + takes + "\"}]}"),
                Designs.node("sum", "tumbling",
                        "{\"size\": \"10 s\", \"lateness\": \"1 h\", \"aggregates\": [\"sum of v\"]}"),
                Designs.node("out", "results", "{}")))
                .withWires(Designs.wires("source -> log", "log.g -> sum", "sum -> out"))
                .withSettings(Designs.group("{\"clock\": \"12:00:00\"}"));
    }

    /** The rows without their times, each once. */
    private static List<String> what(List<String> rows) {
        return rows.stream().map(r -> r.substring(r.indexOf(" out ") + 5)).distinct().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void behindALogACrashChangesNoAnswer(long seed) {
        Random random = new Random(seed);
        Design design = sums(1 + random.nextInt(2), random.nextBoolean() ? "0 s" : "700 ms");
        List<String> whole = what(DesignRuns.rows(design));
        assertEquals(3, whole.size());
        Design crashed = set(set(set(design, "settings.checkpoints.guarantee", "exactly-once"),
                "settings.checkpoints.every", (2 + random.nextInt(6)) + " s"), "settings.recovery.restartDelay",
                random.nextInt(5) + " s");
        String crashes = "[[\"12:00:" + (10 + random.nextInt(8)) + "." + (100 + random.nextInt(900))
                + "\", \"sum\"], [\"12:00:" + (24 + random.nextInt(9)) + "\", \"sum\"]]";
        assertEquals(whole, what(DesignRuns.rows(set(crashed, "settings.crashes", crashes))), "seed " + seed);
    }

    @Test
    void withoutCheckpointsItGoesOnFromNowOrFromTheLastPlaceRead() {
        Design design = set(set(sums(1, "0 s"), "settings.crashes", "[[\"12:00:12.500\", \"sum\"]]"),
                "settings.recovery.restartDelay", "2 s");
        assertTrue(what(DesignRuns.rows(design)).toString().contains(" " + (15 + 16 + 17 + 18 + 19)),
                "10 to 12 are lost with the state, 13 and 14 were not read");
        assertTrue(what(DesignRuns.rows(set(design, "settings.recovery.resume", "last read"))).toString()
                .contains(" " + (13 + 14 + 15 + 16 + 17 + 18 + 19)), "only 10 to 12 are lost");
    }

    @Test
    void aFullWireStopsTheReadersNotTheLog() {
        Design design = sums(1, "0 s").withNodes(List.of(sums(1, "0 s").nodes().getFirst(),
                Designs.node("log", "log", "{}"), Designs.node("slow", "merge", "{\"workTime\": \"2 s\"}"),
                Designs.node("out", "results", "{}")));
        Design full = design.withWires(List.of(Designs.wires("source -> log").getFirst(),
                new millrace.design.Wire(new millrace.design.PortRef("log", "out"),
                        new millrace.design.PortRef("slow", "in"), Designs.group("{\"capacity\": 1}")),
                Designs.wires("slow -> out").getFirst()));
        List<String> rows = DesignRuns.rows(full);
        assertEquals(30, rows.size());
        assertEquals("12:00:02 out P0 0", rows.getFirst());
        assertEquals("12:01:00 out P0 29", rows.getLast().replace("P1 29", "P0 29"));
    }

    @Test
    void whatAWorkerHadAtTheCrashIsDeliveredAgain() {
        Design design = Design.EMPTY.withNodes(List.of(
                Designs.node("source", "timetable",
                        "{\"fields\": {\"v\": \"long\"}, \"rows\": [[\"12:00\", null, 1], [\"12:00\", null, 2], [\"12:00\", null, 3]]}"),
                Designs.node("queue", "queue", "{\"workers\": [{\"name\": \"A\", \"takes\": \"2 s\"}]}"),
                Designs.node("pass", "merge", "{}"), Designs.node("out", "results", "{}")))
                .withWires(Designs.wires("source -> queue", "queue -> pass", "pass -> out"))
                .withSettings(
                        Designs.group("{\"clock\": \"12:00:00\", \"crashes\": [[\"12:00:03\", \"pass\", \"4 s\"]]}"));
        assertEquals(List.of("12:00:02 out 1 A 1", "12:00:09 out 2 A 2", "12:00:11 out 3 A 1"),
                DesignRuns.rows(design));
    }

    @Test
    void nothingToSaveIsNoReasonToFail() {
        Design empty = Design.EMPTY.withSettings(Designs.group("{\"checkpoints\": {\"guarantee\": \"exactly-once\"}}"));
        assertEquals(List.of(), DesignRuns.rows(empty));
    }
}
