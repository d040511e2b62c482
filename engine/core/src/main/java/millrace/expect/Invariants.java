package millrace.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.Set;
import java.util.TreeMap;
import millrace.compile.Plan;
import millrace.event.ChangeKind;
import millrace.event.Element;
import millrace.event.Event;
import millrace.event.Watermark;
import millrace.operator.Dialect;
import millrace.operator.ChangeNote;
import millrace.operator.FaultNote;
import millrace.operator.JoinNote;
import millrace.operator.Note;
import millrace.operator.SinkSpec;
import millrace.operator.Split;
import millrace.operator.StreamTableJoin;
import millrace.operator.TableByKey;
import millrace.operator.TableJoin;
import millrace.operator.TimeDomain;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.operator.Work;
import millrace.operator.WorkNote;
import millrace.simulation.PartialRecorder;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Watches a run for what may never happen, whatever the design: a watermark that goes back without a crash, an event that goes into
 * a node and of which nothing is heard, and a window or a join's event that is kept although the watermark has let it go.
 */
public final class Invariants extends PartialRecorder {
    /** An event at a node. */
    private record At(int node, long event) {}

    /** A window with state. */
    private record Window(int node, @Nullable Object key, long start, long end) {}

    /** Things of each node in the order of the time until which they may be there. */
    private static final class Ordered<T> {
        private final List<TreeMap<Long, Set<T>>> byTime = new ArrayList<>();
        private final List<Map<T, Long>> times = new ArrayList<>();

        Ordered(int nodes) {
            for (int i = 0; i < nodes; i++) {
                byTime.add(new TreeMap<>());
                times.add(new LinkedHashMap<>());
            }
        }

        void clear(int node) {
            byTime.get(node).clear();
            times.get(node).clear();
        }

        void put(int node, T thing, long until) {
            remove(node, thing);
            times.get(node).put(thing, until);
            byTime.get(node).computeIfAbsent(until, t -> new LinkedHashSet<>()).add(thing);
        }

        void remove(int node, T thing) {
            Long until = times.get(node).remove(thing);
            if (until == null) return;
            byTime.get(node).computeIfPresent(until, (t, same) -> same.remove(thing) && same.isEmpty() ? null : same);
        }

        List<T> upTo(int node, long time) {
            return byTime.get(node).headMap(time, true).values().stream().flatMap(Set::stream).toList();
        }
    }

    private final Plan plan;
    private final long[] watermarks;
    /** Events that went into a node and have no fate yet, with the time of their coming. */
    private final SequencedMap<At, Long> pending = new LinkedHashMap<>();
    private final Ordered<Window> open;
    private final Ordered<At> kept;
    /** What must have gone before anything else happens. */
    private final SequencedMap<Object, Supplier<String>> due = new LinkedHashMap<>();
    /** Nodes whose settings are not those of the plan any more. */
    private final boolean[] changed;
    private boolean crashed;
    private Optional<String> broken = Optional.empty();
    private long now;

    public Invariants(Plan plan) {
        this.plan = plan;
        open = new Ordered<>(plan.nodes().size());
        kept = new Ordered<>(plan.nodes().size());
        watermarks = new long[plan.nodes().size()];
        changed = new boolean[plan.nodes().size()];
        java.util.Arrays.fill(watermarks, Watermark.NONE);
    }

    /** What was found first, in words; empty = nothing. To be asked when the run is over. */
    public Optional<String> broken() {
        due();
        if (broken.isPresent() || crashed || plan.until() != Long.MAX_VALUE) return broken;
        return pending.entrySet()
                .stream()
                .findFirst()
                .map(e -> Sentences.of("expect.never.silent", e.getKey().event, name(e.getKey().node),
                        plan.clock().format(e.getValue())));
    }

    private String name(int node) {
        return plan.nodes().get(node).id();
    }

    private void broke(String what) {
        if (broken.isEmpty()) broken = Optional.of(Sentences.of("expect.never", what, plan.clock().format(now)));
    }

    private void due() {
        if (!due.isEmpty()) broke(due.firstEntry().getValue().get());
        due.clear();
    }

    @Override
    public void moment(long step, long next) {
        due();
        now = next;
    }

    @Override
    public void delivered(int wire, long sentAt, Element element) {
        if (!(element instanceof Event event)) return;
        settled(plan.wires().get(wire).from(), event);
        int to = plan.wires().get(wire).to();
        boolean asRow = asRow(plan.wires().get(wire));
        if (!asRow && ChangeKind.of(event) != ChangeKind.UPDATE_BEFORE && follows(to))
            pending.put(new At(to, event.id), now);
    }

