package millrace.simulation;

import java.util.Arrays;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.simulation.SourceFeed.Rejection;
import org.jspecify.annotations.Nullable;

/** Rows in order of arrival, column by column. Shared by feeds and their copies: never written once built. */
final class Rows {
    private final int size;
    private final long[] eventTimes;
    private final long[] arrivals;
    private final int[] partitions;
    private final boolean changes;
    private final int numWidth;
    private final int refWidth;
    private final long[] nums;
    private final @Nullable Object[] refs;
    private final @Nullable Rejection[] rejections;

    private Rows(Builder b) {
        size = b.size;
        eventTimes = Arrays.copyOf(b.eventTimes, size);
        arrivals = Arrays.copyOf(b.arrivals, size);
        partitions = Arrays.copyOf(b.partitions, size);
        changes = b.schema.changelog();
        numWidth = b.numWidth;
        refWidth = b.refWidth;
        nums = Arrays.copyOf(b.nums, size * numWidth);
        refs = Arrays.copyOf(b.refs, size * refWidth);
        rejections = b.rejections.length == 0 ? b.rejections : Arrays.copyOf(b.rejections, size);
    }

    int size() {
        return size;
    }

    long eventTime(int row) {
        return eventTimes[row];
    }

    long arrival(int row) {
        return arrivals[row];
    }

    int partition(int row) {
        return partitions[row];
    }

    /** Whether it is the row before an update. */
    boolean half(int row) {
        return changes && nums[row * numWidth] == ChangeKind.UPDATE_BEFORE.ordinal();
    }

    @Nullable
    Rejection rejection(int row) {
        return rejections.length == 0 ? null : rejections[row];
    }

    void values(int row, long[] toNums, @Nullable Object[] toRefs) {
        System.arraycopy(nums, row * numWidth, toNums, 0, numWidth);
        System.arraycopy(refs, row * refWidth, toRefs, 0, refWidth);
    }

    /** {@code result[row]} = the smallest event time of the partition from that row on; {@code after} past the last. */
    long[] smallestFrom(int partition, long after) {
        long[] result = new long[size + 1];
        result[size] = after;
        for (int row = size - 1; row >= 0; row--) {
            boolean counts = partitions[row] == partition && rejection(row) == null;
            result[row] = counts ? Math.min(result[row + 1], eventTimes[row]) : result[row + 1];
        }
        return result;
    }

    /** Collects rows of one schema. */
    static final class Builder {
        private final Schema schema;
        private final int numWidth;
        private final int refWidth;
        private int size;
        private long[] eventTimes;
        private long[] arrivals;
        private int[] partitions;
        private long[] nums;
        private @Nullable Object[] refs;
        private @Nullable Rejection[] rejections = {};

        Builder(Schema schema, int expected) {
            this.schema = schema;
            numWidth = schema.nums();
            refWidth = schema.refs();
            eventTimes = new long[expected];
            arrivals = new long[expected];
            partitions = new int[expected];
            nums = new long[expected * numWidth];
            refs = new Object[expected * refWidth];
        }

        int size() {
            return size;
        }

        /** Begins a row; its fields are absent until {@link #put} is called for them. */
        void add(long eventTime, long arrival, int partition) {
            if (size == eventTimes.length) grow(Math.max(8, size * 2));
            eventTimes[size] = eventTime;
            arrivals[size] = arrival;
            partitions[size] = partition;
            Arrays.fill(nums, size * numWidth, (size + 1) * numWidth, Event.ABSENT);
            Arrays.fill(refs, size * refWidth, (size + 1) * refWidth, null);
            size++;
        }

        /** As {@link #add(long, long, int)}, for a schema of changes. */
        void add(long eventTime, long arrival, ChangeKind kind) {
            add(eventTime, arrival, 0);
            // The kind is the first number, see Schema.ofChanges.
            nums[(size - 1) * numWidth] = kind.ordinal();
        }

        /** Adds a refused row: it has an arrival and no fields. */
        void add(Rejection rejection, long arrival) {
            add(0, arrival, 0);
            if (rejections.length < size) rejections = Arrays.copyOf(rejections, eventTimes.length);
            rejections[size - 1] = rejection;
        }

        /** Sets a field of the newest row: String, Long (timestamps, too), Double, Boolean, or null for absent. */
        void put(int field, @Nullable Object value) {
            int slot = schema.slot(field);
            if (schema.type(field).isReference()) refs[(size - 1) * refWidth + slot] = value;
            else
                nums[(size - 1) * numWidth + slot] = number(schema.type(field), value);
        }

        /** Sets fields of the newest row from slots. */
        void put(long[] fromNums, @Nullable Object[] fromRefs) {
            System.arraycopy(fromNums, 0, nums, (size - 1) * numWidth, numWidth);
            System.arraycopy(fromRefs, 0, refs, (size - 1) * refWidth, refWidth);
        }

        private static long number(FieldType type, @Nullable Object value) {
            if (value == null) return Event.ABSENT;
            return switch (type) {
                case DOUBLE -> Event.bits(((Number) value).doubleValue());
                case BOOLEAN -> (Boolean) value ? 1 : 0;
                case LONG, TIMESTAMP, STRING -> ((Number) value).longValue();
            };
        }

        private void grow(int next) {
            eventTimes = Arrays.copyOf(eventTimes, next);
            arrivals = Arrays.copyOf(arrivals, next);
            partitions = Arrays.copyOf(partitions, next);
            nums = Arrays.copyOf(nums, next * numWidth);
            refs = Arrays.copyOf(refs, next * refWidth);
        }

        Rows build() {
            return new Rows(this);
        }
    }
}
