package millrace.app.shell;

import java.nio.file.Path;
import java.util.List;

/** What a design's page asks of the program around it: of its window, and of the other windows. */
interface Host {
    /** A new design beside this one. */
    void create();

    /** Files beside this one; one that is open already is brought to the front. */
    void open(List<Path> files);

    /** A copy of a packed design, by its path in the package, beside this one. */
    void copy(String path);

    /** Leaves the page, after asking about what has not been saved. */
    void close(Designer page);

    /** To the next page of the window, or the one before. */
    void walk(boolean forward);

    /** Puts the page into a window of its own. */
    void toNewWindow(Designer page);

    /** Shows the gallery. */
    void welcome();

    void preferences();

    /** How large everything is from now on, see {@link Designer#scale(double)}. */
    void scale(double scale);

    void reduceMotion(boolean reduced);

    /** A file was opened or saved: it is one of the recent ones. */
    void used(Path file);

    /** A page that is alone, with no program around it: another design takes the place of the one that is there. */
    record Alone(Designer page) implements Host {
        @Override
        public void create() {
            page.window.files().leave(page.workspace::create);
        }

        @Override
        public void open(List<Path> files) {
            files.stream().findFirst().ifPresent(f -> page.window.files().leave(() -> page.show(f, () -> {})));
        }

        @Override
        public void copy(String path) {
            page.window.files().leave(() -> {
                page.workspace.copy(path);
                page.canvas.fit();
            });
        }

        @Override
        public void close(Designer left) {}

        @Override
        public void walk(boolean forward) {}

        @Override
        public void toNewWindow(Designer moved) {}

        @Override
        public void welcome() {}

        @Override
        public void preferences() {}

        @Override
        public void scale(double scale) {
            page.scale(scale);
        }

        @Override
        public void reduceMotion(boolean reduced) {
            page.reduceMotion(reduced);
        }

        @Override
        public void used(Path file) {}
    }
}
