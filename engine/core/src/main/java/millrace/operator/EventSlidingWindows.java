package millrace.operator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import millrace.event.Event;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * Windows that begin and end at single events, see {@link WindowSpec.EventSliding}. All are of one length, and one that is new
 * begins with the events that are there already: so those of each key are kept as long as a window that is still to come may
 * reach back to them.
 */
final class EventSlidingWindows extends PaneWindows {
    private final long difference;
    private final SequencedMap<@Nullable Object, Neighbours> keys;
    /** The watermark at which keys that nothing comes for were last looked at. */
    private long swept;

    EventSlidingWindows(WindowOperator spec, WindowSpec.EventSliding sliding) {
        super(spec);
        difference = sliding.difference();
        keys = new LinkedHashMap<>();
        swept = Watermark.NONE;
    }

    private EventSlidingWindows(EventSlidingWindows from) {
        super(from.spec, new Firing(from.spec), from.layout, from.panes.copy(), from.timers.copy());
        difference = from.difference;
        swept = from.swept;
        keys = new LinkedHashMap<>();
        from.keys.forEach((key, neighbours) -> keys.put(key, neighbours.copy()));
        from.copyTo(this);
    }

    @Override
    public Processor copy() {
        return new EventSlidingWindows(this);
    }

    @Override
    public long hash() {
        long h = Numbers.mix(super.hash(), swept);
        for (Neighbours neighbours : keys.values())
            h = Numbers.mix(h, neighbours.hash());
        return h;
    }

    /** What is being done for one event; not state. */
    private record Turn(Context c, Event event, long time, long watermark, Neighbours near) {}

    @Override
    void assign(Context c, Event event) {
        long time = time(c, event);
        long watermark = watermark(c);
        sweep(watermark);
        look(watermark);
        if (tooLate(time, watermark)) {
            missed(c, 1);
            drop(c, event, time - difference, time + 1, watermark);
            return;
        }
        Neighbours near = keys.computeIfAbsent(layout.keyOf(event), k -> new Neighbours());
        assign(new Turn(c, event, time, watermark, near));
        if (byClock) wake(c);
    }

    private void assign(Turn turn) {
        boolean kept = false;
        for (long start : List.copyOf(turn.near.startsFrom(turn.time - difference, turn.time)))
            kept |= put(turn, start);
        kept |= open(turn, left(turn.time));
        long before = turn.near.before(turn.time);
        if (before != Neighbours.NOBODY && before + 1 + difference >= turn.time) kept |= open(turn, before + 1);
        // Kafka Streams lets a record that is in no window any more begin the one after it all the same.
        if (kept || streamTime) follow(turn);
        if (kept) turn.near.add(turn.time, turn.event, order);
        else
            drop(turn.c, turn.event, turn.time - difference, turn.time + 1, turn.watermark);
    }

    /** Where the window that ends with an instant begins: Kafka Streams has none before time zero. */
    private long left(long time) {
        return streamTime ? Math.max(0, time - difference) : time - difference;
    }

    private long end(long start) {
        return start + difference + 1;
    }

    /** Whether a window takes nothing any more. */
    private boolean closed(long start, long watermark) {
        return expiry(end(start)) <= watermark;
    }

    /** Whether not even the window after an instant takes anything; Kafka Streams drops a record 1 ms before that one goes. */
    private boolean tooLate(long time, long watermark) {
        return expiry(end(time + 1) - (streamTime ? 1 : 0)) <= watermark;
    }

    /** Puts the event into a window that there is, or has been. */
    private boolean put(Turn turn, long start) {
        if (closed(start, turn.watermark)) {
            missed(turn.c, 1);
            return false;
        }
        put(turn.c, turn.event, turn.time, open(turn.c, start, end(start), turn.watermark), turn.watermark);
        return true;
    }

    /** Makes a window if there is none yet, with what lies in it already and the event. */
    private boolean open(Turn turn, long start) {
        if (turn.near.begins(start)) return false;
        if (closed(start, turn.watermark)) {
            missed(turn.c, 1);
            return false;
        }
        OpenWindow window = begin(turn, start);
        for (Neighbours.One one : turn.near.from(start, end(start)))
            add(turn.c, one.event(), one.order(), window, turn.watermark, false);
        put(turn.c, turn.event, turn.time, window, turn.watermark);
        return true;
    }

    private OpenWindow begin(Turn turn, long start) {
        turn.near.begin(start);
        return open(turn.c, start, end(start), turn.watermark);
    }

    /** Makes the window after the event, if something lies in it. */
    private void follow(Turn turn) {
        long start = turn.time + 1;
        List<Neighbours.One> after = turn.near.from(start, end(start));
        if (after.isEmpty() || turn.near.begins(start)) return;
        OpenWindow window = begin(turn, start);
        for (Neighbours.One one : after.subList(0, after.size() - 1))
            add(turn.c, one.event(), one.order(), window, turn.watermark, false);
        Neighbours.One last = after.getLast();
        int row = add(turn.c, last.event(), last.order(), window, turn.watermark, false);
        settle(turn.c, window, row, turn.watermark);
    }

    /** Forgets what no window that may still come reaches back to. */
    private void sweep(long watermark) {
        if (watermark == Watermark.NONE || watermark - swept <= difference && swept != Watermark.NONE) return;
        swept = watermark;
        long oldest = watermark - Math.min(spec.lateness(), Long.MAX_VALUE / 4) - 2 * difference - 2;
        keys.values().removeIf(near -> near.forgetBefore(oldest));
    }
}
