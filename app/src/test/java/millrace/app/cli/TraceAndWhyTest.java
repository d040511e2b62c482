package millrace.app.cli;

import static millrace.app.cli.Call.LATE_ARRIVALS;
import static millrace.app.cli.Call.millrace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.trace.Fact;
import millrace.trace.Run;
import millrace.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code trace} and {@code why}. */
class TraceAndWhyTest {
    private final JsonMapper json = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"time/late-arrivals.json", "time/sessions.json", "time/quiet-turnstile.json",
        "events/correction.json", "examples/split.json", "real/earthquakes.json"})
    void eachLineIsARowOfTheTrace(String name) {
        Path file = Call.DESIGNS.resolve(name);
        Plan plan = Compiler.compile(DesignReader.read(file).design().orElseThrow(), DesignFolder.of(file))
                .value()
                .orElseThrow();
        Trace trace = Run.of(plan).trace();
        List<String> lines = millrace("trace", file).out();
        assertEquals(trace.size(), lines.size());
        for (int row = 0; row < trace.size(); row++) {
            JsonNode line = json.readTree(lines.get(row));
            Fact fact = trace.fact(row);
            assertEquals(row, line.get("fact").asInt());
            assertEquals(FactLines.word(trace.kind(row)), line.get("kind").asString());
            assertEquals(fact.node(), line.get("node").asString());
            assertEquals(plan.clock().full(fact.at()), line.get("at").asString());
            assertEquals(fact.step(), line.get("step").asLong());
            fact.subject().ifPresent(event -> assertEquals(event.id, line.get("event").asLong()));
        }
    }

    @Test
    void onlyWhatIsAskedFor() {
        Call call = millrace("trace", LATE_ARRIVALS, "--kind", "fired,dropped", "--from", "12:08:00", "--to",
                "12:08:59",
                "--set", "by2.lateness=2 min", "--node", "by2");
        List<JsonNode> lines = call.out().stream().map(json::readTree).toList();
        assertEquals(List.of("fired", "dropped"), lines.stream().map(l -> l.get("kind").asString()).toList());
        assertEquals("12:08:19", lines.getLast().get("at").asString());
        assertEquals("12:06:56", lines.getLast().get("watermark").asString());
        assertTrue(millrace("trace", LATE_ARRIVALS, "--kind", "fire").said().contains("did you mean 'fired'?"));
        assertTrue(millrace("trace", LATE_ARRIVALS, "--node", "by3").said().contains("did you mean 'by2'?"));
        assertEquals(2, millrace("trace", LATE_ARRIVALS, "--from", "noon").status());
    }

    @Test
    void everyNameOfALineIsThereOnce() {
        JsonMapper strict = JsonMapper.builder()
                .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        Set<String> kinds = new java.util.TreeSet<>();
        for (String line : millrace("trace", LATE_ARRIVALS).out())
            kinds.add(strict.readTree(line).get("kind").asString());
        assertTrue(kinds.contains("fired") && kinds.contains("added"), kinds.toString());
    }

    @Test
    void whyAnEventWasDropped() {
        String event = millrace("trace", LATE_ARRIVALS, "--kind", "dropped", "--set", "by2.lateness=2 min").out()
                .getFirst();
        Call call = millrace("why", LATE_ARRIVALS, "--set", "by2.lateness=2 min", "--event",
                json.readTree(event).get("event").asLong());
        assertEquals(0, call.status(), call.said());
        for (String figure : List.of("12:08:19", "12:01:26", "[12:00, 12:02)", "12:04", "12:07:28", "2 min"))
            assertTrue(call.printed().contains(figure), figure + " is missing: " + call.printed());
    }

    @Test
    void whyAWindowHasNotAnswered() {
        Call call = millrace("why", LATE_ARRIVALS, "--window", "@12:02", "--at", "12:06:30");
        assertEquals(0, call.status(), call.said());
        assertTrue(call.printed().contains("12:04"), call.printed());
        assertTrue(!call.printed().equals(millrace("why", LATE_ARRIVALS, "--window", "@12:02").printed()));
    }

    @Test
    void whyTheGlobalWindowSaysWhatItSays() {
        Path design = Call.DESIGNS.resolve("examples/global.json");
        assertEquals("Why has this window said [9, 9, 7]?", millrace("why", design, "--window", "@").out().getFirst());
    }

    @Test
    void howANodeIsAndWhy() {
        Path design = Call.DESIGNS.resolve("faults/kill-it.json");
        Call call = millrace("why", design, "--node", "count", "--at", "12:00:23");
        assertEquals(0, call.status(), call.said());
        assertEquals("Why is Count down?", call.out().getFirst());
        assertTrue(millrace("why", design, "--node", "coutn").said().contains("did you mean 'count'?"));
    }

    @Test
    void nothingToAnswer() {
        Call call = millrace("why", LATE_ARRIVALS, "--event", "999");
        assertEquals(1, call.status());
        assertEquals("the run has no event 999", call.said());
        assertEquals("millrace: say what to ask about: --event ID, --window KEY@START or --node NODE",
                millrace("why", LATE_ARRIVALS).said());
        assertEquals(2, millrace("why", LATE_ARRIVALS).status());
        assertEquals(2, millrace("why", LATE_ARRIVALS, "--event", "1", "--window", "@12:00").status());
        assertEquals(2, millrace("why", LATE_ARRIVALS, "--window", "@noon").status());
        assertTrue(millrace("why", LATE_ARRIVALS, "--window", "@12:00", "--node", "totals").said()
                .contains("no window node 'totals'"));
    }
}
