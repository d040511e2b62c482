package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import millrace.design.Clock;
import millrace.event.Watermark;
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

    void show(Optional<NodeMoment> moment, Optional<Status> status, Clock clock) {
        getChildren().clear();
        row = 0;
        if (moment.isEmpty()) line("No run to show", "");
        status.ifPresent(new Held(clock, this::line)::status);
        moment.ifPresent(m -> show(m, clock));
    }

    private void show(NodeMoment moment, Clock clock) {
        line("watermark", watermark(moment.watermark(), clock));
        switch (moment) {
            case NodeMoment.Source s -> source(s, clock);
            case NodeMoment.Transform t -> transform(t);
            case NodeMoment.Window w -> window(w, clock);
            case NodeMoment.Sink s -> line("results so far", s.count());
        }
        new Held(clock, this::line).view(moment.view());
    }

    private void source(NodeMoment.Source s, Clock clock) {
        line("sent", s.sent() + " of " + s.total());
        s.next().ifPresent(next -> line("next at", clock.format(next)));
        if (s.rejected() > 0) line("rejected rows", s.rejected());
        if (s.ended()) line("input", "ended");
        if (s.partitions().size() < 2) return;
        for (NodeMoment.Partition p : s.partitions())
            line(p.name(), p.sent() + " sent, " + watermark(p.watermark(), clock) + (p.idle() ? ", idle" : ""));
    }

    private void transform(NodeMoment.Transform t) {
        line("received", t.received());
        line("passed", t.passed());
        line("left out", t.leftOut());
        if (t.failed() > 0) line("failed", t.failed());
    }

    private void window(NodeMoment.Window w, Clock clock) {
        line("windows with state", w.openCount());
        line("panes so far", w.panes());
        line("late, added", w.lateAdded());
        line("dropped", w.dropped());
        List<NodeMoment.WindowView> windows = w.windows();
        int from = Math.max(0, windows.size() - MOST_WINDOWS);
        for (NodeMoment.WindowView view : windows.subList(from, windows.size()))
            line(name(view, clock), state(view));
    }

    private static String name(NodeMoment.WindowView view, Clock clock) {
        return (view.key().isEmpty() ? "" : view.key() + " ") + clock.window(view.start(), view.end());
    }

    private static String state(NodeMoment.WindowView view) {
        String events = view.count() + (view.count() == 1 ? " event" : " events");
        return switch (view.state()) {
            case OPEN -> "open, " + events;
            case KEPT -> "kept, " + events;
            case EXPIRED -> "gone";
        };
    }

    private static String watermark(long time, Clock clock) {
        if (time == Watermark.NONE) return "none yet";
        return time == Watermark.FINAL ? "end of input" : clock.format(time);
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
