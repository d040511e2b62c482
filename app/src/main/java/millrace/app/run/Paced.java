package millrace.app.run;

import java.util.List;
import java.util.Set;

/**
 * How far an instant has been played out that the clock stands still for, and when what happened last was shown.
 *
 * @param from the first row of the step on its way
 * @param to the row after it; the same as {@code from} if none is on its way
 * @param share how much of its time has passed, 0 to 1
 * @param clock real time that has been played, ms
 * @param recent the steps shown last, in order
 */
public record Paced(int from, int to, double share, double clock, List<Step> recent) {
    /** Older steps are done with: no motion of fixed length takes so long, ms. */
    static final double REMEMBERED = 1_000;

    /**
     * A step that was shown.
     *
     * @param nodes the ids of those that did something in it
     * @param shown the real time when, on the same clock
     */
    public record Step(long at, int from, int to, Set<String> nodes, double shown) {}

    /** Real ms since what a node did at an instant was shown; endless if that was long ago. */
    public double age(String node, long at) {
        for (Step step : recent.reversed()) {
            if (step.at == at && step.nodes.contains(node)) return clock - step.shown;
        }
        return Double.POSITIVE_INFINITY;
    }
}
