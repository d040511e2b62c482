package millrace.compile;

import static millrace.compile.Designs.design;
import static millrace.compile.Designs.node;
import static millrace.compile.Designs.wires;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import millrace.catalog.Catalog;
import millrace.catalog.Group;
import millrace.catalog.NodeType;
import millrace.catalog.PortSpec;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Outcome;
import millrace.design.Point;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.operator.Files;
import millrace.operator.WindowOperator;
import millrace.operator.Work;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each node type between a source and a sink: its own settings, and everything that can be wrong with them. */
class NodeTypesTest {
    private static final Files ONE_FILE = name -> name.equals("scores.csv")
            ? Optional.of(() -> new ByteArrayInputStream(new byte[0]))
            : Optional.empty();
    private static final String SOURCE = """
            {"fields": {"key": "string", "value": "long", "price": "double", "at": "timestamp"},
             "rows": [["12:00", null, "A", 1, 1.5, "12:00"]]}""";

    static Stream<NodeType> types() {
        return Catalog.types().stream();
    }

    /** The node, fed by a source if it takes anything, and followed by a sink for each output. */
    private static Design around(Node node) {
        NodeType type = Catalog.find(node.type()).orElseThrow();
        Design design = design(node);
        List<PortSpec> inputs = type.inputs(node.settings());
        if (!inputs.isEmpty()) design = design.add(source(type));
        for (PortSpec port : inputs)
            design = design.add(wires("source -> x." + port.name()).getFirst());
        for (var port : type.outputs(node.settings())) {
            design = design.add(node(port.name() + "-sink", "results", "{}"))
                    .add(wires("x." + port.name() + " -> " + port.name() + "-sink").getFirst());
        }
        return design;
    }

    /** Tables tell rows apart by a key. */
    private static Node source(NodeType type) {
        Node source = node("source", "timetable", SOURCE);
        return type.group() == Group.TABLES
                ? source.withSettings(source.settings().with("key", Value.of("key")))
                : source;
    }

