package millrace.operator;

import java.util.List;

/**
 * How events of two inputs make one: where each field of the result comes from. A side is the number of the input port.
 *
 * @param inputs the types of the two sides
 * @param keys the field of each side that must be equal
 * @param out type of the result
 * @param fields for each field of the result where it comes from
 */
public record JoinShape(List<StreamType> inputs, List<Integer> keys, StreamType out, List<From> fields) {
    /** Where a field of the result comes from. A side that is not there leaves its fields absent. */
    public sealed interface From {
        record Side(int side, int field) implements From {}

        /** The field that is the key of both: from whichever side is there. */
        record Key() implements From {}

        /** The event time of a side. */
        record Time(int side) implements From {}

        /** Set by the join itself, as the bounds of a window. */
        record Own() implements From {}
    }

    public JoinShape {
        inputs = List.copyOf(inputs);
        keys = List.copyOf(keys);
        fields = List.copyOf(fields);
    }

    boolean textKeys() {
        return inputs.getFirst().schema().type(keys.getFirst()).isReference();
    }

    /** The slot of a side's key. */
    int keySlot(int side) {
        return inputs.get(side).schema().slot(keys.get(side));
    }

    /** The key of a side's event, for display; null if it has none. */
    @org.jspecify.annotations.Nullable
    Object key(int side, millrace.event.Event event) {
        return event.value(keys.get(side));
    }
}
