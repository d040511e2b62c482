package millrace.app.pane;

import java.util.concurrent.atomic.AtomicInteger;

/** How much is being made in the background for views: who takes a picture waits until nothing is. */
public final class Underway {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Underway() {}

    public static void begun() {
        COUNT.incrementAndGet();
    }

    /** It was shown, or is not waited for any more. */
    public static void ended() {
        COUNT.decrementAndGet();
    }

    public static boolean any() {
        return COUNT.get() > 0;
    }
}
