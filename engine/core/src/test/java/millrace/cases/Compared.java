package millrace.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How rows are held against each other. Rows of one instant have no order, so each expected row takes the first that fits and
 * is not taken; what is left over on either side is a difference.
 *
 * @param fields that count, in the order in which a difference shows them
 * @param silent those of them that an expected row need not say: null there fits anything
 * @param time the field that may differ by {@code tolerance}
 */
record Compared(List<String> fields, Set<String> silent, String time, long tolerance) {
    static Compared exactly(String... fields) {
        return new Compared(List.of(fields), Set.of(), "", 0);
    }

    /** A number in one form, whatever it was read from. */
    static BigDecimal number(BigDecimal n) {
        return n.signum() == 0 ? BigDecimal.ZERO : n.stripTrailingZeros();
    }

    static BigDecimal number(long n) {
        return number(BigDecimal.valueOf(n));
    }

    Verdict verdict(List<Map<String, @Nullable Object>> expected, List<Map<String, @Nullable Object>> got,
            String remark) {
        Optional<String> difference = difference(expected, got);
        return difference.isPresent() ? new Verdict.Failed(difference.get()) : new Verdict.Passed(remark);
    }

    /** Lines of what was expected and did not come (-) and of what came and was not expected (+). */
    Optional<String> difference(List<Map<String, @Nullable Object>> expected,
            List<Map<String, @Nullable Object>> got) {
        List<Map<String, @Nullable Object>> rest = new ArrayList<>(got);
        List<String> lines = new ArrayList<>();
        for (Map<String, @Nullable Object> row : expected) {
            Optional<Map<String, @Nullable Object>> match = rest.stream().filter(g -> fits(row, g)).findFirst();
            if (match.isPresent()) remove(rest, match.get());
            else
                lines.add("- " + shown(row));
        }
        rest.forEach(row -> lines.add("+ " + shown(row)));
        if (lines.isEmpty()) return Optional.empty();
        String head = expected.size() + " expected, " + got.size() + " came (- expected only, + came only):";
        return Optional.of(head + "\n" + String.join("\n", lines));
    }

    private static void remove(List<Map<String, @Nullable Object>> rows, Map<String, @Nullable Object> row) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) == row) {
                rows.remove(i);
                return;
            }
        }
    }

    private boolean fits(Map<String, @Nullable Object> expected, Map<String, @Nullable Object> got) {
        for (String field : fields) {
            Object wanted = expected.get(field);
            if (wanted == null && silent.contains(field)) continue;
            Object is = got.get(field);
            if (wanted == null ? is != null : !(wanted.equals(is) || field.equals(time) && near(wanted, is))) {
                return false;
            }
        }
        return true;
    }

    private boolean near(Object wanted, @Nullable Object is) {
        return wanted instanceof BigDecimal w && is instanceof BigDecimal i
                && w.subtract(i).abs().compareTo(BigDecimal.valueOf(tolerance)) <= 0;
    }

    private String shown(Map<String, @Nullable Object> row) {
        return fields.stream()
                .filter(f -> row.get(f) != null || !silent.contains(f))
                .map(f -> f + "=" + (row.get(f) instanceof BigDecimal n ? n.toPlainString() : row.get(f)))
                .collect(Collectors.joining(" "));
    }
}
