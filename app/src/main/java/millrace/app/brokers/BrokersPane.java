package millrace.app.brokers;

import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.app.pane.Faces;
import millrace.app.pane.Making;
import millrace.app.pane.NodeChoice;
import millrace.app.pane.Pane;
import millrace.app.pane.PaneRequests;
import millrace.app.pane.Shown;
import millrace.app.text.Texts;
import millrace.operator.View;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;

/** The view of logs and queues: one of them at the playhead, and what became of a record or message of it. */
public final class BrokersPane implements Pane {
    private final PaneRequests requests;
    private final BrokerPicture picture = new BrokerPicture(this::picked, this::group);
    private final HistoryList history = new HistoryList(this::gone);
    private final Label none = new Label(Texts.of("brokers.reading"));
    private final BorderPane both = new BorderPane(picture, null, history, null, null);
    private final StackPane view = new StackPane(both, none);
    private final Making<List<BrokerModel>> making = new Making<>(BrokerModel::of, this::made,
            this::say);
    private final NodeChoice<BrokerModel> choice = new NodeChoice<>("brokers-choice", Texts.of("brokers.of"),
            Texts.of("brokers.choice"));
    private Keys keys = Keys.NONE;
    private Optional<Moment> moment = Optional.empty();
    private Optional<Long> event = Optional.empty();

    public BrokersPane(PaneRequests requests) {
        this.requests = requests;
        view.getStyleClass().addAll("brokers", "results");
        view.setMinSize(0, 0);
        none.getStyleClass().add("second");
        choice.setOnChosen(of -> {
            event = Optional.empty();
            picture.show(of, keys);
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
        return Optional.of(choice);
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
        choice.setVisible(!is);
    }

    private void made(List<BrokerModel> brokers) {
        empty(brokers.isEmpty());
        none.setText(Texts.of("brokers.none"));
        choice.offer(brokers, List::getFirst);
    }

    @Override
    public void moment(Moment next) {
        moment = Optional.of(next);
        fill();
    }

    private void fill() {
        choice.chosen().filter(of -> moment.isPresent()).ifPresent(this::fill);
    }

    private void fill(BrokerModel of) {
        long time = moment.orElseThrow().time();
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
        choice.chosen().map(BrokerModel::node).ifPresent(requests::select);
        requests.hold(id);
        fill();
    }

    private void group(String name) {
        choice.chosen().map(BrokerModel::node).ifPresent(node -> {
            requests.select(node);
            requests.askGroup(node, name);
        });
    }

    private void gone(BrokerModel.Step step) {
        requests.seek(step.at());
        requests.ask(step.row());
    }

    /** The log or queue that is selected. */
    @Override
    public void selected(SequencedSet<String> nodes) {
        choice.selected(nodes);
    }

    @Override
    public void closed() {
        making.leave();
    }

    @Override
    public void dress(Theme theme) {
        picture.setTheme(theme);
    }
}
