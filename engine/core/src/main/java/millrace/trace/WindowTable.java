package millrace.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Every window of a run, by number: node, key and bounds, when it began and when it was gone, and the last row that speaks
 * of it; the rows before are linked from that one. A session that grows gets a new number and takes its rows along.
 */
final class WindowTable {
    static final int NEVER = Integer.MAX_VALUE;
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

    private record Name(int node, int key, long start, long end) {}

    private record Keyed(int node, int key) {}

    /** The latest window of each name, whether it still has state or not. */
    private final Map<Name, Integer> names = new HashMap<>();
    /** Newest live session of each key; older ones by {@code older}. Only for nodes whose windows merge. */
    private final Map<Keyed, Integer> sessions = new HashMap<>();
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
    private int[] older = new int[16];

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
        int window = create(ofNode, ofKey, from, to, NEVER, false);
        gone[window] = row;
        return window;
    }

    int create(int ofNode, int ofKey, long from, long to, int row, boolean session) {
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
        older[w] = -1;
        if (session) older[w] = before(sessions.put(new Keyed(ofNode, ofKey), w));
        size++;
        return w;
    }

    private static int before(@org.jspecify.annotations.Nullable Integer window) {
        return window == null ? -1 : window;
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
        older = Arrays.copyOf(older, more);
    }

    /** A live session of this key that lies within the bounds, or -1. */
    int within(int ofNode, int ofKey, long from, long to) {
        int w = sessions.getOrDefault(new Keyed(ofNode, ofKey), -1);
        while (w >= 0 && (gone[w] != NEVER || start[w] < from || end[w] > to))
            w = older[w];
        return w;
    }

    /** The window {@code from} has become {@code into}, which goes on with its rows. */
    void grew(int from, int into, int row) {
        grown[from] = into;
        count[into] = count[from];
        fired(into, fired[from]);
        link(into, last[from]);
        end(from, row);
    }

    void end(int window, int row) {
        gone[window] = row;
        forget(window);
    }

    /** Takes a session out of its key's list, so that the list stays as short as there are live ones. */
    private void forget(int window) {
        Keyed keyed = new Keyed(node[window], key[window]);
        int w = sessions.getOrDefault(keyed, -1);
        if (w == window) {
            if (older[w] < 0) sessions.remove(keyed);
            else
                sessions.put(keyed, older[w]);
            return;
        }
        while (w >= 0 && older[w] != window)
            w = older[w];
        if (w >= 0) older[w] = older[window];
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

    /** The row with which it began (of a session that grew: with which it began to); {@link #NEVER} if it never had state. */
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
