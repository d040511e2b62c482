package millrace.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Every window of a run, by number: node, key and bounds, when it began and when it was gone, and the last row that speaks
 * of it; the rows before are linked from that one. A session that grows or merges gets a new number; its rows are reached through the
 * row of the merge.
 */
final class WindowTable {
    static final int NEVER = Integer.MAX_VALUE;
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

    private record Name(int node, int key, long start, long end) {}

    /** The latest window of each name, whether it still has state or not. */
    private final Map<Name, Integer> names = new HashMap<>();
    private int size;
    private int[] node = new int[16];
    private int[] key = new int[16];
    private long[] start = new long[16];
    private long[] end = new long[16];
    private int[] first = new int[16];
    private int[] last = new int[16];
    private int[] fired = new int[16];
    private int[] gone = new int[16];
    private int[] grown = new int[16];
    private int[] count = new int[16];

    /** The latest window of this name, live or gone, or -1. */
    int find(int ofNode, int ofKey, long from, long to) {
        return names.getOrDefault(new Name(ofNode, ofKey, from, to), -1);
    }

    boolean live(int window) {
        return window >= 0 && gone[window] == NEVER;
    }

    /** The latest window of this name; if there never was one, a window that never had state. */
    int named(int ofNode, int ofKey, long from, long to, int row) {
        int known = find(ofNode, ofKey, from, to);
        if (known >= 0) return known;
        int window = create(ofNode, ofKey, from, to, NEVER);
        gone[window] = row;
        return window;
    }

    int create(int ofNode, int ofKey, long from, long to, int row) {
        if (size == node.length) grow();
        int w = size;
        node[w] = ofNode;
        key[w] = ofKey;
        start[w] = from;
        end[w] = to;
        first[w] = row;
        last[w] = -1;
        fired[w] = -1;
        gone[w] = NEVER;
        grown[w] = -1;
        names.put(new Name(ofNode, ofKey, from, to), w);
        size++;
        return w;
    }

    private void grow() {
        int more = size * 2;
        node = Arrays.copyOf(node, more);
        key = Arrays.copyOf(key, more);
        start = Arrays.copyOf(start, more);
        end = Arrays.copyOf(end, more);
        first = Arrays.copyOf(first, more);
        last = Arrays.copyOf(last, more);
        fired = Arrays.copyOf(fired, more);
        gone = Arrays.copyOf(gone, more);
        grown = Arrays.copyOf(grown, more);
        count = Arrays.copyOf(count, more);
    }

    /** The session {@code from} has become {@code into}, alone: the panes that it said stay its own. */
    void grew(int from, int into) {
        grown[from] = into;
        fired(into, fired[from]);
    }

    /** What looked like growth was a merge of several. */
    void notGrown(int from, int into) {
        grown[from] = -1;
        fired(into, -1);
    }

    void end(int window, int row) {
        gone[window] = row;
    }

    /** Makes {@code row} the last that speaks of the window; the row itself must be complete. */
    void link(int window, int row) {
        INTS.setRelease(last, window, row);
    }

    void fired(int window, int row) {
        INTS.setRelease(fired, window, row);
    }

    /** The last row in which a pane left the window, or -1. */
    int lastFired(int window) {
        return (int) INTS.getAcquire(fired, window);
    }

    /** Counts more events; gives how many there are then. */
    int count(int window, int more) {
        return count[window] += more;
    }

    int counted(int window) {
        return count[window];
    }

    int last(int window) {
        return (int) INTS.getAcquire(last, window);
    }

    int node(int window) {
        return node[window];
    }

    int key(int window) {
        return key[window];
    }

    long start(int window) {
        return start[window];
    }

    long end(int window) {
        return end[window];
    }

    /** The row with which it began; {@link #NEVER} if it never had state. */
    int first(int window) {
        return first[window];
    }

    /** The row with which it was gone, or {@link #NEVER} so far. */
    int gone(int window) {
        return gone[window];
    }

    /** The window it has become by growing, or -1. */
    int grown(int window) {
        return grown[window];
    }
}
