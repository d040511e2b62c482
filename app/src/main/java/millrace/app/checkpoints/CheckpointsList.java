package millrace.app.checkpoints;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import millrace.app.checkpoints.CheckpointsModel.Checkpoint;
import millrace.app.checkpoints.CheckpointsModel.Line;
import millrace.app.pane.Columns;
import millrace.app.text.Texts;
import millrace.design.Clock;
import millrace.design.Durations;
import millrace.measure.Course;

/** The checkpoints that have begun, the newest first; below, what the nodes did in the one that is picked. */
final class CheckpointsList extends VBox {
    private static final double WIDTH = 396;
    private static final String NOTHING = "–";
    private final TableView<Line> lines = Columns.table(Texts.of("checkpoints.list"));
    private final TableView<Course.Station> stations = Columns.table(Texts.of("checkpoints.stations"));
    private final Label title = new Label();
    private final Label reason = new Label();
    private Clock clock = Clock.MIDNIGHT;
    private UnaryOperator<String> names = id -> id;
    private long playhead;
    private boolean telling;

    CheckpointsList(Consumer<Checkpoint> onPicked, Consumer<String> onNode) {
        getStyleClass().add("checkpoints-list");
        setPrefWidth(WIDTH);
        setMinSize(WIDTH, 0);
        title.getStyleClass().addAll("strong", "list-title");
        reason.getStyleClass().addAll("is-failure", "list-reason");
        reason.setWrapText(true);
        lineColumns();
        stationColumns();
        lines.setPlaceholder(new Label(Texts.of("checkpoints.none-yet")));
        stations.setPlaceholder(new Label(""));
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox.setVgrow(stations, Priority.ALWAYS);
        lines.setPrefHeight(120);
        stations.setPrefHeight(160);
        getChildren().addAll(lines, title, reason, stations);
        lines.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !telling) onPicked.accept(is.checkpoint());
        });
        stations.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !telling) onNode.accept(is.node());
        });
    }

    private void lineColumns() {
        lines.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("checkpoints.number"), 46, "figures", l -> l.checkpoint().name()),
                        Columns.text(Texts.of("checkpoints.began"), 84, "figures",
                                l -> clock.format(l.checkpoint().course().began())),
                        Columns.text(Texts.of("checkpoints.lasted"), 72, "figures",
                                l -> Durations.format(l.lasted())),
                        Columns.text(Texts.of("checkpoints.size"), 66, "figures", l -> String.valueOf(l.size())),
                        Columns.text(Texts.of("checkpoints.state"), 100, "words",
                                l -> Texts.of("checkpoints." + l.outcome()))));
    }

    private void stationColumns() {
        stations.getColumns()
                .setAll(List.of(Columns.text(Texts.of("checkpoints.node"), 88, "words", s -> names.apply(s.node())),
                        Columns.text(Texts.of("checkpoints.barrier"), 84, "figures", this::firstBarrier),
                        Columns.text(Texts.of("checkpoints.waited"), 62, "figures", this::waited),
                        Columns.text(Texts.of("checkpoints.handed-in"), 84, "figures", s -> time(s.handedIn())),
                        Columns.text(Texts.of("checkpoints.size"), 66, "figures", this::size)));
    }

    private String firstBarrier(Course.Station s) {
        return time(s.arrivals().stream().mapToLong(Course.Arrival::at).findFirst());
    }

    private String time(OptionalLong at) {
        return at.isPresent() && at.getAsLong() <= playhead ? clock.format(at.getAsLong()) : NOTHING;
    }

    private String waited(Course.Station s) {
        long first = s.arrivals().stream().mapToLong(Course.Arrival::at).findFirst().orElse(Long.MAX_VALUE);
        if (first > playhead) return NOTHING;
        return Durations.format(Math.max(0, Math.min(playhead, s.handedIn().orElse(first + s.aligned())) - first));
    }

    private String size(Course.Station s) {
        return s.handedIn().orElse(Long.MAX_VALUE) <= playhead ? String.valueOf(s.size()) : NOTHING;
    }

    void show(CheckpointsModel model, UnaryOperator<String> nameOf) {
        clock = model.clock();
        names = nameOf;
        lines.getItems().clear();
        stations.getItems().clear();
    }

    void moment(CheckpointsModel model, long time, Optional<Checkpoint> picked) {
        telling = true;
        playhead = time;
        List<Line> now = model.lines(time);
        if (!lines.getItems().equals(now)) lines.getItems().setAll(now);
        picked.ifPresent(p -> lines.getItems()
                .stream()
                .filter(l -> l.checkpoint().equals(p))
                .findFirst()
                .ifPresentOrElse(l -> lines.getSelectionModel().select(l),
                        () -> lines.getSelectionModel().clearSelection()));
        picked.ifPresent(this::detail);
        telling = false;
    }

    private void detail(Checkpoint picked) {
        title.setText(Texts.of("checkpoints.title", picked.name()));
        boolean aborted = picked.at(playhead).filter(o -> o == Course.Outcome.ABORTED).isPresent();
        reason.setText(aborted ? picked.course().reason() : "");
        reason.setManaged(aborted);
        if (!stations.getItems().equals(picked.course().stations()))
            stations.getItems().setAll(picked.course().stations());
        stations.refresh();
    }
}