    private static String problems(String type, String settings) {
        Outcome<Plan> outcome = Compiler.compile(around(node("x", type, settings)), ONE_FILE);
        return outcome.problems()
                .stream()
                .map(p -> (p.isError() ? "" : "(warning) ") + p)
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_new_node_runs_as_it_is(NodeType type) {
        Value.Group settings = type.id().equals("file") ? type.initial().with("file", Value.of("scores.csv"))
                : type.initial();
        Outcome<Plan> outcome = Compiler.compile(around(new Node("x", type.id(), "x", new Point(0, 0), settings)),
                ONE_FILE);
        assertEquals(List.of(), outcome.problems());
        Plan plan = outcome.value().orElseThrow();
        Plan.PlanNode node = plan.nodes().get(plan.nodeNumber("x"));
        assertEquals(type.outputs(settings).size(), node.outputs().size());
        assertEquals(type.group() == Group.SOURCES, node.work() instanceof Work.Source);
        assertEquals(type.group() == Group.SINKS, node.work() instanceof Work.Sink);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "tumbling | {'size': '2 mni'} | x.size: '2 mni' is not a duration: write for example 2 min",
        "tumbling | {} | x.size: 'size' is missing: write for example 2 min",
        "tumbling | {'size': 2} | x.size: 2 is not a duration: write for example \"2 s\"",
        "tumbling | {'size': '0 s'} | x.size: 0 s is too small for 'size': write 1 ms or more",
        "tumbling | {'size': '200 years'} | x.size: '200 years' is not a duration: write for example 2 min",
        "tumbling | {'size': '2 min', 'sise': '3 min'} | (warning) x.sise: Tumbling has no setting 'sise': it is kept, but does nothing: did you mean 'size'?",
        "tumbling | {'size': '2 min', 'early': {'kind': 'count', 'cuont': 3}} | (warning) x.early.cuont: Tumbling has no setting 'early.cuont': it is kept, but does nothing: did you mean 'count'?",
        "tumbling | {'size': '2 min', 'early': 'none'} | x.early: a group is expected here, not text: write {\"kind\": ...}",
        "tumbling | {'size': '2 min', 'early': {'kind': 'alinged'}} | x.early.kind: 'alinged' is not a choice for 'early.kind': did you mean 'aligned'?",
        "tumbling | {'size': '2 min', 'early': {'kind': 'aligned', 'every': 'often'}} | x.early.every: 'often' is not a duration: write for example 2 min",
        "tumbling | {'size': '2 min', 'early': {'kind': 'count', 'count': 0}} | x.early.count: 0 is too small for 'early.count': write 1 or more",
        "tumbling | {'size': '2 min', 'lateness': '-1 s'} | x.lateness: -1 s is too small for 'lateness': write 0 s or more",
        "tumbling | {'size': '2 min', 'onTime': 'sometimes'} | x.onTime: 'sometimes' is not a choice for 'onTime': known are always, if new, never",
        "tumbling | {'size': '2 min', 'time': true} | x.time: true is not a choice for 'time': known are event, processing",
        "tumbling | {'size': '2 min', 'aggregates': 'count'} | x.aggregates: a list of 1 to 32 aggregates is expected here: write for example [\"sum of value\", \"count\"]",
        "tumbling | {'size': '2 min', 'aggregates': []} | x.aggregates: a list of 1 to 32 aggregates is expected here: write for example [\"sum of value\", \"count\"]",
        "tumbling | {'size': '2 min', 'aggregates': ['summ of value']} | x.aggregates[0]: there is no aggregate 'summ': did you mean 'sum'?",
        "tumbling | {'size': '2 min', 'aggregates': ['sum of valu']} | x.aggregates[0]: there is no field 'valu': did you mean 'value'?",
        "tumbling | {'size': '2 min', 'aggregates': ['sum of key']} | x.aggregates[0]: 'sum' needs numbers, and 'key' is a string: take another field, or count, distinct, first, last or collect",
        "tumbling | {'size': '2 min', 'aggregates': ['sum']} | x.aggregates[0]: 'sum' does not say of which field: write for example sum of at",
        "tumbling | {'size': '2 min', 'aggregates': ['count of value']} | x.aggregates[0]: 'count' counts events, not a field: write count, or distinct of value",
        "tumbling | {'size': '2 min', 'aggregates': ['sum of value', 'sum of price']} | x.aggregates[1]: two fields of the result are called 'sum': write sum of price as sum_price",
        "tumbling | {'size': '2 min', 'aggregates': ['top of value']} | x.aggregates[0]: 'top' needs a whole number from 1 to 1000: write for example top 3 of at",
        "tumbling | {'size': '2 min', 'aggregates': ['percentile 101 of value']} | x.aggregates[0]: 'percentile' needs a number from 0 to 100: write for example percentile 95 of at",
        "tumbling | {'size': '2 min', 'aggregates': ['max of value as if']} | x.aggregates[0]: 'if' can't be the name of a field: it is a word of the expressions: call it for example 'if_'",
        "tumbling | {'size': '2 min', 'aggregates': [7, 'sum of of value']} | x.aggregates[0]: 7 is not an aggregate: write for example sum of value, or top 3 of value as best; x.aggregates[1]: 'sum of of value' is not an aggregate: write for example sum of value, or top 3 of value as best",
        "tumbling | {'size': '2 min', 'trigger': {'afterCuont': 3}} | x.trigger: there is no trigger 'afterCuont': did you mean 'afterCount'?",
        "tumbling | {'size': '2 min', 'trigger': {'repeatedly': {'afterCount': 0}}} | x.trigger.repeatedly.afterCount: 0 is not a number of events: write for example 3",
        "tumbling | {'size': '2 min', 'trigger': {'afterFirst': []}} | x.trigger.afterFirst: a list of 1 to 8 triggers is expected here: write for example [{\"afterCount\": 3}, {\"afterDelay\": \"20 s\"}]",
        "tumbling | {'size': '2 min', 'trigger': {'orFinally': {'main': 'never'}}} | x.trigger.orFinally.until: null is not a trigger: write for example {\"repeatedly\": {\"afterCount\": 3}}",
        "tumbling | {'size': '2 min', 'trigger': 'never', 'late': {'kind': 'count'}} | (warning) x.late: 'late' is not used: the composed trigger is given: remove 'trigger' or 'late'",
        "sliding | {'size': '1 day', 'slide': '1 ms'} | x.slide: every event would belong to 86,400,000 windows: make 'slide' longer: at most 10,000 are allowed",
        "sliding | {'size': '1 min', 'slide': '2 min'} | (warning) x.slide: between two windows there is time that belongs to none: make 'slide' as short as 'size', or shorter",
        "cumulate | {'size': '10 min', 'step': '3 min'} | x.step: 'size' is not a multiple of 'step': write for example a size of 12 min",
        "session | {'gap': null} | x.gap: 'gap' is missing: write for example 2 min",
        "count-window | {'size': 2.5} | x.size: 2.5 is not a whole number: write for example 3",
        "count-window | {'size': 1e99} | x.size: 1.0E+99 is not a whole number: write for example 3",
        "count-window | {'size': 5, 'slide': 0} | x.slide: 0 is too small for 'slide': write 1 or more",
        "filter | {'condition': 'valu > 0'} | x.condition: there is no field 'valu': did you mean 'value'?",
        "filter | {} | x.condition: 'condition' is missing: write for example value > 0",
        "filter | {'condition': 5} | x.condition: a text is expected here, not a number: put it in quotes",
        "compute | {'fields': {'if': 'value', 'b': 'valu', 'c': 3}} | x.fields.if: 'if' can't be the name of a field: it is a word of the expressions: call it for example 'if_'; x.fields.b: there is no field 'valu': did you mean 'value'?; x.fields.c: an expression is expected here, not a number: put it in quotes",
        "compute | {'fields': ['value']} | x.fields: named expressions are expected here, not a list: write for example {\"above\": \"value - 20\"}",
        "key-by | {'key': 'kye'} | x.key: there is no field 'kye': did you mean 'key'?",
        "key-by | {'key': ''} | x.key: 'key' is missing: write the name of a field",
        "split | {'conditions': {'rest': 'value > 0'}} | x.conditions.rest: 'rest' is the output for what fits no condition: choose another name",
        "split | {'conditions': {'big': 'value'}} | x.conditions.big: 'value' gives a long, a boolean is needed: compare it, for example value > 0",
        "file-sink | {'file': '../out.csv'} | x.file: '../out.csv' can't be written: it lies outside the design's folder: write for example \"results.csv\"",
        "file-sink | {'file': 'out.csv', 'format': 'xml'} | x.format: 'xml' is not a choice for 'format': known are csv, jsonl",
        "results | {'colour': 'red'} | (warning) x.colour: Results has no setting 'colour': it is kept, but does nothing: known are by, inputs, instances, mode, workTime",
        "results | {'mode': 'upsert'} | x.by: the input has no key: name the field that tells rows apart, or append",
        "results | {'mode': 'upsert', 'by': 'kye'} | x.by: there is no field 'kye': did you mean 'key'?",
        "aggregate | {'by': 'kye'} | x.by: there is no field 'kye': did you mean 'key'?",
        "aggregate | {'by': 'key', 'aggregates': ['count as key']} | x.aggregates[0]: two fields of the result are called 'key': write count as count",
        "aggregate | {'rows': 'one', 'instances': 2} | x.instances: one row over everything can't be shared out: write 1",
        "results | {'mode': 'upsert', 'by': 'key', 'instances': 2} | x.instances: a table that is written by key is one: write 1",
        "table | {'by': 'key', 'operation': 'value'} | x.operation: 'operation' needs a field that is a string: take the field that says +I, -U, +U or -D",
        "table | {'by': 'key', 'operation': 'key'} | x.operation: the operation can't be the key: take another field",
        "deduplicate | {'by': 'key', 'keep': 'best'} | x.keep: 'best' is not a choice for 'keep': known are first, last",
        "deduplicate | {'by': 'key', 'for': 'long'} | x.for: 'long' is not a duration: write for example 2 min",
        "to-stream | {'operation': 'value'} | x.operation: the rows have a field 'value' already: write another name",
        "flatten | {} | x.field: 'field' is missing: write for example \"value\"",
        "flatten | {'field': 'value'} | x.field: 'flatten' splits texts, and this field is a long: take a field that is a string",
        "flatten | {'field': 'key', 'separator': ''} | x.separator: 'separator' is empty: write for example \",\"",
        "flatten | {'field': 'key', 'as': 'value'} | x.as: there is a field 'value' already: write another name",
    })
    void wrong_settings_of_transforms_windows_and_sinks(String type, String settings, String expected) {
        assertEquals(expected, problems(type, settings.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "timetable | {} | x.fields: 'fields' is missing: write for example {\"value\": \"long\"}",
        "timetable | {'fields': {'a': 'int', 'b c': 'long', 'd': 'lnog'}} | x.fields.a: 'int' is not the type of a field: write 'long'; x.fields.b c: 'b c' can't be the name of a field: letters a to z, digits and _ are allowed, at most 64: call it for example 'b_c'; x.fields.d: 'lnog' is not the type of a field: did you mean 'long'?",
        "timetable | {'fields': {'v': 'long'}, 'rows': [['12:00', '12:61', 1], ['12:00', null], 5]} | x.rows[0][1]: '12:61' is not a time: write for example 12:05:19; x.rows[1]: the row has 2 values, 3 are expected: write [happened, arrives, v]; x.rows[2]: a row is expected here, not a number: write [happened, arrives, v]",
        "timetable | {'fields': {'v': 'long', 's': 'string', 'd': 'double', 'b': 'boolean', 't': 'timestamp'}, 'rows': [['12:00', null, '1', 2, 'x', 'true', 5]]} | x.rows[0][2]: '1' is not a long ('v'): write a whole number without quotes; x.rows[0][3]: 2 is not a string ('s'): put it in quotes; x.rows[0][4]: 'x' is not a double ('d'): write a number without quotes; x.rows[0][5]: 'true' is not a boolean ('b'): write true or false, without quotes; x.rows[0][6]: 5 is not a timestamp ('t'): write for example \"12:05:19\"",
        "timetable | {'fields': {'v': 'long'}, 'rows': [['12:00', null, 99999999999999999999]]} | x.rows[0][2]: 99999999999999999999 is not a long ('v'): write a whole number, or make the field a double",
        "timetable | {'fields': {'v': 'long'}, 'key': 'w'} | x.key: there is no field 'w': did you mean 'v'?",
        "timetable | {'fields': {'v': 'long'}, 'partitions': ['East', 'West']} | x.partitionBy: which row belongs to which partition is not said: name the text field that holds the partition",
        "timetable | {'fields': {'p': 'string'}, 'partitions': ['East', 'West'], 'partitionBy': 'p', 'rows': [['12:00', null, 'Est']]} | x.rows[0][2]: there is no partition 'Est': did you mean 'East'?",
        "timetable | {'fields': {'p': 'long'}, 'partitionBy': 'p'} | x.partitionBy: 'p' is a long, and a partition is named by a string: take a text field",
        "timetable | {'fields': {'v': 'long'}, 'partitions': ['East', 'East']} | x.partitions[1]: 'East' is there twice: give each another name",
        "timetable | {'fields': {'v': 'long'}, 'end': 'at'} | x.endAt: 'endAt' is missing: write for example 12:05:19",
        "timetable | {'fields': {'v': 'long'}, 'watermark': {'strategy': 'bonded'}} | x.watermark.strategy: 'bonded' is not a choice for 'watermark.strategy': did you mean 'bounded'?",
        "timetable | {'fields': {'v': 'long'}, 'watermark': 'perfect'} | x.watermark: a group is expected here, not text: write {\"strategy\": ...}",
        "timetable | {'fields': {'v': 'long'}, 'watermark': {'strategy': 'script', 'script': [['12:05', '12:01'], ['12:04', '12:00'], ['12:06']]}} | x.watermark.script[1][0]: it is earlier than the line before: put the lines in order; x.watermark.script[1][1]: a watermark never goes back: write a later time, or remove the line; x.watermark.script[2]: a time and a watermark are expected here: write for example [\"12:05:43\", \"12:01:00\"]",
        "generator | {'rate': 0} | x.rate: 0 is too small for 'rate': write 0.000001 or more",
        "generator | {'rate': 'fast'} | x.rate: 'fast' is not a number: write for example 1.5",
        "generator | {'keys': {'count': 2000000}} | x.keys.count: 2000000 is too large for 'keys.count': write 1000000 or less",
        "generator | {'values': {'from': 9, 'to': 1}} | x.values.to: 'values.to' lies before 'values.from': exchange the two",
        "generator | {'bursts': {'every': '5 s', 'for': '10 s'}} | x.bursts.for: a burst lasts longer than the time to the next: write a shorter time than 'every'",
        "generator | {'outage': {'from': '12:00'}} | x.outage.to: 'outage.to' is missing: an outage needs both its times",
        "generator | {'delay': {'distribution': 'paretto'}} | x.delay.distribution: 'paretto' is not a choice for 'delay.distribution': did you mean 'pareto'?",
        "file | {'file': 'other.csv', 'fields': {'v': 'long'}, 'eventTime': 't'} | x.file: 'other.csv' can't be opened: put the file beside the design, and write its name as it is there",
        "file | {'file': 'scores.csv', 'fields': {'v': 'long'}, 'eventTime': ''} | x.eventTime: 'eventTime' is missing: name the column that says when it happened",
        "file | {'file': 'scores.csv', 'fields': {'v': 'long'}, 'eventTime': 't', 'timeFormat': 'pattern', 'timePattern': 'qqqqqq{'} | x.timePattern: 'qqqqqq{' is not a pattern of times: write for example yyyy-MM-dd HH:mm:ss",
        "file | {'file': 'scores.csv', 'fields': {'p': 'string'}, 'eventTime': 't', 'partitionBy': 'p'} | x.partitions: the partitions of a file must be named: list the values of 'p'",
    })
    void wrong_settings_of_sources(String type, String settings, String expected) {
        assertEquals(expected, problems(type, settings.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{'repeatedly': {'afterCount': 3}} | Repeatedly[of=AfterCount[n=3]]",
        "{'afterWatermark': {'early': {'aligned': {'every': '1 min', 'offset': '5 s'}}}} | AfterWatermark[early=Optional[AlignedTo[period=60000, offset=5000]], late=Optional.empty]",
        "'never' | Never[]",
        "'afterWatermark' | AfterWatermark[early=Optional.empty, late=Optional.empty]",
        "{'orFinally': {'main': {'afterEach': [{'afterDelay': '20 s'}, {'afterCount': 1}]}, 'until': {'afterAll': [{'afterCount': 5}]}}} | OrFinally[main=AfterEach[of=[AfterDelay[delay=20000], AfterCount[n=1]]], until=AfterAll[of=[AfterCount[n=5]]]]",
        "{'afterFirst': [{'afterCount': 2}, 'afterWatermark']} | AfterFirst[of=[AfterCount[n=2], AfterWatermark[early=Optional.empty, late=Optional.empty]]]",
    })
    void composed_triggers_are_read(String trigger, String expected) {
        String settings = "{'size': '1 min', 'trigger': " + trigger + "}";
        Plan plan = CompilerTest.compiled(around(node("x", "tumbling", settings.replace('\'', '"'))));
        Work.Transform work = (Work.Transform) plan.nodes().get(plan.nodeNumber("x")).work();
        assertEquals(expected, ((WindowOperator) work.operator()).trigger().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "count | LONG", "sum of value | LONG", "sum of price | DOUBLE", "min of at | TIMESTAMP", "max of value | LONG",
        "average of value | DOUBLE", "distinct of key | LONG", "first of key | STRING", "last of price | DOUBLE",
        "collect of value | STRING", "top 3 of value | STRING", "percentile 99.9 of value | LONG",
        "percentile 50 of price | DOUBLE",
    })
    void aggregates_have_their_types(String aggregate, String type) {
        Plan plan = CompilerTest
                .compiled(around(node("x", "global", "{\"aggregates\": [\"" + aggregate + " as it\"]}")));
        assertEquals(
                "[Field[name=windowStart, type=TIMESTAMP], Field[name=windowEnd, type=TIMESTAMP], Field[name=it, type="
                        + type + "]]",
                plan.nodes().get(plan.nodeNumber("x")).outputs().getFirst().schema().toString());
    }

    @org.junit.jupiter.api.Test
    void a_keyed_window_gives_its_key() {
        Design design = around(node("x", "tumbling", "{\"size\": \"1 min\"}"))
                .change("source", n -> n.with("key", Value.of("key")));
        Plan.PlanNode node = CompilerTest.compiled(design)
                .nodes()
                .get(CompilerTest.compiled(design).nodeNumber("x"));
        assertEquals(2, node.outputs().getFirst().key());
        assertEquals("key", node.outputs().getFirst().schema().fields().get(2).name());
    }

    @org.junit.jupiter.api.Test
    void an_endless_generator_is_no_batch() {
        Design design = around(node("x", "generator", "{\"events\": 0}"))
                .withSettings(Designs.group("{\"mode\": \"batch\"}"));
        assertEquals(List.of("endless-batch"),
                Compiler.compile(design, Files.NONE)
                        .problems()
                        .stream()
                        .map(Problem::code)
                        .toList());
    }
}
