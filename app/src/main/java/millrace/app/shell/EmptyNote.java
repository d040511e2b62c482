package millrace.app.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import millrace.app.run.Shown;
import millrace.app.text.Texts;
import millrace.design.Design;
import millrace.design.Problem;
import millrace.trace.Run;

/** Stands where the time chart would be while there is no run, and says why there is none. */
final class EmptyNote extends VBox {
    private final Label title = new Label();
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Button problems = new Button(Texts.of("files.empty.show-problems"));

    EmptyNote(Runnable showProblems) {
        super(8);
        problems.setOnAction(e -> showProblems.run());
        title.getStyleClass().add("strong");
        words.getStyleClass().add("second");
        bar.setPrefWidth(220);
        bar.setMaxHeight(6);
        getStyleClass().add("empty-note");
        setAlignment(Pos.CENTER);
    }

    /** @param file what is being read, and takes its time; "" if nothing is */
    void opening(String file) {
        if (file.isEmpty()) return;
        setVisible(true);
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        say("opening", file, List.of(bar));
    }

    /** Shows itself where there is nothing else to show. */
    void show(Design design, Shown<?> shown) {
        setVisible(shown.run().isEmpty() || design.nodes().isEmpty());
        long errors = shown.problems().stream().filter(Problem::isError).count();
        if (shown.progress().isPresent()) running(shown.progress().get());
        else if (design.nodes().isEmpty())
            say("nothing", Texts.of("files.empty.nothing.more"), List.of());
        else if (errors > 0)
            say("problems", Texts.counted("files.empty.problems", errors), List.of(problems));
        else
            getChildren().clear();
    }

    private void running(Run.Progress progress) {
        bar.setProgress(progress.share());
        say("running", Texts.grouped("files.empty.running", progress.events()), List.of(bar));
    }

    private void say(String what, String more, List<javafx.scene.Node> rest) {
        title.setText(Texts.of("files.empty." + what));
        words.setText(more);
        getChildren().setAll(title, words);
        getChildren().addAll(rest);
    }
}
