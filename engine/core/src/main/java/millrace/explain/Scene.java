package millrace.explain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.design.Node;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.operator.AggregateSpec;
import millrace.operator.Operator;
import millrace.operator.StreamType;
import millrace.operator.TimeDomain;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Rows;
import millrace.trace.Trace;

/** A trace and its plan, as answers ask of them: names, values, facts of a node in order. */
final class Scene {
    final Trace trace;
    final Plan plan;
    /** Nodes that were called by their names, or asked about. */
    private final SequencedSet<String> named = new LinkedHashSet<>();

    Scene(Trace trace) {
        this.trace = trace;
        plan = trace.plan();
    }

    /** For a new answer. */
    Words words() {
        return new Words();
    }

    private boolean counts(String node) {
        return windowed(node).filter(o -> o.window() instanceof WindowSpec.Count).isPresent();
    }

    /** Times, where no window is spoken of. */
    Figures figures() {
        return new Figures(plan.clock(), false);
    }

    /** Times, and windows of a node. */
    Figures figures(String node) {
        return new Figures(plan.clock(), counts(node));
    }

    PlanNode node(String id) {
        return plan.nodes().get(plan.nodeNumber(id));
    }

    /** The node's name as on the canvas. */
    String name(String id) {
        named.add(id);
        return plan.design().node(id).map(Node::name).filter(n -> !n.isBlank()).orElse(id);
    }

    /** The answer, with the nodes that it is about: first the one that was asked about. */
    Answer told(String node, Answer answer) {
        named.addFirst(node);
        named.addAll(answer.nodes());
        return answer.about(List.copyOf(named));
    }

    Optional<WindowOperator> windowed(String id) {
        return node(id).work() instanceof Work.Transform t && t.operator() instanceof WindowOperator w ? Optional.of(w)
                : Optional.empty();
    }

    /** What a node that is no source and no sink does. */
    Operator operator(String id) {
        if (node(id).work() instanceof Work.Transform t) return t.operator();
        throw new IllegalArgumentException("no operator: " + id);
    }

    boolean session(String node) {
        return windowed(node).filter(o -> o.window() instanceof WindowSpec.Session).isPresent();
    }

    boolean byClock(String node) {
        return windowed(node).filter(o -> o.domain() == TimeDomain.PROCESSING).isPresent();
    }

    /** Facts of one kind at a node, those of the rows [from, to). */
    Stream<Fact> facts(String node, FactKind kind, int from, int to) {
        Rows rows = trace.rows(node, kind);
        return IntStream.range(rows.before(from), rows.before(to)).mapToObj(i -> trace.fact(rows.get(i)));
    }

    Stream<Fact> factsBack(String node, FactKind kind, int before) {
        Rows rows = trace.rows(node, kind);
        int last = rows.before(before) - 1;
        return IntStream.rangeClosed(0, last).mapToObj(i -> trace.fact(rows.get(last - i)));
    }

    Optional<Fact.Fired> firedBefore(Fact.Fired fact) {
        OptionalInt row = trace.paneBefore(fact.index());
        return row.isEmpty() ? Optional.empty() : Optional.of((Fact.Fired) trace.fact(row.getAsInt()));
    }

    /** The first time that a node's watermark was at or above {@code watermark}, if that was before the row. */
    Optional<Fact.Advanced> reached(String node, long watermark, int before) {
        OptionalInt row = trace.reached(node, watermark);
        boolean there = row.isPresent() && row.getAsInt() < before;
        return there ? Optional.of((Fact.Advanced) trace.fact(row.getAsInt())) : Optional.empty();
    }

    /** The node's watermark before a row. */
    Optional<Fact.Advanced> advancedBefore(String node, int row) {
        return factsBack(node, FactKind.ADVANCED, row).map(Fact.Advanced.class::cast).findFirst();
    }

    /** What an event is called: its main value ("9"), or "event". */
    String label(Event event) {
        return mainField(event).map(i -> value(event.value(i))).orElseGet(() -> Part.say("event").toString());
    }

    private static Optional<Integer> mainField(Event event) {
        List<millrace.event.Field> fields = event.schema.fields();
        for (FieldType type : List.of(FieldType.LONG, FieldType.DOUBLE, FieldType.STRING)) {
            for (int i = event.schema.panes() ? 2 : 0; i < fields.size(); i++)
                if (fields.get(i).type() == type && event.value(i) != null) return Optional.of(i);
        }
        return Optional.empty();
    }

    /** "this 9", "this event". */
    String thing(Event event) {
        return Part.say("this", label(event)).toString();
    }

    static String value(@org.jspecify.annotations.Nullable Object value) {
        if (value == null) return Part.say("no-value").toString();
        if (value instanceof Double d && d == StrictMath.rint(d) && Math.abs(d) < 1e15)
            return Long.toString(d.longValue());
        return value.toString();
    }

    /** What a pane says: its first aggregate. */
    String result(WindowOperator operator, Event pane) {
        return operator.aggregates().stream().findFirst().map(a -> aggregate(a, pane)).orElse(label(pane));
    }

    String aggregate(AggregateSpec spec, Event pane) {
        var index = pane.schema.indexOf(spec.name());
        return index.isPresent() ? value(pane.value(index.getAsInt())) : label(pane);
    }

    /** The event's key at the input of a node; "" if it has none. */
    String key(String node, Event event) {
        List<StreamType> inputs = node(node).inputs();
        if (inputs.isEmpty() || !inputs.getFirst().keyed()) return "";
        Object key = event.value(inputs.getFirst().key());
        return key == null ? "" : key.toString();
    }
}
