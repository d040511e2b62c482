package millrace.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.event.Event;
import millrace.operator.JoinNote;
import millrace.trace.ChartData.Join;
import millrace.trace.ChartData.Kept;
import millrace.trace.ChartData.Lone;
import millrace.trace.ChartData.Pair;

/** What a join did with the events of its inputs. */
final class ChartJoins {
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Lone> lone = new ArrayList<>();
    /** What is kept, by the event; an event that is kept once more after a crash has another number. */
    private final Map<Long, Kept> kept = new LinkedHashMap<>();

    private ChartJoins() {}

    static Join of(Trace trace, int node) {
        ChartJoins joins = new ChartJoins();
        new Rows(trace.nodes[node].kind(FactKind.NOTED), trace.size()).stream().forEach(row -> {
            if (trace.fact(row) instanceof Fact.Noted n && n.note() instanceof JoinNote note) joins.read(note, n.at());
        });
        return new Join(List.copyOf(joins.pairs), List.copyOf(joins.lone), List.copyOf(joins.kept.values()));
    }

    private void read(JoinNote note, long at) {
        switch (note) {
            case JoinNote.Kept k -> kept.put(k.subject().id,
                    new Kept(k.subject(), k.side(), at, k.until(), ChartData.NEVER));
            case JoinNote.LetGo l -> gone(l.subject(), at);
            case JoinNote.Paired p -> pairs.add(new Pair(p.left(), p.right(), at));
            case JoinNote.LookedUp l -> pairs.add(new Pair(l.subject(), l.row(), at));
            case JoinNote.Unmatched u -> lone.add(new Lone(u.subject(), u.side(), at, u.leaves()));
            case JoinNote.Late l -> {
            }
            case JoinNote.Forgotten f -> gone(f.subject(), at);
        }
    }

    private void gone(Event event, long at) {
        kept.computeIfPresent(event.id, (id, k) -> new Kept(k.event(), k.side(), k.at(), k.until(), at));
    }
}
