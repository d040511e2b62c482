package millrace.simulation;

import java.util.Arrays;
import millrace.event.Watermark;

/**
 * How far several inputs have come together: the minimum of the watermarks of those that are neither idle nor ended. It
 * never goes back, and stays where it is while all are idle. Inputs are the wires into a node, or a source's partitions.
 */
final class Progress {
    private final long[] watermarks;
    private final boolean[] idle;
    private final boolean[] ended;
    private long watermark = Watermark.NONE;

    Progress(int inputs) {
        watermarks = new long[inputs];
        Arrays.fill(watermarks, Watermark.NONE);
        idle = new boolean[inputs];
        ended = new boolean[inputs];
    }

    int inputs() {
        return watermarks.length;
    }

    long watermark() {
        return watermark;
    }

    long watermark(int input) {
        return watermarks[input];
    }

    /**
     * Of a wire, the least of its lanes counts.
     *
     * @param places for each input the place of its wire
     */
    long least(int[] places, int wire) {
        long least = Watermark.FINAL;
        for (int i = 0; i < places.length; i++)
            if (places[i] == wire) least = Math.min(least, watermarks[i]);
        return least;
    }

    boolean ended(int input) {
        return ended[input];
    }

    /** How far an input is, whatever it was before. */
    void put(int input, long at, boolean isIdle, boolean hasEnded) {
        watermarks[input] = at;
        idle[input] = isIdle;
        ended[input] = hasEnded;
    }

    /** How far all are together, whatever it was before. */
    void watermark(long at) {
        watermark = at;
    }

    boolean idle(int input) {
        return idle[input];
    }

    /** Whether every input that has not ended is idle, and there is one. */
    boolean allIdle() {
        boolean any = false;
        for (int i = 0; i < idle.length; i++) {
            if (ended[i]) continue;
            if (!idle[i]) return false;
            any = true;
        }
        return any;
    }

    boolean allEnded() {
        for (boolean e : ended)
            if (!e) return false;
        return true;
    }

    /** Sets an input's watermark; false if it did not move forward. */
    boolean advance(int input, long to) {
        if (to <= watermarks[input]) return false;
        watermarks[input] = to;
        return true;
    }

    void idle(int input, boolean isIdle) {
        idle[input] = isIdle;
    }

    void end(int input) {
        ended[input] = true;
    }

    /**
     * Takes the minimum anew; true if the common watermark moved. A complete input decides nothing while another that is
     * not may still wake.
     */
    boolean moved() {
        if (watermarks.length == 1) return to(idle[0] && watermarks[0] != Watermark.FINAL ? watermark : watermarks[0]);
        long least = Watermark.FINAL;
        boolean any = false;
        boolean asleep = false;
        for (int i = 0; i < watermarks.length; i++) {
            if (watermarks[i] == Watermark.FINAL) continue;
            asleep |= idle[i];
            if (idle[i]) continue;
            least = Math.min(least, watermarks[i]);
            any = true;
        }
        return any || !asleep ? to(least) : false;
    }

    private boolean to(long next) {
        if (next <= watermark) return false;
        watermark = next;
        return true;
    }

    void set(Progress other) {
        System.arraycopy(other.watermarks, 0, watermarks, 0, watermarks.length);
        System.arraycopy(other.idle, 0, idle, 0, idle.length);
        System.arraycopy(other.ended, 0, ended, 0, ended.length);
        watermark = other.watermark;
    }

    Progress copy() {
        Progress copy = new Progress(watermarks.length);
        copy.set(this);
        return copy;
    }

    long hash() {
        return ((Arrays.hashCode(watermarks) * 31L + Arrays.hashCode(idle)) * 31 + Arrays.hashCode(ended)) * 31
                + watermark;
    }
}
