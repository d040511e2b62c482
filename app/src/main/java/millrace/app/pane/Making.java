package millrace.app.pane;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;

/**
 * Makes what a view needs of a run: of a short run at once, so that nothing flickers, of a long one in the background. Asked on the
 * interface's thread, which also hears what was made.
 */
public final class Making<T> {
    /** Rows of a trace that are read in a millisecond or two. */
    private static final int AT_ONCE = 4_000;
    private final Function<Shown, T> make;
    private final Consumer<T> made;
    private final InBackground background;

    /** @param failed hears in words that it could not be made */
    public Making(Function<Shown, T> make, Consumer<T> made, Consumer<String> failed) {
        this.make = make;
        this.made = made;
        background = new InBackground(Platform::runLater, failed);
    }

    /** Whether it is made at once; otherwise there is something to wait for. */
    public boolean of(Shown run) {
        background.leave();
        boolean atOnce = run.run().trace().size() <= AT_ONCE;
        if (atOnce) made.accept(make.apply(run));
        else
            background.make((goOn, ready) -> ready.accept(make.apply(run)), made);
        return atOnce;
    }

    /** Nobody waits any more. */
    public void leave() {
        background.leave();
    }
}
