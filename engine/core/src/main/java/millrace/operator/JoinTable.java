package millrace.operator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** A table of a {@link TableJoin}: its rows by key, what the view says of each, and in which order they came. */
final class JoinTable {
    private final KeyNumbers keys;
    private final int slot;
    private @Nullable Event[] rows;
    /** For each row the row of the view that it made last; none if the view has none. */
    private @Nullable Event[] said;
    private long[] order;
    private long next;

    JoinTable(boolean texts, int slot) {
        this(new KeyNumbers(texts), slot, new Event[16], new Event[16], new long[16]);
    }

    private JoinTable(KeyNumbers keys, int slot, @Nullable Event[] rows, @Nullable Event[] said, long[] order) {
        this.keys = keys;
        this.slot = slot;
        this.rows = rows;
        this.said = said;
        this.order = order;
    }

    JoinTable copy() {
        JoinTable copy = new JoinTable(keys.copy(), slot, rows.clone(), said.clone(), order.clone());
        copy.next = next;
        return copy;
    }

    boolean keyless(Event event) {
        return keys.absent(event, slot);
    }

    /** The number of the row with the event's key, or -1. */
    int find(Event event) {
        return keys.find(event, slot);
    }

    /** The number of the row with the key that is in another slot of an event, or -1. */
    int find(Event event, int otherSlot) {
        return keys.absent(event, otherSlot) ? -1 : keys.find(event, otherSlot);
    }

    int add(Event event) {
        int number = keys.add(event, slot);
        if (number == rows.length) {
            rows = Arrays.copyOf(rows, number * 2);
            said = Arrays.copyOf(said, number * 2);
            order = Arrays.copyOf(order, number * 2);
        }
        order[number] = next++;
        return number;
    }

    void remove(int number) {
        rows[number] = null;
        said[number] = null;
        keys.remove(number);
    }

    @Nullable
    Event row(int number) {
        return number < 0 ? null : rows[number];
    }

    void row(int number, Event event) {
        rows[number] = event;
    }

    @Nullable
    Event said(int number) {
        return said[number];
    }

    void said(int number, @Nullable Event event) {
        said[number] = event;
    }

    /** Numbers of the rows for which something holds, in the order in which their keys came. */
    List<Integer> inOrder(IntPredicate wanted) {
        return IntStream.range(0, limit())
                .filter(wanted)
                .boxed()
                .sorted(Comparator.comparingLong(this::order))
                .toList();
    }

    /** Smaller for a row that came before another. */
    long order(int number) {
        return order[number];
    }

    int size() {
        return keys.size();
    }

    /** Numbers of rows are below it; not every number is one. */
    int limit() {
        return keys.limit();
    }

    long hash() {
        long h = Numbers.mix(keys.hash(), next);
        h = Numbers.mix(h, Numbers.hash(rows, limit()));
        return Numbers.mix(Numbers.mix(h, Numbers.hash(said, limit())), Numbers.hash(order, limit()));
    }
}
