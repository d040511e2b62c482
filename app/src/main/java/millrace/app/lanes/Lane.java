package millrace.app.lanes;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What one output of a node put out in a run, in order.
 *
 * @param output number of the output among those of the node
 * @param table it sends changes of a table
 * @param at when each left, ms of processing time
 * @param rows the row of the trace that tells of each
 * @param events the id of each
 */
record Lane(String node, int output, String name, boolean table, long[] at, int[] rows, long[] events,
        Map<Long, Integer> places) {
    static Lane of(String node, int output, String name, boolean table, long[] at, int[] rows, long[] events) {
        Map<Long, Integer> places = HashMap.newHashMap(events.length);
        for (int i = 0; i < events.length; i++)
            places.putIfAbsent(events[i], i);
        return new Lane(node, output, name, table, at, rows, events, places);
    }

    int size() {
        return at.length;
    }

    /** How many left at or before an instant. */
    int until(long time) {
        int low = 0;
        int high = at.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at[middle] <= time) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /** The place of an event among those of the lane. */
    OptionalInt place(long event) {
        Integer place = places.get(event);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
