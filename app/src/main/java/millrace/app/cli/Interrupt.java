package millrace.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or the system's wish that the program ends: asks the command to stop and holds the end back until the command
 * has closed this, so that everything written is whole.
 */
final class Interrupt implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Thread hook = new Thread(this::wish, "ending");
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean wished;

    private Interrupt() {}

    /** Listens from now until it is closed. */
    static Interrupt listen() {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    private void wish() {
        wished = true;
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the command should come to its end. */
    boolean wished() {
        return wished;
    }

    @Override
    public void close() {
        ended.countDown();
        if (wished) return;
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already: the hook has run or will find the latch open.
        }
    }
}
