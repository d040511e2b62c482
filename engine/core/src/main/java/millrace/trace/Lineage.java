package millrace.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongFunction;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.operator.Accumulation;
import millrace.operator.WindowOperator;
import millrace.operator.Work;

/**
 * What an event was made from, and what was made from it. An event that passes a node unchanged stays the same event; a
 * computed one comes from its parent; a pane comes from the events that it held as it left: by accumulation mode all of the
 * window, or those since the pane before, those of merged sessions included. A retraction comes from what the pane that it
 * takes back came from.
 */
public final class Lineage {
    private final Trace trace;

    public Lineage(Trace trace) {
        this.trace = trace;
    }

    /** What the event was made from directly, in order of arrival; none for an event of a source. */
    public List<Event> parents(long id) {
        if (trace.event(id).isEmpty()) return List.of();
        int row = trace.events.born(id);
        return switch (trace.kind(row)) {
            case DERIVED -> made(id);
            case FIRED -> held(row).stream().map(added -> Facts.subject(trace, added)).toList();
            default -> List.of();
        };
    }

    private List<Event> made(long id) {
        return trace.rowsOf(id)
                .filter(row -> trace.kind(row) == FactKind.DERIVED && trace.columns.subject(row) == id)
                .mapToObj(row -> trace.events.get(trace.columns.figure(row)))
                .toList();
    }

    /** What was made from the event directly, in order of creation. */
    public List<Event> children(long id) {
        TreeSet<Long> found = new TreeSet<>();
        trace.rowsOf(id).forEach(row -> {
            if (trace.kind(row) == FactKind.ADDED) panes(row, found);
            boolean parent = trace.kind(row) == FactKind.DERIVED && trace.columns.figure(row) == id;
            if (parent) found.add((long) trace.columns.subject(row));
        });
        return events(found);
    }

    /** All that the event was made from, in order of creation; without itself. */
    public List<Event> ancestors(long id) {
        return events(reach(id, this::parents));
    }

    /** All that was made from the event, in order of creation; without itself. */
    public List<Event> descendants(long id) {
        return events(reach(id, this::children));
    }

    /** All that belongs together: the event, what it was made from and what was made from it, each time it was sent. */
    public List<Event> kin(long id) {
        TreeSet<Long> found = new TreeSet<>();
        for (long each : trace.replays().sendings(id)) {
            found.add(each);
            found.addAll(reach(each, this::parents));
            found.addAll(reach(each, this::children));
        }
        return events(found);
    }

    private static TreeSet<Long> reach(long id, LongFunction<List<Event>> next) {
        TreeSet<Long> seen = new TreeSet<>();
        Deque<Long> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            for (Event event : next.apply(open.remove()))
                if (seen.add(event.id)) open.add(event.id);
        }
        return seen;
    }

    private List<Event> events(Collection<Long> ids) {
        return ids.stream().map(trace.events::get).toList();
    }

    private Accumulation mode(int row) {
        Work work = trace.plan().nodes().get(trace.columns.node(row)).work();
        return work instanceof Work.Transform t && t.operator() instanceof WindowOperator w ? w.accumulation()
                : Accumulation.ACCUMULATING;
    }

    /** The rows that added what the pane of this row holds, oldest first. */
    List<Integer> held(int fired) {
        int row = retraction(fired) ? takenBack(fired) : fired;
        if (row < 0) return List.of();
        boolean discarding = mode(row) == Accumulation.DISCARDING;
        Chain chain = new Chain(trace, trace.columns.window(row), row);
        List<Integer> added = new ArrayList<>();
        for (int r = chain.previous(); r >= 0; r = chain.previous()) {
            if (trace.kind(r) == FactKind.ADDED) added.add(r);
            if (discarding && trace.kind(r) == FactKind.FIRED) chain.stop();
        }
        Collections.reverse(added);
        return added;
    }

    private boolean retraction(int fired) {
        return Pane.of(Facts.subject(trace, fired)).retraction();
    }

    /** The pane that a retraction takes back, or -1. */
    private int takenBack(int retraction) {
        return trace.paneBefore(retraction).orElse(-1);
    }

    /** The panes that hold what this row added: of its window and of the sessions that swallowed it. */
    private void panes(int added, Collection<Long> found) {
        boolean discarding = mode(added) == Accumulation.DISCARDING;
        int window = trace.columns.window(added);
        int from = added;
        while (window >= 0) {
            List<Integer> fired = firedAfter(window, from);
            for (int row : discarding && !fired.isEmpty() ? fired.subList(0, 1) : fired)
                if (!retraction(row) || takenBack(row) > from) found.add((long) trace.columns.subject(row));
            if (discarding && !fired.isEmpty()) return;
            int gone = trace.windows.gone(window);
            boolean merged = gone < trace.size() && trace.kind(gone) == FactKind.MERGED;
            if (merged && !trace.grew(gone)) from = gone;
            window = merged ? (int) trace.columns.figure(gone) : -1;
        }
    }

    private List<Integer> firedAfter(int window, int row) {
        List<Integer> fired = new ArrayList<>();
        for (int r = trace.windows.lastFired(window); r > row; r = trace.columns.tally(r))
            if (r < trace.size()) fired.add(r);
        Collections.reverse(fired);
        return fired;
    }
}
