package millrace.operator;

import java.math.BigDecimal;
import java.math.BigInteger;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates over an input that takes back what it said: after an event was taken in and out again, all is as if it had never
 * come. That costs room and time: whole sums take 128 bits, sums of doubles an exact decimal number, which is rounded only when
 * it is said, and all others keep every value, sorted ({@link Multiset}) or by arrival ({@link Arrivals}).
 */
final class Reversible {
    private Reversible() {}

    static Aggregate of(AggregateSpec spec, Schema in, Aggregate.Place place) {
        boolean decimal = spec.field() >= 0 && in.type(spec.field()) == FieldType.DOUBLE;
        int slot = spec.field() >= 0 ? in.slot(spec.field()) : -1;
        return switch (spec.kind()) {
            case COUNT -> new Sums.Count(place);
            case SUM, AVERAGE -> decimal ? new Decimal(place, slot, spec) : new Whole(place, slot, spec);
            case MIN, MAX, DISTINCT, TOP, PERCENTILE -> new Sorted(place, spec);
            case FIRST, LAST, COLLECT -> new InOrder(place, spec);
        };
    }

    private static void put(AggregateSpec spec, @Nullable Object result, int out, long[] nums, @Nullable Object[] o) {
        if (spec.type().isReference()) o[out] = result;
        else
            nums[out] = Numbers.pack(spec.type() == FieldType.DOUBLE && result instanceof Long n ? (Object) (double) n
                    : result);
    }

    /** Sum or mean of whole numbers: low and high half of the sum, and how many. */
    static final class Whole extends Aggregate {
        private final int slot;
        private final AggregateSpec spec;

        Whole(Place place, int slot, AggregateSpec spec) {
            super(place);
            this.slot = slot;
            this.spec = spec;
        }

        @Override
        int width() {
            return 3;
        }

        @Override
        void add(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event, long order) {
            long value = event.num(slot);
            if (value != Event.ABSENT) add(cells, row + at, value, value >> 63, 1);
        }

        @Override
        void remove(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event) {
            long value = event.num(slot);
            if (value != Event.ABSENT) add(cells, row + at, -value, -value >> 63, -1);
        }

        @Override
        void merge(Rows to, int row, Rows from, int fromRow) {
            int i = fromRow + at;
            add(to.cells, row + at, from.cells[i], from.cells[i + 1], from.cells[i + 2]);
        }

        private static void add(long[] cells, int i, long low, long high, long count) {
            long sum = cells[i] + low;
            cells[i + 1] += high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
            cells[i] = sum;
            cells[i + 2] += count;
        }

        @Override
        void result(long[] cells, int row, @Nullable Object[] refs, int refRow, long[] nums, @Nullable Object[] o) {
            long low = cells[row + at];
            long high = cells[row + at + 1];
            long count = cells[row + at + 2];
            boolean fits = high == low >> 63;
            if (spec.kind() == AggregateSpec.Kind.AVERAGE) {
                double sum = fits ? low : exact(high, low).doubleValue();
                nums[out] = count == 0 ? Event.ABSENT : Event.bits(sum / count);
            } else {
                long sum = fits && low != Event.ABSENT ? low : high < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE;
                nums[out] = spec.type() == FieldType.DOUBLE ? Event.bits(sum) : sum;
            }
        }

        private static BigInteger exact(long high, long low) {
            BigInteger top = BigInteger.valueOf(high).add(low < 0 ? BigInteger.ONE : BigInteger.ZERO);
            return top.shiftLeft(Long.SIZE).add(BigInteger.valueOf(low));
        }
    }

    /** Sum or mean of doubles: how many there are, of those how many are no numbers, and an exact sum of the rest. */
    static final class Decimal extends Aggregate {
        private final int slot;
        private final AggregateSpec spec;

        Decimal(Place place, int slot, AggregateSpec spec) {
            super(place);
            this.slot = slot;
            this.spec = spec;
        }

        @Override
        int width() {
            return 4;
        }

        @Override
        boolean hasReference() {
            return true;
        }

        @Override
        void add(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event, long order) {
            long value = event.num(slot);
            if (value != Event.ABSENT) put(cells, row + at, refs, refRow + ref, Double.longBitsToDouble(value), 1);
        }

        @Override
        void remove(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event) {
            long value = event.num(slot);
            if (value != Event.ABSENT) put(cells, row + at, refs, refRow + ref, Double.longBitsToDouble(value), -1);
        }

