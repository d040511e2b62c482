package millrace.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.compile.Plan.PlanWire;
import millrace.event.Event;
import millrace.operator.BrokerNote;
import millrace.operator.FaultNote;
import millrace.operator.View;
import millrace.trace.NodeMoment.WindowView;

/**
 * The events that crashes took for good: what was on its way to a node that went down, in its hand, in a window that had said nothing
 * or written and not committed, and never came there again; what a group of a log went past while it was down.
 */
public final class Losses {
    public static final Losses NONE = new Losses();

    /** How an event was lost. */
    public enum Why {
        ON_ITS_WAY,
        HELD,
        NOT_COMMITTED,
        SKIPPED
    }

    /**
     * An event that is lost to a node.
     *
     * @param row from which on it is
     * @param group of a log that went past it; else ""
     */
    public record Loss(int row, String node, Event event, Why why, String group) {}

    /** The record of a log. */
    private record Place(String log, int partition, long offset) {}

    private final Map<String, Loss> losses = new LinkedHashMap<>();
    private final Map<Place, Event> records = new HashMap<>();

    private Losses() {}

    static Losses of(Trace trace) {
        if (trace.plan().recovery().crashes().isEmpty()) return NONE;
        Losses losses = new Losses();
        Moments moments = new Moments(trace);
        Moment before = moments.atRow(0);
        long at = Long.MIN_VALUE;
        for (int row : trace.rows(FactKind.NOTED).stream().toArray()) {
            Fact.Noted n = (Fact.Noted) trace.fact(row);
            losses.log(n);
            if (!down(n)) continue;
            if (at != n.at()) before = moments.atRow(row);
            at = n.at();
            losses.down(trace, n, before);
        }
        return losses;
    }

    private static boolean down(Fact.Noted n) {
        return n.note() instanceof FaultNote.Stopped || n.note() instanceof FaultNote.Crashed c && !c.coordinator();
    }

    private void log(Fact.Noted n) {
        if (n.note() instanceof BrokerNote.Appended a)
            records.put(new Place(n.node(), a.partition(), a.offset()), a.subject());
        if (n.note() instanceof BrokerNote.Moved m && m.reason() == BrokerNote.Moved.Reason.WENT_ON)
            for (int p = 0; p < m.from().size(); p++)
            for (long offset = m.from().get(p); offset < m.to().get(p); offset++) {
                Event record = records.get(new Place(n.node(), p, offset));
                if (record != null) add(new Loss(n.index(), n.node(), record, Why.SKIPPED, m.group()));
            }
    }

    private void down(Trace trace, Fact.Noted n, Moment before) {
        Status status = before.status(n.node());
        Stream<Event> waiting = status.activities().stream().flatMap(a -> a.waiting().stream()).flatMap(List::stream);
        Stream.of(travelling(trace, before, n.node()), waiting, status.inHand().stream())
                .flatMap(s -> s)
                .forEach(e -> add(trace, n, e, Why.ON_ITS_WAY));
        if (before.node(n.node()).map(NodeMoment::view).orElse(new View.None()) instanceof View.Transactions t)
            Stream.concat(t.pending().stream(), t.open().stream()).forEach(e -> add(trace, n, e, Why.NOT_COMMITTED));
        if (before.node(n.node()).orElse(null) instanceof NodeMoment.Window w)
            w.windows()
                    .stream()
                    .filter(v -> v.state() == WindowView.State.OPEN && v.lastPane().isEmpty())
                    .flatMap(v -> v.contents().stream())
                    .forEach(c -> add(trace, n, c.event(), Why.HELD));
    }

    private static Stream<Event> travelling(Trace trace, Moment moment, String node) {
        return moment.travelling()
                .stream()
                .filter(t -> t.element() instanceof Event && receiver(trace, t.wire()).equals(node))
                .map(t -> (Event) t.element());
    }

    private static String receiver(Trace trace, String wire) {
        return trace.plan()
                .wires()
                .stream()
                .filter(w -> w.id().equals(wire))
                .mapToInt(PlanWire::to)
                .mapToObj(to -> trace.plan().nodes().get(to).id())
                .findFirst()
                .orElse("");
    }

    private void add(Trace trace, Fact.Noted n, Event event, Why why) {
        boolean again = trace.replays()
                .sendings(event.id)
                .stream()
                .flatMap(id -> trace.factsOf(id).stream())
                .anyMatch(f -> f.index() > n.index() && f.node().equals(n.node()) && !(f instanceof Fact.Noted));
        if (!again) add(new Loss(n.index(), n.node(), event, why, ""));
    }

    private void add(Loss loss) {
        losses.putIfAbsent(loss.node + " " + loss.group + " " + loss.event.id, loss);
    }

    /** All of them, in the order of happening. */
    public List<Loss> all() {
        List<Loss> all = new ArrayList<>(losses.values());
        all.sort(java.util.Comparator.comparingInt(Loss::row));
        return all;
    }

    /** Where an event was lost first, if it was. */
    public Optional<Loss> of(long event) {
        return all().stream().filter(l -> l.event.id == event).findFirst();
    }
}
