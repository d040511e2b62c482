package millrace.compile;

import static millrace.compile.Designs.design;
import static millrace.compile.Designs.node;
import static millrace.compile.Designs.wires;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import millrace.operator.Files;
import millrace.operator.SourceSpec;
import millrace.operator.WatermarkSpec;
import millrace.operator.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each setting of a source becomes. */
class SourceSettingsTest {
    private static final Files ANY = name -> Optional.of(() -> new ByteArrayInputStream(new byte[0]));

    private static SourceSpec source(String type, String settings) {
        var design = design(node("in", type, settings.replace('\'', '"')), node("out", "results", "{}"))
                .withWires(wires("in -> out"))
                .withSettings(Designs.group("{\"clock\": \"12:00:00\"}"));
        var outcome = Compiler.compile(design, ANY);
        Plan plan = outcome.value().orElseThrow(() -> new AssertionError(outcome.problems()));
        return ((Work.Source) plan.nodes().get(plan.nodeNumber("in")).work()).spec();
    }

    private static SourceSpec.Generator generator(String settings) {
        return (SourceSpec.Generator) source("generator", settings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{'delay': {'distribution': 'constant', 'mean': '2 s'}} | Constant[delay=2000]",
        "{'delay': {'distribution': 'uniform', 'from': '1 s', 'to': '3 s'}} | Uniform[from=1000, to=3000]",
        "{'delay': {'distribution': 'normal', 'mean': '4 s', 'deviation': '500 ms'}} | Normal[mean=4000.0, deviation=500.0]",
        "{'delay': {'distribution': 'exponential', 'mean': '5 s'}} | Exponential[mean=5000.0]",
        "{'delay': {'distribution': 'pareto', 'scale': '2 s', 'shape': 1.2}} | Pareto[scale=2000.0, shape=1.2]",
        "{'outage': {'from': '12:01', 'to': '12:02'}} | Outage[from=43260000, to=43320000, usual=Constant[delay=0]]",
    })
    void delays(String settings, String expected) {
        assertEquals(expected, generator(settings).delay().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{'values': {'distribution': 'uniform', 'from': -3, 'to': 7}} | Uniform[from=-3, to=7]",
        "{'values': {'distribution': 'constant', 'value': 4}} | Constant[value=4]",
        "{'values': {'distribution': 'normal', 'mean': 10, 'deviation': 2.5}} | Normal[mean=10.0, deviation=2.5]",
        "{'values': {'distribution': 'sequence'}} | Sequence[]",
    })
    void values(String settings, String expected) {
        assertEquals(expected, generator(settings).values().toString());
    }

    @Test
    void amounts() {
        var g = generator("{'events': 7, 'rate': 2.5, 'bursts': {'every': '1 min', 'for': '5 s', 'factor': 3},"
                + "'keys': {'count': 9, 'zipf': 1.1}}");
        assertEquals("7 2.5 60000 5000 3.0 Keys[count=9, zipf=1.1]", g.count() + " " + g.rate() + " " + g.burstEvery()
                + " " + g.burstFor() + " " + g.burstFactor() + " " + g.keys());
        assertEquals(Long.MAX_VALUE, generator("{'events': 0}").count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{'watermark': {'strategy': 'none'}} | None[] 0 0 [] false AtLastRow[]",
        "{} | Ascending[] 0 0 [] false AtLastRow[]",
        "{'watermark': {'strategy': 'bounded', 'bound': '7 s', 'every': '1 s'}} | Bounded[maxOutOfOrderness=7000] 1000 0 [] false AtLastRow[]",
        "{'watermark': {'strategy': 'perfect'}, 'idleAfter': '9 s', 'end': 'never'} | Perfect[] 0 9000 [] false Hold[]",
        "{'timestamps': 'ingestion', 'end': 'at', 'endAt': '12:09:22'} | Ascending[] 0 0 [] true At[time=43762000]",
        "{'partitions': ['A', 'B']} | Ascending[] 0 0 [A, B] false AtLastRow[]",
    })
    void timing(String settings, String expected) {
        var t = generator(settings).timing();
        String partitions = t.partitions().toString();
        assertEquals(expected, t.watermark() + " " + t.period() + " " + t.idleAfter() + " " + partitions + " "
                + t.ingestion() + " " + t.end());
    }

    @Test
    void aScriptOfWatermarks() {
        var script = (WatermarkSpec.Script) generator(
                "{'watermark': {'strategy': 'script', 'script': [['12:01', '12:00:30'], ['12:02', '12:01:30']]}}")
                .timing()
                .watermark();
        assertEquals("[43260000, 43320000] [43230000, 43290000]",
                java.util.Arrays.toString(script.at()) + " " + java.util.Arrays.toString(script.to()));
    }

    @Test
    void files() {
        var file = (SourceSpec.File) source("file",
                "{'file': 'd/FLIGHTS.CSV.GZ', 'fields': {'gate': 'string', 'n': 'long'},"
                        + "'eventTime': 'left', 'arrival': 'told', 'timeFormat': 'pattern', 'timePattern': 'yyyy/MM/dd HH:mm',"
                        + "'partitions': ['1', '2'], 'partitionBy': 'gate', 'key': 'gate'}");
        assertTrue(file.gzip());
        assertEquals("CSV left told TimeFormat[kind=PATTERN, pattern=yyyy/MM/dd HH:mm] [gate, n] gate 0",
                file.format() + " " + file.eventTimeColumn() + " " + file.arrivalColumn() + " " + file.timeFormat()
                        + " "
                        + file.columns() + " " + file.partitionColumn() + " " + file.type().key());
        var lines = (SourceSpec.File) source("file",
                "{'file': 'a.jsonl', 'format': 'jsonl', 'fields': {'n': 'long'}, 'eventTime': 't', 'timeFormat': 's'}");
        assertEquals("JSON_LINES false TimeFormat[kind=SECONDS, pattern=] -1",
                lines.format() + " " + lines.gzip() + " " + lines.timeFormat() + " " + lines.type().key());
    }
}
