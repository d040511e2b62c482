package millrace.operator;

import java.math.BigDecimal;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** Numbers as events hold them, and the mixing of hashes. */
final class Numbers {
    private Numbers() {}

    /** A Long, Double, Boolean or null as an event's number. */
    static long pack(@Nullable Object value) {
        return switch (value) {
            case null -> Event.ABSENT;
            case Boolean b -> b ? 1 : 0;
            case Double d -> Event.bits(d);
            case Long n -> n;
            default -> throw new IllegalArgumentException("not a number: " + value);
        };
    }

    /** a + b, at most {@link Long#MAX_VALUE}; b is not negative. */
    static long plus(long a, long b) {
        long sum = a + b;
        return sum < a ? Long.MAX_VALUE : sum;
    }

    /** Folds one more number into a hash (a bijection of the number for a given hash). */
    static long mix(long hash, long value) {
        long h = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return h ^ h >>> 29;
    }

    /** A stable hash of what may be in a cell: strings, boxed numbers, events, and the engine's own collections. */
    static long hash(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Event e -> mix(e.id, e.time);
            case Cell c -> c.hash();
            case Double d -> Double.doubleToRawLongBits(d);
            case Object[] array -> hash(array, array.length);
            case String s -> s.hashCode();
            case Long n -> n.hashCode();
            case Boolean b -> b.hashCode();
            case BigDecimal d -> d.stripTrailingZeros().hashCode();
            default -> throw new IllegalArgumentException("not a value of a cell: " + value);
        };
    }

    static long hash(@Nullable Object[] array, int length) {
        long h = length;
        for (int i = 0; i < length; i++)
            h = mix(h, hash(array[i]));
        return h;
    }

    static long hash(long[] array, int length) {
        long h = length;
        for (int i = 0; i < length; i++)
            h = mix(h, array[i]);
        return h;
    }

    /**
     * A hash of a field's value that is the same on every machine and in every version of Java, all of its bits mixed: FNV-1a
     * of a text, then the finishing steps of SplitMix64.
     */
    static long stable(@Nullable Object value) {
        long h = switch (value) {
            case String s -> fnv(s);
            case Double d -> Event.bits(d);
            case Long n -> n;
            case Boolean b -> b ? 1 : 0;
            case null, default -> throw new IllegalArgumentException("not the value of a field: " + value);
        };
        h = (h ^ h >>> 30) * 0xBF58476D1CE4E5B9L;
        h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
        return h ^ h >>> 31;
    }

    private static long fnv(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++)
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        return hash;
    }
}
