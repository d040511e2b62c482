package millrace.simulation;

import java.util.Arrays;
import millrace.event.Element;
import org.jspecify.annotations.Nullable;

/**
 * What was sent without transit time and not yet delivered, depth first: what one handler sent is a frame, taken from its
 * front; the frames of what that sets off lie above it. The first element that a handler sends is handed over in a register.
 */
final class Cascade {
    private @Nullable Element register;
    private int registerWire;
    private @Nullable Element[] elements = new Element[64];
    private int[] wires = new int[64];
    private int top;
    /** For each frame its next element and its end. */
    private int[] next = new int[8];
    private int[] end = new int[8];
    private int depth;
    /** The wire of the element taken last. */
    private int wire;

    boolean isEmpty() {
        return register == null && depth == 0;
    }

    void add(int toWire, Element element) {
        if (!begun()) {
            register = element;
            registerWire = toWire;
            return;
        }
        if (top == elements.length) {
            elements = Arrays.copyOf(elements, top * 2);
            wires = Arrays.copyOf(wires, top * 2);
        }
        elements[top] = element;
        wires[top++] = toWire;
    }

    /** Whether the present handler has sent something that is not yet delivered. */
    boolean begun() {
        return register != null || top != base();
    }

    /** Where the frame of the present handler begins. */
    private int base() {
        return depth == 0 ? 0 : end[depth - 1];
    }

    /** The handler has returned: what it sent, but for the register, becomes a frame. */
    void seal() {
        int base = base();
        if (top == base) return;
        if (depth == next.length) {
            next = Arrays.copyOf(next, depth * 2);
            end = Arrays.copyOf(end, depth * 2);
        }
        next[depth] = base;
        end[depth++] = top;
    }

    Element take() {
        Element element = register;
        if (element != null) {
            register = null;
            wire = registerWire;
            return element;
        }
        int i = next[depth - 1]++;
        element = elements[i];
        if (element == null) throw new IllegalStateException("nothing on the way");
        elements[i] = null;
        wire = wires[i];
        if (next[depth - 1] == end[depth - 1]) {
            depth--;
            top = base();
        }
        return element;
    }

    /** The wire of the element taken last. */
    int wire() {
        return wire;
    }

    /** One form for the same state: the register as a frame of its own. */
    private void settle() {
        Element first = register;
        if (first == null) return;
        register = null;
        if (top == elements.length) {
            elements = Arrays.copyOf(elements, top * 2);
            wires = Arrays.copyOf(wires, top * 2);
        }
        elements[top] = first;
        wires[top++] = registerWire;
        seal();
    }

    Cascade copy() {
        settle();
        Cascade copy = new Cascade();
        copy.elements = Arrays.copyOf(elements, Math.max(64, top));
        copy.wires = Arrays.copyOf(wires, Math.max(64, top));
        copy.top = top;
        copy.next = Arrays.copyOf(next, Math.max(8, depth));
        copy.end = Arrays.copyOf(end, Math.max(8, depth));
        copy.depth = depth;
        return copy;
    }

    /** The same for the same order of delivery, however it is held. */
    long hash() {
        long h = register == null ? 0 : Hashing.add(Hashing.add(0, registerWire), Hashes.of(register));
        for (int d = depth - 1; d >= 0; d--) {
            for (int i = next[d]; i < end[d]; i++)
                h = Hashing.add(Hashing.add(h, wires[i]), Hashes.of(elements[i]));
        }
        return h;
    }
}
