package millrace.measure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import millrace.compile.Plan.PlanNode;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.trace.FactKind;
import millrace.trace.Trace;
import org.jspecify.annotations.Nullable;

/** Compares two runs, node by node where both designs have a node of the same id: what both say is matched in its order. */
public final class Differences {
    private static final Map<Difference.Kind, FactKind> LOOKED_AT = new LinkedHashMap<>();

    static {
        LOOKED_AT.put(Difference.Kind.RESULT, FactKind.REACHED);
        LOOKED_AT.put(Difference.Kind.PANE, FactKind.FIRED);
        LOOKED_AT.put(Difference.Kind.DROP, FactKind.DROPPED);
    }

    private final Trace left;
    private final Trace right;
    private final List<Difference> found = new ArrayList<>();

    private Differences(Trace left, Trace right) {
        this.left = left;
        this.right = right;
    }

    /** All, by time; of one time in the order of the nodes. */
    public static List<Difference> between(Trace left, Trace right) {
        Differences differences = new Differences(left, right);
        for (PlanNode node : left.plan().nodes()) {
            if (right.plan().nodeNumber(node.id()) < 0) continue;
            LOOKED_AT.forEach((kind, facts) -> differences.compare(node.id(), kind, facts));
        }
        differences.found.sort(Comparator.comparingLong(Difference::at));
        return List.copyOf(differences.found);
    }

    private void compare(String node, Difference.Kind kind, FactKind facts) {
        Map<List<@Nullable Object>, Deque<Difference.Said>> waiting = new LinkedHashMap<>();
        said(left, node, facts)
                .forEach(s -> waiting.computeIfAbsent(content(s.event()), c -> new ArrayDeque<>()).add(s));
        for (Difference.Said other : said(right, node, facts)) {
            Deque<Difference.Said> same = waiting.get(content(other.event()));
            Optional<Difference.Said> match = Optional.ofNullable(same == null ? null : same.poll());
            if (match.filter(m -> m.at() == other.at()).isEmpty())
                found.add(new Difference(node, kind, match, Optional.of(other)));
        }
        waiting.values()
                .forEach(all -> all
                        .forEach(s -> found.add(new Difference(node, kind, Optional.of(s), Optional.empty()))));
    }

    private static List<Difference.Said> said(Trace trace, String node, FactKind facts) {
        return trace.rows(node, facts)
                .stream()
                .mapToObj(trace::fact)
                .flatMap(f -> f.subject().stream().map(e -> new Difference.Said(e, f.at())))
                .toList();
    }

    /** All that an event says, but its number. */
    private static List<@Nullable Object> content(Event event) {
        List<@Nullable Object> content = new ArrayList<>();
        content.add(event.time);
        content.add(ChangeKind.of(event));
        for (int i = 0; i < event.schema.fields().size(); i++) {
            content.add(event.schema.fields().get(i).name());
            content.add(event.value(i));
        }
        return content;
    }
}
