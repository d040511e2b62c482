package millrace.app.results;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.design.Problem;

/** What is wrong with the design: how bad, where, what, and what to do. Picking one goes to the place. */
public final class ProblemsView extends BorderPane {
    private final ListView<Problem> list = new ListView<>();
    private Theme theme = Theme.LIGHT;
    private UnaryOperator<String> nameOf = id -> id;
    private Consumer<Problem> onPicked = p -> {};

    public ProblemsView() {
        getStyleClass().add("problems");
        setCenter(list);
        list.setPlaceholder(new Label("No problems."));
        list.setStyle("-fx-fixed-cell-size: 48;");
        list.setCellFactory(l -> new ProblemCell());
        list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null) onPicked.accept(now);
        });
    }

    /**
     * Shows the problems, errors first.
     *
     * @param names the name of a node by its id
     */
    public void setProblems(List<Problem> problems, UnaryOperator<String> names) {
        nameOf = names;
        list.getItems().setAll(problems.stream().sorted(java.util.Comparator.comparing(Problem::severity)).toList());
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
        String line = problem.where().place().map(p -> "line " + p.line() + ", column " + p.column()).orElse("");
        return name.isEmpty() ? line : line.isEmpty() ? name : name + " · " + line;
    }

    private final class ProblemCell extends ListCell<Problem> {
        @Override
        protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setText(null);
            setGraphic(empty || problem == null ? null : row(problem));
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
            HBox row = new HBox(11, sign(problem), words);
            row.setStyle("-fx-padding: 0 8 0 8;");
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }

        /** "!" in a disc, in the colour of failure; a warning's disc is hollow. */
        private Canvas sign(Problem problem) {
            Canvas canvas = new Canvas(20, 20);
            Marks marks = new Marks(canvas.getGraphicsContext2D(), theme);
            if (problem.isError()) marks.oval(10, 10, 9, theme.fail());
            else
                marks.ring(10, 10, 8, 1.6, theme.late());
            marks.text(10, 10, "!", Type.words(12.5, 700), problem.isError() ? theme.onAccent() : theme.late());
            return canvas;
        }
    }
}
