package millrace.trace;

import millrace.compile.Plan;
import millrace.event.Barrier;
import millrace.event.Element;
import millrace.event.End;
import millrace.event.Event;
import millrace.event.Idle;
import millrace.event.Pane;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.operator.FaultNote;
import millrace.operator.Note;
import millrace.simulation.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * Writes what it hears into a {@link Trace}. Steps are published whole: the facts of a step can be read when the next one
 * begins, or after {@link #finish}.
 */
public final class TraceRecorder implements Recorder {
    private static final int LONGEST_TRAVEL = Integer.MAX_VALUE;

    private final Trace trace;
    private final Columns columns;
    private final WindowTable windows;
    private final LostWindows lost;
    private final LostWindows.Keeper keeper = new LostWindows.Keeper() {
        @Override
        public void end(int node, int window, int row) {
            TraceRecorder.this.end(node, window, row);
        }

        @Override
        public int begin(int node, int key, long start, long end, int row) {
            return TraceRecorder.this.begin(node, key, start, end, row);
        }
    };
    private final boolean[] travelling;
    private final int[] receivers;
    private long step;
    private long now;
    private long events;
    private long live;

    /** @param plan names the nodes and wires that it will hear of by number */
    public TraceRecorder(Plan plan) {
        trace = new Trace(plan);
        columns = trace.columns;
        windows = trace.windows;
        lost = new LostWindows(trace, plan);
        travelling = new boolean[plan.wires().size()];
        receivers = new int[plan.wires().size()];
        for (int i = 0; i < receivers.length; i++) {
            travelling[i] = plan.wires().get(i).transit() > 0;
            receivers[i] = plan.wires().get(i).to();
        }
        now = plan.clock().start();
    }

    /** The trace, which grows with the run. */
    public Trace trace() {
        return trace;
    }

    /** How many events the sources have put into the graph. */
    public long events() {
        return events;
    }

    /** How many windows have state. */
    long live() {
        return live;
    }

    /** Publishes the last step. */
    public void finish() {
        trace.publish(step);
    }

    @Override
    public void moment(long nextStep, long nextNow) {
        trace.publish(step);
        step = nextStep;
        now = nextNow;
    }

    private int row(FactKind kind, int flag, int node) {
        int row = columns.append(kind, flag, node, step, now);
        trace.nodes[node].kind(kind).add(row);
        trace.kind(kind).add(row);
        return row;
    }

    private int subject(Event event, int row) {
        int id = trace.events.keep(event, row);
        speaksOf(id, row);
        return id;
    }

    private void speaksOf(int event, int row) {
        columns.again(row, trace.events.last(event));
        trace.events.last(event, row);
    }

    @Override
    public void emitted(int node, int partition, Event event) {
        int row = row(FactKind.EMITTED, 0, node);
        columns.put(row, subject(event, row), partition, 0, 0);
        trace.nodes[node].input(partition).emitted.add(row);
        events++;
    }

    @Override
    public void rejected(int node, long line, String reason, String text) {
        int row = row(FactKind.REJECTED, 0, node);
        columns.put(row, trace.texts.append(reason), trace.texts.append(text), 0, line);
    }

    @Override
    public void delivered(int wire, long sentAt, Element element) {
        int row = row(FactKind.DELIVERED, code(element), receivers[wire]);
        int travel = (int) Math.min(LONGEST_TRAVEL, now - sentAt);
        int subject = element instanceof Event event ? subject(event, row) : 0;
        columns.put(row, subject, travel, wire, figure(element));
        if (element instanceof Event) trace.nodes[receivers[wire]].received.add(row);
        if (travelling[wire]) trace.travels[wire].add(row);
    }

    private static long figure(Element element) {
        if (element instanceof Barrier b) return b.checkpoint;
        return element instanceof Watermark w ? w.time : 0;
    }

    private static int code(Element element) {
        return switch (element) {
            case Event e -> Facts.EVENT;
            case Watermark w -> Facts.WATERMARK;
            case Barrier b -> Facts.BARRIER;
            case Idle i -> i.idle ? Facts.IDLE : Facts.ACTIVE;
            case End e -> Facts.END;
        };
    }

    @Override
    public void derived(int node, Event child, Event parent) {
        int row = row(FactKind.DERIVED, 0, node);
        columns.put(row, subject(child, row), 0, 0, trace.events.keep(parent, row));
        columns.tally(row, trace.events.last(parent.id));
        trace.events.last((int) parent.id, row);
    }

    @Override
    public void leftOut(int node, Event event) {
        int row = row(FactKind.LEFT_OUT, 0, node);
        columns.put(row, subject(event, row), 0, 0, 0);
    }

    @Override
    public void failed(int node, Event event, String message) {
        int row = row(FactKind.FAILED, 0, node);
        columns.put(row, subject(event, row), trace.texts.number(message), 0, 0);
    }

    @Override
    public void added(int node, Event event, @Nullable Object key, long start, long end, boolean late, long watermark) {
        int row = row(FactKind.ADDED, late ? 1 : 0, node);
        int window = window(node, trace.keys.number(key), start, end, row);
        columns.put(row, subject(event, row), window, windows.last(window), watermark);
        columns.tally(row, windows.count(window, 1));
        windows.link(window, row);
        NodeIndex index = trace.nodes[node];
        if (late && index.lastLate != event.id) index.lateAdded.add(row);
        if (late) index.lastLate = event.id;
    }

    /** The live window of this name, begun with this row if there is none. */
    private int window(int node, int key, long start, long end, int row) {
        int known = windows.find(node, key, start, end);
        return windows.live(known) ? known : begin(node, key, start, end, row);
    }

    private int begin(int node, int key, long start, long end, int row) {
        int window = windows.create(node, key, start, end, row);
        live++;
        trace.nodes[node].windows.add(window);
        trace.nodes[node].born.add(row);
        return window;
    }

    @Override
    public void merged(int node, @Nullable Object key, long from, long to, long start, long end) {
        int row = row(FactKind.MERGED, 0, node);
        int number = trace.keys.number(key);
        int swallowed = windows.named(node, number, from, to, row);
        end(node, swallowed, row);
        int into = window(node, number, start, end, row);
        columns.put(row, 0, swallowed, windows.last(into), into);
        columns.tally(row, windows.count(into, windows.counted(swallowed)));
        grown(swallowed, into, row);
        windows.link(into, row);
    }

    /** A session alone that becomes a new one has grown; when a second one joins in, they have merged. */
    private void grown(int swallowed, int into, int row) {
        if (windows.first(into) == row) {
            windows.grew(swallowed, into);
        } else {
            int before = columns.window(windows.last(into));
            boolean mistaken = columns.step(windows.first(into)) == step && windows.grown(before) == into;
            if (mistaken) windows.notGrown(before, into);
        }
    }

    private void end(int node, int window, int row) {
        if (!windows.live(window)) return;
        windows.end(window, row);
        live--;
        trace.nodes[node].gone.add(row);
    }

    @Override
    public void fired(int node, @Nullable Object key, Event pane, Timing timing, long watermark) {
        int row = row(FactKind.FIRED, timing.ordinal(), node);
        Pane marks = Pane.of(pane);
        int window = windows.named(node, trace.keys.number(key), marks.start(), marks.end(), row);
        columns.put(row, subject(pane, row), window, windows.last(window), watermark);
        columns.tally(row, windows.lastFired(window));
        windows.fired(window, row);
        windows.link(window, row);
        if (!marks.retraction()) trace.nodes[node].panes.add(row);
    }

    @Override
    public void dropped(int node, Event event, @Nullable Object key, long start, long end, long watermark) {
        int row = row(FactKind.DROPPED, 0, node);
        int window = windows.named(node, trace.keys.number(key), start, end, row);
        columns.put(row, subject(event, row), window, 0, watermark);
    }

    @Override
    public void expired(int node, @Nullable Object key, long start, long end, long watermark) {
        int row = row(FactKind.EXPIRED, 0, node);
        int window = windows.named(node, trace.keys.number(key), start, end, row);
        columns.put(row, 0, window, windows.last(window), watermark);
        windows.link(window, row);
        end(node, window, row);
    }

    @Override
    public void advanced(int node, long watermark) {
        columns.put(row(FactKind.ADVANCED, 0, node), 0, 0, 0, watermark);
    }

    @Override
    public void inputAdvanced(int node, int input, long watermark) {
        int row = row(FactKind.INPUT_ADVANCED, 0, node);
        columns.put(row, 0, input, 0, watermark);
        trace.nodes[node].input(input).advanced.add(row);
    }

    @Override
    public void idle(int node, int input, boolean idle) {
        int row = row(FactKind.WENT_IDLE, idle ? 1 : 0, node);
        columns.put(row, 0, input, 0, 0);
        trace.nodes[node].input(input).idle.add(row);
    }

    @Override
    public void ended(int node) {
        row(FactKind.ENDED, 0, node);
    }

    @Override
    public void reached(int node, Event event) {
        int row = row(FactKind.REACHED, 0, node);
        columns.put(row, subject(event, row), 0, 0, 0);
    }

    @Override
    public void noted(int node, Note note) {
        int row = row(FactKind.NOTED, 0, node);
        int subject = note.event().map(e -> subject(e, row)).orElse(0);
        columns.put(row, subject, 0, 0, trace.notes.append(note));
        if (note instanceof FaultNote fault) lost.noted(node, fault, row, keeper);
    }
}
