package millrace.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import millrace.event.ChangeKind;
import millrace.event.Event;

/** One partition: its records in the order of appending. Offsets are never given twice; what was removed leaves a gap. */
final class LogPartition {
    private static final long UNMET = Long.MAX_VALUE;

    private Event[] events;
    private long[] offsets;
    private long[] appended;
    /** For a tombstone, when the cleaner first met it. */
    private long[] met;
    private int from;
    private int to;
    private long end;

    LogPartition() {
        events = new Event[8];
        offsets = new long[8];
        appended = new long[8];
        met = new long[8];
    }

    private LogPartition(LogPartition other) {
        events = Arrays.copyOfRange(other.events, other.from, other.events.length);
        offsets = Arrays.copyOfRange(other.offsets, other.from, other.events.length);
        appended = Arrays.copyOfRange(other.appended, other.from, other.events.length);
        met = Arrays.copyOfRange(other.met, other.from, other.events.length);
        to = other.to - other.from;
        end = other.end;
    }

    LogPartition copy() {
        return new LogPartition(this);
    }

    long append(Event event, long now) {
        if (to == events.length) grow();
        events[to] = event;
        offsets[to] = end;
        appended[to] = now;
        met[to++] = UNMET;
        return end++;
    }

    private void grow() {
        int length = Math.max(8, 2 * (to - from));
        events = Arrays.copyOfRange(events, from, from + length);
        offsets = Arrays.copyOfRange(offsets, from, from + length);
        appended = Arrays.copyOfRange(appended, from, from + length);
        met = Arrays.copyOfRange(met, from, from + length);
        to -= from;
        from = 0;
    }

    int size() {
        return to - from;
    }

    /** The offset of the oldest record; {@link #end} if there is none. */
    long start() {
        return size() == 0 ? end : offsets[from];
    }

    /** The offset that is given next. */
    long end() {
        return end;
    }

    /** The place, for {@link #event} and {@link #offset}, of the first record at this offset or behind it; -1 = none. */
    int at(long offset) {
        int found = Arrays.binarySearch(offsets, from, to, offset);
        int place = found >= 0 ? found : -found - 1;
        return place == to ? -1 : place - from;
    }

    Event event(int place) {
        return events[from + place];
    }

    long offset(int place) {
        return offsets[from + place];
    }

    /** The offset of the first record that was appended at this time or later. */
    long offsetAt(long time) {
        for (int i = from; i < to; i++)
            if (appended[i] >= time) return offsets[i];
        return end;
    }

    /** When the oldest record is older than this age; {@link Long#MAX_VALUE} = never, as there is none. */
    long expires(long age) {
        return size() == 0 ? Long.MAX_VALUE : Numbers.plus(appended[from], age);
    }

    /** The oldest goes. */
    void expire(ObjLongConsumer<Event> gone) {
        gone.accept(events[from], offsets[from]);
        from++;
    }

    /** What a run of the cleaner does: {@code gone} hears of each record that goes. True if it must come again for tombstones. */
    boolean clean(Log.Compaction rule, StreamType type, long now, ObjLongConsumer<Event> gone) {
        long active = end == 0 ? 0 : (end - 1) / rule.segment() * rule.segment();
        Map<Object, Long> last = new HashMap<>();
        int cleanable = from;
        while (cleanable < to && offsets[cleanable] < active) {
            last.put(key(type, events[cleanable]), offsets[cleanable]);
            cleanable++;
        }
        boolean again = false;
        int kept = from;
        for (int i = from; i < to; i++) {
            boolean goes = i < cleanable && goes(i, last, rule, type, now);
            if (goes) gone.accept(events[i], offsets[i]);
            else
                move(i, kept++);
            again |= !goes && i < cleanable && met[kept - 1] != UNMET;
        }
        to = kept;
        return again;
    }

    private boolean goes(int i, Map<Object, Long> last, Log.Compaction rule, StreamType type, long now) {
        if (last.getOrDefault(key(type, events[i]), offsets[i]) > offsets[i]) return true;
        if (!tombstone(type, events[i])) return false;
        if (met[i] == UNMET) met[i] = now;
        else
            return now >= Numbers.plus(met[i], rule.keepTombstones());
        return false;
    }

    private void move(int i, int to) {
        events[to] = events[i];
        offsets[to] = offsets[i];
        appended[to] = appended[i];
        met[to] = met[i];
    }

    private static Object key(StreamType type, Event event) {
        Object key = event.value(type.key());
        if (key == null) throw new IllegalStateException("a record without a key in a compacted log: " + event);
        return key;
    }

    /** Says that its key is deleted: a delete of a changelog, or an event with nothing but a key. */
    static boolean tombstone(StreamType type, Event event) {
        if (event.schema.changelog()) return ChangeKind.of(event) == ChangeKind.DELETE;
        int fields = event.schema.fields().size();
        for (int f = 0; f < fields; f++)
            if (f != type.key() && event.value(f) != null) return false;
        return type.keyed() && fields > 1;
    }

    /** The newest records, oldest of them first. */
    List<View.Log.Record> newest(StreamType type) {
        List<View.Log.Record> records = new ArrayList<>();
        for (int i = Math.max(from, to - View.MOST); i < to; i++)
            records.add(new View.Log.Record(offsets[i], events[i], tombstone(type, events[i])));
        return records;
    }

    long hash() {
        long hash = Numbers.mix(end, size());
        for (int i = from; i < to; i++) {
            hash = Numbers.mix(Numbers.mix(hash, offsets[i]), events[i].id);
            hash = Numbers.mix(Numbers.mix(hash, appended[i]), met[i]);
        }
        return hash;
    }
}
