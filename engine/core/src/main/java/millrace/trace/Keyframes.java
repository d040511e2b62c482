package millrace.trace;

import java.util.ArrayList;
import java.util.List;
import millrace.simulation.Keyframe;

/**
 * The places from which a run can be entered. The first 100,000 steps have one every 1,000 steps, later ones are 10,000 steps
 * apart, and further where the state is large: a keyframe costs about as much room as the trace between two of them. When there are
 * too many, every other one is let go.
 */
final class Keyframes {
    private static final int MOST = 400;
    private static final long DENSE = 100_000;
    /** What a window with its key and aggregates takes, about. */
    private static final long BYTES_PER_WINDOW = 120;
    private static final long BYTES_PER_STEP = 40;

    private final List<Keyframe> frames = new ArrayList<>();
    private long next;
    private long factor = 1;

    boolean due(long step) {
        return step >= next;
    }

    void add(Keyframe frame) {
        add(frame, 0);
    }

    /** @param windows how many windows have state */
    synchronized void add(Keyframe frame, long windows) {
        frames.add(frame);
        if (frames.size() > MOST) thin();
        long usual = frame.steps() < DENSE ? 1_000 : 10_000;
        next = frame.steps() + Math.max(usual * factor, windows * BYTES_PER_WINDOW / BYTES_PER_STEP);
    }

    private void thin() {
        List<Keyframe> kept = new ArrayList<>();
        for (int i = 0; i < frames.size(); i += 2)
            kept.add(frames.get(i));
        frames.clear();
        frames.addAll(kept);
        factor *= 2;
    }

    /** The last at or before a step. */
    synchronized Keyframe before(long step) {
        int low = 0;
        int high = frames.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (frames.get(middle).steps() <= step) low = middle;
            else
                high = middle - 1;
        }
        return frames.get(low);
    }

    synchronized int size() {
        return frames.size();
    }
}
