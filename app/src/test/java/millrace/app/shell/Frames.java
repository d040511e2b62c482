package millrace.app.shell;

import javafx.animation.AnimationTimer;
import millrace.app.ProcessorTime;

/** How often the interface came round, and the most that its thread worked between two frames, ms. */
final class Frames extends AnimationTimer {
    private long before;
    private int count;
    private long longest;

    @Override
    public void handle(long now) {
        long own = ProcessorTime.own();
        if (count++ > 0) longest = Math.max(longest, (own - before) / 1_000_000);
        before = own;
    }

    int count() {
        return count;
    }

    long longest() {
        return longest;
    }
}
