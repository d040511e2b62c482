package millrace.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.trace.NodeMoment.Content;
import millrace.trace.NodeMoment.PaneView;

/** The windows of a node over the whole run. */
final class Histories {
    private static final Comparator<WindowHistory> ORDER = Comparator.comparingLong(WindowHistory::start)
            .thenComparingLong(WindowHistory::end)
            .thenComparingLong(WindowHistory::firstArrival);

    private Histories() {}

    static List<WindowHistory> of(Trace trace, int node) {
        NodeIndex index = trace.nodes[node];
        int size = trace.size();
        List<WindowHistory> all = new ArrayList<>();
        for (int i = 0; i < index.born.below(size); i++) {
            int window = index.windows.get(i);
            if (!grown(trace, window, size) && !passing(trace, window, size)) all.add(history(trace, window, size));
        }
        all.sort(ORDER);
        return Collections.unmodifiableList(all);
    }

    /** Whether it has become a larger session, which goes on as the same history. */
    private static boolean grown(Trace trace, int window, int size) {
        int grown = trace.windows.grown(window);
        return grown >= 0 && trace.windows.first(grown) < size;
    }

    /** Whether it was only a stage of a merge of several sessions: begun and gone in one step. */
    private static boolean passing(Trace trace, int window, int size) {
        int gone = trace.windows.gone(window);
        return gone < size && trace.kind(gone) == FactKind.MERGED
                && trace.step(gone) == trace.step(trace.windows.first(window));
    }

    private static WindowHistory history(Trace trace, int window, int size) {
        WindowTable w = trace.windows;
        int[] rows = oldestFirst(trace, window, size);
        List<PaneView> panes = new ArrayList<>();
        int[] added = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (trace.kind(row) == FactKind.ADDED) added[count++] = row;
            if (trace.kind(row) == FactKind.FIRED && own(trace, row, window)) panes.add(pane(trace, row));
        }
        int[] contents = Arrays.copyOf(added, count);
        long first = trace.at(rows.length == 0 ? w.first(window) : firstOwn(trace, rows, window));
        return new WindowHistory(trace.keys.text(w.key(window)), w.start(window), w.end(window), first, panes,
                mergedInto(trace, window, size), expired(trace, window, size),
                new OnDemand<>(contents, row -> content(trace, row)));
    }

    /** Whether the row belongs to the window or to what it grew from, not to a session that it swallowed. */
    private static boolean own(Trace trace, int row, int window) {
        int w = trace.columns.window(row);
        while (w >= 0 && w != window)
            w = trace.windows.grown(w);
        return w == window;
    }

    private static int firstOwn(Trace trace, int[] rows, int window) {
        for (int row : rows) {
            boolean merge = trace.kind(row) == FactKind.MERGED && (int) trace.columns.figure(row) == window;
            if (merge || own(trace, row, window)) return row;
        }
        return rows[0];
    }

    private static int[] oldestFirst(Trace trace, int window, int below) {
        Chain chain = new Chain(trace, window, below);
        int[] newestFirst = new int[8];
        int count = 0;
        for (int row = chain.previous(); row >= 0; row = chain.previous()) {
            if (count == newestFirst.length) newestFirst = Arrays.copyOf(newestFirst, count * 2);
            newestFirst[count++] = row;
        }
        int[] rows = new int[count];
        for (int i = 0; i < count; i++)
            rows[i] = newestFirst[count - 1 - i];
        return rows;
    }

    private static Optional<WindowHistory.MergedInto> mergedInto(Trace trace, int window, int size) {
        int gone = trace.windows.gone(window);
        if (gone >= size || trace.kind(gone) != FactKind.MERGED) return Optional.empty();
        int into = (int) trace.columns.figure(gone);
        while (grown(trace, into, size) || passing(trace, into, size))
            into = (int) trace.columns.figure(trace.windows.gone(into));
        return Optional.of(new WindowHistory.MergedInto(trace.at(gone), trace.windows.start(into),
                trace.windows.end(into)));
    }

    private static OptionalLong expired(Trace trace, int window, int size) {
        int gone = trace.windows.gone(window);
        if (gone >= size || trace.kind(gone) != FactKind.EXPIRED) return OptionalLong.empty();
        return OptionalLong.of(trace.at(gone));
    }

    static Content content(Trace trace, int row) {
        return new Content(Facts.subject(trace, row), trace.at(row), trace.columns.flag(row) != 0);
    }

    static PaneView pane(Trace trace, int row) {
        Event event = Facts.subject(trace, row);
        String key = trace.keys.text(trace.windows.key(trace.columns.window(row)));
        return new PaneView(event, Pane.of(event), key, trace.at(row));
    }
}
