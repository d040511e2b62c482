package millrace.app.file;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads and writes in the background, one thing after another in the order asked for, and tells on the interface's thread what
 * came of it: a slow disk holds nobody up. Asked on the interface's thread only.
 */
public final class Disk {
    private static final long REST_S = 10;
    private static final long PATIENCE_S = 20;

    private final Executor ui;
    private final Executor background;
    private final List<Runnable> atRest = new ArrayList<>();
    private Runnable heard = () -> {};
    private int open;

    /** One with a thread of its own, which goes when there is nothing to do. */
    public Disk(Executor ui) {
        this(ui, new ThreadPoolExecutor(0, 1, REST_S, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Disk::thread));
    }

    /** @param background does one thing after another */
    public Disk(Executor ui, Executor background) {
        this.ui = ui;
        this.background = background;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "disk");
        thread.setDaemon(true);
        return thread;
    }

    /** Hears when something is begun, and when all is done. */
    public void setOnBusy(Runnable then) {
        heard = then;
    }

    /** Something was asked for and its answer has not been told yet. */
    public boolean busy() {
        return open > 0;
    }

    /** Does the work in the background, then tells its result on the interface's thread. */
    public <T> void ask(Supplier<T> work, Consumer<T> then) {
        open++;
        if (open == 1) heard.run();
        background.execute(() -> {
            Runnable told = told(work, then);
            ui.execute(() -> end(told));
        });
    }

    /** Does the work in the background; nobody waits for it. */
    public void tell(Runnable work) {
        ask(() -> {
            work.run();
            return true;
        }, done -> {});
    }

    /** What went wrong in the work is the business of the interface's thread, as if it had done it itself. */
    private static <T> Runnable told(Supplier<T> work, Consumer<T> then) {
        try {
            T result = work.get();
            return () -> then.accept(result);
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    private void end(Runnable told) {
        try {
            told.run();
        } finally {
            open--;
            if (open == 0) rest();
        }
    }

    private void rest() {
        heard.run();
        List<Runnable> waiting = List.copyOf(atRest);
        atRest.clear();
        waiting.forEach(this::whenAtRest);
    }

    /** At once if there is nothing to do, else when all that was asked for is done and told. */
    public void whenAtRest(Runnable then) {
        if (busy()) atRest.add(then);
        else
            then.run();
    }

    /** Holds the caller until what was asked for before has been done, though not told: at the end of the program. */
    public void await() {
        CountDownLatch done = new CountDownLatch(1);
        background.execute(done::countDown);
        try {
            done.await(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
