package millrace.operator;

import millrace.event.Event;
import millrace.event.FieldType;
import org.jspecify.annotations.Nullable;

/** Aggregates over numbers that need only numbers themselves. Absent values do not count. */
final class Sums {
    private Sums() {}

    /** Events, with whatever values. */
    static final class Count extends Aggregate {
        Count(Place place) {
            super(place);
        }

        @Override
        int width() {
            return 1;
        }

        @Override
        void add(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event, long order) {
            cells[row + at]++;
        }

        @Override
        void remove(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event) {
            cells[row + at]--;
        }

        @Override
        void merge(Rows to, int row, Rows from, int fromRow) {
            to.cells[row + at] += from.cells[fromRow + at];
        }

        @Override
        void result(long[] cells, int row, @Nullable Object[] refs, int refRow, long[] nums, @Nullable Object[] o) {
            nums[out] = cells[row + at];
        }
    }

    /** A sum of whole numbers; one that leaves 64 bits stays at the limit. */
    static final class Whole extends Aggregate {
        private final int slot;
        private final boolean asDouble;

        Whole(Place place, int slot, boolean asDouble) {
            super(place);
            this.slot = slot;
            this.asDouble = asDouble;
        }

        @Override
        int width() {
            return 1;
        }

        @Override
        void add(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event, long order) {
            long value = event.num(slot);
            if (value != Event.ABSENT) cells[row + at] = sum(cells[row + at], value);
        }

        @Override
        void merge(Rows to, int row, Rows from, int fromRow) {
            to.cells[row + at] = sum(to.cells[row + at], from.cells[fromRow + at]);
        }

        static long sum(long a, long b) {
            long sum = a + b;
            if (((a ^ sum) & (b ^ sum)) < 0) return a < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE;
            return sum;
        }

        @Override
        void result(long[] cells, int row, @Nullable Object[] refs, int refRow, long[] nums, @Nullable Object[] o) {
            long sum = cells[row + at];
            nums[out] = asDouble ? Event.bits(sum) : sum;
        }
    }

    /** A sum of doubles, in order of arrival. */
    static final class Decimal extends Aggregate {
        private final int slot;

        Decimal(Place place, int slot) {
            super(place);
            this.slot = slot;
        }

        @Override
        int width() {
            return 1;
        }

        @Override
        void add(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event, long order) {
            long value = event.num(slot);
            if (value != Event.ABSENT) put(cells, row + at, Double.longBitsToDouble(value));
        }

        @Override
        void merge(Rows to, int row, Rows from, int fromRow) {
            put(to.cells, row + at, Double.longBitsToDouble(from.cells[fromRow + at]));
        }

        private static void put(long[] cells, int i, double value) {
            cells[i] = Double.doubleToRawLongBits(Double.longBitsToDouble(cells[i]) + value);
        }

        @Override
        void result(long[] cells, int row, @Nullable Object[] refs, int refRow, long[] nums, @Nullable Object[] o) {
            nums[out] = Event.bits(Double.longBitsToDouble(cells[row + at]));
        }
    }

    /** The mean; absent without values. Whole numbers are summed as whole numbers. */
    static final class Mean extends Aggregate {
        private final int slot;
        private final boolean whole;

        Mean(Place place, int slot, FieldType type) {
            super(place);
            this.slot = slot;
            whole = type != FieldType.DOUBLE;
        }

        @Override
        int width() {
            return 2;
        }

        @Override
        void add(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event, long order) {
            long value = event.num(slot);
            if (value != Event.ABSENT) put(cells, row + at, value, 1);
        }

        @Override
        void merge(Rows to, int row, Rows from, int fromRow) {
            put(to.cells, row + at, from.cells[fromRow + at], from.cells[fromRow + at + 1]);
        }

        private void put(long[] cells, int i, long value, long count) {
            cells[i] = whole ? Whole.sum(cells[i], value)
                    : Double.doubleToRawLongBits(Double.longBitsToDouble(cells[i]) + Double.longBitsToDouble(value));
            cells[i + 1] += count;
        }

        @Override
        void result(long[] cells, int row, @Nullable Object[] refs, int refRow, long[] nums, @Nullable Object[] o) {
            long count = cells[row + at + 1];
            double sum = whole ? cells[row + at] : Double.longBitsToDouble(cells[row + at]);
            nums[out] = count == 0 ? Event.ABSENT : Event.bits(sum / count);
        }
    }

    /** The smallest or largest number; absent without values. */
    static final class Extreme extends Aggregate {
        private final int slot;
        private final boolean whole;
        private final boolean largest;

        Extreme(Place place, int slot, FieldType type, boolean largest) {
            super(place);
            this.slot = slot;
            whole = type != FieldType.DOUBLE;
            this.largest = largest;
        }

        @Override
        int width() {
            return 1;
        }

        @Override
        void clear(long[] cells, int row) {
            cells[row + at] = Event.ABSENT;
        }

        @Override
        void add(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event, long order) {
            put(cells, row + at, event.num(slot));
        }

        @Override
        void merge(Rows to, int row, Rows from, int fromRow) {
            put(to.cells, row + at, from.cells[fromRow + at]);
        }

        private void put(long[] cells, int i, long value) {
            if (value == Event.ABSENT) return;
            if (cells[i] == Event.ABSENT || (compare(value, cells[i]) > 0) == largest) cells[i] = value;
        }

        private int compare(long a, long b) {
            return whole ? Long.compare(a, b) : Double.compare(Double.longBitsToDouble(a), Double.longBitsToDouble(b));
        }

        @Override
        void result(long[] cells, int row, @Nullable Object[] refs, int refRow, long[] nums, @Nullable Object[] o) {
            nums[out] = cells[row + at];
        }
    }
}
