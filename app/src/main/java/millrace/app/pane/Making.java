package millrace.app.pane;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;

/**
 * Makes what a view needs of a run: of a short run at once, of a long one in the background; what nobody waits for any more is
 * dropped. Asked on the interface's thread, which also hears what was made.
 */
public final class Making<T> {
    /** Rows of a trace that are read in a millisecond or two. */
    private static final int AT_ONCE = 4_000;
    private final Function<Shown, T> make;
    private final Consumer<T> made;
    private final AtomicLong newest = new AtomicLong();

    public Making(Function<Shown, T> make, Consumer<T> made) {
        this.make = make;
        this.made = made;
    }

    /** Whether it is made at once; otherwise there is something to wait for. */
    public boolean of(Shown run) {
        long number = newest.incrementAndGet();
        if (run.run().trace().size() <= AT_ONCE) {
            made.accept(make.apply(run));
            return true;
        }
        Thread.ofVirtual().name("view").start(() -> {
            T result = make.apply(run);
            Platform.runLater(() -> {
                if (newest.get() == number) made.accept(result);
            });
        });
        return false;
    }
}
