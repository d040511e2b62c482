package millrace.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.operator.AggregateSpec.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After every edit of a table the running results are those of the rows that are there, worked out anew in the simplest way: sums and
 * means by exact arithmetic, all else from a list. Run with another seed by -Dseed=N.
 */
@Execution(ExecutionMode.CONCURRENT)
class TakenBackTest {
    private static final int RUNS = 12_000;
    private static final double PERCENT = 60;
    private static final int TOP = 2;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resultsAreThoseOfTheRowsThatAreThere(boolean grouped) {
        long seed = Long.getLong("seed", 20_261);
        System.out
                .println("seed " + seed + ", " + RUNS + " changelogs" + (grouped ? ", by part" : ", over everything"));
        for (int run = 0; run < RUNS; run++)
            run(new Random(seed * 1_000_003 + run), grouped, "seed " + seed + ", run " + run);
    }

    private static void run(Random random, boolean grouped, String which) {
        StreamType in = Edits.TYPE.keyedBy(grouped ? 1 : StreamType.UNKEYED);
        List<AggregateSpec> specs = specs();
        StreamType out = RunningAggregate.outputType(in, specs);
        Harness harness = new Harness(new RunningAggregate(specs, in, out, true, Optional.empty()), 1);
        Edits edits = new Edits(random, 1 + random.nextInt(6));
        Fold fold = new Fold(grouped ? 0 : -1);
        boolean begun = false;
        for (int edit = 0; edit < 3 + random.nextInt(20); edit++) {
            edits.next(harness).forEach(harness::put);
            begun |= !edits.table.isEmpty();
            fold.take(harness.take(0));
            assertEquals(expected(edits, specs, grouped, begun), byText(fold), which + ", edit " + edit);
            View.Table view = (View.Table) harness.view();
            assertEquals(fold.rows().size(), view.size(), which);
            assertEquals(fold.rows().size(), view.rows().size(), which);
        }
    }

    private static List<AggregateSpec> specs() {
        List<AggregateSpec> specs = new ArrayList<>(List.of(new AggregateSpec(Kind.COUNT, -1, 0, "n", FieldType.LONG)));
        for (int field = 2; field <= 4; field++)
            for (Kind kind : Kind.values())
                if (kind != Kind.COUNT && (field < 4 || !number(kind))) specs.add(spec(kind, field));
        return specs;
    }

    private static boolean number(Kind kind) {
        return kind == Kind.SUM || kind == Kind.AVERAGE || kind == Kind.PERCENTILE || kind == Kind.TOP;
    }

    private static AggregateSpec spec(Kind kind, int field) {
        FieldType type = switch (kind) {
            case COUNT, DISTINCT -> FieldType.LONG;
            case AVERAGE -> FieldType.DOUBLE;
            case COLLECT, TOP -> FieldType.STRING;
            default -> Edits.FIELDS.get(field).type();
        };
        return new AggregateSpec(kind, field, kind == Kind.TOP ? TOP : PERCENT, kind + "" + field, type);
    }

    private static Map<String, List<@Nullable Object>> byText(Fold fold) {
        Map<String, List<@Nullable Object>> rows = new LinkedHashMap<>();
        fold.rows().forEach((key, row) -> rows.put(key.toString(), row));
        return rows;
    }

    private static Map<String, List<@Nullable Object>> expected(Edits edits, List<AggregateSpec> specs, boolean grouped,
            boolean begun) {
        Map<String, List<Event>> groups = new LinkedHashMap<>();
        if (!grouped && begun) groups.put("", new ArrayList<>());
        for (Event row : edits.rows())
            groups.computeIfAbsent(grouped ? String.valueOf(row.value(1)) : "", k -> new ArrayList<>()).add(row);
        Map<String, List<@Nullable Object>> expected = new LinkedHashMap<>();
        groups.forEach((key, rows) -> {
            List<@Nullable Object> values = new ArrayList<>();
            if (grouped) values.add(rows.getFirst().value(1));
            specs.forEach(spec -> values.add(result(spec, rows)));
            expected.put(key, values);
        });
        return expected;
    }

    private static @Nullable Object result(AggregateSpec spec, List<Event> rows) {
        if (spec.kind() == Kind.COUNT) return (long) rows.size();
        List<Object> came = rows.stream().map(r -> r.value(spec.field())).filter(Objects::nonNull).toList();
        List<Object> sorted = new ArrayList<>(came);
        sorted.sort(TakenBackTest::compare);
        return switch (spec.kind()) {
            case SUM -> spec.type() == FieldType.DOUBLE ? (Object) decimal(came) : (Object) whole(came);
            case AVERAGE -> came.isEmpty() ? null
                    : (spec.field() == 3 ? decimal(came) : exact(came).doubleValue()) / came.size();
            case MIN -> sorted.isEmpty() ? null : sorted.getFirst();
            case MAX -> sorted.isEmpty() ? null : sorted.getLast();
            case FIRST -> came.isEmpty() ? null : came.getFirst();
            case LAST -> came.isEmpty() ? null : came.getLast();
            case DISTINCT -> came.stream().distinct().count();
            case COLLECT -> came.toString();
            case TOP -> top(sorted);
            case PERCENTILE -> sorted.isEmpty() ? null : sorted.get((int) Math.ceil(PERCENT * sorted.size() / 100) - 1);
            case COUNT -> (long) rows.size();
        };
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    private static String top(List<Object> sorted) {
        List<Object> largest = new ArrayList<>(sorted);
        Collections.reverse(largest);
        return largest.subList(0, Math.min(TOP, largest.size())).toString();
    }

    private static BigInteger exact(List<Object> values) {
        return values.stream().map(v -> BigInteger.valueOf((Long) v)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static long whole(List<Object> values) {
        return exact(values).max(BigInteger.valueOf(Long.MIN_VALUE + 1))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    private static double decimal(List<Object> values) {
        double[] unusual = values.stream().mapToDouble(v -> (Double) v).filter(v -> !Double.isFinite(v)).toArray();
        if (unusual.length > 0) return Arrays.stream(unusual).sum();
        return values.stream()
                .map(v -> new BigDecimal((Double) v))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }
}
