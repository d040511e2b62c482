package millrace.app.checkpoints;

import java.util.Optional;
import java.util.SequencedSet;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import millrace.app.checkpoints.CheckpointsModel.Checkpoint;
import millrace.app.editor.Transaction;
import millrace.app.look.Theme;
import millrace.app.pane.Columns;
import millrace.app.pane.Covered;
import millrace.app.pane.InBackground;
import millrace.app.pane.Pane;
import millrace.app.pane.PaneRequests;
import millrace.app.pane.Shown;
import millrace.app.text.Texts;
import millrace.design.Durations;
import millrace.design.Value;
import millrace.trace.Moment;

/** The course of each checkpoint through the graph, a list of them, and what the nodes did in the one that is picked. */
public final class CheckpointsView implements Pane {
    private final PaneRequests requests;
    private final CheckpointsChart chart = new CheckpointsChart(this::clicked);
    private final CheckpointsList list = new CheckpointsList(this::picked, this::selectNode);
    private final Label guarantee = new Label();
    private final BorderPane whole = new BorderPane();
    private final Covered view = new Covered(whole, "checkpoints");
    private final InBackground background = new InBackground(Platform::runLater, this::failed);
    private Optional<CheckpointsModel> model = Optional.empty();
    /** Empty: the newest at the playhead is looked at. */
    private Optional<Checkpoint> picked = Optional.empty();
    private long playhead;

    public CheckpointsView(PaneRequests requests) {
        this.requests = requests;
        ScrollPane scroll = new ScrollPane(chart);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinSize(0, 0);
        whole.setCenter(scroll);
        whole.setRight(list);
        whole.setMinSize(0, 0);
        guarantee.setMinHeight(Columns.BESIDE_TABS);
    }

    @Override
    public String id() {
        return "checkpoints";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Optional<Node> controls() {
        return Optional.of(guarantee);
    }

    @Override
    public void ran(Shown run) {
        background.<CheckpointsModel>make((goOn, ready) -> ready.accept(CheckpointsReader.of(run.run())),
                made -> show(made, run));
    }

    private void show(CheckpointsModel made, Shown run) {
        model = Optional.of(made);
        picked = picked.flatMap(p -> made.checkpoints().stream().filter(c -> c.name().equals(p.name())).findFirst());
        guarantee.setText(said(made));
        chart.show(made, run::name);
        list.show(made, run::name);
        made.nothing().ifPresentOrElse(this::nothing, view::something);
        moment();
    }

    private static String said(CheckpointsModel model) {
        return model.every().isPresent()
                ? Texts.of("checkpoints.guarantee." + model.guarantee(), Durations.format(model.every().getAsLong()))
                : Texts.of("checkpoints.by-hand." + model.guarantee());
    }

    private void nothing(CheckpointsModel.Nothing why) {
        String reason = Texts.of("checkpoints." + why);
        String help = Texts.of("checkpoints." + why + ".fix");
        if (why == CheckpointsModel.Nothing.OFF)
            view.nothing(reason, help, Texts.of("checkpoints.OFF.do"), () -> requests.edit(turnOn()));
        else
            view.nothing(reason, help);
    }

    private static Transaction turnOn() {
        return Transaction.design(Texts.of("checkpoints.on-step"), d -> d
                .withSettings(d.settings().withAt("checkpoints.guarantee", Value.of("exactly-once"))));
    }

    private void failed(String why) {
        view.nothing(why, "");
    }

    @Override
    public void moment(Moment moment) {
        playhead = moment.time();
        moment();
    }

    private void moment() {
        model.ifPresent(m -> {
            Optional<Checkpoint> shown = picked.or(() -> m.newest(playhead));
            chart.playhead(playhead);
            chart.pick(shown);
            list.moment(m, playhead, shown);
        });
    }

    @Override
    public void selected(SequencedSet<String> nodes) {
        chart.select(nodes);
    }

    @Override
    public void closed() {
        background.leave();
    }

    @Override
    public void dress(Theme theme) {
        chart.dress(theme);
    }

    private void clicked(CheckpointsChart.Clicked what) {
        switch (what) {
            case CheckpointsChart.Clicked.OnNode n -> requests.select(n.node());
            case CheckpointsChart.Clicked.OnTime t -> {
                t.of().ifPresent(c -> picked = Optional.of(c));
                requests.seek(t.time());
                moment();
            }
            case CheckpointsChart.Clicked.OnSign s -> {
                s.of().ifPresent(c -> picked = Optional.of(c));
                requests.seek(s.sign().at());
                requests.ask(s.sign().fact());
                moment();
            }
        }
    }

    /** One in the list: the playhead goes to where it is known what became of it. */
    private void picked(Checkpoint checkpoint) {
        picked = Optional.of(checkpoint);
        requests.seek(checkpoint.course().ended().orElse(checkpoint.course().began()));
        moment();
    }

    private void selectNode(String node) {
        requests.select(node);
    }

    /** Where a node's row is at an instant, on the screen, once it is known: for hands that look for it. */
    public Optional<Point2D> place(String node, long time) {
        return chart.place(node, time).map(chart::localToScreen);
    }
}
