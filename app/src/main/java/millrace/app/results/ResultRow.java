package millrace.app.results;

import java.util.List;
import java.util.Optional;
import millrace.event.Timing;

/**
 * A result in the table. Times are ms.
 *
 * @param number place among all results of the run, from 0
 * @param at processing time at which it left
 * @param node id of the node that it left
 * @param window its window, if it is a pane
 * @param values texts of the fields, in the order of {@link ResultsModel#fields()}; "" where it has no such field
 * @param fact row of the trace that tells of it; -1 if none does, since it is lost
 * @param verdict how it stands against the run without crashes
 */
public record ResultRow(int number, long at, String node, Optional<Window> window, String key, List<String> values,
        int fact, Verdict verdict) {
    public enum Verdict {
        /** There is nothing to hold it against. */
        UNKNOWN,
        RIGHT,
        DOUBLED,
        WRONG,
        LOST
    }

    ResultRow(int number, long at, String node, Optional<Window> window, String key, List<String> values, int fact) {
        this(number, at, node, window, key, values, fact, Verdict.UNKNOWN);
    }

    /**
     * The marks of a pane.
     *
     * @param index number within window and key, from 0
     * @param retraction takes the pane before it back
     */
    public record Window(long start, long end, Timing timing, int index, boolean retraction) {}
}
