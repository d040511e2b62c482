package millrace.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.event.Event;
import millrace.operator.BrokerNote;
import millrace.operator.FaultNote;
import millrace.operator.SinkSpec;
import millrace.operator.Work;
import millrace.compile.Plan;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/**
 * Finds what was sent once more. A log gives the same record to the same group again; a source that was rewound puts out rows anew that
 * it had put out before the crash; what is made of either is replayed, too. What so comes to a sink that has the same already
 * is doubled there.
 */
final class Replays {
    static final Replays NONE = new Replays();

    /** From which row on an event is a replay. */
    private final Map<Long, Integer> since = new HashMap<>();
    private final Set<Arrival> doubled = new HashSet<>();
    private final Set<Record> read = new HashSet<>();
    /** What a node has put out: how often before it was restored, and how often since. */
    private final Map<Content, int[]> put = new HashMap<>();
    private final Map<String, Integer> restores = new HashMap<>();
    private final Set<Content> arrived = new HashSet<>();
    private final Set<String> takesBack = new HashSet<>();

    /** A record of a log, as a group reads it. */
    private record Record(String node, String group, int partition, long offset) {}

    /** What an event says, whatever its id. */
    private record Content(String node, int partition, long time, List<String> values) {
        static Content of(String node, int partition, Event e) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < e.schema.fields().size(); i++)
                values.add(String.valueOf(e.value(i)));
            return new Content(node, partition, e.time, values);
        }
    }

    /** An event that came to a sink; the same one of a log may come twice. */
    private record Arrival(String node, long event, long at) {}

    private Replays() {}

    static Replays of(Trace trace) {
        Replays replays = new Replays();
        if (!replays.possible(trace)) return NONE;
        trace.plan().nodes().forEach(replays::transactional);
        for (int row = 0; row < trace.size(); row++)
            if (Replays.tells(trace.kind(row))) replays.fact(trace.fact(row));
        return replays;
    }

    private boolean possible(Trace trace) {
        return trace.rows(FactKind.NOTED)
                .stream()
                .mapToObj(trace::fact)
                .anyMatch(f -> f instanceof Fact.Noted n && (n.note() instanceof FaultNote.Restored
                        || n.note() instanceof BrokerNote.Moved));
    }

    /** What such a sink has written before a crash is not to be seen, unless it was committed. */
    private void transactional(Plan.PlanNode node) {
        if (node.work() instanceof Work.Sink s && s.spec() instanceof SinkSpec.Transactional) takesBack.add(node.id());
    }

    private static boolean tells(FactKind kind) {
        return switch (kind) {
            case EMITTED, DERIVED, FIRED, REACHED, NOTED -> true;
            default -> false;
        };
    }

    private void fact(Fact fact) {
        switch (fact) {
            case Fact.Emitted e -> putOut(e.node(), e.partition(), e.event(), e.index());
            case Fact.Fired f -> putOut(f.node(), 0, f.event(), f.index());
            case Fact.Derived d -> {
                if (replayed(d.parent().id, d.index())) since.putIfAbsent(d.child().id, d.index());
            }
            case Fact.Reached r -> reached(r);
            case Fact.Noted n -> note(n);
            default -> {
            }
        }
    }

    private void note(Fact.Noted n) {
        if (n.note() instanceof FaultNote.Restored) {
            restores.merge(n.node(), 1, Integer::sum);
            put.forEach((content, counts) -> {
                if (!content.node.equals(n.node())) return;
                counts[0] = Math.max(counts[0], counts[1]);
                counts[1] = 0;
            });
        }
        if (n.note() instanceof BrokerNote.Read r
                && !read.add(new Record(n.node(), r.group(), r.partition(), r.offset())))
            since.putIfAbsent(r.subject().id, n.index());
    }

    private void putOut(String node, int partition, Event event, int row) {
        int[] counts = put.computeIfAbsent(Content.of(node, partition, event), k -> new int[2]);
        if (restores.containsKey(node) && counts[1] < counts[0]) since.putIfAbsent(event.id, row);
        counts[1]++;
    }

    private void reached(Fact.Reached r) {
        boolean again = !arrived.add(Content.of(r.node(), 0, r.event()));
        if (again && replayed(r.event().id, r.index()) && !takesBack.contains(r.node()))
            doubled.add(new Arrival(r.node(), r.event().id, r.at()));
    }

    boolean replayed(long event, int rows) {
        Integer row = since.get(event);
        return row != null && row <= rows;
    }

    boolean doubled(String sink, long event, long at) {
        return doubled.contains(new Arrival(sink, event, at));
    }
}
