package millrace.app.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import millrace.format.DesignFiles;

/**
 * Writes what is not saved yet into a side file, in the background: some time after the hand rests, and now and then while it
 * does not. One for each design that is open.
 */
public final class Autosave {
    private static final ScheduledExecutorService WRITER = Executors.newSingleThreadScheduledExecutor(Autosave::thread);

    private final Recovery recovery;
    private final Pace pace;
    /** All below by this object's lock. */
    private Optional<SideFile> waiting = Optional.empty();
    private Optional<Path> written = Optional.empty();
    private long waitingSince;
    private Optional<Future<?>> next = Optional.empty();

    /**
     * When it is written.
     *
     * @param rest after the last edit
     * @param most after the first edit that is not in the side file
     */
    public record Pace(Duration rest, Duration most) {
        public static final Pace USUAL = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    public Autosave(Recovery recovery, Pace pace) {
        this.recovery = recovery;
        this.pace = pace;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "autosave");
        thread.setDaemon(true);
        return thread;
    }

    /** This is how the design stands now. */
    public synchronized void changed(SideFile side) {
        long now = System.nanoTime();
        if (waiting.isEmpty()) waitingSince = now;
        waiting = Optional.of(side);
        next.ifPresent(f -> f.cancel(false));
        long due = Math.min(now + pace.rest.toNanos(), waitingSince + pace.most.toNanos());
        next = Optional.of(WRITER.schedule(this::write, Math.max(0, due - now), TimeUnit.NANOSECONDS));
    }

    /** All of it is saved, or left on purpose: the side file goes. */
    public synchronized void over() {
        waiting = Optional.empty();
        next.ifPresent(f -> f.cancel(false));
        next = Optional.empty();
        WRITER.execute(this::remove);
    }

    /** A side file that was found is written over from now on, and goes when all of it is saved. */
    public synchronized void adopt(Path found) {
        written = Optional.of(found);
    }

    /** Where the side file is, if it is there. */
    public synchronized Optional<Path> written() {
        return written;
    }

    private void write() {
        Optional<SideFile> side = take();
        if (side.isEmpty()) return;
        byte[] text = side.get().text().getBytes(StandardCharsets.UTF_8);
        Path before = written().orElse(Path.of(""));
        for (Path place : recovery.placesFor(side.get(), written())) {
            if (!saved(place, text)) continue;
            if (!before.equals(place)) remove();
            wrote(place);
            return;
        }
    }

    private synchronized Optional<SideFile> take() {
        Optional<SideFile> side = waiting;
        waiting = Optional.empty();
        return side;
    }

    private synchronized void wrote(Path place) {
        written = Optional.of(place);
    }

    private static boolean saved(Path place, byte[] text) {
        try {
            Path folder = place.getParent();
            if (folder != null && place.getFileName().toString().startsWith(Recovery.UNSAVED))
                Files.createDirectories(folder);
        } catch (IOException e) {
            return false;
        }
        return DesignFiles.save(place, text).isEmpty();
    }

    private void remove() {
        Optional<Path> there = written();
        if (there.isEmpty()) return;
        Recovery.remove(there.get());
        synchronized (this) {
            if (written.equals(there)) written = Optional.empty();
        }
    }

    /** Waits until what was begun before is done; for tests and the end of the program. */
    public static void await() {
        try {
            WRITER.submit(() -> {}).get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