    /** Whether what comes along a wire becomes a row of a join's table, and is known from what that says to others. */
    private boolean asRow(Plan.PlanWire wire) {
        Work to = plan.nodes().get(wire.to()).work();
        return to instanceof Work.Transform(TableJoin j)
                || to instanceof Work.Transform(StreamTableJoin s) && wire.input() == 1;
    }

    /**
     * Whether each event of a node must be heard of: not if it may leave by an output to which nothing is wired, nor if it may be half
     * an update in the words of its own.
     */
    private boolean follows(int node) {
        // A transaction waits for its checkpoint, for ever perhaps.
        if (plan.nodes().get(node).work() instanceof Work.Sink(var spec))
            return !(spec instanceof SinkSpec.Transactional);
        long wired = plan.wires()
                .stream()
                .filter(w -> w.from() == node)
                .mapToInt(Plan.PlanWire::output)
                .distinct()
                .count();
        if (plan.nodes().get(node).work() instanceof Work.Transform(TableByKey t) && t.operation() >= 0) return false;
        boolean splits = plan.nodes().get(node).work() instanceof Work.Transform(Split s);
        return splits ? wired == plan.nodes().get(node).outputs().size() : wired > 0;
    }

    private void settled(int node, Event event) {
        pending.remove(new At(node, event.id));
    }

    @Override
    public void derived(int node, Event child, Event parent) {
        settled(node, parent);
    }

    @Override
    public void leftOut(int node, Event event) {
        settled(node, event);
    }

    @Override
    public void failed(int node, Event event, String message) {
        settled(node, event);
    }

    @Override
    public void added(int node, Event event, @Nullable Object key, long start, long end, boolean late, long watermark) {
        settled(node, event);
        open.put(node, new Window(node, key, start, end), end);
    }

    @Override
    public void merged(int node, @Nullable Object key, long from, long to, long start, long end) {
        open.remove(node, new Window(node, key, from, to));
        open.put(node, new Window(node, key, start, end), end);
    }

    @Override
    public void dropped(int node, Event event, @Nullable Object key, long start, long end, long watermark) {
        settled(node, event);
    }

    @Override
    public void expired(int node, @Nullable Object key, long start, long end, long watermark) {
        Window window = new Window(node, key, start, end);
        open.remove(node, window);
        due.remove(window);
    }

    @Override
    public void advanced(int node, long watermark) {
        if (watermark <= watermarks[node])
            broke(Sentences.of("expect.never.back", name(node), plan.clock().format(watermark)));
        watermarks[node] = watermark;
        expire(node, watermark);
        kept.upTo(node, watermark - 1)
                .forEach(at -> due.put(at, () -> Sentences.of("expect.never.event-kept", name(node), at.event)));
    }

    /** Windows of event time whose end and lateness the watermark has passed must go in this step. */
    private void expire(int node, long watermark) {
        if (changed[node] || !(plan.nodes().get(node).work() instanceof Work.Transform(WindowOperator w))
                || !follows(w))
            return;
        open.upTo(node, watermark == Watermark.FINAL ? watermark : watermark - w.lateness())
                .forEach(window -> due.put(window, () -> Sentences.of("expect.never.window-kept", name(node))));
    }

    private static boolean follows(WindowOperator w) {
        return w.domain() == TimeDomain.EVENT && !w.dialect().has(Dialect.Rule.STREAM_TIME)
                && !(w.window() instanceof WindowSpec.Count) && !(w.window() instanceof WindowSpec.Global);
    }

    @Override
    public void noted(int node, Note note) {
        switch (note) {
            case FaultNote.Crashed c -> lost(node, !c.coordinator());
            case FaultNote.Stopped s -> lost(node, true);
            case FaultNote.Restored r -> lost(node, true);
            case JoinNote.Kept k -> {
                settled(node, k.subject());
                kept.put(node, new At(node, k.subject().id), k.until());
            }
            case JoinNote.LetGo g -> gone(node, g.subject());
            case JoinNote.LookedUp g -> gone(node, g.subject());
            case JoinNote.Unmatched g -> gone(node, g.subject());
            case JoinNote.Forgotten g -> gone(node, g.subject());
            case WorkNote w -> {}
            // What a change did to what was held, the note says.
            case ChangeNote c -> {
                changed[node] = true;
                open.clear(node);
                kept.clear(node);
            }
            default -> note.event().ifPresent(e -> settled(node, e));
        }
    }

    private void gone(int node, Event event) {
        settled(node, event);
        kept.remove(node, new At(node, event.id));
        due.remove(new At(node, event.id));
    }

    /** What a crash takes is explained by it. */
    private void lost(int node, boolean state) {
        if (!state) return;
        crashed = true;
        watermarks[node] = Watermark.NONE;
        open.clear(node);
        kept.clear(node);
        due.clear();
    }

    @Override
    public void reached(int node, Event event) {
        settled(node, event);
    }
}
