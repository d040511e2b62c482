package millrace.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.operator.BrokerNote;
import millrace.operator.FaultNote;
import millrace.operator.SinkSpec;
import millrace.operator.Work;

/**
 * What was sent once more, and what it was the first time. A log gives the same record to the same group again; a source that was
 * rewound puts out rows anew that it had put out before the crash; what is made of either is replayed, too. What so comes to a sink
 * that has the same already is doubled there.
 */
public final class Replays {
    public static final Replays NONE = new Replays();

    /** From which row on an event is a replay. */
    private final Map<Long, Integer> since = new HashMap<>();
    private final Set<Arrival> doubled = new HashSet<>();
    /** The rows in which a group of a log read a record. */
    private final Map<Record, List<Integer>> read = new HashMap<>();
    private final Map<Long, List<Reading>> readings = new HashMap<>();
    /** What a node has put out with the same content before it was restored, and how many of them since. */
    private final Map<Content, Sent> put = new LinkedHashMap<>();
    /** What a node made of an event, or of what that was the first time. */
    private final Map<Birth, Sent> made = new LinkedHashMap<>();
    private final Map<Long, Long> originals = new HashMap<>();
    private final Map<Long, List<Long>> again = new HashMap<>();
    private final Set<String> restored = new HashSet<>();
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

    private record Birth(String node, long parent) {}

    /** Events sent one after the other, and which of them is the next to be sent again. */
    private static final class Sent {
        private final List<Long> first = new ArrayList<>();
        private int next;

        /** The one that this one is again, if it is. */
        Optional<Long> take(long event) {
            Optional<Long> was = next < first.size() ? Optional.of(first.get(next)) : Optional.empty();
            if (was.isEmpty()) first.add(event);
            next++;
            return was;
        }
    }

    /** An event that came to a sink; the same one of a log may come twice. */
    private record Arrival(String node, long event, long at) {}

    /** A group of a log that has read a record more than once, and the rows of the trace that tell of it. */
    public record Reading(String log, String group, List<Integer> rows) {}

    private Replays() {}

    static Replays of(Trace trace) {
        if (!possible(trace)) return NONE;
        Replays replays = new Replays();
        trace.plan().nodes().forEach(replays::transactional);
        for (int row = 0; row < trace.size(); row++)
            if (Replays.tells(trace.kind(row))) replays.fact(trace.fact(row));
        return replays;
    }

    private static boolean possible(Trace trace) {
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
            case Fact.Derived d -> derived(d);
            case Fact.Reached r -> reached(r);
            case Fact.Noted n -> note(n);
            default -> {
            }
        }
    }

    private void note(Fact.Noted n) {
        if (n.note() instanceof FaultNote.Restored) {
            restored.add(n.node());
            put.forEach((content, sent) -> sent.next = content.node.equals(n.node()) ? 0 : sent.next);
            made.forEach((birth, sent) -> sent.next = birth.node.equals(n.node()) ? 0 : sent.next);
        }
        if (n.note() instanceof BrokerNote.Read r) read(n, r);
    }

    private void read(Fact.Noted n, BrokerNote.Read r) {
        Record record = new Record(n.node(), r.group(), r.partition(), r.offset());
        List<Integer> rows = read.computeIfAbsent(record, x -> new ArrayList<>());
        rows.add(n.index());
        if (rows.size() < 2) return;
        since.putIfAbsent(r.subject().id, n.index());
        if (rows.size() == 2)
            readings.computeIfAbsent(r.subject().id, x -> new ArrayList<>())
                    .add(new Reading(n.node(), r.group(), rows));
    }

    private void putOut(String node, int partition, Event event, int row) {
        put.computeIfAbsent(Content.of(node, partition, event), k -> new Sent())
                .take(event.id)
                .filter(was -> restored.contains(node))
                .ifPresent(was -> {
                    since.putIfAbsent(event.id, row);
                    link(event.id, was);
                });
    }

    /** Of what is replayed comes what is replayed: the same as came of it the first time, in the same order. */
    private void derived(Fact.Derived d) {
        if (originals.containsKey(d.child().id)) return;
        Optional<Long> was = made.computeIfAbsent(new Birth(d.node(), first(d.parent().id)), k -> new Sent())
                .take(d.child().id);
        if (!replayed(d.parent().id, d.index())) return;
        since.putIfAbsent(d.child().id, d.index());
        was.filter(w -> w != d.child().id).ifPresent(w -> link(d.child().id, w));
    }

    private void link(long event, long was) {
        originals.put(event, was);
        again.computeIfAbsent(was, k -> new ArrayList<>()).add(event);
    }

    private long first(long event) {
        return originals.getOrDefault(event, event);
    }

    private void reached(Fact.Reached r) {
        boolean twice = !arrived.add(Content.of(r.node(), 0, r.event()));
        if (twice && replayed(r.event().id, r.index()) && !takesBack.contains(r.node()))
            doubled.add(new Arrival(r.node(), r.event().id, r.at()));
    }

    /** Whether, after so many rows, this is what was sent before, sent once more. */
    public boolean replayed(long event, int rows) {
        Integer row = since.get(event);
        return row != null && row <= rows;
    }

    /** Whether it stands in a sink for the second time, since it was sent once more. */
    public boolean doubled(String sink, long event, long at) {
        return doubled.contains(new Arrival(sink, event, at));
    }

    /** The event that this one is again. */
    public Optional<Long> original(long event) {
        return Optional.ofNullable(originals.get(event));
    }

    /** The events that are this one again, in order. */
    public List<Long> again(long event) {
        return List.copyOf(again.getOrDefault(event, List.of()));
    }

    /** Who has read it more than once: a log gives out the very same event again. */
    public List<Reading> readings(long event) {
        return List.copyOf(readings.getOrDefault(event, List.of()));
    }

    /** The event, what it is again, and what is it again: all that are one and the same to whom they come. */
    List<Long> sendings(long event) {
        long first = first(event);
        List<Long> all = new ArrayList<>(List.of(first));
        all.addAll(again.getOrDefault(first, List.of()));
        return all;
    }
}
