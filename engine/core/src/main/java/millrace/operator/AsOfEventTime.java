package millrace.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import millrace.event.Event;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * A {@link StreamTableJoin} that takes the row that was valid at the event's time. An event waits until the watermark has
 * passed its time; of each key the versions of a row are kept that an event may still ask for.
 */
final class AsOfEventTime extends JoinProcessor {
    /** In the marks of a version: from its time on there is no row. */
    private static final byte GONE = 2;

    private final StreamTableJoin spec;
    private final TableInput input;
    private final KeyedRows versions;
    /** When a version makes those before it useless, with the key's place. */
    private final Deadlines ends;
    /** Events by their times, with their places in {@link #events}. */
    private final Deadlines waiting;
    private @Nullable Event[] events;
    private int[] free;
    private int freed;
    private int used;

    AsOfEventTime(StreamTableJoin spec) {
        this(spec, new KeyedRows(spec.shape(), false), new Deadlines(), new Deadlines(), new Event[16], new int[16]);
    }

    private AsOfEventTime(StreamTableJoin spec, KeyedRows versions, Deadlines ends, Deadlines waiting,
            @Nullable Event[] events, int[] free) {
        super(spec.shape(), spec.type(), spec.batch());
        this.spec = spec;
        this.versions = versions;
        this.ends = ends;
        this.waiting = waiting;
        this.events = events;
        this.free = free;
        input = new TableInput(shape.inputs().get(RIGHT), shape.keys().get(RIGHT), spec.dialect());
    }

    @Override
    public void onEvent(Context c, Event event, int side) {
        long watermark = c.watermark();
        if (event.time < watermark) late(c, event, side, watermark);
        else if (side == RIGHT) version(c, event, watermark);
        else
            await(c, event);
    }

    /** A version begins with the change's time; of two of one time the one that came last holds. */
    private void version(Context c, Event event, long watermark) {
        if (versions.keyless(event, RIGHT)) return;
        byte mark = input.does(event) == TableInput.Does.WRITES ? 0 : GONE;
        int key = versions.find(event, RIGHT);
        RowBuffer of = versions.partners(key, LEFT);
        int at = of == null ? -1 : of.since(event.time);
        if (of != null && at < of.end() && of.time(at) == event.time) {
            of.set(at, event, mark);
            return;
        }
        int place = versions.add(event, key, RIGHT, mark);
        ends.add(event.time, place);
        if (event.time == watermark) prune(c, place, watermark);
    }

    private void await(Context c, Event event) {
        int at = freed > 0 ? free[--freed] : used++;
        if (at == events.length) events = Arrays.copyOf(events, at * 2);
        events[at] = event;
        waiting.add(event.time, at);
        if (c.watched()) c.note(new JoinNote.Kept(event, LEFT, event.time));
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        for (int at = waiting.poll(watermark); at >= 0; at = waiting.poll(watermark))
            lookUp(c, take(at), watermark);
        if (watermark == Watermark.FINAL) forgetAll(c);
        for (int place = ends.poll(watermark + 1); place >= 0; place = ends.poll(watermark + 1))
            prune(c, place, watermark);
        flush(c, watermark);
    }

    private void forgetAll(Context c) {
        ends.clear();
        for (int place = RIGHT; place < versions.places(); place += 2)
            prune(c, place, Watermark.FINAL);
    }

    private Event take(int at) {
        Event event = events[at];
        if (event == null) throw new IllegalStateException("nothing waits at " + at);
        events[at] = null;
        if (freed == free.length) free = Arrays.copyOf(free, freed * 2);
        free[freed++] = at;
        return event;
    }

    private void lookUp(Context c, Event event, long watermark) {
        RowBuffer of = versions.keyless(event, LEFT) ? null : versions.partners(versions.find(event, LEFT), LEFT);
        int at = of == null ? -1 : of.since(event.time + 1) - 1;
        if (of == null || at < of.first() || (of.marks(at) & GONE) != 0) {
            unmatched(c, event, LEFT, watermark);
            return;
        }
        Event found = of.event(at);
        Event made = row.make(c, event, found, event.time);
        if (c.watched()) c.note(new JoinNote.LookedUp(made, event, found, found.time));
        say(c, made);
    }

    /** Lets versions go that a later one has ended, and one that says that there is no row. */
    private void prune(Context c, int place, long watermark) {
        RowBuffer of = versions.find(place);
        if (of == null) return;
        while (of.size() > 0 && (ended(of, watermark) || watermark == Watermark.FINAL)) {
            Event gone = of.event(of.first());
            boolean row = (of.marks(of.first()) & GONE) == 0;
            versions.removeFirst(place);
            if (row && c.watched()) c.note(new JoinNote.Forgotten(gone, watermark));
        }
    }

    private static boolean ended(RowBuffer of, long watermark) {
        int first = of.first();
        if (of.size() > 1 && of.time(first + 1) <= watermark) return true;
        return (of.marks(first) & GONE) != 0 && of.time(first) <= watermark;
    }

    @Override
    public Processor copy() {
        AsOfEventTime copy = new AsOfEventTime(spec, versions.copy(), ends.copy(), waiting.copy(), events.clone(),
                free.clone());
        copy.freed = freed;
        copy.used = used;
        copyTo(copy);
        return copy;
    }

    @Override
    public View view() {
        List<Event> few = new ArrayList<>();
        for (Event event : events)
            if (event != null && few.size() < View.MOST) few.add(event);
        return new View.Join(few, versions.oldest(RIGHT), waiting.size(), versions.size(RIGHT));
    }

    @Override
    public long hash() {
        long h = Numbers.mix(Numbers.mix(versions.hash(), ends.hash()), waiting.hash());
        for (int i = 0; i < freed; i++)
            h = Numbers.mix(h, free[i]);
        return Numbers.mix(Numbers.mix(h, Numbers.hash(events, used)), hashHeld());
    }
}
