package millrace.app.truth;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import millrace.app.pane.Columns;
import millrace.app.text.Texts;
import millrace.expect.Truth;

/** What each sink has at the end, held against the run without crashes. */
final class SinkTable extends VBox {
    private static final int MOST_ROWS = 4;
    private final TableView<Truth.Sink> table = Columns.table(Texts.of("truth.sinks"));
    private UnaryOperator<String> names = id -> id;

    SinkTable(Consumer<String> onNode) {
        Label title = new Label(Texts.of("truth.sinks"));
        title.getStyleClass().addAll("strong", "list-title");
        getStyleClass().add("sink-truth");
        table.getColumns()
                .setAll(List.of(Columns.text(Texts.of("truth.sink"), 180, "words", s -> names.apply(s.node())),
                        Columns.text(Texts.of("truth.rows-right"), 90, "figures", s -> String.valueOf(s.right())),
                        bad("truth.lost", Truth.Sink::lost), bad("truth.doubled", Truth.Sink::doubled),
                        bad("truth.wrong", Truth.Sink::wrong)));
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) onNode.accept(is.node());
        });
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        getChildren().addAll(title, table);
    }

    /** A figure that should be 0. */
    private static TableColumn<Truth.Sink, Truth.Sink> bad(String title, Function<Truth.Sink, Long> figure) {
        return Columns.of(Texts.of(title), 90, () -> new TableCell<>() {
            {
                getStyleClass().add("figures");
            }

            @Override
            protected void updateItem(Truth.Sink sink, boolean empty) {
                super.updateItem(sink, empty);
                long shown = empty || sink == null ? 0 : figure.apply(sink);
                setText(empty || sink == null ? null : String.valueOf(shown));
                getStyleClass().remove("is-failure");
                if (shown > 0) getStyleClass().add("is-failure");
            }
        });
    }

    void show(List<Truth.Sink> sinks, UnaryOperator<String> nameOf) {
        names = nameOf;
        table.getItems().setAll(sinks);
        double height = 30 + 28.5 * Math.min(MOST_ROWS, sinks.size());
        table.setMinHeight(height);
        table.setPrefHeight(height);
    }

    TableView<Truth.Sink> table() {
        return table;
    }
}
