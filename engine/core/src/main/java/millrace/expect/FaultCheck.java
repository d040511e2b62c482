package millrace.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import millrace.compile.Plan;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.event.Event;
import millrace.operator.FaultNote;
import millrace.simulation.Activity;
import millrace.simulation.Outlet;
import millrace.simulation.Simulation;
import millrace.text.Sentences;

/** Holds what is expected of checkpoints, of state without an owner, of work and of the truth against the run. */
final class FaultCheck {
    /** A note and when it was made. */
    record Noted(long at, String node, FaultNote note) {}

    private static final long MOST_STEPS = 50_000_000;

    private final Plan plan;
    private final List<Noted> notes;

    FaultCheck(Plan plan, List<Noted> notes) {
        this.plan = plan;
        this.notes = notes;
    }

    /** The complete checkpoints of the pipeline that begins at a node, in order. */
    Optional<String> checkpoints(Map.Entry<String, Value> expected) {
        List<Row> rows = new ArrayList<>();
        for (Noted n : notes)
            if (n.node.equals(expected.getKey()) && n.note instanceof FaultNote.Completed c) rows.add(completed(n, c));
        return new Rows(Sentences.of("expect.of.checkpoints", expected.getKey()), rows, plan.clock())
                .exactly(expected.getValue());
    }

    private static Row completed(Noted noted, FaultNote.Completed c) {
        LinkedHashMap<String, Cell> cells = new LinkedHashMap<>();
        cells.put("at", new Cell.Instant(noted.at));
        cells.put("number", new Cell.Whole(c.checkpoint()));
        cells.put("began", new Cell.Instant(c.began()));
        cells.put("completed", new Cell.Instant(noted.at));
        cells.put("overtaken", new Cell.Whole(c.overtaken()));
        return new Row(cells);
    }

    /** The nodes whose state found no owner. */
    Optional<String> orphans(Value expected) {
        List<Value> got = notes.stream()
                .filter(n -> n.note instanceof FaultNote.Orphaned)
                .map(n -> Value.of(((FaultNote.Orphaned) n.note).node()))
                .toList();
        return expected.equals(Value.of(got)) ? Optional.empty()
                : Optional.of(Sentences.of("expect.differs", "orphans", Words.of(expected), Words.of(Value.of(got))));
    }

    /** For each sink its {@code right}, {@code lost}, {@code doubled} and {@code wrong} rows. */
    Optional<String> truth(Map.Entry<String, Value> expected) {
        Optional<Truth.Sink> sink = Truth.of(plan, MOST_STEPS)
                .stream()
                .filter(s -> s.node().equals(expected.getKey()))
                .findFirst();
        if (sink.isEmpty()) return Optional.of(Sentences.of("expect.no-sink", expected.getKey()));
        Truth.Sink s = sink.get();
        Map<String, Long> got = new TreeMap<>();
        got.put("right", s.right());
        got.put("lost", s.lost());
        got.put("doubled", s.doubled());
        got.put("wrong", s.wrong());
        return figures(Sentences.of("expect.of.truth", s.node()), expected.getValue(), got);
    }

    private static Optional<String> figures(String what, Value expected, Map<String, Long> got) {
        if (!(expected instanceof Value.Group group) || group.isEmpty())
            return Optional.of(Sentences.of("expect.figures.no-group", what));
        for (Map.Entry<String, Value> figure : group.fields().entrySet()) {
            Long value = got.get(figure.getKey());
            if (value == null)
                return Optional.of(Sentences.of("expect.figures.unknown", what, figure.getKey(),
                        Suggestion.fix(figure.getKey(), got.keySet())));
            if (!figure.getValue().equals(Value.of(value)))
                return Optional.of(Words.differs(what, figure.getKey(), figure.getValue(), value.toString()));
        }
        return Optional.empty();
    }

    /**
     * What nodes do at a time, after all of that instant: {@code node}, {@code at}, {@code working} (the first field of the event in
     * hand; null = none), {@code waiting} (the first fields of the events before it), {@code heldUp}.
     */
    Optional<String> work(Value expected) {
        if (!(expected instanceof Value.Items list) || list.items().isEmpty())
            return Optional.of(Words.noList("work"));
        return list.items().stream().map(this::workOf).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> workOf(Value expected) {
        if (!(expected instanceof Value.Group group) || !(group.get("node").orElse(expected) instanceof Value.Text node)
                || !(group.get("at").orElse(expected) instanceof Value.Text at))
            return Optional.of(Sentences.of("expect.work.form"));
        int number = plan.nodeNumber(node.text());
        OptionalLong time = plan.clock().parse(at.text());
        if (number < 0 || time.isEmpty())
            return Optional.of(Words.nowhere(number >= 0, node, at));
        Value.Group got = words(simulationAt(time.getAsLong()).activity(number, 0));
        for (Map.Entry<String, Value> part : group.fields().entrySet()) {
            if (part.getKey().equals("node") || part.getKey().equals("at")) continue;
            Optional<Value> value = got.get(part.getKey());
            if (!value.equals(Optional.of(part.getValue())))
                return Optional.of(Words.differs(Sentences.of("expect.of.node", node.text(), at.text()),
                        part.getKey(), part.getValue(),
                        value.map(Words::of).orElseGet(() -> Sentences.of("expect.work.no-such"))));
        }
        return Optional.empty();
    }

    private Simulation simulationAt(long time) {
        Simulation simulation = new Simulation(plan, null, Outlet.NONE);
        while (simulation.next() <= time && simulation.step()) {}
        return simulation;
    }

    private static Value.Group words(Activity activity) {
        return Value.Group.EMPTY
                .with("working", activity.working().map(FaultCheck::first).orElse(new Value.Nothing()))
                .with("waiting",
                        Value.of(activity.waiting().stream().flatMap(List::stream).map(FaultCheck::first).toList()))
                .with("heldUp", Value.of(activity.heldUp()));
    }

    private static Value first(Event event) {
        Object value = event.value(0);
        return value instanceof Long n ? Value.of(n) : Value.of(String.valueOf(value));
    }
}
