package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import millrace.app.text.Texts;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.trace.Hand;
import millrace.trace.NodeMoment;
import millrace.trace.Status;

/** The right side of the window: what the selected thing is set to, and what a node holds at the playhead. */
public final class Inspector extends BorderPane {
    private static final double TIP = 360;
    private static final String DESIGN_ICON = "M3 5h5v5H3z M12 10h5v5h-5z M8 7.5h2.5v5H12";
    private static final String NODES_ICON = "M3 3h8v6H3z M9 11h8v6H9z";
    private static final String UNKNOWN_ICON = "M6.5 7a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3 M10 16v.2";
    private static final String NOTE_ICON = "M4 3h12v10l-4 4H4z M7 7h6 M7 10.5h6";
    private static final String FRAME_ICON = "M3 4h14v12H3z M3 8h14";
    private static final String WIRE_ICON = "M3 6c8 0 6 8 14 8";

    /** What the hand asks for here. */
    public interface Requests {
        /** A setting is to have a value; {@link Value.Nothing} takes the setting away. */
        void set(Subject subject, String path, Value value);

        /** As {@link #set}, but from the playhead on. */
        void setFromNow(Subject subject, String path, Value value);

        /** A change that is to come does not, by its place in the design. */
        void takeBack(int place);

        /** A wire has no name of its own. */
        void rename(Subject subject, String name);

        /** A field was left: what is typed next is a step of its own. */
        void done();

        /** What a click would do about a problem; empty if nothing. */
        Optional<String> fix(Problem problem);

        void mend(Problem problem);

        /** Asks for a file beside the design. */
        Optional<String> chooseFile(boolean forReading);

        /** The keys are to go back to the canvas. */
        void leave();
    }

    private final Requests requests;
    private final SVGPath icon = new SVGPath();
    private final MenuButton more = new MenuButton("⋯");
    private final TextField name = new TextField();
    private final Label title = new Label();
    private final Label kind = new Label();
    private final Label help = new Label();
    private final SettingsForm form;
    private final NowPane now = new NowPane();
    private final VBox settings = new VBox();
    private final Tab settingsTab = tab(Texts.of("inspector.settings"), settings);
    private final Tab nowTab = tab(Texts.of("inspector.now"), now);
    private final TabPane tabs = new TabPane();
    private Subject subject = new Subject.OfDesign(Design.EMPTY);

