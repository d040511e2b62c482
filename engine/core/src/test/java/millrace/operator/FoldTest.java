package millrace.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.expression.Expression;
import millrace.expression.Expressions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A table is the fold of its changelog, and a changelog the difference of its table, through whatever the changes go: after every
 * edit by chance what comes out adds up to what it should, by changes that are sound (see {@link Fold}). Run with another seed
 * by -Dseed=N.
 */
@Execution(ExecutionMode.CONCURRENT)
class FoldTest {
    private static final int RUNS = 4_000;

    private interface Body {
        void run(Random random, Harness source, Edits edits, String which);
    }

    private static void eachRun(Body body) {
        long seed = Long.getLong("seed", 20_262);
        System.out.println("seed " + seed + ", " + RUNS + " edit scripts");
        for (int run = 0; run < RUNS; run++) {
            Random random = new Random(seed * 1_000_003 + run);
            body.run(random, new Harness(new PassThrough(Edits.TYPE), 1), new Edits(random, 1 + random.nextInt(6)),
                    "seed " + seed + ", run " + run);
        }
    }

    private static Map<Object, List<@Nullable Object>> table(Edits edits, Predicate<Event> keeps) {
        Map<Object, List<@Nullable Object>> rows = new LinkedHashMap<>();
        edits.rows().stream().filter(keeps).forEach(row -> rows.put(String.valueOf(row.value(0)), Fold.values(row)));
        return rows;
    }

    private static int edits(Random random) {
        return 3 + random.nextInt(25);
    }

    @Test
    void aChangelogFoldsIntoItsTable() {
        eachRun((random, source, edits, which) -> {
            TableByKey spec = new TableByKey(Edits.TYPE, TableByKey.outputType(Edits.TYPE, 0, -1), 0, -1, true, false);
            Harness table = new Harness(spec, 1);
            Fold fold = new Fold(0);
            for (int i = edits(random); i > 0; i--) {
                edits.next(source).forEach(table::put);
                table.settle();
                fold.take(table.take(0));
                assertEquals(table(edits, row -> true), fold.rows(), which);
                View.Table view = (View.Table) table.view();
                assertEquals(edits.table.size(), view.size(), which);
            }
        });
    }

    @Test
    void changesThatTravelAsEventsFoldIntoTheTable() {
        eachRun((random, source, edits, which) -> {
            StreamType records = ToStream.outputType(Edits.TYPE, "op");
            Harness out = new Harness(new ToStream(Edits.TYPE, records), 1);
            StreamType changes = TableByKey.outputType(records, 1, 0);
            Harness copy = new Harness(new TableByKey(records, changes, 1, 0, true, false), 1);
            Fold fold = new Fold(0);
            for (int i = edits(random); i > 0; i--) {
                edits.next(source).forEach(out::put);
                out.take(0).forEach(copy::put);
                copy.settle();
                fold.take(copy.take(0));
                assertEquals(table(edits, row -> true), fold.rows(), which);
            }
            assertEquals(List.of(), copy.failures);
        });
    }

    @Test
    void eventsThatWriteRowsMakeTheTable() {
        eachRun((random, source, edits, which) -> {
            Schema events = Schema.of(Edits.FIELDS);
            StreamType in = new StreamType(events, 0);
            Harness table = new Harness(
                    new TableByKey(in, TableByKey.outputType(in, 0, -1), 0, -1, true, false), 1);
            Fold fold = new Fold(0);
            Map<Object, List<@Nullable Object>> rows = new LinkedHashMap<>();
            for (int i = edits(random); i > 0; i--) {
                List<@Nullable Object> row = random.nextInt(4) == 0
                        ? tombstone(random)
                        : Fold.values(edits.next(source).getLast());
                boolean empty = row.subList(1, row.size()).stream().allMatch(v -> v == null);
                if (empty) rows.remove(row.getFirst());
                else
                    rows.put(row.getFirst(), row);
                table.put(table.make(events, i, millrace.event.ChangeKind.INSERT, row.toArray()));
                fold.take(table.take(0));
                assertEquals(rows, fold.rows(), which);
            }
        });
    }

