package millrace.trace;

import millrace.event.Barrier;
import millrace.event.Element;
import millrace.event.End;
import millrace.event.Event;
import millrace.event.Idle;
import millrace.event.Pane;
import millrace.event.Watermark;

/** Makes a {@link Fact} from a row. The meaning of the columns is that of {@link TraceRecorder}. */
final class Facts {
    static final FactKind[] KINDS = FactKind.values();
    static final int EVENT = 0;
    static final int WATERMARK = 1;
    static final int IDLE = 2;
    static final int ACTIVE = 3;
    static final int END = 4;
    static final int BARRIER = 5;

    private Facts() {}

    static Fact of(Trace t, int row) {
        Columns c = t.columns;
        long step = c.step(row);
        long at = c.at(row);
        String node = t.plan.nodes().get(c.node(row)).id();
        return switch (KINDS[c.kind(row)]) {
            case EMITTED -> new Fact.Emitted(row, step, at, node, c.window(row), subject(t, row));
            case REJECTED -> new Fact.Rejected(row, step, at, node, c.figure(row), t.texts.text(c.subject(row)),
                    t.texts.text(c.window(row)));
            case DELIVERED -> new Fact.Delivered(row, step, at, node, t.plan.wires().get(c.link(row)).id(),
                    at - travel(t, row), element(t, row));
            case DERIVED -> new Fact.Derived(row, step, at, node, subject(t, row), t.events.get(c.figure(row)));
            case LEFT_OUT -> new Fact.LeftOut(row, step, at, node, subject(t, row));
            case FAILED -> new Fact.Failed(row, step, at, node, subject(t, row), t.texts.text(c.window(row)));
            case ADVANCED -> new Fact.Advanced(row, step, at, node, c.figure(row));
            case INPUT_ADVANCED -> new Fact.InputAdvanced(row, step, at, node, c.window(row), c.figure(row));
            case WENT_IDLE -> new Fact.WentIdle(row, step, at, node, c.window(row), c.flag(row) != 0);
            case ENDED -> new Fact.Ended(row, step, at, node);
            case NOTED -> new Fact.Noted(row, step, at, node, t.notes.get((int) c.figure(row)));
            case REACHED -> new Fact.Reached(row, step, at, node, subject(t, row));
            case ADDED, MERGED, FIRED, DROPPED, EXPIRED -> ofWindow(t, row, step, at, node);
        };
    }

    private static Fact ofWindow(Trace t, int row, long step, long at, String node) {
        Columns c = t.columns;
        WindowTable w = t.windows;
        int window = c.window(row);
        String key = t.keys.text(w.key(window));
        long start = w.start(window);
        long end = w.end(window);
        long figure = c.figure(row);
        return switch (KINDS[c.kind(row)]) {
            case ADDED ->
                    new Fact.Added(row, step, at, node, subject(t, row), key, start, end, c.flag(row) != 0, figure);
            case MERGED -> new Fact.Merged(row, step, at, node, key, start, end, w.start((int) figure),
                    w.end((int) figure));
            case FIRED -> fired(row, step, at, node, key, subject(t, row), figure);
            case DROPPED -> new Fact.Dropped(row, step, at, node, subject(t, row), key, start, end, figure);
            default -> new Fact.Expired(row, step, at, node, key, start, end, figure);
        };
    }

    private static Fact fired(int row, long step, long at, String node, String key, Event event, long watermark) {
        return new Fact.Fired(row, step, at, node, key, event, Pane.of(event), watermark);
    }

    static Event subject(Trace t, int row) {
        return t.events.get(t.columns.subject(row));
    }

    /** How long the delivered element was on its way, ms. */
    static long travel(Trace t, int row) {
        return t.columns.window(row);
    }

    static Element element(Trace t, int row) {
        return switch (t.columns.flag(row)) {
            case EVENT -> subject(t, row);
            case WATERMARK -> new Watermark(t.columns.figure(row));
            case IDLE -> Idle.IDLE;
            case ACTIVE -> Idle.ACTIVE;
            case BARRIER -> new Barrier(t.columns.figure(row));
            default -> End.END;
        };
    }
}
