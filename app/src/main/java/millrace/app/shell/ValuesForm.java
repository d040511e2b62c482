package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
     * @param offered what is likely to be written there; anything else can be, too
     */
    record Field(String label, String usual, Function<String, Optional<String>> wrong, List<String> offered) {
        Field(String label, String usual, Function<String, Optional<String>> wrong) {
            this(label, usual, wrong, List.of());
        }

        Field with(String text) {
            return new Field(label, text, wrong, offered);
        }

        Field offering(List<String> texts) {
            return new Field(label, usual, wrong, texts);
        }
    }

    /** A line that is filled in. */
    private record Line(Field field, TextField text, Control entry) {
        String written() {
            return text.getText().strip();
        }
    }

    private final Label title = new Label();
    private final GridPane grid = new GridPane();
    private final Label note = new Label();
    private final Label problem = new Label();
    private final Button other = new Button();
    private final Button ok = new Button(Texts.of("what-if.form.ok"));
    private final VBox box;
    private final List<Line> lines = new ArrayList<>();
    private Consumer<List<String>> then = v -> {};
    private Runnable closed = () -> {};
    private Guide guide = Guide.NONE;
    /** The lines are being filled in by the guide. */
    private boolean filling;

    ValuesForm() {
        Button cancel = new Button(Texts.of("what-if.form.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setOnAction(e -> close());
        ok.setId("values-ok");
        ok.getStyleClass().addAll("small", "fix");
        ok.setOnAction(e -> accept());
        other.setId("values-other");
        other.getStyleClass().add("small");
        other.setOnAction(e -> guide.other().ifPresent(o -> end(o::wrong, o::accept)));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox buttons = new HBox(8, other, between, ok, cancel);
        for (Button button : List.of(other, ok, cancel))
            button.setMinWidth(USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        note.setId("values-note");
        note.getStyleClass().add("setting-help");
        note.setWrapText(true);
        problem.setId("values-problem");
        problem.getStyleClass().add("setting-problem");
        problem.setWrapText(true);
        title.setWrapText(true);
        title.getStyleClass().add("values-title");
        grid.setHgap(10);
        grid.setVgap(6);
        box = new VBox(10, title, grid, note, problem, buttons);
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
        open(question, fields, Guide.NONE, near, accepted, afterwards);
    }

    void open(String question, List<Field> fields, Guide by, Point2D near, Consumer<List<String>> accepted,
            Runnable afterwards) {
        guide = by;
        title.setText(question);
        then = accepted;
        closed = afterwards;
        lines.clear();
        grid.getChildren().clear();
        fields.forEach(this::add);
        told("");
        guided();
        setVisible(true);
        applyCss();
        Point2D at = sceneToLocal(near);
        box.relocate(Math.clamp(at.getX(), EDGE, Math.max(EDGE, getWidth() - WIDTH - EDGE)),
                Math.clamp(at.getY(), EDGE, Math.max(EDGE, getHeight() - box.prefHeight(WIDTH) - EDGE)));
        lines.getFirst().entry().requestFocus();
        lines.getFirst().text().selectAll();
    }

    private void add(Field field) {
        Line line = field.offered.isEmpty() ? text(field) : offering(field);
        int number = lines.size();
        line.text().textProperty().addListener((o, was, is) -> changed(number));
        line.entry().getStyleClass().add("values-entry");
        Label label = new Label(field.label);
        label.getStyleClass().add("setting-label");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(line.entry());
        line.entry().setAccessibleText(field.label);
        GridPane.setHgrow(line.entry(), Priority.ALWAYS);
        grid.addRow(lines.size(), label, line.entry());
        lines.add(line);
    }

    private Line text(Field field) {
        TextField text = new TextField(field.usual);
        text.getStyleClass().add("figures");
        return new Line(field, text, text);
    }

    private Line offering(Field field) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.getItems().setAll(field.offered);
        box.setValue(field.usual);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getEditor().getStyleClass().add("figures");
        return new Line(field, box.getEditor(), box);
    }

    private List<String> texts() {
        return lines.stream().map(Line::written).toList();
    }

    /** The lines that are the person's own are left as they were typed. */
    private void changed(int line) {
        if (filling) return;
        filling = true;
        List<String> before = texts();
        List<String> after = guide.follow(line, before);
        for (int i = 0; i < lines.size(); i++)
            if (!after.get(i).equals(before.get(i))) lines.get(i).text().setText(after.get(i));
        filling = false;
        told("");
        guided();
    }

    private void guided() {
        List<String> texts = texts();
        say(note, guide.note(texts));
        other.setVisible(guide.other().isPresent());
        other.setManaged(other.isVisible());
        guide.other().ifPresent(o -> {
            other.setText(o.words());
            other.setDisable(!o.possible(texts));
        });
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
        List<String> texts = texts();
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> wrong = lines.get(i).field().wrong().apply(texts.get(i));
            if (wrong.isEmpty()) continue;
            told(lines.get(i).field().label() + ": " + wrong.get());
            lines.get(i).entry().requestFocus();
            return;
        }
        end(guide::wrong, then);
    }

    /** It is done, unless it can't be as a whole. */
    private void end(Function<List<String>, Optional<String>> wrong, Consumer<List<String>> what) {
        List<String> texts = texts();
        Optional<String> reason = wrong.apply(texts);
        reason.ifPresent(this::told);
        if (reason.isPresent()) return;
        close();
        what.accept(texts);
    }

    private void told(String words) {
        say(problem, words);
    }

    private void say(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
        requestLayout();
    }

    private void close() {
        setVisible(false);
        closed.run();
    }
}
