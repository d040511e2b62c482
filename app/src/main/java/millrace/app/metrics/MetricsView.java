package millrace.app.metrics;

import java.util.Optional;
import java.util.SequencedSet;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import millrace.app.look.Theme;
import millrace.app.pane.Columns;
import millrace.app.pane.Covered;
import millrace.app.pane.InBackground;
import millrace.app.pane.Pane;
import millrace.app.pane.PaneRequests;
import millrace.app.pane.Shown;
import millrace.app.text.Texts;
import millrace.design.Durations;
import millrace.trace.Moment;

/** Throughput, lag, state and queues of each node over the whole run, with the figures at the playhead. */
public final class MetricsView implements Pane {
    private final MetricsChart chart;
    private final Label span = new Label();
    private final Covered view;
    private final InBackground background = new InBackground(Platform::runLater, this::nothing);

    public MetricsView(PaneRequests requests) {
        chart = new MetricsChart(requests::seek, requests::select);
        view = new Covered(chart, "metrics");
        span.setMinHeight(Columns.BESIDE_TABS);
    }

    @Override
    public String id() {
        return "metrics";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Optional<Node> controls() {
        return Optional.of(span);
    }

    @Override
    public void ran(Shown run) {
        background.<MetricsModel>make((goOn, ready) -> MetricsModel.of(run.run(), goOn).ifPresent(ready),
                made -> show(made, run));
    }

    private void show(MetricsModel made, Shown run) {
        span.setText(Texts.of("metrics.span", Durations.format(made.span())));
        chart.show(made, run::name);
        if (made.nodes().isEmpty()) nothing(Texts.of("metrics.no-nodes"));
        else
            view.something();
    }

    private void nothing(String why) {
        view.nothing(why, "");
    }

    @Override
    public void moment(Moment moment) {
        chart.playhead(moment.time());
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
}
