package millrace.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import millrace.app.file.Recovery;
import millrace.app.look.Theme;
import millrace.app.prefs.Session;
import millrace.app.welcome.Welcome;
import millrace.design.Design;

/** The content of a window: a page for each design that is open in it, one of them in front, or the gallery. */
final class Tabs extends BorderPane implements Host, TabStrip.Requests {
    private final Windows windows;
    private final Dialogs dialogs;
    private final TabStrip strip = new TabStrip(this);
    private final List<Designer> pages = new ArrayList<>();
    private final Welcome welcome;
    private Optional<Designer> front = Optional.empty();
    private Runnable changed = () -> {};
    private final Division division = new Division();

    Tabs(Windows windows, Dialogs dialogs) {
        this.windows = windows;
        this.dialogs = dialogs;
        welcome = new Welcome(new FromWelcome(), windows.thumbnails());
        getStyleClass().add("tabs");
        setTop(strip);
        addEventFilter(KeyEvent.KEY_PRESSED, this::walkKey);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnDragOver(this::dragOver);
        setOnDragDropped(this::dropped);
        dress(windows.theme());
        seen();
    }

    /** Hears of everything that changes the window's title. */
    void setOnChanged(Runnable then) {
        changed = then;
    }

    List<Designer> pages() {
        return List.copyOf(pages);
    }

    Optional<Designer> front() {
        return front;
    }

    Welcome gallery() {
        return welcome;
    }

    Dialogs dialogs() {
        return dialogs;
    }

    // Pages

    /** A page with nothing on it yet, in front; an untouched one that is there serves. */
    private Designer page() {
        Optional<Designer> free = front.filter(p -> p.workspace.untouched());
        return free.orElseGet(() -> {
            Designer page = new Designer(windows.workspace(), dialogs, windows.theme());
            add(page);
            return page;
        });
    }

    private void add(Designer page) {
        page.setHost(this);
        page.browser = windows.browser();
        page.setOnDressed(windows::dressed);
        page.recent.setOnUsed(windows::usedTypes);
        windows.settle(page);
        page.workspace.editor().listen(s -> {
            if (page.host() == this) told();
        });
        pages.add(page);
        front(page);
    }

    @Override
    public void front(Designer page) {
        if (front.filter(page::equals).isPresent()) return;
        leaveFront();
        front = Optional.of(page);
        seen();
        settle();
        page.window.files().care().focused();
    }

    /**
     * Puts the focus where the hand goes on; after the window has taken it from what is no longer there. Until then nothing in
     * the page has it: else what is typed meanwhile would go into the first field, the name.
     */
    void settle() {
        requestFocus();
        Platform.runLater(() -> focus(front.<Node>map(p -> p.canvas).orElse(welcome)));
    }

    /** What a split pane holds is in its scene only once that has been dressed; before, it can't have the focus. */
    private static void focus(Node at) {
        if (at.getScene() != null) at.requestFocus();
        else
            at.sceneProperty().addListener(new InvalidationListener() {
                @Override
                public void invalidated(Observable scene) {
                    scene.removeListener(this);
                    Platform.runLater(at::requestFocus);
                }
            });
    }

    /** What is no longer seen does not play on. */
    private void leaveFront() {
        front.ifPresent(p -> {
            division.chosen(p);
            p.workspace.playhead().playingProperty().set(false);
            windows.remember(p);
        });
    }

    private void seen() {
        front.ifPresentOrElse(p -> {
            setCenter(p);
            divide(p);
        }, this::showWelcome);
        told();
    }

    /** What it needs is known once it has a size. */
    private void divide(Designer page) {
        if (page.work.getHeight() == 0) layout();
        division.give(page);
    }

    private void showWelcome() {
        windows.recent(welcome::show);
        setCenter(welcome);
        settle();
    }

    private void told() {
        strip.show(pages, front);
        changed.run();
    }

    // What pages ask for

    @Override
    public void create() {
        Designer page = new Designer(windows.workspace(), dialogs, windows.theme());
        add(page);
        page.workspace.create();
    }

    @Override
    public void open(List<Path> files) {
        files.forEach(this::open);
    }

