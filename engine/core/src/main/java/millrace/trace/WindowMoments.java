package millrace.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import millrace.event.Timing;
import millrace.operator.TimeDomain;
import millrace.operator.WindowOperator;
import millrace.trace.NodeMoment.Content;
import millrace.trace.NodeMoment.PaneView;
import millrace.trace.NodeMoment.WindowView;

/** What a window node shows. */
final class WindowMoments {
    private static final int MOST = 64;
    private static final int EXPIRED = 6;
    private static final int CONTENTS = 40;
    private static final Comparator<WindowView> ORDER = Comparator.comparingLong(WindowView::end)
            .thenComparingLong(WindowView::start)
            .thenComparing(WindowView::key);

    private final Trace trace;
    private final NodeIndex index;
    private final WindowOperator operator;
    private final long watermark;
    private final int rows;

    private WindowMoments(Trace trace, int node, WindowOperator operator, int rows) {
        this.trace = trace;
        this.operator = operator;
        this.rows = rows;
        index = trace.nodes[node];
        watermark = Watermarks.ofNode(trace, node, rows);
    }

    static NodeMoment.Window of(Trace trace, int node, WindowOperator operator, int rows) {
        WindowMoments m = new WindowMoments(trace, node, operator, rows);
        int open = m.index.born.below(rows) - m.index.gone.below(rows);
        List<WindowView> views = new ArrayList<>();
        m.live(open, views);
        m.expired(views);
        views.sort(ORDER);
        return new NodeMoment.Window(trace.plan().nodes().get(node).id(), m.watermark, List.copyOf(views), open,
                m.index.lateAdded.below(rows), m.index.kind(FactKind.DROPPED).below(rows), m.index.panes.below(rows));
    }

    /** The youngest windows that have state. */
    private void live(int open, List<WindowView> views) {
        for (int i = index.born.below(rows) - 1; i >= 0 && views.size() < Math.min(open, MOST); i--) {
            int window = index.windows.get(i);
            if (trace.windows.gone(window) >= rows) views.add(view(window, false));
        }
    }

    /** The few that expired last. */
    private void expired(List<WindowView> views) {
        int most = Math.min(MOST, views.size() + EXPIRED);
        IntList gone = index.kind(FactKind.EXPIRED);
        for (int i = gone.below(rows) - 1; i >= 0 && views.size() < most; i--) {
            int window = trace.columns.window(gone.get(i));
            if (trace.windows.gone(window) == gone.get(i) && trace.windows.first(window) < rows)
                views.add(view(window, true));
        }
    }

    private WindowView view(int window, boolean expired) {
        Optional<PaneView> pane = lastPane(window);
        WindowView.State state = expired ? WindowView.State.EXPIRED
                : answered(window, pane) ? WindowView.State.KEPT : WindowView.State.OPEN;
        return new WindowView(trace.keys.text(trace.windows.key(window)), trace.windows.start(window),
                trace.windows.end(window), state, contents(window), count(window), pane);
    }

    private boolean answered(int window, Optional<PaneView> pane) {
        if (pane.isPresent() && pane.get().pane().timing() != Timing.EARLY) return true;
        return operator.domain() == TimeDomain.EVENT && watermark >= trace.windows.end(window);
    }

    private Optional<PaneView> lastPane(int window) {
        int row = trace.windows.lastFired(window);
        while (row >= rows || row >= 0 && Histories.pane(trace, row).pane().retraction())
            row = trace.columns.tally(row);
        return row < 0 ? Optional.empty() : Optional.of(Histories.pane(trace, row));
    }

    private long count(int window) {
        Chain chain = new Chain(trace, window, rows);
        for (int row = chain.previous(); row >= 0; row = chain.previous()) {
            FactKind kind = trace.kind(row);
            if (kind == FactKind.ADDED || kind == FactKind.MERGED) return trace.columns.tally(row);
        }
        return 0;
    }

    private List<Content> contents(int window) {
        List<Content> all = new ArrayList<>();
        Chain chain = new Chain(trace, window, rows);
        for (int row = chain.previous(); row >= 0 && all.size() < CONTENTS; row = chain.previous()) {
            if (trace.kind(row) == FactKind.ADDED) all.add(Histories.content(trace, row));
        }
        Collections.reverse(all);
        return List.copyOf(all);
    }
}
