package millrace.app.brokers;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import millrace.app.text.Texts;
import millrace.design.Clock;

/** What became of the record or message that was picked; a click on a line goes to it. */
final class HistoryList extends BorderPane {
    private static final double WIDTH = 330;
    private final ObservableList<BrokerModel.Step> steps = FXCollections.observableArrayList();
    private final ListView<BrokerModel.Step> list = new ListView<>(steps);
    private final Label title = new Label();
    private Clock clock = Clock.MIDNIGHT;
    private boolean filling;

    HistoryList(Consumer<BrokerModel.Step> onPicked) {
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        title.getStyleClass().add("second");
        HBox head = new HBox(title);
        head.setStyle("-fx-padding: 10 14 8 14;");
        setTop(head);
        setCenter(list);
        setStyle("-fx-border-color: -mr-line; -fx-border-width: 0 0 0 1;");
        list.setId("broker-history");
        list.setPlaceholder(new Label(Texts.of("brokers.pick")));
        list.setCellFactory(l -> new Line());
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !filling) onPicked.accept(is);
        });
    }

    void show(String name, List<BrokerModel.Step> next, Clock by) {
        clock = by;
        title.setText(name);
        if (steps.equals(next)) return;
        filling = true;
        steps.setAll(next);
        filling = false;
    }

    /** When, and what. */
    private final class Line extends ListCell<BrokerModel.Step> {
        private final Label at = new Label();
        private final Label words = new Label();
        private final HBox both = new HBox(10, at, words);

        Line() {
            at.setStyle("-fx-font-family: \"JetBrains Mono Medium\"; -fx-font-size: 12px; -fx-text-fill: -mr-proc;");
            words.setStyle("-fx-font-size: 12.5px;");
            at.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(BrokerModel.Step step, boolean empty) {
            super.updateItem(step, empty);
            boolean bare = empty || step == null;
            setGraphic(bare ? null : both);
            if (bare) return;
            at.setText(clock.format(step.at()));
            words.setText(Steps.words(step.note()));
        }
    }
}
