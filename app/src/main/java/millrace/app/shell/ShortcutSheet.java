package millrace.app.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import millrace.app.text.Texts;

/** All that keys do, on one sheet: made of the actions themselves, and of what the canvas and the fields hear. */
final class ShortcutSheet extends StackPane {
    /** Keys that belong to a place, not to an action: the text {@code finder.key.<name>} is "Keys: what they do". */
    private static final Map<String, List<String>> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("canvas", List.of("arrows", "fine", "tab", "enter", "delete", "pan", "out"));
        PLACES.put("fields", List.of("step", "complete", "back", "leave"));
        PLACES.put("tables", List.of("cell", "row", "above", "below", "remove", "paste"));
    }

    private static final int COLUMNS = 3;
    private static final double WORDS = 190;

    private final Designer parts;
    private final VBox sheet = new VBox(10);
    private final Button close = new Button("×");

    ShortcutSheet(Designer parts) {
        this.parts = parts;
        getStyleClass().add("finder-ground");
        sheet.getStyleClass().addAll("finder", "shortcut-sheet");
        sheet.setMaxSize(980, 620);
        getChildren().add(sheet);
        setAlignment(Pos.CENTER);
        close.getStyleClass().addAll("flat", "icon");
        close.setAccessibleText(Texts.of("finder.close"));
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

    void open() {
        Label title = new Label(Texts.of("finder.keys"));
        title.getStyleClass().add("sheet-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Map<String, List<String[]>> groups = actions();
        PLACES.forEach((place, keys) -> groups.put(place, keys.stream()
                .map(k -> new String[] {Texts.of("finder.key." + k + ".does"), Texts.of("finder.key." + k)})
                .toList()));
        ScrollPane scroll = new ScrollPane(columns(groups));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        sheet.getChildren().setAll(new HBox(title, gap, close), scroll);
        setVisible(true);
        close.requestFocus();
    }

    /** Side by side, each group where there is most room left. */
    private static HBox columns(Map<String, List<String[]>> groups) {
        HBox columns = new HBox(22);
        int[] filled = new int[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            VBox column = new VBox(14);
            HBox.setHgrow(column, Priority.ALWAYS);
            columns.getChildren().add(column);
        }
        groups.forEach((name, rows) -> {
            int least = 0;
            for (int i = 1; i < COLUMNS; i++)
                if (filled[i] < filled[least]) least = i;
            filled[least] += rows.size() + 2;
            ((VBox) columns.getChildren().get(least)).getChildren().add(group(name, rows));
        });
        return columns;
    }

    private void close() {
        setVisible(false);
        parts.canvas.requestFocus();
    }

    /** The actions that have keys, under their headings. */
    private Map<String, List<String[]>> actions() {
        Map<String, List<String[]>> groups = new LinkedHashMap<>();
        for (Action action : parts.window.actions().all()) {
            if (action.keys().isEmpty()) continue;
            groups.computeIfAbsent(action.group(), g -> new java.util.ArrayList<>())
                    .add(new String[] {Texts.of("shell." + action.id()), action.keyText()});
        }
        return groups;
    }

    private static VBox group(String name, List<String[]> rows) {
        Label title = new Label(Texts.of("finder.group." + name));
        title.getStyleClass().add("sheet-group");
        VBox group = new VBox(4, title);
        rows.forEach(row -> group.getChildren().add(row(row[0], row[1])));
        return group;
    }

    private static HBox row(String what, String keyText) {
        Label words = new Label(what);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(0);
        words.setPrefWidth(WORDS);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label keys = new Label(keyText);
        keys.getStyleClass().add("key-cap");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, words, keys);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
