package millrace.app.lanes;

import java.util.Optional;
import java.util.SequencedSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import millrace.app.look.Theme;
import millrace.app.pane.Columns;
import millrace.app.pane.Making;
import millrace.app.pane.Pane;
import millrace.app.pane.PaneRequests;
import millrace.app.pane.Shown;
import millrace.app.text.Texts;
import millrace.trace.Moment;

/** The view of the lanes: what each node put out, when. */
public final class LanesPane implements Pane {
    private final PaneRequests requests;
    private final LanesView view = new LanesView(new FromView());
    private final Making<LanesModel> making = new Making<>(LanesModel::of, this::made, view::say);
    private final Label count = new Label();
    private final Button whole = new Button(Texts.of("lanes.whole"));
    private final HBox controls = new HBox(8, count, whole);
    private Optional<LanesModel> model = Optional.empty();

    public LanesPane(PaneRequests requests) {
        this.requests = requests;
        controls.setMinHeight(Columns.BESIDE_TABS);
        controls.setAlignment(Pos.CENTER_RIGHT);
        count.getStyleClass().add("second");
        whole.getStyleClass().add("small");
        whole.setOnAction(e -> view.whole());
        told();
    }

    @Override
    public String id() {
        return "lanes";
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
        if (!making.of(run)) view.say(Texts.of("lanes.reading"));
    }

    private void made(LanesModel next) {
        model = Optional.of(next);
        view.setModel(next);
        told();
    }

    @Override
    public void moment(Moment moment) {
        view.setPlayhead(moment.time());
    }

    @Override
    public void selected(SequencedSet<String> nodes) {
        view.setSelected(nodes);
    }

    @Override
    public void closed() {
        making.leave();
    }

    @Override
    public void dress(Theme theme) {
        view.setTheme(theme);
    }

    private void told() {
        whole.setVisible(view.zoomed());
        whole.setManaged(view.zoomed());
        String outputs = model.map(m -> Texts.counted("lanes.outputs", m.lanes().size())).orElse("");
        count.setText(view.held()
                .flatMap(e -> model.flatMap(m -> m.places(e).stream().findFirst().map(m::marble)))
                .map(m -> Texts.of("lanes.held", outputs, words(m)))
                .orElse(outputs));
    }

    private static String words(Marble marble) {
        return (marble.key() + " " + marble.words()).strip();
    }

    private final class FromView implements LanesView.Hears {
        @Override
        public void held(Marble marble, String node) {
            requests.select(node);
            requests.hold(marble.event());
        }

        @Override
        public void seek(long time) {
            requests.seek(time);
        }

        @Override
        public void changed() {
            told();
        }
    }
}
