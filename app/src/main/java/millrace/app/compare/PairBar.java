package millrace.app.compare;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import millrace.app.compare.Compared.Pair;
import millrace.app.text.Texts;

/** Of more than two runs: which two are seen, the way back to all of them, and in words whose differences are listed. */
final class PairBar extends VBox {
    private final PairChoice choice = new PairChoice();
    private final Button back = new Button();
    private final Label said = new Label();
    private Runnable onChosen = () -> {};

    PairBar() {
        getStyleClass().add("pair-bar");
        back.getStyleClass().addAll("small", "all-runs");
        back.setMinWidth(USE_PREF_SIZE);
        back.setTooltip(new Tooltip(Texts.of("compare.back.long")));
        back.setOnAction(e -> choice.all());
        said.getStyleClass().add("caption");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        HBox row = new HBox(8, choice, back);
        getChildren().setAll(row, said);
        choice.setOnChosen(() -> {
            tell();
            onChosen.run();
        });
    }

    void setOnChosen(Runnable hear) {
        onChosen = hear;
    }

    /** Keeps the pair that was chosen, where that is there again. */
    void show(Compared compared) {
        choice.show(compared);
        boolean several = compared.sides().size() > 2;
        setVisible(several);
        setManaged(several);
        back.setText(Texts.of("compare.back", compared.sides().size()));
        tell();
    }

    private void tell() {
        boolean pair = chosen().isPresent();
        for (Node part : List.of(back, said)) {
            part.setVisible(pair);
            part.setManaged(pair);
        }
        said.setText(pair ? Texts.of("compare.listed", choice.words()) : "");
    }

    Optional<Pair> chosen() {
        return choice.chosen();
    }
}
