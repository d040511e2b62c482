package millrace.app.welcome;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import millrace.app.file.RecentFiles.Recent;
import millrace.app.look.Theme;
import millrace.app.text.Texts;

/** The page that greets: to the left what to begin with and the recent files, to the right the gallery of shipped designs. */
public final class Welcome extends BorderPane {
    private static final double SIDE = 352;
    private static final double NARROW_SIDE = 300;
    private static final double NARROW = 1320;

    /** What the hand asks for here. */
    public interface Requests {
        void create();

        void choose();

        void open(Path file);

        /** Takes a file off the list of recent ones. */
        void forget(Path file);

        /** A copy of a shipped design, by its path in the package. */
        void copy(String path);

        void otherColours();
    }

    private final Requests requests;
    private final TextField query = new TextField();
    private final Label nothing = new Label(Texts.of("welcome.nothing"));
    private final Gallery gallery;
    private final RecentList recent;
    private final VBox side;
    private List<Recent> files = List.of();
    private Theme theme = Theme.LIGHT;

    public Welcome(Requests requests, Thumbnails thumbnails) {
        this.requests = requests;
        gallery = new Gallery(thumbnails, d -> requests.copy(d.path()));
        recent = new RecentList(requests, thumbnails);
        side = side();
        getStyleClass().add("welcome");
        setLeft(side);
        setCenter(right());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        widthProperty().addListener(o -> side.setPrefWidth(getWidth() < NARROW ? NARROW_SIDE : SIDE));
    }

    private VBox side() {
        Label name = new Label(Texts.of("welcome.name"));
        name.getStyleClass().add("welcome-name");
        Label line = new Label(Texts.of("welcome.line"));
        line.getStyleClass().add("welcome-line");
        HBox head = new HBox(12, Icons.logo(44), new VBox(name, line));
        head.setAlignment(Pos.CENTER_LEFT);
        Button create = button("new", "plus", requests::create);
        create.getStyleClass().add("primary");
        HBox begin = new HBox(10, create, button("open", "open", requests::choose));
        begin.getStyleClass().add("welcome-begin");
        Label title = new Label(Texts.of("welcome.recent"));
        title.getStyleClass().add("welcome-section");
        ScrollPane scroll = new ScrollPane(recent);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label drop = new Label(Texts.of("welcome.drop"), Icons.of("file", 16));
        drop.getStyleClass().add("welcome-drop");
        VBox whole = new VBox(head, begin, title, scroll, drop);
        whole.getStyleClass().add("welcome-side");
        whole.setPrefWidth(SIDE);
        return whole;
    }

    private static Button button(String id, String icon, Runnable what) {
        Button button = new Button(Texts.of("welcome." + id), Icons.of(icon, 16));
        button.setId("welcome-" + id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> what.run());
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private BorderPane right() {
        Label title = new Label(Texts.of("welcome.gallery"));
        title.getStyleClass().add("title");
        query.setPromptText(Texts.of("welcome.find"));
        query.setAccessibleText(Texts.of("welcome.find"));
        query.setId("welcome-find");
        query.setPrefWidth(250);
        query.textProperty().addListener((o, was, is) -> find(is));
        Button colours = new Button("", Icons.of("theme", 18));
        colours.getStyleClass().addAll("flat", "icon");
        colours.setAccessibleText(Texts.of("welcome.colours"));
        colours.setTooltip(new Tooltip(Texts.of("welcome.colours")));
        colours.setOnAction(e -> requests.otherColours());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(12, title, gap, query, colours);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("welcome-top");
        nothing.getStyleClass().addAll("second", "gallery-nothing");
        nothing.setVisible(false);
        nothing.setManaged(false);
        ScrollPane scroll = new ScrollPane(new VBox(nothing, gallery));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("welcome-scroll");
        gallery.addEventHandler(KeyEvent.KEY_RELEASED, e -> reveal(scroll, e));
        return new BorderPane(scroll, top, null, null, null);
    }

    /** What the keys walk to comes into sight. */
    private void reveal(ScrollPane scroll, KeyEvent event) {
        if (!(event.getTarget() instanceof Node at)) return;
        double all = scroll.getContent().getLayoutBounds().getHeight();
        double room = scroll.getViewportBounds().getHeight();
        if (all <= room) return;
        double y = scroll.getContent().sceneToLocal(at.localToScene(at.getLayoutBounds())).getCenterY();
        scroll.setVvalue(Math.clamp((y - room / 2) / (all - room), 0, 1));
    }

    private void find(String words) {
        boolean none = gallery.find(words) == 0;
        nothing.setVisible(none);
        nothing.setManaged(none);
    }

    /** Shows the recent files as they are now. */
    public void show(List<Recent> now) {
        files = now;
        recent.show(files, theme);
    }

    public void dress(Theme next) {
        theme = next;
        getStylesheets().setAll(String.valueOf(Welcome.class.getResource("welcome.css")));
        gallery.dress(next);
        recent.show(files, next);
    }

    /** Whether the picture of the design that is pointed at plays. */
    public void setMoves(boolean moves) {
        gallery.live().setMoves(moves);
    }

    public boolean plays() {
        return gallery.live().plays();
    }

    /** The window is gone: nothing is painted for it any more. */
    public void stop() {
        setCenter(new Region());
    }

    @Override
    public void requestFocus() {
        gallery.first().ifPresentOrElse(Node::requestFocus, query::requestFocus);
    }

    private void key(KeyEvent event) {
        boolean searching = event.getTarget() == query;
        if (searching && event.getCode() == KeyCode.ESCAPE && !query.getText().isEmpty()) query.clear();
        else if (searching && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER))
            gallery.first().ifPresent(Node::requestFocus);
        else if (event.isShortcutDown() && event.getCode() == KeyCode.F) query.requestFocus();
        else
            return;
        event.consume();
    }

    /** Who begins to type is searching. */
    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean letter = text.length() == 1 && Character.isLetterOrDigit(text.charAt(0));
        if (event.getTarget() instanceof TextInputControl || !letter || event.isShortcutDown() || event.isAltDown())
            return;
        query.requestFocus();
        query.appendText(text);
        query.end();
        event.consume();
    }
}
