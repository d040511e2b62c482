package millrace.app.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import millrace.app.text.Texts;

/**
 * Makes what a view shows, one thing after the other on a thread of its own; what was asked for before is not waited for any more.
 * To be called on the interface's thread, on which the answers come, too.
 */
public final class InBackground {
    /** How long the thread stays with nothing to do. */
    private static final long IDLE_S = 5;

    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(0, 1, IDLE_S, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), InBackground::thread);
    private final Executor ui;
    private final Consumer<String> failed;
    private final AtomicLong newest = new AtomicLong();

    /** Something that is made in steps. */
    public interface Task<T> {
        /**
         * @param goOn false: nobody waits for it any more
         * @param ready may be called often, with more each time
         */
        void make(BooleanSupplier goOn, Consumer<T> ready);
    }

    /**
     * @param ui runs a task on the interface's thread
     * @param failed hears in words that something could not be made
     */
    public InBackground(Executor ui, Consumer<String> failed) {
        this.ui = ui;
        this.failed = failed;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "view");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to make something, and leaves what was being made. */
    public <T> void make(Task<T> task, Consumer<T> then) {
        leave();
        long number = newest.get();
        Underway.begun();
        worker.execute(() -> run(number, task, then));
    }

    private <T> void run(long number, Task<T> task, Consumer<T> then) {
        try {
            if (wanted(number)) task.make(() -> wanted(number), made -> tell(number, () -> then.accept(made)));
        } catch (RuntimeException | OutOfMemoryError e) {
            tell(number, () -> failed.accept(Texts.of("pane.failed", String.valueOf(e))));
        } finally {
            ui.execute(Underway::ended);
        }
    }

    private void tell(long number, Runnable news) {
        ui.execute(() -> {
            if (wanted(number)) news.run();
        });
    }

    private boolean wanted(long number) {
        return newest.get() == number;
    }

    /** Nobody waits any more. */
    public void leave() {
        newest.incrementAndGet();
        List<Runnable> dropped = new ArrayList<>();
        worker.getQueue().drainTo(dropped);
        dropped.forEach(d -> Underway.ended());
    }
}
