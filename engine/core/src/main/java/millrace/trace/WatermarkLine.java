package millrace.trace;

import java.util.List;
import millrace.event.Watermark;

/** The watermark of a node over processing time: a stair of steps, which go back only where the node goes back to a snapshot. */
public record WatermarkLine(List<Step> steps) {
    /** From {@code at} (processing time) on the watermark is {@code watermark}; {@link Watermark#FINAL} at the end. */
    public record Step(long at, long watermark) {}

    /** The watermark at a processing time; {@link Watermark#NONE} before the first step. */
    public long at(long time) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).at() <= time) low = middle + 1;
            else
                high = middle;
        }
        return low == 0 ? Watermark.NONE : steps.get(low - 1).watermark();
    }
}
