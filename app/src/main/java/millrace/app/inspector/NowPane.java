package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import millrace.app.text.Texts;
import millrace.design.Clock;
import millrace.event.Watermark;
import millrace.trace.Hand;
import millrace.trace.NodeMoment;
import millrace.trace.Status;

/** The state of the selected node at the playhead, in words and figures. */
final class NowPane extends GridPane {
    private static final int MOST_WINDOWS = 12;
    private int row;

    NowPane() {
        getStyleClass().add("now-pane");
        setHgap(12);
        setVgap(8);
    }

    void show(Optional<NodeMoment> moment, Optional<Status> status, List<Hand> hands, Clock clock) {
        getChildren().clear();
        row = 0;
        if (moment.isEmpty()) line(Texts.of("inspector.now.no-run"), "");
        status.ifPresent(new Held(clock, this::line)::status);
        moment.ifPresent(m -> show(m, clock));
        if (moment.isPresent() && status.isPresent())
            new Hands(moment.get(), status.get(), this::line).show(hands);
    }

    private void show(NodeMoment moment, Clock clock) {
        line(Texts.of("inspector.now.watermark"), watermark(moment.watermark(), clock));
        switch (moment) {
            case NodeMoment.Source s -> source(s, clock);
            case NodeMoment.Transform t -> transform(t);
            case NodeMoment.Window w -> window(w, clock);
            case NodeMoment.Sink s -> line(Texts.of("inspector.now.results"), s.count());
        }
        new Held(clock, this::line).view(moment.view());
    }

    private void source(NodeMoment.Source s, Clock clock) {
        line(Texts.of("inspector.now.sent"),
                Texts.of("inspector.now.sent-of", String.valueOf(s.sent()), String.valueOf(s.total())));
        s.next().ifPresent(next -> line(Texts.of("inspector.now.next"), clock.format(next)));
        if (s.rejected() > 0) line(Texts.of("inspector.now.rejected"), s.rejected());
        if (s.ended()) line(Texts.of("inspector.now.input"), Texts.of("inspector.now.ended"));
        if (s.partitions().size() < 2) return;
        for (NodeMoment.Partition p : s.partitions())
            line(p.name(),
                    Texts.of(p.idle() ? "inspector.now.partition-idle" : "inspector.now.partition",
                            String.valueOf(p.sent()),
                            watermark(p.watermark(), clock)));
    }

    private void transform(NodeMoment.Transform t) {
        line(Texts.of("inspector.now.received"), t.received());
        line(Texts.of("inspector.now.passed"), t.passed());
        line(Texts.of("inspector.now.left-out"), t.leftOut());
        if (t.failed() > 0) line(Texts.of("inspector.now.failed"), t.failed());
    }

    private void window(NodeMoment.Window w, Clock clock) {
        line(Texts.of("inspector.now.windows"), w.openCount());
        line(Texts.of("inspector.now.panes"), w.panes());
        line(Texts.of("inspector.now.late"), w.lateAdded());
        line(Texts.of("inspector.now.dropped"), w.dropped());
        List<NodeMoment.WindowView> windows = w.windows();
        int from = Math.max(0, windows.size() - MOST_WINDOWS);
        for (NodeMoment.WindowView view : windows.subList(from, windows.size()))
            line(name(view, clock), state(view));
    }

    private static String name(NodeMoment.WindowView view, Clock clock) {
        return (view.key().isEmpty() ? "" : view.key() + " ") + clock.window(view.start(), view.end());
    }

    private static String state(NodeMoment.WindowView view) {
        String events = Texts.counted("inspector.now.events", view.count());
        return switch (view.state()) {
            case OPEN -> Texts.of("inspector.now.window-open", events);
            case KEPT -> Texts.of("inspector.now.window-kept", events);
            case EXPIRED -> Texts.of("inspector.now.window-gone");
        };
    }

    private static String watermark(long time, Clock clock) {
        if (time == Watermark.NONE) return Texts.of("inspector.now.none-yet");
        return time == Watermark.FINAL ? Texts.of("inspector.now.end") : clock.format(time);
    }

    private void line(String name, long figure) {
        line(name, String.valueOf(figure));
    }

    private void line(String name, String figure) {
        Label left = new Label(name);
        left.getStyleClass().add("now-name");
        Label right = new Label(figure);
        right.getStyleClass().addAll("now-figure", "figures");
        right.setWrapText(true);
        addRow(row++, left, right);
    }
}
