package millrace.app.compare;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import millrace.app.compare.Compared.Found;
import millrace.app.text.Texts;
import millrace.design.Clock;
import millrace.measure.Difference;

/** All differences by time: where, what, and what each run says. Picking one goes there. */
final class DifferenceList extends TableView<Found> {
    private Consumer<Found> onPicked = f -> {};
    private List<Found> shown = List.of();
    /** The list itself is choosing, not the person. */
    private boolean own;

    DifferenceList() {
        getStyleClass().add("differences");
        setPlaceholder(new Label(Texts.of("compare.none")));
        setAccessibleText(Texts.of("compare.differences"));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !own) onPicked.accept(is);
        });
    }

    void setOnPicked(Consumer<Found> hear) {
        onPicked = hear;
    }

    void show(Compared compared, UnaryOperator<String> nameOf) {
        Clock clock = compared.sides().getFirst().run().plan().clock();
        Sayings sayings = new Sayings(clock);
        getColumns().clear();
        column("compare.when", 84, f -> clock.format(f.at())).getStyleClass().add("figures");
        column("compare.where", 96, f -> nameOf.apply(f.difference().node()) + kind(f.difference()));
        for (int i = 0; i < compared.sides().size(); i++) {
            int side = i;
            TableColumn<Found, String> column = column("", 120, f -> said(f, side, compared, sayings));
            column.setText(compared.sides().get(i).title());
        }
        shown = compared.differences();
        getItems().setAll(shown);
    }

    private static String kind(Difference difference) {
        return difference.kind() == Difference.Kind.DROP ? ", " + Texts.of("compare.dropped") : "";
    }

    private static String said(Found found, int side, Compared compared, Sayings sayings) {
        int last = compared.sides().size() - 1;
        if (side != found.side() && side != last) return "";
        return Compared.said(found, side, last + 1)
                .map(s -> sayings.words(s.event()) + time(found, s, sayings.clock()))
                .orElse(Texts.of("compare.not"));
    }

    /** Where both say it, each has its time. */
    private static String time(Found found, Difference.Said said, Clock clock) {
        return found.difference().moved() ? " " + Texts.of("compare.at", clock.format(said.at())) : "";
    }

    private TableColumn<Found, String> column(String title, double width, Function<Found, String> text) {
        TableColumn<Found, String> column = new TableColumn<>(title.isEmpty() ? "" : Texts.of(title));
        column.setCellValueFactory(f -> new ReadOnlyStringWrapper(text.apply(f.getValue())));
        column.setCellFactory(c -> new Words());
        column.setPrefWidth(width);
        column.setSortable(false);
        getColumns().add(column);
        return column;
    }

    /** Shows where the playhead is among them, without going anywhere. */
    void setPlayhead(long time) {
        own = true;
        int at = -1;
        for (int i = 0; i < shown.size() && shown.get(i).at() <= time; i++)
            at = i;
        boolean there = getSelectionModel().getSelectedIndex() >= 0
                && shown.get(getSelectionModel().getSelectedIndex()).at() == time;
        if (at < 0) getSelectionModel().clearSelection();
        else if (!there) {
            getSelectionModel().select(at);
            scrollTo(Math.max(0, at - 3));
        }
        own = false;
    }

    /** A cell whose whole text is told where it is cut. */
    private static final class Words extends TableCell<Found, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.length() < 16 ? null : new javafx.scene.control.Tooltip(text));
        }
    }
}
