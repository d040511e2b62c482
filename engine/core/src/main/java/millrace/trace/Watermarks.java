package millrace.trace;

import millrace.event.Watermark;

/** Watermarks, as of a row. */
final class Watermarks {
    private Watermarks() {}

    static long ofNode(Trace trace, int node, int rows) {
        return last(trace, trace.nodes[node].kind(FactKind.ADVANCED), rows);
    }

    /** Of one input wire, or of one partition of a source. */
    static long ofInput(Trace trace, int node, int input, int rows) {
        return last(trace, trace.nodes[node].peek(input).advanced, rows);
    }

    static boolean idle(Trace trace, int node, int input, int rows) {
        int row = trace.nodes[node].peek(input).idle.lastBelow(rows);
        return row >= 0 && trace.columns.flag(row) != 0;
    }

    private static long last(Trace trace, IntList advances, int rows) {
        int row = advances.lastBelow(rows);
        return row < 0 ? Watermark.NONE : trace.columns.figure(row);
    }
}
