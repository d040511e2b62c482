package millrace.app.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import millrace.app.canvas.Viewport;
import millrace.app.file.Autosave;
import millrace.app.file.Disk;
import millrace.app.file.Places;
import millrace.app.file.RecentFiles;
import millrace.app.file.Recovery;
import millrace.app.look.Theme;
import millrace.app.prefs.Frame;
import millrace.app.prefs.Preferences;
import millrace.app.prefs.PreferencesStore;
import millrace.app.prefs.Session;
import millrace.app.prefs.SessionStore;
import millrace.app.text.CatalogTexts;
import millrace.app.text.Texts;
import millrace.app.welcome.Thumbnails;
import millrace.catalog.NodeType;

/** All windows of the program, and what they share: preferences, recent files, how they stood. */
final class Windows {
    private static final Frame USUAL = new Frame(0, 0, 1440, 900);
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;

    private final Function<Stage, Dialogs> dialogs;
    private final Autosave.Pace pace;
    private final RecentFiles recent;
    private final Recovery recovery;
    private final PreferencesStore preferencesStore;
    private final SessionStore sessionStore;
    private final Disk disk = new Disk(Platform::runLater);
    private final Supplier<Disk> disks;
    private final Thumbnails thumbnails = new Thumbnails();
    private final List<Window> open = new ArrayList<>();
    private Preferences preferences;
    private Session session;
    private Theme theme;
    private boolean dressing;
    private Consumer<String> browser = address -> {};

    private record Window(Stage stage, Tabs tabs) {}

    Windows(Places places, Function<Stage, Dialogs> dialogs, Autosave.Pace pace) {
        this(places, dialogs, pace, () -> new Disk(Platform::runLater));
    }

    /** @param disks one for each page: what is slow for one holds up no other */
    Windows(Places places, Function<Stage, Dialogs> dialogs, Autosave.Pace pace, Supplier<Disk> disks) {
        this.disks = disks;
        this.dialogs = dialogs;
        this.pace = pace;
        recent = new RecentFiles(places);
        recovery = new Recovery(places);
        preferencesStore = new PreferencesStore(places);
        sessionStore = new SessionStore(places);
        preferences = preferencesStore.load();
        session = sessionStore.load();
        theme = theme(preferences.look());
        Platform.getPreferences().colorSchemeProperty().addListener(o -> {
            if (preferences.look() == Preferences.Look.SYSTEM) dress(theme(preferences.look()));
        });
    }

    // Beginning

    /** Opens the files, or else what was open when the program ended; and what a crash left of designs in no file. */
    Tabs start(Stage stage, List<Path> files) {
        boolean again = files.isEmpty() && preferences.reopen();
        List<Session.Window> before = session.windows();
        Tabs first = openWindow(stage, before.stream().findFirst());
        if (again) {
            before.stream().findFirst().ifPresent(first::stand);
            before.stream().skip(1).forEach(w -> openWindow(new Stage(), Optional.of(w)).stand(w));
        }
        first.open(files);
        disk.ask(recovery::unsaved, left -> left.forEach(first::recover));
        return first;
    }

    /** Another window, where it stood or beside the others. */
    Tabs openWindow(Optional<Session.Window> state) {
        return openWindow(new Stage(), state);
    }

    private Tabs openWindow(Stage stage, Optional<Session.Window> state) {
        Tabs tabs = new Tabs(this, dialogs.apply(stage));
        Window window = new Window(stage, tabs);
        open.add(window);
        Frame frame = state.map(Session.Window::frame).orElse(USUAL).onto(screens());
        stage.setScene(new Scene(tabs, frame.width(), frame.height()));
        stage.setMinWidth(Math.min(LEAST_WIDTH, frame.width()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, frame.height()));
        state.ifPresent(s -> {
            stage.setX(frame.x());
            stage.setY(frame.y());
            stage.setMaximized(s.maximized());
        });
        tabs.setOnChanged(() -> stage.setTitle(title(tabs)));
        stage.setTitle(title(tabs));
        stage.focusedProperty().addListener((o, was, is) -> {
            if (is) tabs.focused();
        });
        stage.setOnCloseRequest(e -> {
            e.consume();
            close(window);
        });
        stage.setOnHidden(e -> tabs.stop());
        tabs.requestFocus();
        stage.show();
        tabs.settle();
        return tabs;
    }

