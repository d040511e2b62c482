package millrace.operator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import millrace.event.Event;
import millrace.operator.View.JoinedTables;

/** Puts {@link JoinedTables} together, and leaves out what is too much so that no shown row seems to be without its partner. */
final class JoinedParts {
    private JoinedParts() {}

    static JoinedTables both(JoinedTables a, JoinedTables b) {
        List<Event> rows = all(a.rows().rows(), b.rows().rows());
        return of(new View.Table(first(rows), a.rows().size() + b.rows().size()),
                new View.Table(all(a.left().rows(), b.left().rows()), a.left().size() + b.left().size()),
                new View.Table(all(a.right().rows(), b.right().rows()), a.right().size() + b.right().size()),
                all(a.pairs(), b.pairs()), a.pairsSize() + b.pairsSize(), a.alone() + b.alone());
    }

    /** What is shown of all that there is. */
    static JoinedTables of(View.Table rows, View.Table left, View.Table right, List<JoinedTables.Pair> pairs,
            long pairsSize, long alone) {
        List<Event> lefts = newest(left.rows(), Set.of());
        Set<Event> shown = identities(lefts);
        List<JoinedTables.Pair> together = pairs.stream().filter(p -> shown.contains(p.left())).toList();
        Set<Event> partners = identities(together.stream().map(JoinedTables.Pair::right).toList());
        Set<Event> taken = identities(pairs.stream().map(JoinedTables.Pair::right).toList());
        List<Event> rights = right.rows().stream().filter(r -> partners.contains(r) || !taken.contains(r)).toList();
        return new JoinedTables(rows, new View.Table(lefts, left.size()),
                new View.Table(newest(rights, partners), right.size()), together,
                pairsSize, alone);
    }

    /** Those that changed last, in their old order; some are there in any case. */
    private static List<Event> newest(List<Event> rows, Set<Event> surely) {
        if (rows.size() <= View.MOST) return List.copyOf(rows);
        Set<Event> kept = identities(rows.stream()
                .sorted(Comparator.comparing((Event e) -> !surely.contains(e))
                        .thenComparing(e -> e.id, Comparator.reverseOrder()))
                .limit(View.MOST)
                .toList());
        return rows.stream().filter(kept::contains).toList();
    }

    static List<Event> first(List<Event> rows) {
        return List.copyOf(rows.subList(0, Math.min(View.MOST, rows.size())));
    }

    private static <T> List<T> all(List<T> a, List<T> b) {
        List<T> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    /** The same event may be a row of both tables: each side has a set of its own. */
    private static Set<Event> identities(List<Event> events) {
        Set<Event> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(events);
        return set;
    }
}
