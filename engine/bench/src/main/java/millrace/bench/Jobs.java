package millrace.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Outcome;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;
import millrace.operator.Files;
import millrace.operator.SourceSpec;
import millrace.operator.Work;

/** The designs that are measured: keyed sum and count over a window, and a join; the watermark follows the largest event time. */
final class Jobs {
    private static final Point ANYWHERE = new Point(0, 0);

    private Jobs() {}

    /**
     * W1 tumbling 10 s, W2 sliding 60 s every 5 s, W3 sessions with a gap of 5 s; J1 even and odd values of one key, at most 2 s
     * apart, with a watermark behind which nothing is late; C1 W1 with exactly-once checkpoints, one each second of the run; for
     * long runs also A1, the running sum and count of each key, and T1, C1 with a sink that writes in transactions.
     */
    static Design design(String job) {
        return switch (job) {
            case "W1" -> design("tumbling", Map.of("size", Value.of("10 s")));
            case "W2" -> design("sliding", Map.of("size", Value.of("60 s"), "slide", Value.of("5 s")));
            case "W3" -> design("session", Map.of("gap", Value.of("5 s")));
            case "J1" -> join();
            case "A1" -> design("aggregate", Map.of());
            case "T1" -> design("C1").withNodes(design("C1").nodes().stream().map(Jobs::transactional).toList());
            case "C1" -> design("W1").withSettings(Value.Group.EMPTY.with("checkpoints", checkpoints()));
            default -> throw new IllegalArgumentException("no such job: " + job);
        };
    }

    private static Node transactional(Node node) {
        return node.id().equals("out") ? node("out", "transactional", Map.of()) : node;
    }

    private static Value checkpoints() {
        return Value.group(Map.of("guarantee", Value.of("exactly-once"), "every", Value.of("1 s")));
    }

    private static Design join() {
        Map<String, Value> bounds = Map.of("leftKey", Value.of("key"), "rightKey", Value.of("key"),
                "lower", Value.of("-2 s"), "upper", Value.of("2 s"));
        Value conditions = Value.group(Map.of("even", Value.of("value % 2 == 0")));
        return Design.EMPTY
                .withNodes(List.of(rows("10 s"), node("parity", "split", Map.of("conditions", conditions)),
                        node("join", "interval-join", bounds), node("out", "results", Map.of())))
                .withWires(List.of(new Wire(PortRef.out("rows"), PortRef.in("parity")),
                        new Wire(new PortRef("parity", "even"), new PortRef("join", "left")),
                        new Wire(new PortRef("parity", "rest"), new PortRef("join", "right")),
                        new Wire(PortRef.out("join"), PortRef.in("out"))));
    }

    private static Design design(String window, Map<String, Value> bounds) {
        Map<String, Value> settings = new LinkedHashMap<>(bounds);
        settings.put("aggregates", Value.of(List.of(Value.of("count"), Value.of("sum of value"))));
        return Design.EMPTY
                .withNodes(List.of(rows("5 s"), node("window", window, settings), node("out", "results", Map.of())))
                .withWires(List.of(new Wire(PortRef.out("rows"), PortRef.in("window")),
                        new Wire(PortRef.out("window"), PortRef.in("out"))));
    }

    /** The source, with a watermark so far behind the largest event time. */
    private static Node rows(String bound) {
        return node("rows", "timetable", Map.of(
                "fields", Value.group(fields()),
                "rows", Value.of(List.of()),
                "key", Value.of("key"),
                "watermark", Value.group(Map.of("strategy", Value.of("bounded"), "bound", Value.of(bound)))));
    }

    private static Map<String, Value> fields() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("key", Value.of("long"));
        fields.put("value", Value.of("long"));
        return fields;
    }

    private static Node node(String id, String type, Map<String, Value> settings) {
        return new Node(id, type, id, ANYWHERE, Value.group(settings));
    }

    static Plan compile(Design design) {
        Outcome<Plan> outcome = Compiler.compile(design, Files.NONE);
        return outcome.value().orElseThrow(() -> new IllegalStateException(outcome.problems().toString()));
    }

    /** The plan with its source's rows taken from memory. */
    static Plan withRows(Plan plan, SourceSpec.InMemory.Table rows) {
        List<PlanNode> nodes = new ArrayList<>();
        for (PlanNode node : plan.nodes()) {
            Work work = node.work() instanceof Work.Source(var spec)
                    ? new Work.Source(new SourceSpec.InMemory(spec.type(), spec.timing(), rows))
                    : node.work();
            nodes.add(node.with(work));
        }
        return plan.with(nodes);
    }
}
