package millrace.app.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.pane.Columns;
import millrace.app.pane.PaneRequests;
import millrace.app.text.Texts;
import millrace.app.truth.TruthModel.OfNode;
import millrace.app.truth.TruthModel.Window;
import millrace.design.Clock;

/** A row for each window and key: the right answer, what was said when, and what was missed. */
final class WindowTable extends StackPane {
    private static final double PADDING = 20;
    /** What a sign takes, with the room around it and what follows. */
    private static final double SIGNS = 46;
    /** What the disc before a key takes, with the room around both. */
    private static final double CHIP = 42;
    /** Inside of a cell there is so much less room, px. */
    private static final double INSIDE = 16;
    private static final double MOST = 390;
    private static final int MEASURED = 300;
    private final TableView<Window> table = Columns.table(Texts.of("truth.windows"));
    private final PaneRequests requests;
    private Clock clock = Clock.MIDNIGHT;
    private Keys keys = Keys.NONE;
    private Theme theme = Theme.LIGHT;
    private long[] times = {};
    private long end;
    private long playhead;
    private int passed = -1;

    WindowTable(PaneRequests requests) {
        this.requests = requests;
        getChildren().add(table);
        setMinSize(0, 0);
        table.getStyleClass().add("truth-windows");
        table.setPlaceholder(new javafx.scene.control.Label(Texts.of("truth.no-windows")));
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !is.said().isEmpty()) requests.seek(is.said().getLast().at());
        });
    }

    void show(OfNode node, TruthModel model, Keys order) {
        clock = model.clock();
        end = model.end();
        keys = order;
        times = node.times();
        columns(node);
        table.getItems().setAll(node.windows());
        passed = -1;
        moment(playhead);
    }

    private void columns(OfNode node) {
        List<TableColumn<Window, Window>> columns = new ArrayList<>();
        columns.add(wide(Columns.sorted(Columns.text(Texts.of("truth.window"), 172, "figures",
                this::window), Comparator.comparingLong(Window::start)),
                widest(node, this::window, 500) + PADDING));
        if (node.keyed())
            columns.add(wide(Columns.sorted(Columns.of(Texts.of("truth.key"), 84, this::keyCell),
                    Comparator.comparing(Window::key)),
                    CHIP + Math.min(TruthChips.LONGEST_KEY, widest(node, Window::key, 500))));
        columns.add(wide(Columns.of(Texts.of("truth.right"), 96, () -> cell((chips, w, room) -> chips.right(w))),
                widest(node, w -> w.right().orElse(Texts.of("truth.no-answer")), 700) + 2 * PADDING));
        columns.add(lines(wide(Columns.of(Texts.of("truth.said"), 330, () -> cell(TruthChips::said)),
                longestSaid(node) + SIGNS + time())));
        columns.add(lines(wide(Columns.of(Texts.of("truth.missed"), 110, () -> cell(TruthChips::missed)),
                SIGNS + time())));
        table.getColumns().setAll(columns);
    }

    /** Where days are told, those that begin at midnight are told without it. */
    private String window(Window w) {
        String text = clock.window(w.start(), w.end());
        return clock.dated() ? text.replace(" 00:00", "") : text;
    }

    /** Not narrower than what is in it, as far as that is within reason. */
    private static TableColumn<Window, Window> wide(TableColumn<Window, Window> column, double least) {
        column.setMinWidth(Math.min(MOST, least));
        column.setPrefWidth(Math.max(column.getPrefWidth(), column.getMinWidth()));
        return column;
    }

    private static double widest(OfNode node, Function<Window, String> text, int weight) {
        return node.windows()
                .stream()
                .limit(MEASURED)
                .mapToDouble(w -> Type.width(text.apply(w), Type.figures(12.5, weight)))
                .max()
                .orElse(0);
    }

    private static double longestSaid(OfNode node) {
        return node.windows()
                .stream()
                .limit(MEASURED)
                .flatMap(w -> w.said().stream())
                .mapToDouble(s -> Math.min(TruthChips.LONGEST, Type.width(s.text(), Type.figures(12.5, 700))))
                .max()
                .orElse(0);
    }

    /** How wide a time is that something was said at. */
    private double time() {
        return Type.width(TruthChips.time(clock, end), Type.figures(11.5, 500));
    }

    /** Rows are as high as what breaks into lines needs at the width that there is. */
    private TableColumn<Window, Window> lines(TableColumn<Window, Window> column) {
        column.widthProperty().addListener(o -> table.refresh());
        return column;
    }

    private TableCell<Window, Window> keyCell() {
        return cell((chips, window, room) -> chips.key(window));
    }

    private interface Drawn {
        javafx.scene.Node of(TruthChips chips, Window window, DoubleSupplier room);
    }

    private TableCell<Window, Window> cell(Drawn drawn) {
        Supplier<TruthChips> chips = () -> new TruthChips(requests, theme, keys, clock, end, playhead);
        return new TableCell<>() {
            {
                getStyleClass().add("truth-cell");
            }

            @Override
            protected void updateItem(Window window, boolean empty) {
                super.updateItem(window, empty);
                setGraphic(empty || window == null ? null : drawn.of(chips.get(), window, this::room));
            }

            private double room() {
                return Math.max(0, getTableColumn().getWidth() - INSIDE);
            }
        };
    }

    /** Only when something more is said or missed than before is there anything to draw. */
    void moment(long time) {
        playhead = time;
        int now = TruthModel.passed(times, time) + (time >= end ? 1 : 0);
        if (now == passed) return;
        passed = now;
        table.refresh();
    }

    void dress(Theme next) {
        theme = next;
        table.refresh();
    }

    TableView<Window> table() {
        return table;
    }
}
