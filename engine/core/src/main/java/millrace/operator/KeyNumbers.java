package millrace.operator;

import java.util.Arrays;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * A number for each key that has something, dealt out from 0; the number of a key that is removed is used again. Open
 * addressing; keys that are texts are held with their hashes.
 */
final class KeyNumbers {
    private static final int FEW = 16;

    private final boolean texts;
    /** Number + 1, or 0. */
    private int[] index;
    private long[] keys;
    private @Nullable Object[] names;
    private int[] free = {};
    private int freed;
    private int used;

    KeyNumbers(boolean texts) {
        this.texts = texts;
        index = new int[FEW * 2];
        keys = new long[FEW];
        names = new Object[texts ? FEW : 0];
    }

    private KeyNumbers(KeyNumbers other) {
        texts = other.texts;
        index = other.index.clone();
        keys = other.keys.clone();
        names = other.names.clone();
        free = other.free.clone();
        freed = other.freed;
        used = other.used;
    }

    KeyNumbers copy() {
        return new KeyNumbers(this);
    }

    /** How many keys there are. */
    int size() {
        return used - freed;
    }

    /** Numbers are below it. */
    int limit() {
        return used;
    }

    /** Whether the event has no value there: such a key equals none. */
    boolean absent(Event event, int slot) {
        return texts ? event.ref(slot) == null : event.num(slot) == Event.ABSENT;
    }

    /** The number of the event's key, or -1. */
    int find(Event event, int slot) {
        return index[place(event, slot)] - 1;
    }

    /** The number of the event's key, a new one if it has none. */
    int add(Event event, int slot) {
        int i = place(event, slot);
        if (index[i] != 0) return index[i] - 1;
        int number = freed > 0 ? free[--freed] : used++;
        if (number == keys.length) grow();
        keys[number] = texts ? hash(event.ref(slot)) : event.num(slot);
        if (texts) names[number] = event.ref(slot);
        index[i] = number + 1;
        if (size() * 2 > index.length) reindex();
        return number;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, keys.length * 2);
        if (texts) names = Arrays.copyOf(names, keys.length);
    }

    private void reindex() {
        int[] old = index;
        index = new int[old.length * 2];
        int mask = index.length - 1;
        for (int entry : old) {
            if (entry == 0) continue;
            int i = home(entry - 1, mask);
            while (index[i] != 0)
                i = i + 1 & mask;
            index[i] = entry;
        }
    }

    private static long hash(@Nullable Object text) {
        return text instanceof String s ? s.hashCode() : 0;
    }

    private int home(int number, int mask) {
        return Rows.spread(keys[number]) & mask;
    }

    private int place(Event event, int slot) {
        Object name = texts ? event.ref(slot) : null;
        long key = texts ? hash(name) : event.num(slot);
        int mask = index.length - 1;
        int i = Rows.spread(key) & mask;
        for (int n; (n = index[i]) != 0; i = i + 1 & mask) {
            if (keys[n - 1] == key && (!texts || name != null && name.equals(names[n - 1]))) break;
        }
        return i;
    }

    void remove(int number) {
        int mask = index.length - 1;
        int hole = home(number, mask);
        while (index[hole] != number + 1)
            hole = hole + 1 & mask;
        index[hole] = 0;
        for (int i = hole + 1 & mask; index[i] != 0; i = i + 1 & mask) {
            if ((i - home(index[i] - 1, mask) & mask) < (i - hole & mask)) continue;
            index[hole] = index[i];
            index[i] = 0;
            hole = i;
        }
        keys[number] = 0;
        if (texts) names[number] = null;
        if (freed == free.length) free = Arrays.copyOf(free, Math.max(8, freed * 2));
        free[freed++] = number;
    }

    /** A hash of the key that has a number. */
    long hashOf(int number) {
        return texts ? Numbers.hash(names[number]) : keys[number];
    }

    long hash() {
        long h = Numbers.mix(Numbers.hash(keys, used), used);
        for (int i = 0; i < freed; i++)
            h = Numbers.mix(h, free[i]);
        return texts ? Numbers.mix(h, Numbers.hash(names, used)) : h;
    }
}
