package millrace.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One immutable fact with the time at which it happened. Fields are packed: long, timestamp, boolean (0 or 1) and double
 * (raw bits) in numbers, strings and collected lists in references. Only the runtime makes events and numbers them. The
 * first two numbers lie in the event itself: most events are made, read once or twice and forgotten, so that what
 * they cost is their size.
 *
 * <p>A field without a value is {@link #ABSENT} among the numbers, null among the references.
 */
public final class Event extends Element {
    /** The number that stands for "no value". A double -0.0 has these bits: {@link #bits} turns it into 0.0. */
    public static final long ABSENT = Long.MIN_VALUE;
    /** How many numbers lie in the event itself. */
    private static final int OWN = 2;
    private static final long[] NONE = {};
    private static final @Nullable Object[] NO_REFS = {};

    /** Unique within a run, in order of creation, from 1. */
    public final long id;
    /** Event time in milliseconds. */
    public final long time;
    public final Schema schema;
    private final long first;
    private final long second;
    /** Numbers from the third on. */
    private final long[] more;
    private final @Nullable Object[] refs;

    /**
     * @param nums are copied; the same array may serve the next event
     * @param refs must never be written again
     */
    public Event(long id, long time, Schema schema, long[] nums, @Nullable Object[] refs) {
        this(id, time, schema, nums, more(nums), refs);
    }

    private Event(long id, long time, Schema schema, long[] nums, long[] more, @Nullable Object[] refs) {
        this.id = id;
        this.time = time;
        this.schema = schema;
        first = nums.length > 0 ? nums[0] : 0;
        second = nums.length > 1 ? nums[1] : 0;
        this.more = more;
        this.refs = refs.length == 0 ? NO_REFS : refs;
    }

    private static long[] more(long[] nums) {
        return nums.length > OWN ? Arrays.copyOfRange(nums, OWN, nums.length) : NONE;
    }

    /**
     * As the constructor, for where events are made by the million: what the event refers to is there before it, so that the collector
     * need not be told of its references.
     */
    public static Event of(long id, long time, Schema schema, long[] nums, @Nullable Object[] refs) {
        long[] more = more(nums);
        return new Event(id, time, schema, nums, more, refs);
    }

    /** The number in a slot; see {@link Schema#slot}. */
    public long num(int slot) {
        if (slot == 0) return first;
        return slot == 1 ? second : more[slot - OWN];
    }

    /** The reference in a slot; see {@link Schema#slot}. */
    public @Nullable Object ref(int slot) {
        return refs[slot];
    }

    /** The raw bits of a double, with -0.0 made 0.0 so that they are never {@link #ABSENT}. */
    public static long bits(double value) {
        return Double.doubleToRawLongBits(value + 0.0);
    }

    /** The field's value as String, Long, Double, Boolean, Long (timestamp) or List; null if absent. For display. */
    public @Nullable Object value(int field) {
        int slot = schema.slot(field);
        if (schema.type(field).isReference()) return refs[slot];
        long n = num(slot);
        if (n == ABSENT) return null;
        return switch (schema.type(field)) {
            case DOUBLE -> (Object) Double.longBitsToDouble(n);
            case BOOLEAN -> n != 0;
            case LONG, TIMESTAMP, STRING -> n;
        };
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("#").append(id).append('@').append(time);
        for (int i = 0; i < schema.fields().size(); i++) {
            text.append(' ').append(schema.fields().get(i).name()).append('=').append(value(i));
        }
        return text.toString();
    }
}
