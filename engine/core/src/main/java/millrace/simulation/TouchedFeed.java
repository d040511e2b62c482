package millrace.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import millrace.event.Event;
import millrace.event.Schema;
import millrace.operator.ChangeNote;
import millrace.operator.Interference;
import millrace.operator.Interference.Touch;
import millrace.operator.SourceSpec;
import millrace.operator.SourceSpec.Timetable.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The rows of another feed with what the design does to single ones: left out, put off, doubled, added; and held or lost while the
 * source is stopped. A row that does not leave when it would have is there at that instant all the same, {@link #silent}, so
 * that it can be told. At one instant the source's own rows come first, then those put off, then those added.
 */
final class TouchedFeed extends SourceFeed {
    /** A row that is not the other feed's present one. */
    private record Row(long arrival, long eventTime, int partition, long[] nums, @Nullable Object[] refs, boolean half,
            ChangeNote.Came.Why why, long number) {}

    /** What never changes; shared by copies. */
    private record Rules(Schema schema, boolean ingestion, Interference all, Map<Long, Touch> touches, Rows added,
            Foresight foresight) {}

    private final Rules rules;
    private final SourceFeed base;
    /** Rows put off and doubled, by arrival. */
    private final List<Row> later;
    /** The number of the other feed's present event. */
    private long number;
    /** How many rows the other feed has given. */
    private int taken;
    /** Whether the other feed stands at a row that has not been the present one. */
    private boolean waits;
    private boolean exhausted;
    /** Whether the other feed's present row is the second half of an update. */
    private boolean second;
    private int inserted;
    /** The present row; null = the other feed's. */
    private @Nullable Row present;

    TouchedFeed(SourceSpec spec, SourceFeed base, long start) {
        Interference all = spec.timing().interference();
        Map<Long, Touch> touches = new HashMap<>();
        all.touched().forEach(t -> touches.putIfAbsent(t.event(), t));
        this.base = base;
        rules = new Rules(spec.type().schema(), spec.timing().ingestion(), all, touches,
                added(spec, start), Foresight.of(spec, base, touches));
        later = new ArrayList<>();
    }

    private TouchedFeed(TouchedFeed other) {
        rules = other.rules;
        base = other.base.copy();
        later = new ArrayList<>(other.later);
        number = other.number;
        taken = other.taken;
        waits = other.waits;
        exhausted = other.exhausted;
        second = other.second;
        inserted = other.inserted;
        present = other.present;
    }

    @Override
    boolean advance() {
        if (!waits && !exhausted) load();
        long own = waits ? ownArrival() : NOTHING;
        long put = later.isEmpty() ? NOTHING : later.getFirst().arrival;
        long added = inserted < rules.added.size() ? rules.added.arrival(inserted) : NOTHING;
        if (own <= put && own <= added && waits) {
            waits = false;
            present = null;
            return true;
        }
        if (put <= added && !later.isEmpty()) present = later.removeFirst();
        else if (added != NOTHING) present = added(inserted++);
        else
            return false;
        return true;
    }

    /** Takes the next row of the other feed, and makes of it what is to come later. */
    private void load() {
        second = taken > 0 && base.half();
        waits = base.advance();
        exhausted = !waits;
        if (exhausted) return;
        taken++;
        if (base.rejected()) return;
        if (!second) number++;
        Touch touch = rules.touches.get(number);
        if (touch == null || touch.what() == Interference.What.DROP) return;
        long usual = rules.all.arrival(base.arrival());
        if (usual == NOTHING) return;
        long at = rules.all.arrival(usual + touch.by());
        if (at != NOTHING)
            put(copied(at, touch.what() == Interference.What.DELAY ? ChangeNote.Came.Why.DELAYED
                    : ChangeNote.Came.Why.DUPLICATED));
    }

    private void put(Row row) {
        int i = later.size();
        while (i > 0 && later.get(i - 1).arrival > row.arrival)
            i--;
        later.add(i, row);
    }

    private Row copied(long arrival, ChangeNote.Came.Why why) {
        long[] nums = rules.schema.newNums();
        @Nullable
        Object[] refs = rules.schema.newRefs();
        base.values(nums, refs);
        return new Row(arrival, base.eventTime(), base.partition(), nums, refs, base.half(), why, number);
    }

    private static Rows added(SourceSpec spec, long start) {
        List<Entry> entries = spec.timing().interference().inserted();
        Rows.Builder rows = new Rows.Builder(spec.type().schema(), entries.size());
        for (Entry entry : entries) {
            rows.add(entry.eventTime(), Math.max(start, entry.arrival()), entry.partition());
            for (int field = 0; field < entry.values().size(); field++)
                rows.put(field, entry.values().get(field));
        }
        return rows.build();
    }

    private Row added(int i) {
        long[] nums = rules.schema.newNums();
        @Nullable
        Object[] refs = rules.schema.newRefs();
        rules.added.values(i, nums, refs);
        return new Row(rules.added.arrival(i), rules.added.eventTime(i), rules.added.partition(i), nums, refs, false,
                ChangeNote.Came.Why.INSERTED, 0);
    }

    /** Of a row that is lost, when it would have arrived. */
    private long ownArrival() {
        long at = rules.all.arrival(base.arrival());
        return at == NOTHING ? base.arrival() : at;
    }

    @Override
    long arrival() {
        return present == null ? ownArrival() : present.arrival;
    }

    @Override
    long eventTime() {
        if (rules.ingestion) return arrival();
        return present == null ? base.eventTime() : present.eventTime;
    }

    @Override
    int partition() {
        return present == null ? base.partition() : present.partition;
    }

    @Override
    void values(long[] nums, @Nullable Object[] refs) {
        if (present == null) {
            base.values(nums, refs);
            return;
        }
        System.arraycopy(present.nums, 0, nums, 0, nums.length);
        System.arraycopy(present.refs, 0, refs, 0, refs.length);
    }

    @Override
    boolean half() {
        return present == null ? base.half() : present.half;
    }

    @Override
    boolean rejected() {
        return present == null && base.rejected();
    }

    @Override
    @Nullable
    Rejection rejection() {
        return present == null ? base.rejection() : null;
    }

    @Override
    boolean silent() {
        return present == null && !base.rejected() && (lost() || touch() != null
                && touch().what() != Interference.What.DUPLICATE);
    }

    private @Nullable Touch touch() {
        return rules.touches.get(number);
    }

    private boolean lost() {
        return rules.all.arrival(base.arrival()) == NOTHING;
    }

    @Override
    @Nullable
    ChangeNote absent() {
        Touch touch = touch();
        if (second) return null;
        if (!lost() && touch != null && touch.what() == Interference.What.DROP)
            return new ChangeNote.Dropped(number, eventTime());
        long until = lost() || touch == null ? NOTHING : rules.all.arrival(ownArrival() + touch.by());
        return until == NOTHING ? new ChangeNote.Lost(number, eventTime())
                : new ChangeNote.HeldBack(number, eventTime(), until);
    }

    @Override
    @Nullable
    ChangeNote came(Event event) {
        if (present != null) return new ChangeNote.Came(event, present.why, present.number);
        return base.arrival() == ownArrival() ? null
                : new ChangeNote.Came(event, ChangeNote.Came.Why.STOPPED, number);
    }

    @Override
    long upcoming(int partition) {
        long least = rules.foresight.upcoming(base, taken, partition);
        if (waits && !base.rejected() && base.partition() == partition && !dropped())
            least = Math.min(least, base.eventTime());
        for (Row row : later)
            if (row.partition == partition) least = Math.min(least, row.eventTime);
        for (int i = inserted; i < rules.added.size(); i++)
            if (rules.added.partition(i) == partition) least = Math.min(least, rules.added.eventTime(i));
        return least;
    }

    /** Whether the row that waits will not leave; one put off is among those for later. */
    private boolean dropped() {
        Touch touch = touch();
        return lost() || touch != null && touch.what() != Interference.What.DUPLICATE;
    }

    @Override
    long total() {
        long doubled = rules.all.touched().stream().filter(t -> t.what() != Interference.What.DROP).count();
        return base.total() < 0 ? -1 : base.total() + doubled + rules.added.size();
    }

    @Override
    SourceFeed copy() {
        return new TouchedFeed(this);
    }

    @Override
    long hash() {
        long h = Hashing.add(Hashing.add(base.hash(), number), inserted);
        for (Row row : later)
            h = Hashing.add(Hashing.add(Hashing.add(h, row.arrival), row.eventTime), row.number);
        Row at = present;
        h = Hashing.add(h, at == null ? 0 : Hashing.add(at.arrival, at.eventTime));
        return Hashing.add(h, (waits ? 1 : 0) + (exhausted ? 2 : 0) + (second ? 4 : 0));
    }
}
