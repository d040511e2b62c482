package millrace.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.event.Watermark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Versions of rows that come in any order, against the simplest way to find them: all rows of a key by their times, each until the
 * next. What is taken back must have been said. Run with another seed by -Dseed=N.
 */
@Execution(ExecutionMode.CONCURRENT)
class VersionsTest {
    private static final int RUNS = 5_000;
    private static final List<Field> FIELDS = List.of(new Field("key", FieldType.STRING),
            new Field("value", FieldType.LONG));

    private final Map<String, TreeMap<Long, String>> truth = new TreeMap<>();
    private final List<String> table = new ArrayList<>();
    private long watermark = Watermark.NONE;

    private static Harness harness(boolean changes, boolean atOnce) {
        StreamType in = new StreamType(changes ? Schema.ofChanges(FIELDS) : Schema.of(FIELDS), 0);
        return new Harness(new Validity(in, Validity.outputType(in), 0, atOnce), 2);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void versionsAreThoseOfTheRowsInOrder(boolean changes, boolean atOnce) {
        long seed = Long.getLong("seed", 31_415);
        System.out.println("seed " + seed + ", " + RUNS + " runs");
        for (int run = 0; run < RUNS; run++) {
            VersionsTest test = new VersionsTest();
            test.run(new Random(seed * 1_000_003 + run), changes, atOnce, "seed " + seed + ", run " + run);
        }
    }

    private void run(Random random, boolean changes, boolean atOnce, String which) {
        Harness harness = harness(changes, atOnce);
        Schema schema = changes ? Schema.ofChanges(FIELDS) : Schema.of(FIELDS);
        for (int i = 3 + random.nextInt(25); i > 0; i--) {
            if (random.nextInt(4) == 0) {
                watermark = Math.max(watermark, random.nextInt(40));
                harness.passes(watermark);
            } else {
                put(harness, row(harness, schema, random, changes), which);
            }
            fold(harness, which);
            if (atOnce) assertEquals(expected(Watermark.FINAL), sorted(), which);
            else
                assertEquals(expected(watermark), sorted(), which);
        }
        harness.passes(Watermark.FINAL);
        fold(harness, which);
        assertEquals(expected(Watermark.FINAL), sorted(), which);
    }

    private static Event row(Harness harness, Schema schema, Random random, boolean changes) {
        ChangeKind kind = !changes || random.nextInt(4) > 0 ? ChangeKind.INSERT : ChangeKind.DELETE;
        return harness.make(schema, random.nextInt(40), kind, "abc".charAt(random.nextInt(3)) + "",
                (long) random.nextInt(3));
    }

    private void put(Harness harness, Event event, String which) {
        harness.put(event);
        List<Event> late = harness.take(Validity.LATE);
        assertEquals(event.time < watermark ? List.of(event) : List.of(), late, which);
        if (event.time < watermark) return;
        String value = ChangeKind.of(event).adds() ? String.valueOf(event.value(1)) : "";
        truth.computeIfAbsent(String.valueOf(event.value(0)), k -> new TreeMap<>()).put(event.time, value);
    }

    /** The versions that begin before a time, as if nothing else were known. */
    private List<String> expected(long before) {
        List<String> all = new ArrayList<>();
        truth.forEach((key, rows) -> rows.headMap(before, false).forEach((from, value) -> {
            Long next = rows.headMap(before, false).higherKey(from);
            if (!value.isEmpty()) all.add(key + " " + value + " " + from + " " + next);
        }));
        return all.stream().sorted().toList();
    }

    private List<String> sorted() {
        return table.stream().sorted().toList();
    }

    private void fold(Harness harness, String which) {
        for (Event change : harness.take(Validity.OUT)) {
            String row = change.value(0) + " " + change.value(1) + " " + change.value(2) + " " + change.value(3);
            if (ChangeKind.of(change).adds()) table.add(row);
            else
                assertTrue(table.remove(row), which + ": " + row + " was not said");
        }
    }

    @Test
    void whatIsFinalIsForgotten() {
        Harness harness = harness(false, true);
        Schema schema = Schema.of(FIELDS);
        for (long t = 0; t < 100; t++)
            harness.put(harness.make(schema, t, ChangeKind.INSERT, "a", t));
        assertEquals(100, ((View.Table) harness.view()).size());
        harness.passes(98);
        assertEquals(2, ((View.Table) harness.view()).size());
    }

    @Test
    void aRowWithoutAKeyHasNoVersions() {
        Harness harness = harness(false, true);
        harness.put(harness.make(Schema.of(FIELDS), 1, ChangeKind.INSERT, null, 1L));
        assertEquals(List.of("its key has no value"), harness.failures);
        assertEquals(List.of(), harness.take(Validity.OUT));
    }

    /** The last rows of a group, in one order or another, against all rows sorted anew. */
    @ParameterizedTest
    @CsvSource({"-1, false", "1, false", "1, true"})
    void onlyTheLastRowsOfAGroupCount(int order, boolean alwaysIn) {
        long seed = Long.getLong("seed", 27_182);
        for (int run = 0; run < RUNS; run++)
            last(new Random(seed * 1_000_003 + run), order, alwaysIn, "seed " + seed + ", run " + run);
    }

    private static void last(Random random, int order, boolean alwaysIn, String which) {
        Schema schema = Schema.of(FIELDS);
        StreamType in = new StreamType(schema, 0);
        List<AggregateSpec> specs = List.of(new AggregateSpec(AggregateSpec.Kind.SUM, 1, 0, "sum", FieldType.LONG));
        int most = 1 + random.nextInt(4);
        Harness harness = new Harness(new RunningAggregate(specs, in, RunningAggregate.outputType(in, specs), false,
                java.util.Optional.of(new RunningAggregate.Last(most, order, alwaysIn))), 1);
        Map<String, List<Long>> groups = new LinkedHashMap<>();
        Map<String, Object> said = new LinkedHashMap<>();
        for (long t = 0; t < 20; t++) {
            String key = "ab".charAt(random.nextInt(2)) + "";
            long value = random.nextInt(10);
            List<Long> rows = groups.computeIfAbsent(key, k -> new ArrayList<>());
            if (alwaysIn && rows.size() == most) rows.removeFirst();
            rows.add(value);
            if (order >= 0) rows.sort(null);
            if (rows.size() > most) rows.removeFirst();
            harness.put(harness.make(schema, t, ChangeKind.INSERT, key, value));
            for (Event change : harness.take(0))
                if (ChangeKind.of(change).adds()) said.put(String.valueOf(change.value(0)), change.value(1));
            assertEquals(rows.stream().mapToLong(Long::longValue).sum(), said.get(key), which);
        }
    }
}
