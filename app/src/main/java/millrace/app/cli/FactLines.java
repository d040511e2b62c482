package millrace.app.cli;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import millrace.compile.Plan;
import millrace.event.Barrier;
import millrace.event.Element;
import millrace.event.End;
import millrace.event.Event;
import millrace.event.Idle;
import millrace.event.Pane;
import millrace.event.Schema;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.operator.Note;
import millrace.simulation.Recorder;
import millrace.trace.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * Writes the facts of a run as they happen, a line each. {@code fact} is the fact's row in a trace of the same run. An event
 * is its number; its content stands where it is made (emitted, derived, fired).
 */
final class FactLines implements Recorder {
    private final Plan plan;
    private final boolean[] nodes;
    private final boolean[] kinds;
    private final boolean[] counted;
    private final long from;
    private final long to;
    private final Consumer<CharSequence> lines;
    private final JsonLine line = new JsonLine();
    private long index = -1;
    private long step;
    private long now;
    private long emitted;
    /** Whether the windows of the present line's node count. */
    private boolean counts;

    FactLines(Plan plan, Set<String> nodes, Set<FactKind> kinds, long from, long to, Consumer<CharSequence> lines) {
        this.plan = plan;
        this.from = from;
        this.to = to;
        this.lines = lines;
        counted = Counted.nodes(plan);
        this.nodes = new boolean[plan.nodes().size()];
        for (int n = 0; n < this.nodes.length; n++)
            this.nodes[n] = nodes.contains(plan.nodes().get(n).id());
        this.kinds = new boolean[FactKind.values().length];
        kinds.forEach(kind -> this.kinds[kind.ordinal()] = true);
    }

    /** "input-advanced": how a kind is written. */
    static String word(FactKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Begins the line of a fact; false if nobody wants it. */
    private boolean begin(FactKind kind, int node) {
        index++;
        if (!kinds[kind.ordinal()] || !nodes[node] || now < from || now > to) return false;
        counts = counted[node];
        line.clear().begin().name("fact").number(index).name("step").number(step);
        time("at", now);
        line.name("kind").text(word(kind)).name("node").text(plan.nodes().get(node).id());
        return true;
    }

    private void end() {
        lines.accept(line.end().line());
    }

    private void time(String name, long time) {
        JsonResults.time(line.name(name), time, plan.clock());
    }

    /** A watermark: a time, "none" before the first, "end" when the input is complete. */
    private void watermark(long time) {
        line.name("watermark");
        if (time == Watermark.NONE) line.text("none");
        else if (time == Watermark.FINAL) line.text("end");
        else
            line.text(plan.clock().full(time));
    }

    private void event(String name, Event event) {
        line.name(name).number(event.id);
    }

    private void content(Event event) {
        event("event", event);
        time("eventTime", event.time);
        line.name("fields").begin();
        Schema schema = event.schema;
        for (int field = SinkShape.own(schema); field < schema.fields().size(); field++)
            JsonResults.value(line.name(schema.fields().get(field).name()), event, field, plan.clock());
        line.end();
    }

    private void window(@Nullable Object key, long start, long end) {
        line.name("key").value(key);
        JsonResults.bound(line.name("windowStart"), counts, start, plan.clock());
        JsonResults.bound(line.name("windowEnd"), counts, end, plan.clock());
    }

    @Override
    public void moment(long step, long now) {
        this.step = step;
        this.now = now;
    }

    /** Events put out by sources so far. */
    long emitted() {
        return emitted;
    }

    @Override
    public void emitted(int node, int partition, Event event) {
        emitted++;
        if (!begin(FactKind.EMITTED, node)) return;
        line.name("partition").number(partition);
        content(event);
        end();
    }

    @Override
    public void rejected(int node, long row, String reason, String text) {
        if (!begin(FactKind.REJECTED, node)) return;
        line.name("line").number(row).name("reason").text(reason).name("row").text(text);
        end();
    }

    @Override
    public void delivered(int wire, long sentAt, Element element) {
        if (!begin(FactKind.DELIVERED, plan.wires().get(wire).to())) return;
        line.name("wire").text(plan.wires().get(wire).id());
        time("sentAt", sentAt);
        switch (element) {
            case Event event -> event("event", event);
            case Watermark watermark -> watermark(watermark.time);
            case Idle idle -> line.name("idle").flag(idle.idle);
            case End end -> line.name("end").flag(true);
            case Barrier barrier -> line.name("checkpoint").number(barrier.checkpoint);
        }
        end();
    }

    @Override
    public void derived(int node, Event child, Event parent) {
        if (!begin(FactKind.DERIVED, node)) return;
        content(child);
        event("parent", parent);
        end();
    }

    @Override
    public void leftOut(int node, Event event) {
        if (!begin(FactKind.LEFT_OUT, node)) return;
        event("event", event);
        end();
    }

    @Override
    public void failed(int node, Event event, String message) {
        if (!begin(FactKind.FAILED, node)) return;
        event("event", event);
        line.name("message").text(message);
        end();
    }

    @Override
    public void added(int node, Event event, @Nullable Object key, long start, long end, boolean late,
            long watermark) {
        if (!begin(FactKind.ADDED, node)) return;
        event("event", event);
        window(key, start, end);
        line.name("late").flag(late);
        watermark(watermark);
        end();
    }

    @Override
    public void merged(int node, @Nullable Object key, long swallowedFrom, long swallowedTo, long start, long end) {
        if (!begin(FactKind.MERGED, node)) return;
        time("from", swallowedFrom);
        time("to", swallowedTo);
        window(key, start, end);
        end();
    }

    @Override
    public void fired(int node, @Nullable Object key, Event pane, Timing timing, long watermark) {
        if (!begin(FactKind.FIRED, node)) return;
        content(pane);
        Pane marks = Pane.of(pane);
        window(key, marks.start(), marks.end());
        JsonResults.marks(line, marks);
        watermark(watermark);
        end();
    }

    @Override
    public void dropped(int node, Event event, @Nullable Object key, long start, long end, long watermark) {
        if (!begin(FactKind.DROPPED, node)) return;
        event("event", event);
        window(key, start, end);
        watermark(watermark);
        end();
    }

    @Override
    public void expired(int node, @Nullable Object key, long start, long end, long watermark) {
        if (!begin(FactKind.EXPIRED, node)) return;
        window(key, start, end);
        watermark(watermark);
        end();
    }

    @Override
    public void advanced(int node, long watermark) {
        if (!begin(FactKind.ADVANCED, node)) return;
        watermark(watermark);
        end();
    }

    @Override
    public void inputAdvanced(int node, int input, long watermark) {
        if (!begin(FactKind.INPUT_ADVANCED, node)) return;
        line.name("input").number(input);
        watermark(watermark);
        end();
    }

    @Override
    public void idle(int node, int input, boolean idle) {
        if (!begin(FactKind.WENT_IDLE, node)) return;
        line.name("input").number(input).name("idle").flag(idle);
        end();
    }

    @Override
    public void ended(int node) {
        if (begin(FactKind.ENDED, node)) end();
    }

    @Override
    public void reached(int node, Event event) {
        if (!begin(FactKind.REACHED, node)) return;
        event("event", event);
        end();
    }

    @Override
    public void noted(int node, Note note) {
        if (!begin(FactKind.NOTED, node)) return;
        line.name("what").text(note.getClass().getSimpleName());
        note.event().ifPresent(e -> event("event", e));
        end();
    }
}
