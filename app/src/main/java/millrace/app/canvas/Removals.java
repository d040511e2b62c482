package millrace.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.operator.TableJoin;
import millrace.trace.Fact;
import millrace.trace.Trace;

/** The rows that have gone from the two tables of a join, by what came to it. */
final class Removals {
    /** A row of a side that went in this row of the trace. */
    record Removal(int row, long at, int side, Event gone) {}

    /** A value of the field that a side is joined by. */
    private record Place(int side, String value) {}

    /** What came of a place: a row of it was written, or one went. */
    private record Came(int row, boolean removes) {}

    private final TableJoin join;
    private final List<Removal> all = new ArrayList<>();
    private final Map<Place, List<Came>> came = new HashMap<>();
    /** For each side the rows of the trace in which events came. */
    private final List<Map<Long, Integer>> written = List.of(new HashMap<>(), new HashMap<>());

    private Removals(TableJoin join) {
        this.join = join;
    }

    static Removals of(Trace trace, String node, TableJoin join) {
        Removals removals = new Removals(join);
        Map<String, Integer> sides = trace.plan()
                .wires()
                .stream()
                .collect(Collectors.toMap(Plan.PlanWire::id, Plan.PlanWire::input));
        Map<Place, Event> rows = new HashMap<>();
        trace.received(node).stream().mapToObj(trace::fact).forEach(f -> {
            if (f instanceof Fact.Delivered d && d.element() instanceof Event e)
                removals.came(d, sides.getOrDefault(d.wire(), 0), e, rows);
        });
        return removals;
    }

    /** @param rows the tables so far, by their own keys */
    private void came(Fact.Delivered fact, int side, Event event, Map<Place, Event> rows) {
        written.get(side).put(event.id, fact.index());
        Place own = new Place(side, String.valueOf(event.value(join.keyField(side))));
        join.removes(side, event).ifPresent(removes -> {
            Event gone = removes ? rows.remove(own) : rows.put(own, event);
            if (removes && gone != null) all.add(new Removal(fact.index(), fact.at(), side, gone));
            Event of = removes && gone != null ? gone : event;
            came.computeIfAbsent(place(side, of), k -> new ArrayList<>()).add(new Came(fact.index(), removes));
        });
    }

    private Place place(int side, Event event) {
        return new Place(side, String.valueOf(event.value(join.shape().keys().get(side))));
    }

    /** A row without a value in the field that it is joined by never has a partner. */
    private boolean names(int side, Event event) {
        return event.value(join.shape().keys().get(side)) != null;
    }

    /** Whether what came last of the partners that a side had for a row of the other one is that one went. */
    boolean took(int side, Event other, int rows) {
        return lastOf(side, other, rows).filter(Came::removes).isPresent();
    }

    private Optional<Came> lastOf(int side, Event other, int rows) {
        if (!names(1 - side, other)) return Optional.empty();
        List<Came> of = came.getOrDefault(new Place(side, place(1 - side, other).value()), List.of());
        int before = Gone.below(of, Came::row, rows);
        return before == 0 ? Optional.empty() : Optional.of(of.get(before - 1));
    }

    /** The row of the trace in which a line changed last: a row of it was written, or the partner of one went. */
    long changed(Pairs.Line line, int rows) {
        long last = -1;
        for (int side = 0; side < 2; side++) {
            Optional<Event> row = line.side(side);
            if (row.isPresent()) last = Math.max(last, written.get(side).getOrDefault(row.get().id, -1));
            else
                last = Math.max(last, lastOf(side, line.side(1 - side).orElseThrow(), rows).map(Came::row).orElse(-1));
        }
        return last;
    }

    /** Whether a row that went could be the partner of a row of the other side. */
    boolean fits(Removal removal, Event other) {
        return names(1 - removal.side(), other)
                && place(removal.side(), removal.gone()).value().equals(place(1 - removal.side(), other).value());
    }

    /** Whether the same row of the same table is there again. */
    boolean again(Removal removal, Event row) {
        int key = join.keyField(removal.side());
        return String.valueOf(removal.gone().value(key)).equals(String.valueOf(row.value(key)));
    }

    /** What has gone just now, the last first. */
    List<Removal> seen(int rows, Motion motion) {
        List<Removal> seen = new ArrayList<>();
        for (int i = Gone.below(all, Removal::row, rows) - 1; i >= 0 && Gone.isSeen(all.get(i).at(), motion); i--)
            seen.add(all.get(i));
        return seen;
    }
}
