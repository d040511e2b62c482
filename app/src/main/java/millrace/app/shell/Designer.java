package millrace.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import millrace.app.canvas.CanvasView;
import millrace.app.chart.TimeChartView;
import millrace.app.editor.Edits;
import millrace.app.editor.Fixes;
import millrace.app.editor.Types;
import millrace.app.help.NodeHelp;
import millrace.app.inspector.Inspector;
import millrace.app.inspector.Subject;
import millrace.app.look.StyleSheets;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.app.prefs.Session;
import millrace.app.results.ProblemsView;
import millrace.app.results.ResultsView;
import millrace.app.text.CatalogTexts;
import millrace.app.text.Texts;
import millrace.app.timeline.TimelineView;
import millrace.app.why.WhyLayer;
import millrace.catalog.NodeType;
import millrace.design.Problem;
import millrace.design.Value;
import org.jspecify.annotations.Nullable;

/** The whole window's content: its parts in their places. What they show is kept by the {@link Screen}. */
final class Designer extends StackPane {
    /** The style sheets of the window's own parts. */
    static final List<String> SHEETS = List.of("shell.css", "adding.css", "files.css", "finder.css", "asking.css",
            "history.css", "/millrace/app/inspector/inspector.css", "/millrace/app/canvas/in-place.css",
            "/millrace/app/help/help.css");

    final Workspace workspace;
    final Types types = CatalogTexts::find;
    final Edits edits = new Edits(types);
    final CanvasView canvas;
    final WhyLayer canvasWhy = new WhyLayer();
    final TimelineView timeline = new TimelineView();
    final TimeChartView chart = new TimeChartView();
    final ComboBox<String> chartOf = new ComboBox<>();
    final ResultsView results = new ResultsView();
    final ProblemsView problems = new ProblemsView();
    final Inspector inspector;
    final TopBar top;
    final Palette palette;
    final TabPane tabs = new TabPane();
    final EmptyNote empty;
    final Tab chartTab;
    final Tab resultsTab;
    final Tab problemsTab;
    final TearOff tearOff = new TearOff(this);
    final Panes panes;
    final FileBanner banner = new FileBanner();
    final Label bannerWords = banner.words;
    /** Canvas above, views below. */
    final SplitPane work = new SplitPane();
    final RecentTypes recent = new RecentTypes();
    final QuickAdd quickAdd = new QuickAdd(recent);
    final HistoryView history;
    ClipBoard clipBoard = ClipBoard.SYSTEM;
    /** Opens an address in the person's browser; there is none in tests. */
    Consumer<String> browser = address -> {};
    final CommandPalette finder;
    final ShortcutSheet shortcuts;
    final CanvasSearch search;
    final ExportDialog export;
    final NodeHelp help = new NodeHelp();
    final WhyButton whyButton;
    final Busy busy;
    final StepNote stepNote = new StepNote();
    final ValuesForm valuesForm = new ValuesForm();
    final GoTo goTo;
    private final Fixes fixes;
    private final Dialogs dialogs;
    final WindowActions window;
    private final Screen screen;
    private final Playing playing;
    private Theme theme;
    private double scale = 1;
    private boolean reducedMotion;
    private final javafx.beans.value.ChangeListener<Boolean> reducedListener = (o, was, is) -> reduceMotion(is);
    private Host host = new Host.Alone(this);
    private Consumer<Theme> dressed = t -> {};

    Designer(Workspace workspace, Dialogs dialogs, Theme theme) {
        this.workspace = workspace;
        this.theme = theme;
        this.dialogs = dialogs;
        fixes = new Fixes(types);
        canvas = new CanvasView(workspace.editor(), types, CatalogTexts.types(), theme);
        whyButton = new WhyButton(canvas.places());
        inspector = new Inspector(new FromInspector());
        palette = new Palette(new FromPalette(), recent);
        panes = new Panes(this);
        window = new WindowActions(this, dialogs);
        top = new TopBar(window.actions(), workspace.playhead());
        finder = new CommandPalette(this);
        export = new ExportDialog(this, dialogs);
        shortcuts = new ShortcutSheet(this);
        search = new CanvasSearch(this);
        goTo = new GoTo(this);
        empty = new EmptyNote(() -> window.actions().find("problems").run());
        chartTab = tab(Texts.of("files.views.chart"), new StackPane(chart, empty));
        resultsTab = tab(Texts.of("files.views.results"), results);
        problemsTab = tab(Texts.of("files.views.problems"), problems);
        history = new HistoryView(workspace.editor());
        getChildren().addAll(arranged(), quickAdd, valuesForm, finder, history, help, shortcuts, export);
        sceneProperty().addListener((o, was, is) -> sealAtEachField(is));
        getStyleClass().add("designer");
        addEventHandler(KeyEvent.KEY_PRESSED, window.actions()::key);
        busy = new Busy(this);
        screen = new Screen(this);
        playing = new Playing(this);
        playing.start();
        SpaceTap.on(this, workspace.playhead()::toggle);
        dress(theme);
        followPlatform();
        widthProperty().addListener(o -> fit());
        heightProperty().addListener(o -> fit());
    }

