package millrace.app.lanes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.app.lanes.Marble.Fate;
import millrace.app.lanes.Marble.Kind;
import millrace.app.pane.Faces;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.operator.JoinNote;
import millrace.trace.Fact;
import millrace.trace.Lineage;
import millrace.trace.Trace;

/** Makes the marbles that are in sight, and remembers those of late. For one thread. */
final class Marbles {
    private static final int REMEMBERED = 8_000;
    private final Trace trace;
    private final Faces faces;
    private final Lineage lineage;
    private final Map<Wanted, Marble> made = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Marble> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Wanted(String node, int output, int index) {}

    private record Known(Fate fate, long at) {}

    Marbles(Trace trace) {
        this.trace = trace;
        faces = new Faces(trace.plan());
        lineage = new Lineage(trace);
    }

    Marble of(Lane lane, int index) {
        return made.computeIfAbsent(new Wanted(lane.node(), lane.output(), index), w -> make(lane, index));
    }

    private Marble make(Lane lane, int index) {
        Event event = trace.event(lane.events()[index]).orElseThrow();
        Faces.Face face = faces.of(event, lane.node(), lane.output());
        Known known = fate(event);
        return new Marble(lane.at()[index], event.id, lane.rows()[index], face.key(), face.figure(), face.values(),
                kind(event), known.fate(), known.at());
    }

    private Kind kind(Event event) {
        if (event.schema.changelog()) return new Kind.Change(ChangeKind.of(event));
        if (event.schema.panes()) return new Kind.Result(Pane.of(event).timing(), Pane.of(event).retraction());
        List<String> keys = joined(event);
        return keys.isEmpty() ? new Kind.Plain() : new Kind.Pair(keys);
    }

    /** The keys of the two that a join made one. */
    private List<String> joined(Event event) {
        for (Fact fact : trace.factsOf(event.id)) {
            if (fact instanceof Fact.Noted n && n.note() instanceof JoinNote.Paired p && p.pair().id == event.id)
                return List.of(key(p.left(), n.node(), 0), key(p.right(), n.node(), 1));
        }
        return lineage.parents(event.id)
                .stream()
                .flatMap(p -> trace.factsOf(p.id).stream())
                .filter(f -> f instanceof Fact.Noted n && n.note() instanceof JoinNote.LookedUp l
                        && l.result().id == event.id)
                .map(Fact.Noted.class::cast)
                .findFirst()
                .map(n -> pair(n, (JoinNote.LookedUp) n.note()))
                .orElse(List.of());
    }

    private List<String> pair(Fact.Noted noted, JoinNote.LookedUp found) {
        return List.of(key(found.subject(), noted.node(), 0), key(found.row(), noted.node(), 1));
    }

    private String key(Event event, String node, int input) {
        var inputs = trace.plan().nodes().get(trace.plan().nodeNumber(node)).inputs();
        int key = input < inputs.size() ? inputs.get(input).key() : -1;
        return faces.of(event, key < event.schema.fields().size() ? key : -1).key();
    }

    private Known fate(Event event) {
        Known known = new Known(Fate.NONE, Long.MAX_VALUE);
        for (Fact fact : trace.factsOf(event.id)) {
            Fate fate = fate(fact);
            if (fate.compareTo(known.fate()) > 0) known = new Known(fate, fact.at());
        }
        return known;
    }

    private static Fate fate(Fact fact) {
        return switch (fact) {
            case Fact.Added a when a.late() -> Fate.LATE;
            case Fact.Dropped d -> Fate.DROPPED;
            case Fact.Failed f -> Fate.FAILED;
            case Fact.Noted n when n.note() instanceof JoinNote.Late -> Fate.LATE;
            case Fact.Noted n when n.note() instanceof JoinNote.Unmatched -> Fate.UNPAIRED;
            default -> Fate.NONE;
        };
    }
}
