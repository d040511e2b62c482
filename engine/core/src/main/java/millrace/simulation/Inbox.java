package millrace.simulation;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Element;
import millrace.event.Event;

/** What has come in at a node and waits to be taken: for each input first in, first out, numbered over all inputs. */
final class Inbox {
    private Ring[] inputs;
    private long order;

    Inbox(int inputs) {
        this.inputs = new Ring[inputs];
        for (int i = 0; i < inputs; i++)
            this.inputs[i] = new Ring();
    }

    private Inbox(Inbox other) {
        inputs = new Ring[other.inputs.length];
        for (int i = 0; i < inputs.length; i++)
            inputs[i] = other.inputs[i].copy();
        order = other.order;
    }

    void add(int input, Element element) {
        inputs[input].add(element, 0, order++);
    }

    boolean isEmpty(int input) {
        return inputs[input].isEmpty();
    }

    Element first(int input) {
        return inputs[input].first();
    }

    Element remove(int input) {
        return inputs[input].remove();
    }

    /** The input whose first element came first, of those that may be taken; -1 = none. */
    int oldest(boolean[] closed) {
        int best = -1;
        for (int i = 0; i < inputs.length; i++) {
            if (closed[i] || inputs[i].isEmpty()) continue;
            if (best < 0 || inputs[i].number() < inputs[best].number()) best = i;
        }
        return best;
    }

    /** The first events that wait at an input. */
    List<Event> events(int input, int most) {
        return waiting(input).stream()
                .filter(Event.class::isInstance)
                .map(Event.class::cast)
                .limit(most)
                .toList();
    }

    List<Element> waiting(int input) {
        List<Element> all = new ArrayList<>();
        inputs[input].forEach(all::add);
        return all;
    }

    void clear() {
        for (int i = 0; i < inputs.length; i++)
            inputs[i] = new Ring();
    }

    Inbox copy() {
        return new Inbox(this);
    }

    long hash() {
        long h = order;
        for (Ring ring : inputs)
            h = Hashing.add(h, ring.hash());
        return h;
    }
}
