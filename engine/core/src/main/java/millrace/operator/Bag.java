package millrace.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import millrace.operator.AggregateSpec.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Values that an aggregate keeps, each with the number of its arrival at the operator. Values are String, Long, Double or
 * Boolean, all of one kind.
 */
abstract class Bag implements Cell {
    long[] orders = new long[4];
    @Nullable
    Object[] values = new Object[4];
    int size;

    abstract void add(Object value, long order);

    abstract Bag empty();

    void merge(Bag other) {
        for (int i = 0; i < other.size; i++)
            add(other.get(i), other.orders[i]);
    }

    final int size() {
        return size;
    }

    final Object get(int i) {
        Object value = values[i];
        if (value == null) throw new IllegalStateException("no value at " + i);
        return value;
    }

    final void insert(int i, Object value, long order) {
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        System.arraycopy(orders, i, orders, i + 1, size - i);
        System.arraycopy(values, i, values, i + 1, size - i);
        orders[i] = order;
        values[i] = value;
        size++;
    }

    final void set(int i, Object value, long order) {
        orders[i] = order;
        values[i] = value;
    }

    @Override
    public Bag copy() {
        Bag copy = empty();
        copy.orders = orders.clone();
        copy.values = values.clone();
        copy.size = size;
        return copy;
    }

    @Override
    public long hash() {
        return Numbers.mix(Numbers.hash(orders, size), Numbers.hash(values, size));
    }

    /** "[5, 3, 8]". */
    final String text() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < size; i++)
            text.append(i == 0 ? "" : ", ").append(values[i]);
        return text.append(']').toString();
    }

    /** The nearest-rank percentile: the smallest value that at least p percent do not exceed; null without values. */
    final @Nullable Object percentile(double p) {
        if (size == 0) return null;
        @Nullable
        Object[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        int rank = BigDecimal.valueOf(p)
                .multiply(BigDecimal.valueOf(size))
                .movePointLeft(2)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return sorted[Math.clamp(rank, 1, size) - 1];
    }

    @SuppressWarnings("unchecked")
    static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    /** All values in order of arrival. */
    static final class All extends Bag {
        @Override
        void add(Object value, long order) {
            int i = size;
            while (i > 0 && orders[i - 1] > order)
                i--;
            insert(i, value, order);
        }

        @Override
        void merge(Bag other) {
            if (size > 0 && other.size > 0 && orders[size - 1] > other.orders[0]) interleave(other);
            else
                super.merge(other);
        }

        /** One pass, so that merging two long sessions stays linear. */
        private void interleave(Bag other) {
            All all = new All();
            int mine = 0;
            for (int theirs = 0; theirs < other.size; theirs++) {
                while (mine < size && orders[mine] < other.orders[theirs])
                    all.insert(all.size, get(mine), orders[mine++]);
                all.insert(all.size, other.get(theirs), other.orders[theirs]);
            }
            while (mine < size)
                all.insert(all.size, get(mine), orders[mine++]);
            orders = all.orders;
            values = all.values;
            size = all.size;
        }

        @Override
        Bag empty() {
            return new All();
        }
    }

    /** Each value once, where it first came. */
    static final class Different extends Bag {
        /** The place of each value; never iterated, made anew after a copy. */
        private final Map<Object, Integer> places = new HashMap<>();

        @Override
        void add(Object value, long order) {
            if (places.size() != size) index();
            if (places.putIfAbsent(value, size) == null) insert(size, value, order);
        }

        private void index() {
            for (int i = 0; i < size; i++)
                places.put(get(i), i);
        }

        @Override
        Bag empty() {
            return new Different();
        }
    }

    /** The n largest values, largest first; of equal ones the earlier first. */
    static final class Largest extends Bag {
        private final int n;

        Largest(int n) {
            this.n = n;
        }

        @Override
        void add(Object value, long order) {
            int i = size;
            while (i > 0 && before(value, order, i - 1))
                i--;
            if (i >= n) return;
            insert(i, value, order);
            size = Math.min(size, n);
        }

        private boolean before(Object value, long order, int i) {
            int c = compare(value, get(i));
            return c > 0 || c == 0 && order < orders[i];
        }

        @Override
        Bag empty() {
            return new Largest(n);
        }
    }

    /** The first, last, smallest or largest value. */
    static final class One extends Bag {
        private final Kind kind;

        One(Kind kind) {
            this.kind = kind;
        }

        @Override
        void add(Object value, long order) {
            if (size == 0) insert(0, value, order);
            else if (better(value, order)) set(0, value, order);
        }

        private boolean better(Object value, long order) {
            return switch (kind) {
                case FIRST -> order < orders[0];
                case LAST -> order > orders[0];
                case MIN -> compare(value, get(0)) < 0;
                default -> compare(value, get(0)) > 0;
            };
        }

        @Override
        Bag empty() {
            return new One(kind);
        }
    }
}
