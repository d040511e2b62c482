package millrace.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.text.Sentences;

/**
 * Events without a result, or rows that a source refused: all with the same message at the same node.
 *
 * @param count how often
 * @param firstRow the row of the trace in which it happened first
 */
public record Trouble(Problem problem, long count, int firstRow) {
    private static final int MOST = 100;

    private record Same(String node, String code, String message) {}

    static List<Trouble> of(Trace trace) {
        Map<Same, Trouble> found = new LinkedHashMap<>();
        trace.rows(FactKind.FAILED).stream().forEach(row -> {
            Fact.Failed f = (Fact.Failed) trace.fact(row);
            count(found, new Same(f.node(), "no-result", f.message()), row);
        });
        trace.rows(FactKind.REJECTED).stream().forEach(row -> {
            Fact.Rejected f = (Fact.Rejected) trace.fact(row);
            String message = Sentences.of("trace.refused", f.reason(), f.line(), shortened(f.row()));
            count(found, new Same(f.node(), "row-refused", f.reason()), row, message);
        });
        List<Trouble> all = new ArrayList<>(found.values());
        all.sort(Comparator.comparingLong((Trouble t) -> t.count).reversed());
        return List.copyOf(all);
    }

    private static void count(Map<Same, Trouble> found, Same same, int row) {
        count(found, same, row, same.message());
    }

    /** What exceeds the most that is told apart is counted together. */
    private static void count(Map<Same, Trouble> found, Same same, int row, String message) {
        boolean full = found.size() >= MOST && !found.containsKey(same);
        Same as = full ? new Same(same.node(), same.code(), "") : same;
        String words = full ? Sentences.of("trace.others") : message;
        Trouble before = found.get(as);
        found.put(as, before == null ? new Trouble(problem(as, words), 1, row)
                : new Trouble(before.problem(), before.count() + 1, before.firstRow()));
    }

    private static Problem problem(Same same, String message) {
        String fix = Sentences.of(same.code().equals("no-result") ? "trace.no-result.fix" : "trace.row-refused.fix");
        return new Problem(Problem.Severity.WARNING, Location.node(same.node()), same.code(), message,
                Optional.of(fix));
    }

    private static String shortened(String row) {
        return row.length() <= 80 ? row : row.substring(0, 79) + "\u2026";
    }
}
