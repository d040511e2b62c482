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
import javafx.scene.text.Text;
import millrace.app.compare.Compared.Found;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Clock;
import millrace.measure.Difference;

/**
 * All differences by time: where, and what each run says; of more than two runs, each row names the two that it is about.
 * Picking one goes there.
 */
final class DifferenceList extends TableView<Found> {
    private static final double PADDING = 18;
    private static final double LEAST_TIME = 78;
    private static final int MEASURED = 300;
    private Consumer<Found> onPicked = f -> {};
    private List<Found> shown = List.of();
    /** The list itself is choosing, not the person. */
    private boolean own;

    DifferenceList() {
        getStyleClass().add("differences-of-runs");
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
        own = true;
        getColumns().clear();
        double time = times(compared, clock);
        TableColumn<Found, String> when = column(Texts.of("compare.when"), time, f -> clock.format(f.at()));
        when.setMinWidth(time);
        when.setMaxWidth(time);
        column(Texts.of("compare.where"), 84, f -> nameOf.apply(f.difference().node()) + kind(f.difference()));
        if (compared.sides().size() == 2) two(compared, sayings);
        else
            several(compared, sayings);
        shown = compared.differences();
        getItems().setAll(shown);
        own = false;
    }

    /** As wide as the times are: the rest is for what was said. */
    private static double times(Compared compared, Clock clock) {
        double widest = compared.differences()
                .stream()
                .limit(MEASURED)
                .mapToDouble(f -> Type.width(clock.format(f.at()), Type.words(12, 400)))
                .max()
                .orElse(0);
        return Math.max(LEAST_TIME, widest + PADDING + 8);
    }

    private void two(Compared compared, Sayings sayings) {
        for (int i = 0; i < 2; i++) {
            int side = i;
            column(compared.sides().get(side).title(), 110, f -> said(f, side, sayings));
        }
    }

    /** What each of the two says, with its name. */
    private void several(Compared compared, Sayings sayings) {
        column(Texts.of("compare.one"), 110, f -> named(compared, f, f.pair().left(), sayings));
        column(Texts.of("compare.other"), 110, f -> named(compared, f, f.pair().right(), sayings));
    }

    private static String named(Compared compared, Found found, int side, Sayings sayings) {
        return Texts.of("compare.named", compared.sides().get(side).title(), said(found, side, sayings));
    }

    private static String kind(Difference difference) {
        return difference.kind() == Difference.Kind.DROP ? ", " + Texts.of("compare.dropped") : "";
    }

    private static String said(Found found, int side, Sayings sayings) {
        return found.said(side)
                .map(s -> sayings.words(s.event()) + time(found, s, sayings.clock()))
                .orElse(Texts.of("compare.not"));
    }

    /** Where both say it, each has its time. */
    private static String time(Found found, Difference.Said said, Clock clock) {
        return found.difference().moved() ? " " + Texts.of("compare.at", clock.format(said.at())) : "";
    }

    private TableColumn<Found, String> column(String title, double width, Function<Found, String> text) {
        TableColumn<Found, String> column = new TableColumn<>(title);
        column.setCellValueFactory(f -> new ReadOnlyStringWrapper(text.apply(f.getValue())));
        column.setCellFactory(Words::new);
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
            scrollTo(Math.max(0, at - 2));
        }
        own = false;
    }

    /** A cell that breaks its text into as many lines as it needs. */
    private static final class Words extends TableCell<Found, String> {
        private final Text words = new Text();

        Words(TableColumn<Found, String> column) {
            words.getStyleClass().add("wrapped");
            words.wrappingWidthProperty().bind(column.widthProperty().subtract(PADDING));
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            words.setText(empty ? "" : text);
            setGraphic(empty ? null : words);
        }
    }
}