    private void open(Path file) {
        Optional<Designer> there = windows.find(file);
        if (there.isPresent()) {
            windows.toFront(there.get());
            return;
        }
        Designer page = page();
        page.show(file, () -> {
            divide(page);
            windows.look(page);
            told();
        });
        used(file);
        told();
    }

    /** A copy of a shipped design, in no file yet. */
    @Override
    public void copy(String path) {
        Designer page = page();
        page.workspace.copy(path);
        page.canvas.fit();
        divide(page);
        page.window.files().care().opened();
        told();
    }

    /** A design that was in no file when a crash came. */
    void recover(Recovery.Found found) {
        Designer page = page();
        page.workspace.create();
        page.workspace.restore(found);
        page.canvas.fit();
        divide(page);
        page.window.files().care().recovered(found);
        told();
    }

    @Override
    public void close(Designer page) {
        if (!pages.contains(page)) return;
        close(page, stays -> {});
    }

    /** Tells whether the page stays. */
    private void close(Designer page, Consumer<Boolean> then) {
        front(page);
        page.window.files().leave(may -> {
            if (may && pages.contains(page)) {
                remove(page);
                page.stop();
            }
            then.accept(!may);
        });
    }

    /** Takes the page away without asking; its neighbour comes to the front. */
    private void remove(Designer page) {
        int at = pages.indexOf(page);
        leaveFront();
        pages.remove(page);
        front = pages.isEmpty() ? Optional.empty() : Optional.of(pages.get(Math.min(at, pages.size() - 1)));
        seen();
    }

    @Override
    public void closeOthers(Designer page) {
        closeNext(page, pages().iterator());
    }

    private void closeNext(Designer kept, Iterator<Designer> left) {
        if (!left.hasNext()) {
            if (pages.contains(kept)) front(kept);
            return;
        }
        Designer next = left.next();
        if (next == kept || !pages.contains(next)) closeNext(kept, left);
        else
            close(next, stays -> closeNext(kept, left));
    }

    /** Does what leaves all pages, after asking about each that is not saved; not if one of them is to stay. */
    void closeAll(Runnable then) {
        leaveNext(pages(), Map.of(), then);
    }

    /** @param may the designs that may be left as they are */
    private void leaveNext(List<Designer> left, Map<Designer, Design> may, Runnable then) {
        if (left.isEmpty()) {
            // While one page was saved, another may have been edited.
            List<Designer> again = pages.stream().filter(p -> p.workspace.editor().design() != may.get(p)).toList();
            if (again.isEmpty()) then.run();
            else
                leaveNext(again, may, then);
            return;
        }
        Designer page = left.getFirst();
        if (page.workspace.editor().dirty()) front(page);
        page.window.files().leave(yes -> {
            if (!yes) return;
            Map<Designer, Design> more = new IdentityHashMap<>(may);
            more.put(page, page.workspace.editor().design());
            leaveNext(left.subList(1, left.size()), more, then);
        });
    }

    /** The window is gone. */
    void stop() {
        pages().forEach(Designer::stop);
        welcome.stop();
    }

    @Override
    public void walk(boolean forward) {
        if (pages.isEmpty()) return;
        int at = front.map(pages::indexOf).orElse(forward ? -1 : 0);
        front(pages.get(Math.floorMod(at + (forward ? 1 : -1), pages.size())));
    }

    @Override
    public void toNewWindow(Designer page) {
        if (pages.size() < 2 || !pages.contains(page)) return;
        remove(page);
        windows.openWindow(Optional.empty()).adopt(page);
    }

    /** Takes over a page of another window, as it is. */
    private void adopt(Designer page) {
        add(page);
    }

    @Override
    public void welcome() {
        leaveFront();
        front = Optional.empty();
        seen();
    }

    @Override
    public void preferences() {
        windows.showPreferences(this);
    }

    @Override
    public void scale(double scale) {
        windows.prefer(windows.preferences().scaled(scale));
    }

    @Override
    public void reduceMotion(boolean reduced) {
        windows.prefer(windows.preferences().withReducedMotion(reduced));
    }

