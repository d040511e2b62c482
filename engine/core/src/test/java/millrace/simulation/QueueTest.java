package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import millrace.compile.Compiler;
import millrace.compile.Designs;
import millrace.design.Design;
import millrace.design.Problem;
import millrace.format.DesignReader;
import millrace.operator.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A queue in a run: who did which message, and when. Every run is also saved and restored between any two steps. */
class QueueTest {
    private static final String TWO = "'workers': [{'name': 'A', 'takes': '10 s'}, {'name': 'B', 'takes': '12 s'}]";

    /** Messages 1, 2, ... at these times, a queue, sinks for what is done and what is given up. */
    private static Design design(String settings, String... times) {
        String rows = IntStream.range(0, times.length)
                .mapToObj(i -> "[\"" + times[i] + "\", null, " + (i + 1) + "]")
                .collect(Collectors.joining(", "));
        return Design.EMPTY.withNodes(List.of(
                Designs.node("source", "timetable", "{\"fields\": {\"v\": \"long\"}, \"rows\": [" + rows + "]}"),
                Designs.node("queue", "queue", settings.replace('\'', '"')),
                Designs.node("done", "results", "{}"), Designs.node("dead", "results", "{}")))
                .withWires(Designs.wires("source -> queue", "queue -> done", "queue.dead -> dead"))
                .withSettings(Designs.group("{\"clock\": \"12:00:00\", \"until\": \"13:00\"}"));
    }

    private static String[] atOnce(int messages) {
        String[] times = new String[messages];
        Arrays.fill(times, "12:00:00");
        return times;
    }

    private static void gives(Design design, String expected) {
        assertEquals(expected, String.join(" | ",
                DesignRuns.rows(design).stream().map(r -> r.substring("12:".length())).toList()));
    }

    @Test
    void withoutWorkersThereIsOneThatTakesNoTime() {
        gives(design("{}", "12:00:01", "12:00:02"), "00:01 done 1 A 1 | 00:02 done 2 A 1");
    }

    @Test
    void aFreeMessageGoesToTheFreeWorkerOfLowestNumber() {
        gives(design("{" + TWO + "}", "12:00:00", "12:00:11", "12:00:12"),
                "00:10 done 1 A 1 | 00:21 done 2 A 1 | 00:24 done 3 B 1");
    }

    @Test
    void withPrefetchTheFirstWorkerTakesMoreThanItCanDoAtOnce() {
        gives(design("{" + TWO + ", 'prefetch': 2}", atOnce(3)),
                "00:10 done 1 A 1 | 00:12 done 3 B 1 | 00:20 done 2 A 1");
    }

    @Test
    void aFailedMessageGoesBackToTheFront() {
        gives(design("{" + TWO + ", 'failures': [{'message': 1, 'deliveries': '1, 2'}]}", atOnce(3)),
                "00:12 done 2 B 1 | 00:24 done 3 B 1 | 00:30 done 1 A 3");
    }

    @Test
    void orToTheBack() {
        gives(design("{" + TWO + ", 'returnTo': 'back', 'failures': [{'message': 1, 'deliveries': '1'}]}", atOnce(4)),
                "00:12 done 2 B 1 | 00:20 done 3 A 1 | 00:24 done 4 B 1 | 00:30 done 1 A 2");
    }

    @Test
    void aWorkerThatJoinsLaterTakesWhatWaits() {
        gives(design(
                "{'workers': [{'name': 'A', 'takes': '10 s'}, {'name': 'B', 'takes': '1 s', 'joins': '12:00:03'}]}",
                atOnce(3)), "00:04 done 2 B 1 | 00:05 done 3 B 1 | 00:10 done 1 A 1");
    }

    @Test
    void aWorkerThatPausesIsGivenNothingAndWhatItHasRests() {
        gives(design("{'workers': [{'name': 'A', 'takes': '4 s', 'pauses': [{'from': '12:00:02', 'to': '12:00:10'}]},"
                + " {'name': 'B', 'takes': '5 s'}]}", atOnce(4)),
                "00:05 done 2 B 1 | 00:10 done 1 A 1 | 00:10 done 3 B 1 | 00:14 done 4 A 1");
    }

