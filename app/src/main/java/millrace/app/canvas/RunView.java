package millrace.app.canvas;

import millrace.app.look.Keys;
import millrace.trace.Moment;
import millrace.trace.Moments;
import millrace.trace.Trace;

/**
 * What the canvas shows of a run.
 *
 * @param keys the order in which keys get their colours
 * @param end the last moment of the run so far; nodes are made wide enough for it
 * @param moments of the same run
 * @param lore what the run as a whole says of its parts
 */
public record RunView(Trace trace, Keys keys, Moment end, Moments moments, Lore lore) {
    public RunView(Trace trace, Keys keys, Moment end, Moments moments) {
        this(trace, keys, end, moments, Lore.of(trace));
    }
}
