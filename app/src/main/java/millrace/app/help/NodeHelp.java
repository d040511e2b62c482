package millrace.app.help;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import millrace.app.file.ShippedDesigns;
import millrace.app.look.Theme;
import millrace.app.text.Texts;
import millrace.catalog.NodeType;
import millrace.catalog.Setting;

/** Help for a node type, over the window while it is open. */
public final class NodeHelp extends StackPane {
    /** What is asked for here. */
    public interface Requests {
        /** The example, a packed design, is to be opened as a new design. */
        void open(String example);

        void closed();
    }

    private final VBox card = new VBox(12);
    private final Button close = new Button("×");
    private Theme theme = Theme.LIGHT;
    private Optional<ExamplePicture> picture = Optional.empty();
    private Optional<Requests> requests = Optional.empty();

    public NodeHelp() {
        card.getStyleClass().addAll("finder", "node-help-card");
        card.setMaxSize(640, 660);
        getStyleClass().add("finder-ground");
        getChildren().add(card);
        setAlignment(Pos.CENTER);
        close.getStyleClass().addAll("flat", "icon");
        close.setAccessibleText(Texts.of("help.close"));
        close.setOnAction(e -> close());
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ESCAPE && e.getCode() != KeyCode.F1) return;
            close();
            e.consume();
        });
        setOnMousePressed(e -> {
            if (e.getTarget() == this) close();
        });
        setVisible(false);
    }

    public void setTheme(Theme next) {
        theme = next;
    }

    public void show(NodeType type, Requests asked) {
        requests = Optional.of(asked);
        Optional<String> example = Optional.of("examples/" + type.id() + ".json")
                .filter(path -> ShippedDesigns.read(path).isPresent());
        picture = example.map(path -> new ExamplePicture(path, type, theme));
        VBox words = new VBox(10);
        words.getStyleClass().add("help-words");
        words.getChildren().add(paragraph(type.what(), "help-text"));
        picture.ifPresent(words.getChildren()::add);
        words.getChildren()
                .addAll(heading(Texts.of("help.mistake")), paragraph(type.mistake(), "help-text"),
                        heading(Texts.of("help.settings")), settings(type));
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card.getChildren().setAll(title(type), scroll);
        example.ifPresent(path -> card.getChildren().add(opener(path)));
        setVisible(true);
        close.requestFocus();
    }

    private HBox title(NodeType type) {
        Label title = new Label(type.title());
        title.getStyleClass().add("help-title");
        Label line = new Label(type.line());
        line.getStyleClass().add("help-line");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(new VBox(2, title, line), gap, close);
    }

    private Button opener(String path) {
        Button open = new Button(Texts.of("help.open"));
        open.getStyleClass().add("primary");
        open.setOnAction(e -> {
            close();
            requests.ifPresent(r -> r.open(path));
        });
        return open;
    }

    private static VBox settings(NodeType type) {
        VBox all = new VBox(6);
        for (Setting setting : type.form()) {
            Label name = paragraph(setting.label(), "help-setting");
            name.setMinWidth(150);
            name.setPrefWidth(150);
            Label line = paragraph(setting.help(), "help-text");
            HBox.setHgrow(line, Priority.ALWAYS);
            all.getChildren().add(new HBox(10, name, line));
        }
        return all;
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("help-heading");
        return label;
    }

    private static Label paragraph(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** Whether the picture in it shows a run. */
    public boolean pictureRuns() {
        return picture.filter(ExamplePicture::isRunning).isPresent();
    }

    private void close() {
        setVisible(false);
        picture.ifPresent(ExamplePicture::close);
        picture = Optional.empty();
        card.getChildren().clear();
        requests.ifPresent(Requests::closed);
    }
}
