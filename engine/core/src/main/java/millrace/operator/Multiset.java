package millrace.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values, each with how often it is there, in their order. Values are String, Long, Double or Boolean, all of one kind. A
 * value that is taken out before it came in owes one, and is not there until it has come in twice.
 */
final class Multiset implements Cell {
    private final TreeMap<Object, Long> counts;

    Multiset() {
        this(new TreeMap<>());
    }

    private Multiset(TreeMap<Object, Long> counts) {
        this.counts = counts;
    }

    void add(Object value, long times) {
        counts.merge(value, times, Multiset::sum);
    }

    private static @Nullable Long sum(Long a, Long b) {
        return a + b == 0 ? null : (Long) (a + b);
    }

    void addAll(Multiset other) {
        other.counts.forEach(this::add);
    }

    @Nullable
    Object smallest() {
        for (Map.Entry<Object, Long> e : counts.entrySet())
            if (e.getValue() > 0) return e.getKey();
        return null;
    }

    @Nullable
    Object largest() {
        for (Map.Entry<Object, Long> e : counts.descendingMap().entrySet())
            if (e.getValue() > 0) return e.getKey();
        return null;
    }

    long distinct() {
        return counts.values().stream().filter(n -> n > 0).count();
    }

    /** The n largest, largest first: "[8, 5, 5]". */
    String top(int n) {
        List<String> top = new ArrayList<>();
        for (Map.Entry<Object, Long> e : counts.descendingMap().entrySet()) {
            for (long i = 0; i < e.getValue() && top.size() < n; i++)
                top.add(e.getKey().toString());
            if (top.size() == n) break;
        }
        return "[" + String.join(", ", top) + "]";
    }

    /** By nearest rank, as {@link Bag#percentile}. */
    @Nullable
    Object percentile(double p) {
        long size = counts.values().stream().filter(n -> n > 0).mapToLong(Long::longValue).sum();
        if (size == 0) return null;
        long rank = BigDecimal.valueOf(p)
                .multiply(BigDecimal.valueOf(size))
                .movePointLeft(2)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        long left = Math.clamp(rank, 1, size);
        for (Map.Entry<Object, Long> e : counts.entrySet()) {
            left -= Math.max(0, e.getValue());
            if (left <= 0) return e.getKey();
        }
        return null;
    }

    @Override
    public Multiset copy() {
        return new Multiset(new TreeMap<>(counts));
    }

    @Override
    public long hash() {
        long h = counts.size();
        for (Map.Entry<Object, Long> e : counts.entrySet())
            h = Numbers.mix(Numbers.mix(h, Numbers.hash(e.getKey())), e.getValue());
        return h;
    }
}