        private static void put(long[] cells, int i, @Nullable Object[] refs, int r, double value, int sign) {
            cells[i] += sign;
            if (Double.isNaN(value)) cells[i + 1] += sign;
            else if (Double.isInfinite(value)) cells[i + (value > 0 ? 2 : 3)] += sign;
            else {
                BigDecimal exact = new BigDecimal(value);
                refs[r] = sign > 0 ? sum(refs[r]).add(exact) : sum(refs[r]).subtract(exact).stripTrailingZeros();
            }
        }

        private static BigDecimal sum(@Nullable Object kept) {
            return kept instanceof BigDecimal sum ? sum : BigDecimal.ZERO;
        }

        @Override
        void merge(Rows to, int row, Rows from, int fromRow) {
            for (int i = 0; i < width(); i++)
                to.cells[row + at + i] += from.cells[fromRow + at + i];
            int r = to.refRow(row) + ref;
            to.refs[r] = sum(to.refs[r]).add(sum(from.refs[from.refRow(fromRow) + ref]));
        }

        @Override
        void result(long[] cells, int row, @Nullable Object[] refs, int refRow, long[] nums, @Nullable Object[] o) {
            int i = row + at;
            double sum = sum(refs[refRow + ref]).doubleValue();
            if (cells[i + 1] > 0 || cells[i + 2] > 0 && cells[i + 3] > 0) sum = Double.NaN;
            else if (cells[i + 2] > 0) sum = Double.POSITIVE_INFINITY;
            else if (cells[i + 3] > 0) sum = Double.NEGATIVE_INFINITY;
            boolean mean = spec.kind() == AggregateSpec.Kind.AVERAGE;
            nums[out] = !mean ? Event.bits(sum) : cells[i] == 0 ? Event.ABSENT : Event.bits(sum / cells[i]);
        }
    }

    /** What only the values decide, in whatever order they came. */
    static final class Sorted extends Referring {
        Sorted(Place place, AggregateSpec spec) {
            super(place, spec);
        }

        private static Multiset values(@Nullable Object[] refs, int i) {
            if (refs[i] instanceof Multiset values) return values;
            Multiset values = new Multiset();
            refs[i] = values;
            return values;
        }

        @Override
        void add(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event, long order) {
            Object value = event.value(spec.field());
            if (value != null) values(refs, refRow + ref).add(value, 1);
        }

        @Override
        void remove(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event) {
            Object value = event.value(spec.field());
            if (value != null) values(refs, refRow + ref).add(value, -1);
        }

        @Override
        void merge(Rows to, int row, Rows from, int fromRow) {
            if (from.refs[from.refRow(fromRow) + ref] instanceof Multiset other)
                values(to.refs, to.refRow(row) + ref).addAll(other);
        }

        @Override
        void result(long[] cells, int row, @Nullable Object[] refs, int refRow, long[] nums, @Nullable Object[] o) {
            put(spec, result(refs[refRow + ref] instanceof Multiset values ? values : new Multiset()), out, nums, o);
        }

        private @Nullable Object result(Multiset values) {
            return switch (spec.kind()) {
                case MIN -> values.smallest();
                case MAX -> values.largest();
                case DISTINCT -> values.distinct();
                case PERCENTILE -> values.percentile(spec.parameter());
                default -> values.top((int) spec.parameter());
            };
        }
    }

    /** What the order of arrival decides. A row that is updated arrives anew. */
    static final class InOrder extends Referring {
        InOrder(Place place, AggregateSpec spec) {
            super(place, spec);
        }

        private static Arrivals arrivals(@Nullable Object[] refs, int i) {
            if (refs[i] instanceof Arrivals arrivals) return arrivals;
            Arrivals arrivals = new Arrivals();
            refs[i] = arrivals;
            return arrivals;
        }

        @Override
        void add(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event, long order) {
            Object value = event.value(spec.field());
            if (value != null) arrivals(refs, refRow + ref).add(event, value, order);
        }

        @Override
        void remove(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event) {
            if (event.value(spec.field()) != null) arrivals(refs, refRow + ref).remove(event);
        }

        @Override
        void merge(Rows to, int row, Rows from, int fromRow) {
            if (from.refs[from.refRow(fromRow) + ref] instanceof Arrivals other)
                arrivals(to.refs, to.refRow(row) + ref).addAll(other);
        }

        @Override
        void result(long[] cells, int row, @Nullable Object[] refs, int refRow, long[] nums, @Nullable Object[] o) {
            put(spec, result(refs[refRow + ref] instanceof Arrivals arrivals ? arrivals : new Arrivals()), out, nums,
                    o);
        }

        private @Nullable Object result(Arrivals arrivals) {
            return switch (spec.kind()) {
                case FIRST -> arrivals.first();
                case LAST -> arrivals.last();
                default -> arrivals.text();
            };
        }
    }
}
