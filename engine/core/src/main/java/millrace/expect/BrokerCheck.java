package millrace.expect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import millrace.compile.Plan;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.operator.BrokerNote;
import millrace.operator.Log;
import millrace.operator.LogGroup;
import millrace.operator.Queue;
import millrace.operator.Work;
import millrace.text.Sentences;

/** Holds what is expected of logs and queues at a time against what was noted. */
final class BrokerCheck {
    private static final Set<String> PLACE = Set.of("node", "at", "partition", "group");

    private final Plan plan;
    private final Brokers brokers;

    BrokerCheck(Plan plan, Brokers brokers) {
        this.plan = plan;
        this.brokers = brokers;
    }

    /** Which broker is asked, when, and all that was noted until then. */
    private record Place(String words, Optional<Log> log, int partition, Optional<String> group,
            List<BrokerNote> notes) {
        int partitions() {
            return log.map(Log::partitions).orElse(0);
        }
    }

    Optional<String> difference(Value expected) {
        if (!(expected instanceof Value.Items list) || list.items().isEmpty())
            return Optional.of(Words.noList("brokers"));
        return list.items().stream().map(this::one).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> one(Value expected) {
        if (!(expected instanceof Value.Group group) || !(group.get("node").orElse(expected) instanceof Value.Text node)
                || !(group.get("at").orElse(expected) instanceof Value.Text at)
                || PLACE.containsAll(group.fields().keySet()))
            return Optional.of(Sentences.of("expect.broker.form"));
        int number = plan.nodeNumber(node.text());
        OptionalLong time = plan.clock().parse(at.text());
        if (number < 0 || !broker(number)) return Optional.of(Sentences.of("expect.broker.none", node.text()));
        if (time.isEmpty()) return Optional.of(Words.nowhere(true, node, at));
        Place place = place(group, number, at.text(), time.getAsLong());
        return wrong(place).or(() -> parts(group, place));
    }

    private boolean broker(int node) {
        return plan.nodes().get(node).work() instanceof Work.Transform t
                && (t.operator() instanceof Log || t.operator() instanceof Queue);
    }

    private Place place(Value.Group group, int node, String time, long at) {
        Optional<Log> log = plan.nodes().get(node).work() instanceof Work.Transform t
                && t.operator() instanceof Log l ? Optional.of(l) : Optional.empty();
        int partition = group.get("partition").orElse(Value.of(0)) instanceof Value.Number n ? n.number().intValue()
                : -1;
        Optional<String> name = group.get("group").map(Words::of);
        String id = plan.nodes().get(node).id();
        String words = name.map(g -> Sentences.of("expect.of.group", id, time, g))
                .orElseGet(() -> Sentences.of("expect.of.node", id, time));
        return new Place(words, log, partition, name, brokers.of(node, at));
    }

    /** What can't be asked. */
    private static Optional<String> wrong(Place place) {
        if (place.log.isEmpty()) return Optional.empty();
        if (place.partition < 0 || place.partition >= place.partitions())
            return Optional.of(Sentences.of("expect.broker.no-partition", place.words));
        List<String> groups = place.log.get().groups().stream().map(LogGroup::name).toList();
        return place.group.filter(g -> !groups.contains(g))
                .map(g -> Sentences.of("expect.broker.no-group", place.words, g, Suggestion.fix(g, groups)));
    }

    private Optional<String> parts(Value.Group group, Place place) {
        for (Map.Entry<String, Value> part : group.fields().entrySet()) {
            if (PLACE.contains(part.getKey())) continue;
            Optional<Cell> got = got(part.getKey(), place);
            if (got.isEmpty())
                return Optional.of(Sentences.of("expect.broker.unknown", place.words, part.getKey()));
            if (!got.get().is(part.getValue(), plan.clock()))
                return Optional.of(Words.differs(place.words, part.getKey(), part.getValue(),
                        got.get().show(plan.clock())));
        }
        return Optional.empty();
    }

    private static Optional<Cell> got(String what, Place place) {
        return switch (what) {
            case "held" -> Optional.of(new Cell.Whole(Brokers.held(place.notes)));
            case "failed" -> Optional.of(new Cell.Whole(Brokers.failed(place.notes)));
            case "records" -> place.log.map(l -> records(place));
            case "position" -> place.group.map(g -> new Cell.Whole(positions(place, g)[place.partition]));
            case "positions" -> place.group.map(g -> whole(positions(place, g)));
            case "lag" -> place.group.map(g -> new Cell.Whole(lag(place, g)));
            default -> Optional.empty();
        };
    }

    private static Cell records(Place place) {
        List<Cell> rows = new ArrayList<>();
        Brokers.records(place.notes, place.partition).forEach((offset, event) -> rows.add(record(offset, event)));
        return new Cell.Several(rows);
    }

    private static Cell record(long offset, Event event) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Whole(offset)));
        for (int f = 0; f < event.schema.fields().size(); f++)
            cells.add(Cell.of(event.value(f), event.schema.type(f) == FieldType.TIMESTAMP));
        return new Cell.Several(cells);
    }

    private static Cell whole(long[] numbers) {
        return new Cell.Several(Arrays.stream(numbers).<Cell>mapToObj(Cell.Whole::new).toList());
    }

    private static long[] positions(Place place, String group) {
        return Brokers.positions(place.notes, group, place.partitions());
    }

    private static long lag(Place place, String group) {
        long[] ends = Brokers.ends(place.notes, place.partitions());
        long[] positions = positions(place, group);
        long lag = 0;
        for (int p = 0; p < ends.length; p++)
            lag += Math.max(0, ends[p] - positions[p]);
        return lag;
    }
}
