package millrace.app.results;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import millrace.app.pane.InBackground;
import millrace.app.text.Texts;
import millrace.trace.FactKind;
import millrace.trace.Run;
import org.jspecify.annotations.Nullable;

/** Whether the panes that left windows are shown or what reached the sinks; the latter is made in the background. */
final class ReachedChoice {
    private final ToggleButton left = new ToggleButton(Texts.of("results.left"));
    private final ToggleButton reached = new ToggleButton(Texts.of("results.reached"));
    private final HBox buttons = new HBox(left, reached);
    private final Consumer<ResultsModel> show;
    private final InBackground background = new InBackground(Platform::runLater, why -> {});
    private Optional<Run> run = Optional.empty();
    private @Nullable ResultsModel usual;
    private boolean open;
    /** Whether what is shown is what is to be seen. */
    private boolean made;

    ReachedChoice(Consumer<ResultsModel> show) {
        this.show = show;
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(left, reached);
        left.setSelected(true);
        left.getStyleClass().addAll("small", "left-pill");
        reached.getStyleClass().addAll("small", "right-pill");
        buttons.getStyleClass().add("segments");
        // One of them is always chosen.
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null && was != null) was.setSelected(true);
            else if (was != null) another();
        });
        offer(false);
    }

    HBox buttons() {
        return buttons;
    }

    private void offer(boolean windows) {
        buttons.setVisible(windows);
        buttons.setManaged(windows);
    }

    /** @param model what is shown of it at first */
    void ran(Run next, ResultsModel model) {
        run = Optional.of(next);
        usual = model;
        made = false;
        background.leave();
        offer(windows(next));
        make();
    }

    void open(boolean now) {
        open = now;
        if (!now) background.leave();
        else
            make();
    }

    private void another() {
        made = false;
        background.leave();
        if (usual != null && !atSinks()) show.accept(usual);
        make();
    }

    private static boolean windows(Run run) {
        return run.trace().rows(FactKind.FIRED).size() > 0;
    }

    private boolean atSinks() {
        return reached.isSelected() || run.filter(r -> !windows(r)).isPresent();
    }

    private void make() {
        boolean more = run.filter(r -> windows(r) || !r.plan().recovery().crashes().isEmpty()).isPresent();
        if (!open || made || !more || !atSinks()) return;
        Run of = run.orElseThrow();
        background.<ResultsModel>make((goOn, ready) -> ready.accept(ResultsModel.reached(of, goOn)), model -> {
            made = true;
            show.accept(model);
        });
    }
}
