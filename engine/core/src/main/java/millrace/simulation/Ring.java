package millrace.simulation;

import java.util.function.Consumer;
import millrace.event.Barrier;
import millrace.event.Element;

/** The elements on a wire, first in, first out. */
final class Ring {
    private Element[] elements;
    /** For each element when it was sent, and its number in the order of all that was sent with a delay. */
    private long[] sentAt;
    private long[] numbers;
    private int head;
    private int size;

    Ring() {
        this(8);
    }

    private Ring(int room) {
        elements = new Element[room];
        sentAt = new long[room];
        numbers = new long[room];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** When the first was sent. */
    long sentAt() {
        return sentAt[head];
    }

    /** The number of the first. */
    long number() {
        return numbers[head];
    }

    Element first() {
        return elements[head];
    }

    void forEach(Consumer<Element> each) {
        for (int i = 0; i < size; i++)
            each.accept(elements[head + i & elements.length - 1]);
    }

    boolean onlyBarriers() {
        for (int i = 0; i < size; i++)
            if (!(elements[head + i & elements.length - 1] instanceof Barrier)) return false;
        return true;
    }

    void add(Element element, long now, long number) {
        if (size == elements.length) grow();
        int i = head + size++ & elements.length - 1;
        elements[i] = element;
        sentAt[i] = now;
        numbers[i] = number;
    }

    @SuppressWarnings("NullAway") // A place that is not in use holds nothing.
    Element remove() {
        Element element = elements[head];
        elements[head] = null;
        head = head + 1 & elements.length - 1;
        size--;
        return element;
    }

    private void grow() {
        Ring larger = copy(elements.length * 2);
        elements = larger.elements;
        sentAt = larger.sentAt;
        numbers = larger.numbers;
        head = 0;
    }

    Ring copy() {
        int room = 8;
        while (room < size)
            room *= 2;
        return copy(room);
    }

    private Ring copy(int room) {
        Ring copy = new Ring(room);
        for (int i = 0; i < size; i++) {
            int at = head + i & elements.length - 1;
            copy.add(elements[at], sentAt[at], numbers[at]);
        }
        return copy;
    }

    long hash() {
        long h = size;
        for (int i = 0; i < size; i++) {
            int at = head + i & elements.length - 1;
            h = Hashing.add(Hashing.add(Hashing.add(h, Hashes.of(elements[at])), sentAt[at]), numbers[at]);
        }
        return h;
    }
}
