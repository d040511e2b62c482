package millrace.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.compile.Plan;
import millrace.design.Counts;
import millrace.event.Event;
import millrace.simulation.PartialRecorder;
import org.jspecify.annotations.Nullable;

/** Counts what a person wants to know at the end of a run, and keeps the first reason of each kind of trouble. */
final class Tally extends PartialRecorder {
    /** Something that went wrong at a node: how often, and how it was the first time. */
    private static final class Trouble {
        private final String first;
        private long more;

        Trouble(String first) {
            this.first = first;
        }
    }

    private final Plan plan;
    private final Map<String, Trouble> troubles = new LinkedHashMap<>();
    private long emitted;
    private long reached;
    private long dropped;
    private long rejected;
    private long failed;

    Tally(Plan plan) {
        this.plan = plan;
    }

    long emitted() {
        return emitted;
    }

    /** "9 events in, 10 results, 1 dropped too late, 2 rows refused". */
    String text() {
        StringBuilder text = new StringBuilder(Counts.of(emitted, "event")).append(" in, ")
                .append(Counts.of(reached, "result"));
        if (dropped > 0) text.append(", ").append(Counts.grouped(dropped)).append(" dropped too late");
        if (rejected > 0) text.append(", ").append(Counts.of(rejected, "row")).append(" refused");
        if (failed > 0) text.append(", ").append(Counts.of(failed, "event")).append(" without a result");
        return text.toString();
    }

    /** The first refused row and the first failed event of each node. */
    List<String> troubles() {
        List<String> lines = new ArrayList<>();
        troubles.forEach((where, t) -> lines.add(where + ": " + t.first
                + (t.more > 0 ? " (and " + Counts.grouped(t.more) + " more)" : "")));
        return lines;
    }

    private void trouble(int node, String what) {
        String id = plan.nodes().get(node).id();
        Trouble known = troubles.putIfAbsent(id, new Trouble(what));
        if (known != null) known.more++;
    }

    @Override
    public void emitted(int node, int partition, Event event) {
        emitted++;
    }

    @Override
    public void rejected(int node, long line, String reason, String row) {
        rejected++;
        trouble(node, "line " + line + " refused: " + RowText.plain(reason));
    }

    @Override
    public void failed(int node, Event event, String message) {
        failed++;
        trouble(node, "event " + event.id + ": " + RowText.plain(message));
    }

    @Override
    public void dropped(int node, Event event, @Nullable Object key, long start, long end, long watermark) {
        dropped++;
    }

    @Override
    public void reached(int node, Event event) {
        reached++;
    }
}
