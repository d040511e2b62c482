package millrace.trace;

import java.util.Arrays;

/** Where in the trace one node is spoken of: rows by kind, by input (or partition), and of its windows. */
final class NodeIndex {
    private static final int KINDS = FactKind.values().length;
    private static final Input NONE = new Input();

    private final IntList[] kinds = lists(KINDS);
    /** Deliveries of events; {@code kinds} has them of all elements. */
    final IntList received = new IntList();
    /** The first of the late additions of each event. */
    final IntList lateAdded = new IntList();
    /** Firings that take nothing back. */
    final IntList panes = new IntList();
    /** Rows with which a window began, and the windows, in the same order. */
    final IntList born = new IntList();
    final IntList windows = new IntList();
    /** Rows with which a window was gone. */
    final IntList gone = new IntList();
    private Input[] inputs = {};
    long lastLate = -1;

    /** One input wire of a node, or one partition of a source. */
    static final class Input {
        final IntList emitted = new IntList();
        final IntList advanced = new IntList();
        final IntList idle = new IntList();
    }

    private static IntList[] lists(int n) {
        IntList[] all = new IntList[n];
        Arrays.setAll(all, i -> new IntList());
        return all;
    }

    IntList kind(FactKind kind) {
        return kinds[kind.ordinal()];
    }

    /** An input to write to; for the recorder only. */
    Input input(int number) {
        if (number >= inputs.length) {
            Input[] more = Arrays.copyOf(inputs, number + 1);
            for (int i = inputs.length; i <= number; i++)
                more[i] = new Input();
            inputs = more;
        }
        return inputs[number];
    }

    /** An input to read from; an empty one if nothing was ever told of it. */
    Input peek(int number) {
        Input[] known = inputs;
        return number < known.length ? known[number] : NONE;
    }

    long bytes() {
        long bytes = received.bytes() + lateAdded.bytes() + panes.bytes() + born.bytes() + windows.bytes()
                + gone.bytes();
        for (IntList kind : kinds)
            bytes += kind.bytes();
        for (Input input : inputs)
            bytes += input.emitted.bytes() + input.advanced.bytes() + input.idle.bytes();
        return bytes;
    }
}