    /** Its other output, for what is given up, leads nowhere. */
    @Test
    void aQueueWaitsForRoomOnItsOneWire() {
        Design narrow = DesignReader.read("""
                {"millrace": 1, "name": "x", "settings": {"clock": "12:00:00"}, "nodes": [
                {"id": "s", "type": "timetable", "settings": {"fields": {"v": "long"},
                 "rows": [["12:00:00", null, 1], ["12:00:00", null, 2], ["12:00:00", null, 3]]}},
                {"id": "queue", "type": "queue"}, {"id": "slow", "type": "filter",
                 "settings": {"condition": "true", "workTime": "2 s"}}, {"id": "done", "type": "results"}],
                "wires": [{"from": "s", "to": "queue"}, {"from": "queue", "to": "slow", "capacity": 1},
                {"from": "slow", "to": "done"}]}
                """, "x").wholeDesign().orElseThrow();
        gives(narrow, "00:02 done 1 A 1 | 00:04 done 2 A 1 | 00:06 done 3 A 1");
    }

    @Test
    void aWorkerIsSlowForAWhile() {
        gives(design("{'workers': [{'name': 'A', 'takes': '2 s', 'slow': [{'from': '12:00:01', 'to': '12:00:05',"
                + " 'takes': '10 s'}]}]}", atOnce(3)), "00:02 done 1 A 1 | 00:12 done 2 A 1 | 00:14 done 3 A 1");
    }

    @Test
    void whatFailsTooOftenIsGivenUp() {
        gives(design("{'workers': [{'name': 'A', 'takes': '2 s'}], 'limit': 2, 'failures': [{'message': 1}]}",
                atOnce(2)),
                "00:04 dead 1 A 2 | 00:06 done 2 A 1");
    }

    @Test
    void aGivenUpMessageCountsAsDroppedWithOrWithoutAWire() {
        Design design = design("{'limit': 1, 'failures': [{'message': 1}]}", "12:00:00", "12:00:01");
        for (Design each : List.of(design, design.withWires(Designs.wires("source -> queue", "queue -> done")))) {
            Simulation simulation = new Simulation(Compiler.compile(each, Files.NONE).value().orElseThrow(), null,
                    Outlet.NONE);
            simulation.run();
            assertEquals(1, simulation.dropped());
        }
    }

    /** A window of 10 s behind the queue answers when no message of it is left in the queue. */
    @ParameterizedTest
    @CsvSource({"1 s, 12:00:15", "20 s, 12:00:41"})
    void theWatermarkIsHeldBackByTheEarliestMessage(String takes, String answers) {
        Design design = design("{'workers': [{'name': 'A', 'takes': '" + takes + "'}]}", "12:00:01", "12:00:05",
                "12:00:15");
        List<millrace.design.Node> nodes = new ArrayList<>(design.nodes());
        nodes.add(Designs.node("sum", "tumbling", "{\"size\": \"10 s\", \"aggregates\": [\"sum of v\"]}"));
        List<String> rows = DesignRuns.rows(design.withNodes(nodes)
                .withWires(Designs.wires("source -> queue", "queue -> sum", "sum -> done", "queue.dead -> dead")));
        assertTrue(rows.getFirst().startsWith(answers), rows::toString);
        assertTrue(rows.getFirst().endsWith(" 3"), rows::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{'failures': [{'message': 1}]}                                   | no-end         | failures",
        "{'failures': [{'message': 1, 'deliveries': 'some'}]}             | not-a-list     | failures[0].deliveries",
        "{'failures': [{}]}                                               | missing        | failures[0].message",
        "{'workers': [{'name': 'A'}, {'name': 'A'}]}                      | duplicate-name | workers[1].name",
        "{'prefetch': 0}                                                  | out-of-range   | prefetch"})
    void whatIsWrongIsToldWithItsPlace(String settings, String code, String path) {
        List<Problem> problems = Compiler.compile(design(settings, "12:00:00"), Files.NONE).problems();
        assertTrue(problems.stream().anyMatch(p -> p.code().equals(code) && p.where().toString().endsWith(path)),
                problems::toString);
    }

    @Test
    void theNameOfAFieldThatTheQueueAddsIsTaken() {
        Design design = design("{}", "12:00:00");
        List<millrace.design.Node> nodes = new ArrayList<>(design.nodes());
        nodes.set(0, Designs.node("source", "timetable", "{\"fields\": {\"worker\": \"long\"}, \"rows\": []}"));
        List<Problem> problems = Compiler.compile(design.withNodes(nodes), Files.NONE).problems();
        assertTrue(problems.stream().anyMatch(p -> p.code().equals("reserved-name")), problems::toString);
    }
}
