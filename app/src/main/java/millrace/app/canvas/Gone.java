package millrace.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.TableJoin;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/** The rows that tables lost, by deletion or since a new value took their place; each is struck for as long as that is seen. */
final class Gone {
    static final Gone NONE = new Gone();
    /** How long, ms of real time. */
    private static final double SEEN = 1_100;

    /** A row that was taken back in this row of the trace. */
    private record Back(int row, long at, Event event) {}

    private final Map<String, List<Back>> all = new HashMap<>();
    /** Joins of two tables show these, not what their views lose. */
    private final Map<String, Removals> joins = new HashMap<>();

    private Gone() {}

    static Gone of(Trace trace) {
        if (trace.plan().nodes().stream().flatMap(n -> n.outputs().stream()).noneMatch(o -> o.schema().changelog()))
            return NONE;
        Gone gone = new Gone();
        for (FactKind kind : List.of(FactKind.EMITTED, FactKind.DERIVED))
            trace.rows(kind).stream().mapToObj(trace::fact).forEach(gone::fact);
        trace.plan()
                .nodes()
                .stream()
                .filter(n -> n.work() instanceof Work.Sink)
                .flatMapToInt(n -> trace.received(n.id()).stream())
                .mapToObj(trace::fact)
                .forEach(gone::fact);
        trace.plan().nodes().forEach(n -> {
            if (n.work() instanceof Work.Transform(TableJoin join))
                gone.joins.put(n.id(), Removals.of(trace, n.id(), join));
        });
        gone.all.values().forEach(l -> l.sort(java.util.Comparator.comparingInt(Back::row)));
        return gone;
    }

    private void fact(Fact fact) {
        Event event = fact instanceof Fact.Derived d ? d.child() : fact.subject().orElseThrow();
        if (!event.schema.changelog() || ChangeKind.of(event).adds()) return;
        List<Back> of = all.computeIfAbsent(fact.node(), k -> new ArrayList<>());
        boolean known = !of.isEmpty() && of.getLast().event.id == event.id;
        if (!known) of.add(new Back(fact.index(), fact.at(), event));
    }

    /** What a node has lost just now, the last first: while paused at this very instant. */
    List<Event> seen(String node, int rows, Motion motion) {
        Removals tables = joins.get(node);
        if (tables != null) return tables.seen(rows, motion).stream().map(Removals.Removal::gone).toList();
        List<Back> of = all.getOrDefault(node, List.of());
        List<Event> seen = new ArrayList<>();
        for (int i = below(of, Back::row, rows) - 1; i >= 0 && isSeen(of.get(i).at, motion); i--)
            seen.add(of.get(i).event);
        return seen;
    }

    /** What has gone from the tables of a join of two. */
    Optional<Removals> tables(String node) {
        return Optional.ofNullable(joins.get(node));
    }

    static boolean isSeen(long at, Motion motion) {
        double age = motion.playing() ? motion.age(at) : motion.now() - at;
        return age < (motion.playing() ? SEEN : 1);
    }

    /** How many of them stand in earlier rows of the trace; they ascend. */
    static <T> int below(List<T> of, ToIntFunction<T> row, int rows) {
        int low = 0;
        int high = of.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (row.applyAsInt(of.get(middle)) < rows) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
