package millrace.trace;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Watermark;
import millrace.operator.FaultNote;
import millrace.trace.ChartData.Idle;
import millrace.trace.ChartData.Outage;

/** What crashes and silence leave on the chart of a node: when it was down, what it lost, how its watermark went back. */
final class ChartFaults {
    /** A node went back to a snapshot: all after {@code kept} and before {@code down} is lost to it. */
    private record Loss(int kept, int down) {}

    private final Trace trace;
    private final int node;
    private final List<Outage> outages = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    /** Rows at which it was restored, and what its watermark was then. */
    private final List<Integer> restored = new ArrayList<>();
    private final List<Long> watermarks = new ArrayList<>();
    /** The row with which it went down; -1 = it is up. */
    private int down = -1;

    ChartFaults(Trace trace, int node) {
        this.trace = trace;
        this.node = node;
        new Rows(trace.nodes[node].kind(FactKind.NOTED), trace.size()).stream().forEach(this::read);
        if (down >= 0) outages.add(new Outage(trace.at(down), Long.MAX_VALUE, crashed(down)));
    }

    private void read(int row) {
        if (!(trace.fact(row) instanceof Fact.Noted fact)) return;
        switch (fact.note()) {
            case FaultNote.Crashed c when !c.coordinator() -> down = down < 0 ? row : down;
            case FaultNote.Stopped s -> down = down < 0 ? row : down;
            case FaultNote.Restored r -> restored(row, r.checkpoint());
            default -> {
            }
        }
    }

    private void restored(int row, long checkpoint) {
        if (isBack(row)) return;
        int from = down < 0 ? row : down;
        int kept = snapshot(checkpoint, from);
        outages.add(new Outage(trace.at(from), trace.at(row), crashed(from)));
        losses.add(new Loss(kept, from));
        restored.add(row);
        watermarks.add(kept < 0 ? Watermark.NONE : Watermarks.ofNode(trace, node, kept));
        down = -1;
    }

    /** Whether another of its instances has told so: all come back at once. */
    private boolean isBack(int row) {
        return down < 0 && !outages.isEmpty() && outages.getLast().to() == trace.at(row);
    }

    private boolean crashed(int row) {
        return ((Fact.Noted) trace.fact(row)).note() instanceof FaultNote.Crashed;
    }

    /** The row of the node's snapshot for a checkpoint; -1 = its first, empty state. */
    private int snapshot(long checkpoint, int below) {
        IntList notes = trace.nodes[node].kind(FactKind.NOTED);
        for (int i = notes.below(below) - 1; i >= 0; i--) {
            if (trace.fact(notes.get(i)) instanceof Fact.Noted n && n.note() instanceof FaultNote.Snapshot s
                    && s.checkpoint() == checkpoint)
                return notes.get(i);
        }
        return -1;
    }

    List<Outage> outages() {
        return List.copyOf(outages);
    }

    /** When what happened in a row was lost: as the node went down that then went back to before it. */
    long lostAt(int row) {
        for (Loss loss : losses) {
            if (row > loss.kept() && row < loss.down()) return trace.at(loss.down());
        }
        return ChartData.NEVER;
    }

    /** The watermark as of a row: after the node was restored that of its snapshot, until it advances. */
    long watermark(int row) {
        int advanced = trace.nodes[node].kind(FactKind.ADVANCED).lastBelow(row);
        long found = advanced < 0 ? Watermark.NONE : trace.columns.figure(advanced);
        for (int i = 0; i < restored.size() && restored.get(i) < row; i++) {
            if (restored.get(i) > advanced) found = watermarks.get(i);
        }
        return found;
    }

    /** The watermark over the whole run, with the steps back to what snapshots held. */
    WatermarkLine line() {
        List<WatermarkLine.Step> steps = new ArrayList<>();
        int next = 0;
        for (int row : new Rows(trace.nodes[node].kind(FactKind.ADVANCED), trace.size()).stream().toArray()) {
            for (; next < restored.size() && restored.get(next) < row; next++)
                back(steps, next);
            steps.add(new WatermarkLine.Step(trace.at(row), trace.columns.figure(row)));
        }
        for (; next < restored.size(); next++)
            back(steps, next);
        return new WatermarkLine(List.copyOf(steps));
    }

    private void back(List<WatermarkLine.Step> steps, int place) {
        long before = steps.isEmpty() ? Watermark.NONE : steps.getLast().watermark();
        long to = watermarks.get(place);
        if (to < before) steps.add(new WatermarkLine.Step(trace.at(restored.get(place)), to));
    }

    /** When inputs (or partitions of a source) were idle, in order of their beginnings. */
    List<Idle> idle() {
        List<Idle> spans = new ArrayList<>();
        List<Fact.WentIdle> open = new ArrayList<>();
        new Rows(trace.nodes[node].kind(FactKind.WENT_IDLE), trace.size()).stream().forEach(row -> {
            Fact.WentIdle fact = (Fact.WentIdle) trace.fact(row);
            boolean begun = open.stream().anyMatch(o -> o.input() == fact.input());
            if (fact.idle() && !begun) open.add(fact);
            if (fact.idle()) return;
            open.stream()
                    .filter(o -> o.input() == fact.input())
                    .forEach(o -> spans.add(new Idle(o.input(), o.at(), fact.at())));
            open.removeIf(o -> o.input() == fact.input());
        });
        open.forEach(o -> spans.add(new Idle(o.input(), o.at(), ChartData.NEVER)));
        spans.sort(java.util.Comparator.comparingLong(Idle::from));
        return List.copyOf(spans);
    }
}
