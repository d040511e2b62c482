package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import millrace.app.text.Texts;

/** A few fields to fill in, at the pointer: Enter lets it happen, Escape does not. Lies over the window while open. */
final class ValuesForm extends Pane {
    private static final double WIDTH = 320;
    private static final double EDGE = 8;

    /**
     * One line.
     *
     * @param usual what stands there at first
     * @param wrong what is wrong with a text, if anything
     * @param choices as pairs of what is written and what is read; none = any text
     */
    record Field(String label, String usual, Function<String, Optional<String>> wrong, List<Choice> choices) {
        Field(String label, String usual, Function<String, Optional<String>> wrong) {
            this(label, usual, wrong, List.of());
        }
    }

    record Choice(String value, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    /** A line that is filled in. */
    private record Line(Field field, Supplier<String> text, javafx.scene.Node entry) {}

    private final Label title = new Label();
    private final GridPane grid = new GridPane();
    private final Label problem = new Label();
    private final Button ok = new Button(Texts.of("what-if.form.ok"));
    private final VBox box;
    private final List<Line> lines = new ArrayList<>();
    private Consumer<List<String>> then = v -> {};
    private Runnable closed = () -> {};

    ValuesForm() {
        Button cancel = new Button(Texts.of("what-if.form.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setOnAction(e -> close());
        ok.setId("values-ok");
        ok.getStyleClass().addAll("small", "fix");
        ok.setOnAction(e -> accept());
        HBox buttons = new HBox(8, ok, cancel);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        problem.getStyleClass().add("setting-problem");
        problem.setWrapText(true);
        title.setWrapText(true);
        title.getStyleClass().add("values-title");
        grid.setHgap(10);
        grid.setVgap(6);
        box = new VBox(10, title, grid, problem, buttons);
        box.getStyleClass().addAll("quick-add", "values-form");
        box.setAccessibleRole(AccessibleRole.DIALOG);
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(e -> {
            if (e.getTarget() == this) close();
        });
        setVisible(false);
    }

    /**
     * Opens near a place in the coordinates of the scene.
     *
     * @param accepted hears the texts, in the order of the fields
     * @param afterwards is run when it is closed, whatever was said
     */
    void open(String question, List<Field> fields, Point2D near, Consumer<List<String>> accepted,
            Runnable afterwards) {
        title.setText(question);
        then = accepted;
        closed = afterwards;
        lines.clear();
        grid.getChildren().clear();
        fields.forEach(this::add);
        told("");
        setVisible(true);
        applyCss();
        Point2D at = sceneToLocal(near);
        box.relocate(Math.clamp(at.getX(), EDGE, Math.max(EDGE, getWidth() - WIDTH - EDGE)),
                Math.clamp(at.getY(), EDGE, Math.max(EDGE, getHeight() - box.prefHeight(WIDTH) - EDGE)));
        lines.getFirst().entry().requestFocus();
    }

    private void add(Field field) {
        Line line = field.choices.isEmpty() ? text(field) : choice(field);
        Label label = new Label(field.label);
        label.getStyleClass().add("setting-label");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(line.entry());
        line.entry().setAccessibleText(field.label);
        GridPane.setHgrow(line.entry(), javafx.scene.layout.Priority.ALWAYS);
        grid.addRow(lines.size(), label, line.entry());
        lines.add(line);
    }

    private Line text(Field field) {
        TextField text = new TextField(field.usual);
        text.getStyleClass().add("figures");
        return new Line(field, () -> text.getText().strip(), text);
    }

    private Line choice(Field field) {
        ComboBox<Choice> box = new ComboBox<>();
        box.getItems().setAll(field.choices);
        box.setValue(field.choices.stream().filter(c -> c.value.equals(field.usual)).findFirst().orElseThrow());
        box.setMaxWidth(Double.MAX_VALUE);
        return new Line(field, () -> box.getValue().value, box);
    }

    @Override
    protected void layoutChildren() {
        box.resize(WIDTH, box.prefHeight(WIDTH));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) close();
        else if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) accept();
        else
            return;
        event.consume();
    }

    private void accept() {
        List<String> texts = lines.stream().map(l -> l.text().get()).toList();
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> wrong = lines.get(i).field().wrong().apply(texts.get(i));
            if (wrong.isEmpty()) continue;
            told(lines.get(i).field().label() + ": " + wrong.get());
            lines.get(i).entry().requestFocus();
            return;
        }
        close();
        then.accept(texts);
    }

    private void told(String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        problem.setManaged(!words.isEmpty());
        requestLayout();
    }

    private void close() {
        setVisible(false);
        closed.run();
    }
}
