package millrace.operator;

import java.util.Arrays;
import millrace.event.Event;

/** Which left rows of a {@link TableJoin} name a right row, in the order in which they came. */
final class Followers {
    private static final int[] NONE = {};

    private final KeyNumbers keys;
    private final int slot;
    private int[][] numbers;

    /** @param slot of the left rows' field that names a right row */
    Followers(boolean texts, int slot) {
        this(new KeyNumbers(texts), slot, new int[16][]);
        Arrays.fill(numbers, NONE);
    }

    private Followers(KeyNumbers keys, int slot, int[][] numbers) {
        this.keys = keys;
        this.slot = slot;
        this.numbers = numbers;
    }

    /** The arrays in it are never written, so they may be shared. */
    Followers copy() {
        return new Followers(keys.copy(), slot, numbers.clone());
    }

    /** Numbers of the left rows that name the key in a slot of an event. */
    int[] of(Event event, int otherSlot) {
        int key = keys.absent(event, otherSlot) ? -1 : keys.find(event, otherSlot);
        return key < 0 ? NONE : numbers[key];
    }

    void add(Event left, int number, JoinTable table) {
        if (keys.absent(left, slot)) return;
        int key = keys.add(left, slot);
        if (key >= numbers.length) {
            int old = numbers.length;
            numbers = Arrays.copyOf(numbers, key * 2);
            Arrays.fill(numbers, old, numbers.length, NONE);
        }
        int[] before = numbers[key];
        int at = before.length;
        while (at > 0 && table.order(before[at - 1]) > table.order(number))
            at--;
        int[] after = Arrays.copyOf(before, before.length + 1);
        System.arraycopy(before, at, after, at + 1, before.length - at);
        after[at] = number;
        numbers[key] = after;
    }

    void remove(Event left, int number) {
        if (keys.absent(left, slot)) return;
        int key = keys.find(left, slot);
        int[] after = Arrays.stream(numbers[key]).filter(n -> n != number).toArray();
        numbers[key] = after;
        if (after.length == 0) keys.remove(key);
    }

    long hash() {
        long h = keys.hash();
        for (int i = 0; i < keys.limit(); i++) {
            h = Numbers.mix(h, numbers[i].length);
            for (int number : numbers[i])
                h = Numbers.mix(h, number);
        }
        return h;
    }
}
