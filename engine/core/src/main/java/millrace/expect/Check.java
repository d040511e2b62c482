package millrace.expect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import millrace.compile.Plan;
import millrace.design.Clock;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.operator.Work;
import millrace.text.Sentences;

/** Holds one expectation against what was observed of a run. */
final class Check {
    static final List<String> PARTS = List.of("results", "open", "dropped", "counts", "watermarks", "tables",
            "brokers", "checkpoints", "orphans", "work", "truth", Keeping.PART);
    private static final Set<String> ASIDE = Set.of("name", "set", "source");
    private static final Set<String> COUNTERS = new TreeSet<>(
            Set.of("sent", "rejected", "received", "leftOut", "failed",
                    "passed", "late", "merged", "panes", "dropped", "expired", "changes", "mostOpen", "paired",
                    "unmatched"));
    private static final Set<String> TABLE = Set.of("node", "at", "rows", "size");
    private final Plan plan;
    private final Observed run;
    private final Clock clock;

    Check(Plan plan, Observed run) {
        this.plan = plan;
        this.run = run;
        clock = plan.clock();
    }

    /** The first difference, in words. */
    Optional<String> difference(Value.Group expectation) {
        if (expectation.fields().keySet().stream().noneMatch(PARTS::contains))
            return Optional.of(Sentences.of("expect.nothing-expected", String.join(", ", PARTS)));
        return first(expectation, part -> switch (part.getKey()) {
            case "results" -> group(part, this::results);
            case "open" ->
                    new Rows(Sentences.of("expect.of.open"), OpenWindows.of(run, plan), clock).exactly(part.getValue());
            case "dropped" ->
                    new Rows(Sentences.of("expect.of.dropped"), run.dropped(), clock).exactly(part.getValue());
            case "counts" -> group(part, this::count);
            case "watermarks" -> watermarks(part.getValue());
            case "tables" -> tables(part.getValue());
            case "brokers" -> new BrokerCheck(plan, run.brokers()).difference(part.getValue());
            case "checkpoints" -> group(part, faults()::checkpoints);
            case "orphans" -> faults().orphans(part.getValue());
            case "work" -> faults().work(part.getValue());
            case "truth" -> group(part, faults()::truth);
            case Keeping.PART -> Optional.empty();
            default -> ASIDE.contains(part.getKey()) ? Optional.empty()
                    : Optional.of(
                            Sentences.of("expect.part.unknown", part.getKey(), Suggestion.fix(part.getKey(), PARTS)));
        });
    }

    private FaultCheck faults() {
        return new FaultCheck(plan, run.faults());
    }

    private static Optional<String> first(Value.Group group,
            Function<Map.Entry<String, Value>, Optional<String>> check) {
        return group.fields().entrySet().stream().map(check).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> group(Map.Entry<String, Value> part,
            Function<Map.Entry<String, Value>, Optional<String>> check) {
        if (!(part.getValue() instanceof Value.Group group))
            return Optional.of(Sentences.of("expect.part.no-group", part.getKey(), part.getValue().kind()));
        return group.fields().isEmpty() ? Optional.of(Sentences.of("expect.part.empty", part.getKey()))
                : first(group, check);
    }

    private Optional<String> results(Map.Entry<String, Value> sink) {
        int node = plan.nodeNumber(sink.getKey());
        if (node < 0 || !(plan.nodes().get(node).work() instanceof Work.Sink))
            return Optional
                    .of(Sentences.of("expect.no-sink.meant", sink.getKey(), Suggestion.fix(sink.getKey(), sinks())));
        Rows rows = new Rows(sink.getKey(), run.rows(node), clock);
        return sink.getValue() instanceof Value.Group summary ? rows.summary(summary) : rows.exactly(sink.getValue());
    }

    private List<String> sinks() {
        return plan.nodes().stream().filter(n -> n.work() instanceof Work.Sink).map(Plan.PlanNode::id).toList();
    }

    private Optional<String> count(Map.Entry<String, Value> counter) {
        int dot = counter.getKey().lastIndexOf('.');
        String node = dot < 0 ? counter.getKey() : counter.getKey().substring(0, dot);
        String what = counter.getKey().substring(dot + 1);
        if (plan.nodeNumber(node) < 0)
            return Optional.of(Sentences.of("expect.no-node.meant", node,
                    Suggestion.fix(node, plan.nodes().stream().map(Plan.PlanNode::id).toList())));
        if (!COUNTERS.contains(what))
            return Optional.of(Sentences.of("expect.no-counter", what, Suggestion.fix(what, COUNTERS)));
        return differs(counter.getKey(), counter.getValue(), new Cell.Whole(count(node, what)));
    }

    private Optional<String> differs(String whose, Value expected, Cell got) {
        return got.is(expected, clock) ? Optional.empty()
                : Optional.of(Sentences.of("expect.differs", whose, Words.of(expected), got.show(clock)));
    }

    private long count(String node, String what) {
        return what.equals("passed")
                ? run.count(node + ".received") - run.count(node + ".leftOut") - run.count(node + ".failed")
                : run.count(node + "." + what);
    }

    private Optional<String> watermarks(Value expected) {
        if (!(expected instanceof Value.Items list) || list.items().isEmpty())
            return Optional.of(Words.noList("watermarks"));
        return list.items().stream().map(this::watermark).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> watermark(Value expected) {
        if (!(expected instanceof Value.Group group) || !(group.get("node").orElse(expected) instanceof Value.Text node)
                || !(group.get("at").orElse(expected) instanceof Value.Text at) || group.get("is").isEmpty()
                || group.fields().size() != 3)
            return Optional.of(Sentences.of("expect.watermark.form"));
        int number = plan.nodeNumber(node.text());
        OptionalLong time = clock.parse(at.text());
        if (number < 0 || time.isEmpty())
            return Optional.of(Words.nowhere(number >= 0, node, at));
        Cell got = new Cell.Instant(run.watermark(number, time.getAsLong()));
        return differs(Sentences.of("expect.of.watermark", node.text(), at.text()), group.get("is").get(), got);
    }

    private Optional<String> tables(Value expected) {
        if (!(expected instanceof Value.Items list) || list.items().isEmpty())
            return Optional.of(Words.noList("tables"));
        return list.items().stream().map(this::table).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> table(Value expected) {
        if (!(expected instanceof Value.Group group) || !(group.get("node").orElse(expected) instanceof Value.Text node)
                || !(group.get("at").orElse(expected) instanceof Value.Text at)
                || !TABLE.containsAll(group.fields().keySet()) || group.fields().size() != 3)
            return Optional.of(Sentences.of("expect.table.form"));
        int number = plan.nodeNumber(node.text());
        OptionalLong time = Cell.instant(at.text(), clock);
        if (number < 0 || time.isEmpty())
            return Optional.of(Words.nowhere(number >= 0, node, at));
        if (!run.table(number).exists()) return Optional.of(Sentences.of("expect.table.none", node.text()));
        List<Row> held = run.table(number).at(time.getAsLong());
        String what = Sentences.of("expect.of.node", node.text(), at.text());
        return group.get("size")
                .map(size -> new Rows(what, held, clock).summary(Value.Group.EMPTY.with("count", size)))
                .orElseGet(() -> new Rows(what, held, clock).inAnyOrder(group.get("rows").orElse(expected)));
    }
}