    private static List<Frame> screens() {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).map(Windows::frame).toList();
    }

    private static Frame frame(Rectangle2D r) {
        return new Frame(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight());
    }

    private static String title(Tabs tabs) {
        return tabs.front()
                .map(p -> Texts.of(p.workspace.editor().dirty() ? "files.title-of-changed" : "files.title-of",
                        p.workspace.title()))
                .orElseGet(() -> Texts.of("files.title"));
    }

    // Ending

    /** Asks about what is not saved, and remembers how the window stood; it goes when all that is being saved is in its file. */
    private void close(Window window) {
        window.tabs.closeAll(() -> {
            if (!open.contains(window)) return;
            rememberWindows();
            open.remove(window);
            window.stage.hide();
        });
    }

    void closeWindow(Tabs tabs) {
        List.copyOf(open).stream().filter(w -> w.tabs == tabs).forEach(this::close);
    }

    /** What was to be remembered is, before the program is gone. */
    void finish() {
        disk.await();
    }

    /** How all windows stand now; written down, since the machine may go down without asking. */
    private void rememberWindows() {
        List<Session.Window> windows = open.stream()
                .map(w -> w.tabs.state(new Frame(w.stage.getX(), w.stage.getY(), w.stage.getScene().getWidth(),
                        w.stage.getScene().getHeight()), w.stage.isMaximized()))
                .toList();
        session = session.with(windows);
        Session now = session;
        disk.tell(() -> sessionStore.save(now));
    }

    // What windows share

    Workspace workspace() {
        Workspace workspace = new Workspace(Platform::runLater, disks.get(), Optional.of(recovery), pace);
        workspace.side().set(preferences.autosave());
        return workspace;
    }

    /** What opens a page of the web. */
    void setBrowser(Consumer<String> opens) {
        browser = opens;
    }

    Consumer<String> browser() {
        return browser;
    }

    Thumbnails thumbnails() {
        return thumbnails;
    }

    /** Where the windows read and write what is theirs together. */
    Disk disk() {
        return disk;
    }

    /** Tells the recent files as they are now. */
    void recent(Consumer<List<RecentFiles.Recent>> then) {
        disk.ask(recent::all, then);
    }

    void forget(Path file) {
        disk.tell(() -> recent.forget(file));
    }

    void used(Path file) {
        Instant now = Instant.now();
        disk.tell(() -> recent.add(file, now));
        rememberWindows();
    }

    /** The page in which this file is open. */
    Optional<Designer> find(Path file) {
        return open.stream().flatMap(w -> w.tabs.pages().stream()).filter(p -> p.workspace.isFile(file)).findFirst();
    }

    void toFront(Designer page) {
        for (Window window : open) {
            if (!window.tabs.pages().contains(page)) continue;
            window.tabs.front(page);
            window.stage.toFront();
        }
    }

    /** Remembers what of the page's file is in sight. */
    void remember(Designer page) {
        if (page.workspace.opening()) return;
        Viewport v = page.canvas.viewport();
        Optional<Session.View> view = page.canvas.showsAll() ? Optional.empty()
                : Optional.of(new Session.View(v.x(), v.y(), v.zoom()));
        page.workspace.file().ifPresent(f -> session = session.with(f.toAbsolutePath().normalize().toString(), view));
    }

    /** Shows what of the page's file was in sight when it was left. */
    void look(Designer page) {
        page.workspace.file()
                .flatMap(f -> session.view(f.toAbsolutePath().normalize().toString()))
                .ifPresent(v -> page.canvas.setViewport(new Viewport(v.x(), v.y(), v.zoom())));
    }

    // Preferences

    Theme theme() {
        return theme;
    }

    private static Theme theme(Preferences.Look look) {
        return switch (look) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case CONTRAST -> Theme.CONTRAST;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
        };
    }

    Preferences preferences() {
        return preferences;
    }

    /** Other preferences hold from now on, in all windows. */
    void prefer(Preferences next) {
        preferences = next;
        disk.tell(() -> preferencesStore.save(next));
        open.stream().flatMap(w -> w.tabs.pages().stream()).forEach(this::settle);
        dress(theme(next.look()));
    }

    /** These node types were added last: that is for all windows, and for next time. */
    void usedTypes(List<NodeType> types) {
        preferences = preferences.withRecentTypes(types.stream().map(NodeType::id).toList());
        Preferences now = preferences;
        disk.tell(() -> preferencesStore.save(now));
        open.stream().flatMap(w -> w.tabs.pages().stream()).forEach(p -> p.recent.show(types));
    }

    /** A page follows the preferences. */
    void settle(Designer page) {
        page.recent.show(preferences.recentTypes().stream().map(CatalogTexts::find).flatMap(Optional::stream).toList());
        page.workspace.side().set(preferences.autosave());
        if (page.scale() != preferences.scale()) page.scale(preferences.scale());
        page.reduceMotion(preferences.reducedMotion() || Platform.getPreferences().isReducedMotion());
    }

    /** Colours that were chosen on a page are for all of them, and for next time. */
    void dressed(Theme next) {
        if (dressing || next == theme) return;
        prefer(preferences.with(next == Theme.CONTRAST ? Preferences.Look.CONTRAST
                : next.dark() ? Preferences.Look.DARK : Preferences.Look.LIGHT));
    }

    void otherColours() {
        dressed(theme.dark() ? Theme.LIGHT : Theme.DARK);
    }

    private void dress(Theme next) {
        theme = next;
        dressing = true;
        javafx.application.Application.setUserAgentStylesheet(next.userAgentStyleSheet());
        open.forEach(w -> w.tabs.dress(next));
        dressing = false;
    }

    void showPreferences(Tabs over) {
        open.stream()
                .filter(w -> w.tabs == over)
                .findFirst()
                .ifPresent(w -> new PreferencesDialog(this, w.stage).show());
    }
}
