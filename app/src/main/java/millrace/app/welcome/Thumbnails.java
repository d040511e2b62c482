package millrace.app.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.image.Image;
import millrace.app.file.ShippedDesigns;
import millrace.app.file.ShippedFiles;
import millrace.app.look.Theme;
import millrace.design.Design;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;

/**
 * Small pictures of designs, made of the designs themselves: they are read and run on a background thread, and painted one at
 * a time with frames in between, so that the window never waits. What was painted is kept.
 */
public final class Thumbnails {
    public static final double WIDTH = 252;
    public static final double HEIGHT = 132;
    private static final int KEPT = 200;
    /** Frames between two paintings. */
    private static final int REST = 2;

    private final ExecutorService stages = Executors.newSingleThreadExecutor(Thumbnails::thread);
    private final Deque<Runnable> paintings = new ArrayDeque<>();
    private final Map<Key, Image> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Image> eldest) {
            return size() > KEPT;
        }
    };
    private final Painter painter = new Painter();

    /** @param stamp tells two contents of the same file apart */
    private record Key(String name, long stamp, Theme theme) {}

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "thumbnails");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /** The picture of a shipped design; told on the interface's thread, at once if there is one. */
    public void shipped(String path, Theme theme, Consumer<Image> ready) {
        make(new Key(path, 0, theme), ready,
                () -> ShippedDesigns.read(path).map(d -> Staged.of(d, new ShippedFiles(path))));
    }

    /** The picture of a design on the disk; nothing is told if it can't be read. */
    public void file(Path file, Theme theme, Consumer<Image> ready) {
        stages.execute(() -> {
            Key key = new Key(file.toString(), time(file), theme);
            Platform.runLater(() -> make(key, ready, () -> {
                Optional<Design> design = DesignReader.read(file).design();
                return design.map(d -> Staged.of(d, DesignFolder.of(file)));
            }));
        });
    }

    /** A shipped design with its run, for a picture that moves. */
    void staged(String path, Consumer<Staged> ready) {
        stages.execute(
                () -> staged(() -> ShippedDesigns.read(path).map(d -> Staged.of(d, new ShippedFiles(path))))
                        .ifPresent(s -> Platform.runLater(() -> ready.accept(s))));
    }

    private static long time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private void make(Key key, Consumer<Image> ready, Supplier<Optional<Staged>> stage) {
        Image there = kept.get(key);
        if (there != null) {
            ready.accept(there);
            return;
        }
        stages.execute(() -> staged(stage).ifPresent(s -> Platform.runLater(() -> paintSoon(key, s, ready))));
    }

    /** A design that fails has no picture; the gallery goes on without it. */
    private static Optional<Staged> staged(Supplier<Optional<Staged>> stage) {
        try {
            return stage.get();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private void paintSoon(Key key, Staged staged, Consumer<Image> ready) {
        paintings.add(() -> ready.accept(kept.computeIfAbsent(key, k -> staged.picture(k.theme, WIDTH, HEIGHT))));
        painter.start();
    }

    /** One painting, some frames of rest, the next one. */
    private final class Painter extends AnimationTimer {
        private int rest;

        @Override
        public void handle(long now) {
            if (rest-- > 0) return;
            rest = REST;
            Runnable next = paintings.poll();
            if (next == null) stop();
            else
                next.run();
        }
    }
}