    @Override
    public void used(Path file) {
        windows.used(file);
    }

    // Keys and files from elsewhere

    /** Before the page's own keys: Tab means something on the canvas. */
    private void walkKey(KeyEvent event) {
        if (event.getCode() != KeyCode.TAB || !event.isControlDown()) return;
        walk(!event.isShiftDown());
        event.consume();
    }

    /** Keys that nothing in the page heard, since nothing in it has the focus, mean the same. */
    private void key(KeyEvent event) {
        if (front.isPresent()) front.get().window.actions().key(event);
        else
            welcomeKey(event);
    }

    /** While the gallery is in front there is no page that hears the keys. */
    private void welcomeKey(KeyEvent event) {
        boolean done = true;
        if (event.isShortcutDown() && event.getCode() == KeyCode.N) create();
        else if (event.isShortcutDown() && event.getCode() == KeyCode.O) choose();
        else if (event.isShortcutDown() && event.getCode() == KeyCode.COMMA) preferences();
        else if (event.isShortcutDown() && event.getCode() == KeyCode.W) windows.closeWindow(this);
        else if (event.getCode() == KeyCode.ESCAPE && !pages.isEmpty()) front(pages.getLast());
        else
            done = false;
        if (done) event.consume();
    }

    private void choose() {
        dialogs.chooseToOpen(Optional.empty()).ifPresent(f -> open(List.of(f)));
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) event.acceptTransferModes(TransferMode.COPY);
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<Path> files = event.getDragboard().getFiles().stream().map(java.io.File::toPath).toList();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        Platform.runLater(() -> drop(files));
    }

    /** Files that were let go over the window are opened, all of them. */
    void drop(List<Path> files) {
        there(files, this::open);
    }

    private void there(List<Path> files, Consumer<List<Path>> then) {
        windows.disk().ask(() -> files.stream().filter(java.nio.file.Files::isRegularFile).toList(), then);
    }

    // How it looks, and how it stood

    void dress(Theme theme) {
        getStylesheets().setAll(theme.styleSheets());
        for (String own : Designer.SHEETS)
            getStylesheets().add(String.valueOf(Tabs.class.getResource(own)));
        welcome.dress(theme);
        welcome.setMoves(!windows.preferences().reducedMotion());
        pages.stream().filter(p -> p.theme() != theme).forEach(p -> p.dress(theme));
    }

    /** The window has the focus again. */
    void focused() {
        front.ifPresent(p -> p.window.files().care().focused());
    }

    List<String> openFiles() {
        return pages.stream()
                .flatMap(p -> p.workspace.file().stream())
                .map(f -> f.toAbsolutePath().normalize().toString())
                .toList();
    }

    Session.Window state(millrace.app.prefs.Frame frame, boolean maximized) {
        front.ifPresent(windows::remember);
        List<String> files = openFiles();
        int selected = front.flatMap(p -> p.workspace.file())
                .map(f -> files.indexOf(f.toAbsolutePath().normalize().toString()))
                .orElse(-1);
        return new Session.Window(frame, maximized, files, selected,
                front.map(division::chosen).orElseGet(division::chosen));
    }

    /** Puts things as they stood. */
    void stand(Session.Window was) {
        division.choose(was.divider());
        there(was.files().stream().map(Path::of).toList(), files -> {
            open(files);
            if (was.selected() < 0) welcome();
            else if (was.selected() < was.files().size())
                windows.find(Path.of(was.files().get(was.selected()))).ifPresent(windows::toFront);
        });
    }

    /** What the gallery asks for. */
    private final class FromWelcome implements Welcome.Requests {
        @Override
        public void create() {
            Tabs.this.create();
        }

        @Override
        public void choose() {
            Tabs.this.choose();
        }

        @Override
        public void open(Path file) {
            Tabs.this.open(List.of(file));
        }

        @Override
        public void forget(Path file) {
            windows.forget(file);
            windows.recent(welcome::show);
        }

        @Override
        public void copy(String path) {
            Tabs.this.copy(path);
        }

        @Override
        public void otherColours() {
            windows.otherColours();
        }
    }
}
