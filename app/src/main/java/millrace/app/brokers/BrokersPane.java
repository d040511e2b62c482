package millrace.app.brokers;

import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.app.pane.Faces;
import millrace.app.pane.Making;
import millrace.app.pane.Pane;
import millrace.app.pane.PaneRequests;
import millrace.app.pane.Shown;
import millrace.app.text.Texts;
import millrace.operator.View;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;

/** The view of logs and queues: one of them at the playhead, and what became of a record or message of it. */
public final class BrokersPane implements Pane {
    private static final double CHOICE = 170;
    private final PaneRequests requests;
    private final BrokerPicture picture = new BrokerPicture(this::picked, this::group);
    private final HistoryList history = new HistoryList(this::gone);
    private final Label none = new Label(Texts.of("brokers.reading"));
    private final BorderPane both = new BorderPane(picture, null, history, null, null);
    private final StackPane view = new StackPane(both, none);
    private final Making<List<BrokerModel>> making = new Making<>(BrokerModel::of, this::made,
            this::say);
    private final ComboBox<BrokerModel> choice = new ComboBox<>();
    private final HBox controls = new HBox(8, new Label(Texts.of("brokers.of")), choice);
    private Keys keys = Keys.NONE;
    private Optional<Moment> moment = Optional.empty();
    private Optional<Long> event = Optional.empty();

    public BrokersPane(PaneRequests requests) {
        this.requests = requests;
        view.getStyleClass().addAll("brokers", "results");
        view.setMinSize(0, 0);
        none.getStyleClass().add("second");
        controls.setAlignment(Pos.CENTER_RIGHT);
        choice.setPrefWidth(CHOICE);
        choice.setId("brokers-choice");
        choice.setAccessibleText(Texts.of("brokers.choice"));
        choice.setConverter(new Names());
        choice.valueProperty().addListener((o, was, is) -> {
            event = Optional.empty();
            if (is != null) picture.show(is, keys);
            fill();
        });
        empty(true);
    }

    @Override
    public String id() {
        return "brokers";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Optional<Node> controls() {
        return Optional.of(controls);
    }

    @Override
    public void ran(Shown run) {
        keys = run.keys();
        if (!making.of(run)) say(Texts.of("brokers.reading"));
    }

    /** Nothing to show, and why. */
    private void say(String why) {
        none.setText(why);
        empty(true);
    }

    private void empty(boolean is) {
        both.setVisible(!is);
        none.setVisible(is);
        controls.setVisible(!is);
    }

    private void made(List<BrokerModel> brokers) {
        String before = choice.getValue() == null ? "" : choice.getValue().node();
        choice.getItems().setAll(brokers);
        empty(brokers.isEmpty());
        if (brokers.isEmpty()) none.setText(Texts.of("brokers.none"));
        else
            choice.setValue(brokers.stream()
                    .filter(b -> b.node().equals(before))
                    .findFirst()
                    .orElse(brokers.getFirst()));
    }

    @Override
    public void moment(Moment next) {
        moment = Optional.of(next);
        fill();
    }

    private void fill() {
        BrokerModel of = choice.getValue();
        if (of == null || moment.isEmpty()) return;
        long time = moment.get().time();
        picture.setView(moment.flatMap(m -> m.node(of.node())).map(NodeMoment::view).orElse(new View.None()), time);
        picture.setPicked(event);
        history.show(event.map(e -> title(of, e)).orElse(Texts.of("brokers.history")),
                event.map(e -> of.history(e, time)).orElse(List.of()), of.clock());
    }

    private static String title(BrokerModel of, long event) {
        Faces.Face face = of.trace().event(event).map(e -> of.faces().into(e, of.node())).orElseThrow();
        return Texts.of(of.log() ? "brokers.record" : "brokers.message", (face.key() + " " + face.values()).strip());
    }

    private void picked(long id) {
        event = Optional.of(id);
        requests.select(choice.getValue().node());
        requests.hold(id);
        fill();
    }

    private void group(String name) {
        requests.select(choice.getValue().node());
        requests.askGroup(choice.getValue().node(), name);
    }

    private void gone(BrokerModel.Step step) {
        requests.seek(step.at());
        requests.ask(step.row());
    }

    /** The log or queue that is selected. */
    @Override
    public void selected(SequencedSet<String> nodes) {
        choice.getItems().stream().filter(b -> nodes.contains(b.node())).findFirst().ifPresent(choice::setValue);
    }

    @Override
    public void closed() {
        making.leave();
    }

    @Override
    public void dress(Theme theme) {
        picture.setTheme(theme);
    }

    private static final class Names extends StringConverter<BrokerModel> {
        @Override
        public String toString(BrokerModel broker) {
            return broker == null ? "" : broker.name();
        }

        @Override
        public BrokerModel fromString(String name) {
            throw new UnsupportedOperationException("logs and queues are chosen, not written");
        }
    }
}
