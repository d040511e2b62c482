package millrace.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import millrace.event.Watermark;
import millrace.operator.SourceSpec;
import millrace.operator.View;

/** What a source shows. */
final class SourceMoments {
    private SourceMoments() {}

    static NodeMoment.Source of(Trace trace, int node, SourceSpec spec, int rows) {
        NodeIndex index = trace.nodes[node];
        IntList emitted = index.kind(FactKind.EMITTED);
        int next = emitted.firstFrom(rows);
        OptionalLong at = next < 0 || next >= trace.size() ? OptionalLong.empty() : OptionalLong.of(trace.at(next));
        long known = emitted.below(trace.size());
        return new NodeMoment.Source(trace.plan().nodes().get(node).id(), Watermarks.ofNode(trace, node, rows),
                emitted.below(rows), Math.max(known, announced(spec)), at, partitions(trace, node, spec, rows),
                index.kind(FactKind.REJECTED).below(rows), index.kind(FactKind.ENDED).below(rows) > 0,
                spec instanceof SourceSpec.Database d ? Edited.view(trace, node, d.type().key(), rows)
                        : new View.None());
    }

    /** How many events the design says there are, as far as it says so. */
    private static long announced(SourceSpec spec) {
        return switch (spec) {
            case SourceSpec.Timetable t -> t.rows().size();
            case SourceSpec.Generator g -> g.count() == Long.MAX_VALUE ? 0 : g.count();
            case SourceSpec.File f -> 0;
            case SourceSpec.Database d -> switch (d.edits()) {
                case SourceSpec.Database.Edits.Listed l -> l.changes().size();
                case SourceSpec.Database.Edits.Random r -> 0;
            };
            case SourceSpec.InMemory m -> m.rows().size();
        };
    }

    private static List<NodeMoment.Partition> partitions(Trace trace, int node, SourceSpec spec, int rows) {
        List<String> names = spec.timing().partitions();
        List<NodeMoment.Partition> all = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            long own = Watermarks.ofInput(trace, node, i, rows);
            boolean alone = names.size() == 1 && own == Watermark.NONE;
            long watermark = alone ? Watermarks.ofNode(trace, node, rows) : own;
            all.add(new NodeMoment.Partition(names.get(i), trace.nodes[node].peek(i).emitted.below(rows), watermark,
                    Watermarks.idle(trace, node, i, rows)));
        }
        return List.copyOf(all);
    }
}