    public Inspector(Requests requests) {
        this.requests = requests;
        form = new SettingsForm(new FromForm());
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ESCAPE || !atRest(e)) return;
            requests.leave();
            e.consume();
        });
        name.setAccessibleText(Texts.of("inspector.name"));
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ESCAPE) return;
            requests.leave();
            e.consume();
        });
        getStyleClass().add("inspector");
        help.setWrapText(true);
        help.getStyleClass().add("node-help");
        name.getStyleClass().add("node-name-field");
        name.setOnAction(e -> rename());
        name.focusedProperty().addListener((o, was, is) -> {
            if (!is) rename();
        });
        name.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) name.setText(subject.title());
        });
        setTop(header());
        setCenter(tabs);
        show(subject, FormContext.NONE, Scheduled.Later.NONE, List.of());
    }

    /** Whether Escape means nothing to the part that has the keys: it would swallow it nevertheless. */
    private static boolean atRest(KeyEvent e) {
        return switch (e.getTarget()) {
            case TableView<?> t -> t.getEditingCell() == null;
            case ComboBox<?> c -> !c.isShowing() && !c.isEditable();
            case MenuButton m -> !m.isShowing();
            case ButtonBase b -> true;
            default -> false;
        };
    }

    private static Tab tab(String title, javafx.scene.Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Tab tab = new Tab(title, scroll);
        tab.setClosable(false);
        return tab;
    }

    /** What stands behind the three points beside the name, asked for each time they are opened. */
    public void setMore(Supplier<List<MenuItem>> items) {
        more.setOnShowing(e -> more.getItems().setAll(items.get()));
        more.getItems().setAll(items.get());
    }

    private HBox header() {
        icon.setStrokeLineCap(StrokeLineCap.ROUND);
        icon.setStrokeLineJoin(StrokeLineJoin.ROUND);
        icon.getStyleClass().add("node-icon");
        StackPane tile = new StackPane(new Group(icon));
        tile.getStyleClass().add("icon-tile");
        kind.getStyleClass().add("node-type");
        VBox words = new VBox(new StackPane(name, title), kind);
        words.setMinWidth(0);
        titled();
        HBox.setHgrow(words, Priority.ALWAYS);
        more.getStyleClass().addAll("flat", "icon", "more");
        more.setAccessibleText(Texts.of("inspector.more"));
        HBox header = new HBox(10, tile, words, more);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("inspector-header");
        return header;
    }

    /** While no hand writes it the name is cut with points, and stands whole in a tip. */
    private void titled() {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(name.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(TIP);
        title.textProperty().bind(name.textProperty());
        title.visibleProperty().bind(name.focusedProperty().not());
        title.setMouseTransparent(true);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("node-name");
        title.textTruncatedProperty().addListener((o, was, is) -> name.setTooltip(is ? whole : null));
    }

    /** Nothing is without a name: one that is left empty is what it was. */
    private void rename() {
        if (name.getText().isBlank()) name.setText(subject.title());
        if (name.isEditable()) requests.rename(subject, name.getText().strip());
    }

    /** Shows the settings of a node, a wire or the design, and what they are to become. */
    public void show(Subject shown, FormContext around, Scheduled.Later later, List<Problem> problems) {
        boolean another = !shown.same(subject);
        subject = shown;
        List<Tab> wanted = shown instanceof Subject.OfNode ? List.of(settingsTab, nowTab) : List.of(settingsTab);
        if (!tabs.getTabs().equals(wanted)) tabs.getTabs().setAll(wanted);
        icon.setContent(icon(shown));
        name.setEditable(named(shown));
        if (another || !name.isFocused()) name.setText(shown.title());
        kind.setText(shown.kind());
        help.setText(shown.help());
        // What a design is about comes first; what a node does is looked up.
        settings.getChildren().setAll(shown instanceof Subject.OfDesign ? List.of(help, form) : List.of(form, help));
        form.show(shown, around, later, problems);
    }

    private static boolean named(Subject subject) {
        return switch (subject) {
            case Subject.OfNode n -> true;
            case Subject.OfUnknown n -> true;
            case Subject.OfDesign d -> true;
            case Subject.OfNodes n -> false;
            case Subject.OfWire w -> false;
            case Subject.OfNote n -> false;
            case Subject.OfFrame f -> true;
        };
    }

    private static String icon(Subject subject) {
        return switch (subject) {
            case Subject.OfNode n -> n.type().icon();
            case Subject.OfNodes n -> NODES_ICON;
            case Subject.OfUnknown n -> UNKNOWN_ICON;
            case Subject.OfNote n -> NOTE_ICON;
            case Subject.OfFrame f -> FRAME_ICON;
            case Subject.OfWire w -> WIRE_ICON;
            case Subject.OfDesign d -> DESIGN_ICON;
        };
    }

    /** Puts the cursor into the name. */
    public void editName() {
        name.requestFocus();
        name.selectAll();
    }

    /** Puts the cursor into a setting and brings it into sight; false if the form has no such setting. */
    public boolean focus(String path) {
        tabs.getSelectionModel().select(settingsTab);
        applyCss();
        layout();
        if (!form.focus(path)) return false;
        form.placeOf(path).ifPresent(this::reveal);
        return true;
    }

    /** Puts the cursor into the first setting, or into the name. */
    public void enter() {
        tabs.getSelectionModel().select(settingsTab);
        if (!form.focusFirst()) editName();
    }

    private void reveal(javafx.scene.Node line) {
        ScrollPane scroll = (ScrollPane) settingsTab.getContent();
        double y = settings.sceneToLocal(line.localToScene(0, 0)).getY();
        double room = settings.getHeight() - scroll.getViewportBounds().getHeight();
        if (room > 0) scroll.setVvalue(Math.clamp((y - 40) / room, 0, 1));
    }

    /** What the form asks for is asked for here. */
    private final class FromForm implements SettingsForm.Change {
        @Override
        public void set(Subject about, String path, Value value) {
            requests.set(about, path, value);
        }

        @Override
        public void setFromNow(Subject about, String path, Value value) {
            requests.setFromNow(about, path, value);
        }

        @Override
        public void takeBack(int place) {
            requests.takeBack(place);
        }

        @Override
        public void done() {
            requests.done();
        }

        @Override
        public Optional<String> fix(Problem problem) {
            return requests.fix(problem);
        }

        @Override
        public void mend(Problem problem) {
            requests.mend(problem);
        }

        @Override
        public Optional<String> chooseFile(boolean forReading) {
            return requests.chooseFile(forReading);
        }
    }

    /**
     * Shows what the node holds.
     *
     * @param hands what each of its instances has to do; empty if it never has several
     */
    public void now(Optional<NodeMoment> moment, Optional<Status> status, List<Hand> hands, Clock clock) {
        now.show(moment, status, hands, clock);
    }
}
