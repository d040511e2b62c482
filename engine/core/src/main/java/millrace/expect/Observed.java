package millrace.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import millrace.compile.Plan;
import millrace.event.Element;
import millrace.event.Event;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.operator.JoinNote;
import millrace.operator.BrokerNote;
import millrace.operator.FaultNote;
import millrace.operator.Note;
import millrace.simulation.PartialRecorder;
import org.jspecify.annotations.Nullable;

/** What of a run can be expected: rows at sinks, drops, counts, watermarks, open windows. */
final class Observed extends PartialRecorder {
    /** A window with state; {@code key} as text. */
    record Window(int node, String key, long start, long end) {}

    /** What a window with state holds, in order of arrival. */
    static final class Contents {
        final List<Event> events = new ArrayList<>();
        boolean answered;
    }

    private final Plan plan;
    private final List<List<Row>> reached = new ArrayList<>();
    private final List<Row> dropped = new ArrayList<>();
    /** For each node that is a table what changed it, see {@link Tables}. */
    private final List<Tables> tables = new ArrayList<>();
    private final List<TreeMap<Long, Long>> watermarks = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final SequencedMap<Window, Contents> windows = new LinkedHashMap<>();
    private LongConsumer beforeTimeMoves = next -> {};
    private final Brokers brokers = new Brokers();
    private final List<FaultCheck.Noted> faults = new ArrayList<>();
    /** How many windows of each node have state. */
    private final long[] open;
    private long now;

    Observed(Plan plan) {
        this.plan = plan;
        open = new long[plan.nodes().size()];
        for (int i = 0; i < plan.nodes().size(); i++) {
            reached.add(new ArrayList<>());
            tables.add(new Tables(plan.nodes().get(i)));
            watermarks.add(new TreeMap<>());
        }
    }

    List<Row> rows(int node) {
        return reached.get(node);
    }

    Tables table(int node) {
        return tables.get(node);
    }

    List<Row> dropped() {
        return dropped;
    }

    /** The watermark of a node after all of an instant. */
    long watermark(int node, long at) {
        Map.Entry<Long, Long> last = watermarks.get(node).floorEntry(at);
        return last == null ? Watermark.NONE : last.getValue();
    }

    /** All of an instant is over. */
    private void look() {
        for (int node = 0; node < open.length; node++)
            if (open[node] > 0) counts.merge(plan.nodes().get(node).id() + ".mostOpen", open[node], Math::max);
    }

    /** How often something happened: "scores.sent"; 0 if never. */
    long count(String name) {
        look();
        return counts.getOrDefault(name, 0L);
    }

    SequencedMap<Window, Contents> windows() {
        return windows;
    }

    /** What was noted of logs and queues. */
    Brokers brokers() {
        return brokers;
    }

    List<FaultCheck.Noted> faults() {
        return faults;
    }

    private void count(int node, String what) {
        counts.merge(plan.nodes().get(node).id() + "." + what, 1L, Long::sum);
    }

    /** Hears of the time that comes before anything happens at it. */
    void beforeTimeMoves(LongConsumer listener) {
        beforeTimeMoves = listener;
    }

    @Override
    public void moment(long step, long next) {
        if (next != now) {
            look();
            beforeTimeMoves.accept(next);
        }
        now = next;
    }

    @Override
    public void emitted(int node, int partition, Event event) {
        count(node, "sent");
        tables.get(node).changed(now, event);
    }

    @Override
    public void rejected(int node, long line, String reason, String row) {
        count(node, "rejected");
    }

    @Override
    public void delivered(int wire, long sentAt, Element element) {
        if (element instanceof Event) count(plan.wires().get(wire).to(), "received");
    }

    @Override
    public void derived(int node, Event child, Event parent) {
        if (tables.get(node).changed(now, child)) count(node, "changes");
    }

    @Override
    public void leftOut(int node, Event event) {
        count(node, "leftOut");
    }

    @Override
    public void failed(int node, Event event, String message) {
        count(node, "failed");
    }