    private BorderPane arranged() {
        tabs.getStyleClass().add("views");
        work.getItems()
                .setAll(new BorderPane(new StackPane(canvas, whyButton, canvasWhy, search, stepNote), banner, null,
                        null, palette),
                        views());
        work.setOrientation(Orientation.VERTICAL);
        work.setDividerPositions(Session.Window.DIVIDER);
        BorderPane all = new BorderPane(work, top, inspector, null, null);
        all.setMinSize(0, 0);
        return all;
    }

    private VBox views() {
        tabs.getTabs().setAll(chartTab, resultsTab);
        tabs.getTabs().addAll(panes.tabs());
        tabs.getTabs().add(problemsTab);
        tabs.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> panes.opened());
        HBox of = new HBox(8, chart.controls(), chartOf);
        chartOf.setTooltip(new Tooltip(Texts.of("files.views.of")));
        chartOf.setAccessibleText(Texts.of("files.views.of"));
        of.setAlignment(Pos.CENTER_RIGHT);
        of.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        of.getStyleClass().add("chart-of");
        of.visibleProperty().bind(tabs.getSelectionModel().selectedItemProperty().isEqualTo(chartTab));
        StackPane.setAlignment(of, Pos.TOP_RIGHT);
        StackPane tabbed = new StackPane(tabs, of, besideTabs());
        tabs.setSkin(new BesideTabs(tabs, tabbed));
        VBox.setVgrow(tabbed, Priority.ALWAYS);
        VBox views = new VBox(timeline, tabbed);
        views.setMinHeight(Tokens.LEAST_VIEW);
        return views;
    }

    /** What the open view has beside the tabs. */
    private HBox besideTabs() {
        HBox beside = new HBox();
        beside.setAlignment(Pos.CENTER_RIGHT);
        beside.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        beside.getStyleClass().add("chart-of");
        StackPane.setAlignment(beside, Pos.TOP_RIGHT);
        tabs.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> beside.getChildren().setAll(panes.controls().stream().toList()));
        return beside;
    }

    private static Tab tab(String title, javafx.scene.Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    /** What is written in a field is one step until the field is left. */
    private void sealAtEachField(@Nullable Scene scene) {
        if (scene != null) scene.focusOwnerProperty().addListener((o, was, is) -> workspace.editor().seal());
    }

    /** Narrow windows get a rail for a palette, low ones a narrower inspector. */
    private void fit() {
        boolean narrow = getWidth() < Tokens.NARROW_WINDOW * scale;
        palette.rail(narrow);
        chartOf.setPrefWidth(scale * (narrow ? Tokens.CHOICE_NARROW : Tokens.CHOICE));
        top.fit(getWidth() / scale);
        inspector.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("narrow"),
                getHeight() < Tokens.LOW_WINDOW * scale || getWidth() < Tokens.TIGHT_WINDOW * scale);
    }

    /** What the system says of motion holds until the person says otherwise. */
    private void followPlatform() {
        var preferences = javafx.application.Platform.getPreferences();
        reduceMotion(preferences.isReducedMotion());
        preferences.reducedMotionProperty().addListener(reducedListener);
    }

    Theme theme() {
        return theme;
    }

    /** Puts on the colours of a theme. The base theme is the program's, for all of its windows. */
    void dress(Theme next) {
        theme = next;
        javafx.application.Application.setUserAgentStylesheet(next.userAgentStyleSheet());
        List<String> sheets = new ArrayList<>(next.styleSheets());
        for (String own : SHEETS)
            sheets.add(String.valueOf(Designer.class.getResource(own)));
        getStylesheets().setAll(StyleSheets.scaled(sheets, scale));
        help.setTheme(next);
        canvas.setTheme(next);
        timeline.setTheme(next);
        chart.setTheme(next);
        panes.dress(next);
        screen.dress(next);
        dressed.accept(next);
    }

    /** Hears of other colours that were chosen here: they are for all windows. */
    void setOnDressed(Consumer<Theme> then) {
        dressed = then;
    }

    Host host() {
        return host;
    }

    /** The program around this page. */
    void setHost(Host next) {
        host = next;
    }

    /** Opens a file in this page. */
    void show(Path file, Runnable then) {
        workspace.open(file, () -> {
            canvas.fit();
            window.files().care().opened();
            then.run();
        });
        busy.show();
    }

    double scale() {
        return scale;
    }

    /** How large everything is, for projectors: 1 to 2. Type, rows, fields, nodes, and what a hand must hit. */
    void scale(double next) {
        scale = next;
        canvas.setScale(next);
        dress(theme);
        fit();
    }

    boolean reducedMotion() {
        return reducedMotion;
    }

    /** With motion reduced nothing glides, fades or travels. */
    void reduceMotion(boolean reduced) {
        reducedMotion = reduced;
        canvas.setReducedMotion(reduced);
        canvasWhy.setMotion(!reduced);
        chart.setMotion(!reduced);
    }

    Screen screen() {
        return screen;
    }

    /** Stops what moves by itself. */
    void stop() {
        playing.stop();
        tearOff.closeAll();
        javafx.application.Platform.getPreferences().reducedMotionProperty().removeListener(reducedListener);
        workspace.close();
    }

    /** What the palette asks for. */
    private final class FromPalette implements Palette.Requests {
        @Override
        public void add(NodeType type) {
            canvas.hand().addInSight(type);
            recent.used(type);
            canvas.requestFocus();
        }

        @Override
        public void quickAdd() {
            window.actions().find("quick-add").run();
        }

        @Override
        public void dragged(NodeType type, double sceneX, double sceneY) {
            canvas.hand().dropMoved(type, sceneX, sceneY);
        }

        @Override
        public void dropped(NodeType type, double sceneX, double sceneY) {
            if (canvas.hand().dropReleased(sceneX, sceneY)) recent.used(type);
            canvas.requestFocus();
        }
    }

    /** What the inspector asks for. */
    private final class FromInspector implements Inspector.Requests {
        @Override
        public void set(Subject subject, String path, Value value) {
            workspace.editor().dispatch(new SettingEdits(edits).set(subject, path, value));
        }

        @Override
        public void setFromNow(Subject subject, String path, Value value) {
            window.whatIf().setFromNow(subject, path, value);
        }

        @Override
        public void takeBack(int place) {
            workspace.editor().dispatch(edits.takeBack(place));
        }

        @Override
        public void rename(Subject subject, String name) {
            if (subject.title().equals(name)) return;
            switch (subject) {
                case Subject.OfNode n -> workspace.editor().dispatch(edits.rename(n.node().id(), name));
                case Subject.OfUnknown n -> workspace.editor().dispatch(edits.rename(n.node().id(), name));
                case Subject.OfDesign d -> workspace.editor().dispatch(edits.renameDesign(name));
                case Subject.OfNodes n -> {}
                case Subject.OfWire w -> {}
                case Subject.OfNote n -> {}
                case Subject.OfFrame f -> workspace.editor().dispatch(edits.renameFrame(f.frame().id(), name));
            }
        }

        @Override
        public void done() {
            workspace.editor().seal();
        }

        @Override
        public Optional<String> fix(Problem problem) {
            return Designer.this.fix(problem).map(Fixes.Fix::label);
        }

        @Override
        public void mend(Problem problem) {
            Designer.this.mend(problem);
        }

        @Override
        public Optional<String> chooseFile(boolean forReading) {
            return dialogs.chooseData(workspace.file(), forReading)
                    .flatMap(file -> DataFiles.beside(workspace.file(), file, dialogs::tell));
        }

        @Override
        public void leave() {
            canvas.requestFocus();
        }
    }

    /** What one click does about a problem. */
    Optional<Fixes.Fix> fix(Problem problem) {
        return fixes.of(workspace.editor().design(), problem);
    }

    private void mend(Problem problem) {
        workspace.editor().seal();
        fix(problem).ifPresent(f -> workspace.editor().dispatch(f.transaction()));
        workspace.editor().seal();
    }

    /** What the list of problems asks for. */
    final class FromProblems implements ProblemsView.Fixes {
        @Override
        public Optional<String> label(Problem problem) {
            return fix(problem).map(Fixes.Fix::label);
        }

        @Override
        public void mend(Problem problem) {
            Designer.this.mend(problem);
        }
    }
}
