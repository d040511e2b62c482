package millrace.app.results;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Problem;

/** What is wrong with the design: how bad, where, what, and what to do. Picking one goes to the place. */
public final class ProblemsView extends BorderPane {
    private final ListView<Problem> list = new ListView<>();
    private Theme theme = Theme.LIGHT;
    private UnaryOperator<String> nameOf = id -> id;
    private Fixes fixes = Fixes.NONE;
    private Consumer<Problem> onPicked = p -> {};

    public ProblemsView() {
        getStyleClass().add("problems");
        setCenter(list);
        list.setPlaceholder(new Label(Texts.of("results.no-problems")));
        list.setStyle("-fx-fixed-cell-size: 48;");
        list.setCellFactory(l -> new ProblemCell());
        list.setAccessibleText(Texts.of("results.problems"));
        list.setOnMouseClicked(e -> go());
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) go();
            else if (e.getCode() == KeyCode.F && e.isAltDown()) mend();
            else
                return;
            e.consume();
        });
    }

    private Optional<Problem> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void go() {
        chosen().ifPresent(onPicked);
    }

    private void mend() {
        chosen().filter(p -> fixes.label(p).isPresent()).ifPresent(fixes::mend);
    }

    /** Takes the keys, with the first problem chosen. */
    public void enter() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) list.getSelectionModel().selectFirst();
    }

    /** What can be done about problems with one click. */
    public interface Fixes {
        Fixes NONE = new Fixes() {
            @Override
            public Optional<String> label(Problem problem) {
                return Optional.empty();
            }

            @Override
            public void mend(Problem problem) {}
        };

        /** What the button says; empty if there is none. */
        Optional<String> label(Problem problem);

        void mend(Problem problem);
    }

    public void setFixes(Fixes next) {
        fixes = next;
        list.refresh();
    }

    /**
     * Shows the problems, errors first.
     *
     * @param names the name of a node by its id
     */
    public void setProblems(List<Problem> problems, UnaryOperator<String> names) {
        nameOf = names;
        List<Problem> sorted = problems.stream().sorted(java.util.Comparator.comparing(Problem::severity)).toList();
        // The chosen row and the focus stay while the same problems are told again.
        if (sorted.equals(list.getItems())) list.refresh();
        else
            list.getItems().setAll(sorted);
    }

    public void setTheme(Theme next) {
        theme = next;
        list.refresh();
    }

    public int count() {
        return list.getItems().size();
    }

    /** Hears which problem was picked: its place says which node and setting to show. */
    public void setOnPicked(Consumer<Problem> hear) {
        onPicked = hear;
    }

    private String place(Problem problem) {
        String node = problem.where().node();
        String setting = problem.where().setting();
        String name = node.isEmpty() ? setting
                : setting.isEmpty() ? nameOf.apply(node) : nameOf.apply(node) + ", " + setting;
        String line = problem.where()
                .place()
                .map(p -> Texts.of("results.line", String.valueOf(p.line()), String.valueOf(p.column())))
                .orElse("");
        return name.isEmpty() ? line : line.isEmpty() ? name : name + " · " + line;
    }

    private final class ProblemCell extends ListCell<Problem> {
        @Override
        protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setText(null);
            setGraphic(empty || problem == null ? null : row(problem));
            setAccessibleText(empty || problem == null ? "" : spoken(problem));
        }

        private String spoken(Problem problem) {
            String severity = Texts.of(problem.isError() ? "results.error" : "results.warning");
            String fix = fixes.label(problem).or(problem::fix).orElse("");
            return String.join(". ", severity + ": " + problem.message(), place(problem), fix);
        }

        private HBox row(Problem problem) {
            Label message = new Label(problem.message());
            message.getStyleClass().add("strong");
            Optional<String> fix = problem.fix();
            String where = place(problem);
            Label second = new Label(where + (where.isEmpty() || fix.isEmpty() ? "" : " · ") + fix.orElse(""));
            second.getStyleClass().add("caption");
            VBox words = new VBox(2, message, second);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(11, sign(problem), words);
            fixes.label(problem).ifPresent(label -> row.getChildren().add(button(label, problem)));
            row.setStyle("-fx-padding: 0 8 0 8;");
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }

        private Button button(String label, Problem problem) {
            Button button = new Button(label);
            button.getStyleClass().addAll("small", "fix");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setFocusTraversable(false);
            button.setOnAction(e -> fixes.mend(problem));
            return button;
        }

        /** "!" in a disc, in the colour of failure; a warning's disc is hollow. */
        private Canvas sign(Problem problem) {
            Canvas canvas = new Canvas(20, 20);
            Marks marks = new Marks(Ink.on(canvas), theme);
            if (problem.isError()) marks.oval(10, 10, 9, theme.fail());
            else
                marks.ring(10, 10, 8, 1.6, theme.late());
            marks.text(10, 10, "!", Type.words(12.5, 700), problem.isError() ? theme.onAccent() : theme.late());
            return canvas;
        }
    }
}