    @Override
    public void added(int node, Event event, @Nullable Object key, long start, long end, boolean late, long watermark) {
        if (late) count(node, "late");
        windows.computeIfAbsent(window(node, key, start, end), w -> opened(node)).events.add(event);
    }

    @Override
    public void merged(int node, @Nullable Object key, long from, long to, long start, long end) {
        count(node, "merged");
        Contents old = closed(node, window(node, key, from, to));
        if (old == null) return;
        Contents joined = windows.computeIfAbsent(window(node, key, start, end), w -> opened(node));
        joined.events.addAll(old.events);
        joined.events.sort(java.util.Comparator.comparingLong(e -> e.id));
    }

    @Override
    public void fired(int node, @Nullable Object key, Event pane, Timing timing, long watermark) {
        count(node, "panes");
        millrace.event.Pane marks = millrace.event.Pane.of(pane);
        Contents contents = windows.get(window(node, key, marks.start(), marks.end()));
        if (contents != null && timing != Timing.EARLY) contents.answered = true;
    }

    @Override
    public void dropped(int node, Event event, @Nullable Object key, long start, long end, long watermark) {
        count(node, "dropped");
        LinkedHashMap<String, Cell> cells = new LinkedHashMap<>();
        cells.put("node", new Cell.Words(plan.nodes().get(node).id()));
        cells.put("at", new Cell.Instant(now));
        cells.put("eventTime", new Cell.Instant(event.time));
        cells.put("window", new Cell.Span(start, end));
        cells.put("watermark", new Cell.Instant(watermark));
        cells.put("key", Cell.of(key, false));
        Row.putFields(cells, event);
        dropped.add(new Row(cells));
    }

    @Override
    public void expired(int node, @Nullable Object key, long start, long end, long watermark) {
        count(node, "expired");
        closed(node, window(node, key, start, end));
    }

    @Override
    public void advanced(int node, long watermark) {
        watermarks.get(node).put(now, watermark);
    }

    @Override
    public void reached(int node, Event event) {
        tables.get(node).changed(now, event);
        reached.get(node).add(Row.of(now, event, plan.nodes().get(node).inputs().getFirst().key()));
    }

    private Contents opened(int node) {
        open[node]++;
        return new Contents();
    }

    private @Nullable Contents closed(int node, Window window) {
        Contents contents = windows.remove(window);
        if (contents != null) open[node]--;
        return contents;
    }

    private static Window window(int node, @Nullable Object key, long start, long end) {
        return new Window(node, key == null ? "" : key.toString(), start, end);
    }

    @Override
    public void noted(int node, Note note) {
        if (note instanceof JoinNote join) joined(node, join);
        if (note instanceof FaultNote fault)
            faults.add(new FaultCheck.Noted(now, plan.nodes().get(node).id(), fault));
        if (!(note instanceof BrokerNote broker)) return;
        brokers.noted(node, now, broker);
        if (broker instanceof BrokerNote.Failed f && f.dead()) givenUp(node, f.subject());
    }

    /** A message that a queue gives up counts as dropped, whether or not somebody takes it. */
    private void givenUp(int node, Event event) {
        count(node, "dropped");
        LinkedHashMap<String, Cell> cells = new LinkedHashMap<>();
        cells.put("node", new Cell.Words(plan.nodes().get(node).id()));
        cells.put("at", new Cell.Instant(now));
        cells.put("eventTime", new Cell.Instant(event.time));
        Row.putFields(cells, event);
        dropped.add(new Row(cells));
    }

    private void joined(int node, JoinNote note) {
        switch (note) {
            case JoinNote.Paired n -> count(node, "paired");
            case JoinNote.LookedUp n -> count(node, "paired");
            case JoinNote.Unmatched n -> count(node, "unmatched");
            case JoinNote.Late n -> count(node, "dropped");
            case JoinNote.Kept n -> {}
            case JoinNote.LetGo n -> {}
            case JoinNote.Forgotten n -> {}
        }
    }
}