    private static List<@Nullable Object> tombstone(Random random) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add("k" + random.nextInt(6));
        for (int i = 1; i < Edits.FIELDS.size(); i++)
            row.add(null);
        return row;
    }

    @Test
    void whatAFilterLetsThroughIsAChangelogOfWhatItKeeps() {
        Predicate<Event> small = row -> row.value(2) instanceof Long n && n < 3;
        eachRun((random, source, edits, which) -> {
            Harness filter = new Harness(new Filter(condition("whole < 3"), true), 1);
            each(random, source, edits, filter, Map.of(0, small), which);
        });
    }

    @Test
    void everyOutputOfASplitIsAChangelogOfItsRows() {
        Predicate<Event> a = row -> "A".equals(row.value(1));
        Predicate<Event> low = row -> row.value(1) != null && !a.test(row) && row.value(2) instanceof Long n && n < 3;
        eachRun((random, source, edits, which) -> {
            Harness split = new Harness(
                    new Split(List.of(condition("part == \"A\""), condition("whole < 3")), true), 3);
            each(random, source, edits, split,
                    Map.of(0, a, 1, low, 2, row -> !a.test(row) && !low.test(row) && comparable(row)), which);
        });
    }

    /** A condition over a field without a value has no result. */
    private static boolean comparable(Event row) {
        return row.value(1) != null && row.value(2) != null;
    }

    private static void each(Random random, Harness source, Edits edits, Harness node,
            Map<Integer, Predicate<Event>> outputs, String which) {
        Map<Integer, Fold> folds = new LinkedHashMap<>();
        outputs.keySet().forEach(o -> folds.put(o, new Fold(0)));
        for (int i = edits(random); i > 0; i--) {
            edits.next(source).forEach(node::put);
            node.settle();
            outputs.forEach((output, keeps) -> {
                folds.get(output).take(node.take(output));
                assertEquals(table(edits, keeps), folds.get(output).rows(), which + ", output " + output);
            });
        }
    }

    @Test
    void computedRowsAreATableToo() {
        Expression sign = Expressions.parse("whole > 0 ? 1 : 10 / whole", Edits.CHANGES, FieldType.LONG)
                .value()
                .orElseThrow();
        Schema schema = Edits.CHANGES.with(List.of(new millrace.event.Field("whole", FieldType.LONG)));
        StreamType out = new StreamType(schema, 0);
        eachRun((random, source, edits, which) -> {
            Harness compute = new Harness(
                    new Compute(Edits.TYPE, out, List.of(new Compute.Assignment(2, sign))), 1);
            Fold fold = new Fold(0);
            for (int i = edits(random); i > 0; i--) {
                edits.next(source).forEach(compute::put);
                compute.settle();
                fold.take(compute.take(0));
                assertEquals(computed(edits), fold.rows(), which);
            }
        });
    }

    private static Map<Object, List<@Nullable Object>> computed(Edits edits) {
        Map<Object, List<@Nullable Object>> rows = table(edits, row -> row.value(2) instanceof Long n && n != 0);
        rows.values().forEach(row -> row.set(2, (Long) row.get(2) > 0 ? (Long) 1L : (Long) (10 / (Long) row.get(2))));
        return rows;
    }

    @Test
    void aSinkThatIsWrittenByKeyHoldsTheTable() {
        eachRun((random, source, edits, which) -> {
            List<Event> writes = new ArrayList<>();
            Harness sink = new Harness(new UpsertTable(List.of(0), (c, e) -> writes.add(e)), 0);
            for (int i = edits(random); i > 0; i--) {
                edits.next(source).forEach(sink::put);
                sink.settle();
                Map<Object, List<@Nullable Object>> held = new LinkedHashMap<>();
                ((View.Table) sink.view()).rows().forEach(r -> held.put(String.valueOf(r.value(0)), Fold.values(r)));
                assertEquals(table(edits, row -> true), held, which);
            }
        });
    }

    private static Expression condition(String text) {
        return Expressions.parse(text, Edits.CHANGES, FieldType.BOOLEAN).value().orElseThrow();
    }
}
