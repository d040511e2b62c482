package millrace.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import millrace.app.text.Texts;
import millrace.design.Value;

/** What is computed of a window's events, a line each: "Sum of value". What the lists don't offer is typed as text. */
final class AggregatesEditor implements FieldEditor {
    private static final List<String> KINDS = List.of("count", "sum", "min", "max", "average", "distinct", "first",
            "last",
            "collect", "top 3", "percentile 95");
    private static final Pattern SIMPLE = Pattern.compile("([a-z]+(?: [0-9.]+)?)(?: of ([A-Za-z_][A-Za-z0-9_]*))?");

    private final List<String> fields;
    private final Value usual;
    private final Change change;
    private final VBox box = new VBox(6);
    private List<String> shown = List.of();
    private boolean showing;

    AggregatesEditor(List<String> fields, Value usual, Change change) {
        this.fields = fields;
        this.usual = usual;
        this.change = change;
    }

    @Override
    public Region view() {
        return box;
    }

    @Override
    public void show(Optional<Value> value) {
        List<String> next = texts(value.orElse(usual));
        if (next.equals(shown) && !box.getChildren().isEmpty()) return;
        shown = next;
        showing = true;
        box.getChildren().clear();
        for (int i = 0; i < next.size(); i++)
            box.getChildren().add(line(i, next.get(i)));
        Button add = new Button(Texts.of("inspector.add-result"));
        add.getStyleClass().add("small");
        add.setOnAction(e -> tell(with(shown.size(), fields.isEmpty() ? "count" : "sum of " + fields.getLast())));
        box.getChildren().add(add);
        showing = false;
    }

    private static List<String> texts(Value value) {
        return value instanceof Value.Items i ? i.items().stream().map(Values::text).toList() : List.of();
    }

    private HBox line(int at, String text) {
        Matcher simple = SIMPLE.matcher(text);
        HBox line = simple.matches() && KINDS.stream().anyMatch(k -> simple.group(1).startsWith(k.split(" ")[0]))
                ? chosen(at, simple)
                : typed(at, text);
        Button remove = new Button("×");
        remove.getStyleClass().addAll("flat", "icon");
        remove.setAccessibleText(Texts.of("inspector.remove", text));
        remove.setDisable(shown.size() == 1);
        remove.setOnAction(e -> tell(with(at, "")));
        line.getChildren().add(remove);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox chosen(int at, Matcher simple) {
        ComboBox<String> kind = drop(KINDS, simple.group(1));
        ComboBox<String> field = drop(fields, Optional.ofNullable(simple.group(2)).orElse(""));
        field.setVisible(!"count".equals(kind.getValue()));
        kind.valueProperty().addListener((o, was, is) -> choose(at, is, field.getValue()));
        field.valueProperty().addListener((o, was, is) -> choose(at, kind.getValue(), is));
        Label of = new Label(Texts.of("inspector.of"));
        of.setMinWidth(Region.USE_PREF_SIZE);
        of.visibleProperty().bind(field.visibleProperty());
        return new HBox(6, kind, of, field);
    }

    private static ComboBox<String> drop(List<String> offered, String value) {
        ComboBox<String> drop = new ComboBox<>();
        drop.getItems().setAll(offered);
        if (!value.isEmpty() && !offered.contains(value)) drop.getItems().add(value);
        drop.setValue(value);
        drop.setMinWidth(60);
        drop.setPrefWidth(106);
        HBox.setHgrow(drop, Priority.ALWAYS);
        return drop;
    }

    private void choose(int at, String kind, String field) {
        if (showing) return;
        String of = field == null || field.isEmpty() ? fields.isEmpty() ? "value" : fields.getLast() : field;
        tell(with(at, "count".equals(kind) ? "count" : kind + " of " + of));
    }

    private HBox typed(int at, String text) {
        TextField field = new TextField(text);
        field.getStyleClass().add("figures");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(e -> tell(with(at, field.getText().strip())));
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is && !field.getText().strip().equals(text)) tell(with(at, field.getText().strip()));
        });
        return new HBox(6, field);
    }

    /** The list with one text changed, added at the end, or, if empty, taken out. */
    private List<String> with(int at, String text) {
        List<String> next = new ArrayList<>(shown);
        if (at == next.size()) next.add(text);
        else if (text.isEmpty()) next.remove(at);
        else
            next.set(at, text);
        return next;
    }

    private void tell(List<String> next) {
        change.to(Value.of(next.stream().map(Value::of).toList()));
    }
}
