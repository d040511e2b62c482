package millrace.measure;

import java.util.Optional;
import millrace.event.Event;

/**
 * What one run says at a node and another does not, or at another time.
 *
 * @param node its id, the same in both
 * @param kind of what was said: a result that reached a sink, a pane, or an event that was dropped
 * @param left in the first run; empty = it is not there
 * @param right in the second
 */
public record Difference(String node, Kind kind, Optional<Said> left, Optional<Said> right) {
    public enum Kind {
        RESULT,
        PANE,
        DROP
    }

    /** @param at processing time, ms */
    public record Said(Event event, long at) {}

    /** When the runs part here. */
    public long at() {
        long l = left.map(Said::at).orElse(Long.MAX_VALUE);
        return Math.min(l, right.map(Said::at).orElse(Long.MAX_VALUE));
    }

    /** Whether both say it, at different times. */
    public boolean moved() {
        return left.isPresent() && right.isPresent();
    }
}
