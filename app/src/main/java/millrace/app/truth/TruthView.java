package millrace.app.truth;

import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import millrace.app.editor.Transaction;
import millrace.app.look.Theme;
import millrace.app.pane.Columns;
import millrace.app.pane.Covered;
import millrace.app.pane.InBackground;
import millrace.app.pane.Pane;
import millrace.app.pane.PaneRequests;
import millrace.app.pane.Shown;
import millrace.app.text.Texts;
import millrace.app.truth.TruthModel.OfNode;
import millrace.design.Durations;
import millrace.measure.BoundSweep;
import millrace.trace.Moment;
import org.jspecify.annotations.Nullable;

/** What is right, what was said when, and what was missed; what the sinks have; and what another bound would give. */
public final class TruthView implements Pane {
    private final PaneRequests requests;
    private final WindowTable windows;
    private final SinkTable sinks;
    private final BorderPane whole = new BorderPane();
    private final BorderPane left = new BorderPane();
    private final Covered view = new Covered(whole, "truth");
    private final ComboBox<String> of = new ComboBox<>();
    private final Label summary = new Label();
    private final HBox controls = new HBox(10, summary, of);
    private final InBackground background = new InBackground(Platform::runLater, this::nothing);
    private final SweepChart chart;
    private final Sweeping sweeping;
    private Optional<Shown> run = Optional.empty();
    private Optional<TruthModel> model = Optional.empty();
    private boolean telling;

    public TruthView(PaneRequests requests) {
        this.requests = requests;
        windows = new WindowTable(requests);
        sinks = new SinkTable(requests::select);
        chart = new SweepChart(this::setBound);
        sweeping = new Sweeping(chart);
        left.setCenter(windows);
        left.setMinSize(0, 0);
        whole.setCenter(left);
        whole.setRight(chart);
        whole.setMinSize(0, 0);
        controls.setMinHeight(Columns.BESIDE_TABS);
        controls.setAlignment(Pos.CENTER_RIGHT);
        of.setAccessibleText(Texts.of("truth.of"));
        of.setConverter(new Names());
        of.valueProperty().addListener((o, was, is) -> {
            if (!telling) another();
        });
    }

    @Override
    public String id() {
        return "truth";
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
    public void ran(Shown next) {
        run = Optional.of(next);
        sweeping.leave();
        background.<TruthModel>make((goOn, ready) -> TruthReader.of(next, goOn).ifPresent(ready), this::show);
    }

    private void show(TruthModel made) {
        model = Optional.of(made);
        telling = true;
        List<String> nodes = made.nodes().stream().map(OfNode::node).toList();
        String before = String.valueOf(of.getValue());
        if (!of.getItems().equals(nodes)) of.getItems().setAll(nodes);
        if (!nodes.isEmpty()) of.setValue(nodes.contains(before) ? before : nodes.getFirst());
        telling = false;
        of.setVisible(nodes.size() > 1);
        of.setManaged(nodes.size() > 1);
        sinks.show(made.sinks(), this::name);
        left.setBottom(null);
        left.setCenter(nodes.isEmpty() ? sinks : windows);
        if (!nodes.isEmpty() && !made.sinks().isEmpty()) left.setBottom(sinks);
        made.nothing().ifPresentOrElse(this::nothing, view::something);
        another();
    }

    private void nothing(TruthModel.Nothing why) {
        summary.setText("");
        view.nothing(Texts.of("truth." + why), Texts.of("truth." + why + ".fix"));
    }

    private void nothing(String why) {
        summary.setText("");
        view.nothing(why, "");
    }

    /** Another run, or another window node. */
    private void another() {
        if (model.isEmpty() || run.isEmpty()) return;
        Optional<OfNode> node = model.get()
                .nodes()
                .stream()
                .filter(n -> n.node().equals(String.valueOf(of.getValue())))
                .findFirst();
        summary.setText(node.filter(OfNode::known).map(TruthView::said).orElse(""));
        whole.getRight().setVisible(node.isPresent());
        whole.getRight().setManaged(node.isPresent());
        node.ifPresentOrElse(n -> {
            windows.show(n, model.get(), run.get().keys());
            sweeping.begin(run.get(), n.node());
        }, sweeping::leave);
    }

    private static String said(OfNode node) {
        String right = Texts.of("truth.end-right", String.valueOf(node.endRight()),
                String.valueOf(node.windows().size()));
        return node.missed() == 0 ? right
                : Texts.of("truth.both", right, Texts.counted("truth.missed-events", node.missed()));
    }

    private void setBound(long bound) {
        requests.edit(Transaction.design(Texts.of("truth.bound-step", Durations.format(bound)),
                d -> BoundSweep.with(d, bound)));
    }

    @Override
    public void moment(Moment moment) {
        windows.moment(moment.time());
    }

    @Override
    public void selected(SequencedSet<String> nodes) {
        if (nodes.size() == 1 && of.getItems().contains(nodes.getFirst())) of.setValue(nodes.getFirst());
    }

    @Override
    public void closed() {
        background.leave();
        sweeping.leave();
    }

    @Override
    public void dress(Theme theme) {
        windows.dress(theme);
        sweeping.dress(theme);
    }

    /** Where the point of a bound is on the screen, once it is known: for hands that look for it. */
    public Optional<Point2D> place(long bound) {
        return chart.place(bound);
    }

    private String name(String node) {
        return run.map(r -> r.name(node)).orElse(node);
    }

    private final class Names extends StringConverter<String> {
        @Override
        public String toString(@Nullable String id) {
            return id == null ? "" : name(id);
        }

        @Override
        public String fromString(String name) {
            return name;
        }
    }
}
