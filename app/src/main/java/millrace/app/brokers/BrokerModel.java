package millrace.app.brokers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import millrace.app.pane.NodeChoice;
import millrace.app.pane.Faces;
import millrace.app.pane.Shown;
import millrace.compile.Plan;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.operator.BrokerNote;
import millrace.operator.Log;
import millrace.operator.Queue;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/**
 * A log or a queue of a run: what was taken from it, and how it ended with each message. What it holds at a moment is in the moment.
 *
 * @param gone records that are no longer in the log, by partition and offset
 * @param done messages that were done, in order; {@code dead} those that were given up
 * @param joined when each group began to read
 */
record BrokerModel(String node, String name, boolean log, Trace trace, Faces faces, Map<Place, Gone> gone,
        List<Ended> done, List<Ended> dead, Map<String, Long> joined) implements NodeChoice.OfNode {
    record Place(int partition, long offset) {}

    /** @param cleaned by the cleaner of a compacted log, else by retention */
    record Gone(long at, Event event, boolean cleaned) {}

    record Ended(long at, Event event) {}

    /** One thing that happened to a record or message; {@code row} of the trace. */
    record Step(int row, long at, BrokerNote note) {}

    /** The logs and queues of a run in the order of the plan. May be called on any thread. */
    static List<BrokerModel> of(Shown shown) {
        Trace trace = shown.run().trace();
        List<BrokerModel> brokers = new ArrayList<>();
        for (Plan.PlanNode node : trace.plan().nodes()) {
            kind(node).ifPresent(log -> brokers.add(of(trace, node.id(), shown.name(node.id()), log)));
        }
        return brokers;
    }

    /** Whether a node is a log (true) or a queue (false); empty if it is neither. */
    private static Optional<Boolean> kind(Plan.PlanNode node) {
        if (!(node.work() instanceof Work.Transform t)) return Optional.empty();
        return switch (t.operator()) {
            case Log l -> Optional.of(true);
            case Queue q -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static BrokerModel of(Trace trace, String node, String name, boolean log) {
        Map<Place, Gone> gone = new HashMap<>();
        List<Ended> done = new ArrayList<>();
        List<Ended> dead = new ArrayList<>();
        Map<String, Long> joined = new HashMap<>();
        trace.rows(node, FactKind.NOTED).stream().mapToObj(trace::fact).forEach(f -> {
            if (!(f instanceof Fact.Noted n)) return;
            switch (n.note()) {
                case BrokerNote.Retired r -> gone.put(new Place(r.partition(), r.offset()),
                        new Gone(f.at(), r.subject(), false));
                case BrokerNote.Cleaned c -> gone.put(new Place(c.partition(), c.offset()),
                        new Gone(f.at(), c.subject(), true));
                case BrokerNote.Done d -> done.add(new Ended(f.at(), d.subject()));
                case BrokerNote.Failed x when x.dead() -> dead.add(new Ended(f.at(), x.subject()));
                case BrokerNote.Joined j -> joined.putIfAbsent(j.group(), f.at());
                default -> {}
            }
        });
        return new BrokerModel(node, name, log, trace, new Faces(trace.plan()), gone, done, dead, joined);
    }

    Clock clock() {
        return trace.plan().clock();
    }

    /** Whether a record was taken out of the log at or before an instant, and by whom. */
    Optional<Gone> gone(int partition, long offset, long time) {
        return Optional.ofNullable(gone.get(new Place(partition, offset))).filter(g -> g.at() <= time);
    }

    /** Whether a group has begun to read. */
    boolean reads(String group, long time) {
        return joined.getOrDefault(group, Long.MAX_VALUE) <= time;
    }

    /** How many records were taken, by the cleaner or by retention. */
    long taken(boolean cleaned, long time) {
        return gone.values().stream().filter(g -> g.cleaned() == cleaned && g.at() <= time).count();
    }

    /** The messages that were done, or given up, at or before an instant; the last first. */
    List<Ended> ended(boolean given, long time) {
        List<Ended> all = given ? dead : done;
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).at() <= time) low = middle + 1;
            else
                high = middle;
        }
        return all.subList(0, low).reversed();
    }

    /** What happened here to a record or message, up to an instant. */
    List<Step> history(long event, long time) {
        List<Step> steps = new ArrayList<>();
        for (Fact fact : trace.factsOf(event)) {
            if (fact instanceof Fact.Noted n && n.node().equals(node) && n.at() <= time
                    && n.note() instanceof BrokerNote note)
                steps.add(new Step(n.index(), n.at(), note));
        }
        return steps;
    }
}
