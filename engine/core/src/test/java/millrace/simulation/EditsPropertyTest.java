package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import millrace.compile.Compiler;
import millrace.compile.Designs;
import millrace.compile.Plan;
import millrace.design.Clock;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.Files;
import org.junit.jupiter.api.Test;

/**
 * For any edits: the changes laid on one another are the table, after each edit; those that leave a copy are the table as it was a
 * lag ago. Each run is also saved and restored between any two steps.
 */
class EditsPropertyTest {
    private static final long START = Clock.MIDNIGHT.parse("12:00").orElseThrow();
    private static final long STEP = 1000;
    private static final int EDITS = 60;
    private static final long LAG = 2500;

    private record Seen(String sink, long at, ChangeKind kind, String key, long value) {}

    /** A script, and the table after each of its edits. */
    private record Script(String edits, List<TreeMap<String, Long>> tables) {}

    private static Script draw(Random random) {
        List<String> edits = new ArrayList<>();
        List<TreeMap<String, Long>> tables = new ArrayList<>();
        TreeMap<String, Long> table = new TreeMap<>();
        for (int i = 0; i < EDITS; i++) {
            String key = "" + (char) ('a' + random.nextInt(4));
            long value = random.nextInt(3);
            String what = !table.containsKey(key) ? "insert" : random.nextInt(3) == 0 ? "delete" : "update";
            edits.add("['%s', '%s', '%s', %d]".formatted(Clock.MIDNIGHT.format(START + i * STEP), what, key, value));
            if (what.equals("delete")) table.remove(key);
            else
                table.put(key, value);
            tables.add(new TreeMap<>(table));
        }
        return new Script(String.join(", ", edits), tables);
    }

    private static Plan plan(String database) {
        return plan(database, "search-index");
    }

    private static Plan plan(String database, String copy) {
        var design = Designs.design(
                Designs.node("db", "database",
                        ("{'fields': {'k': 'string', 'v': 'long'}, 'key': 'k', " + database + "}")
                                .replace('\'', '"')),
                Designs.node("copy", copy, copy.equals("table") ? "{}" : "{\"lag\": \"" + LAG + " ms\"}"),
                Designs.node("log", "results", "{}"), Designs.node("seen", "results", "{}"))
                .withWires(Designs.wires("db -> log", "db -> copy", "copy -> seen"))
                .withSettings(Designs.group("{\"clock\": \"12:00:00\"}"));
        var compiled = Compiler.compile(design, Files.NONE);
        assertEquals(List.of(), compiled.problems());
        return compiled.value().orElseThrow();
    }

    private static Outlet into(Plan plan, List<Seen> seen) {
        return (node, at, event) -> seen.add(new Seen(plan.nodes().get(node).id(), at, ChangeKind.of(event),
                String.valueOf(event.value(0)), value(event)));
    }

    private static long value(Event event) {
        return event.value(1) instanceof Long n ? n : -1;
    }

    private static List<Seen> run(Plan plan) {
        List<Seen> seen = new ArrayList<>();
        Simulation plain = new Simulation(plan, null, into(plan, seen));
        List<Seen> again = new ArrayList<>();
        Simulation interrupted = new Simulation(plan, null, into(plan, again));
        while (plain.step()) {
            interrupted.step();
            assertEquals(plain.hash(), interrupted.hash());
            Keyframe keyframe = interrupted.save();
            interrupted = new Simulation(plan, null, into(plan, again));
            interrupted.restore(keyframe);
        }
        assertEquals(seen, again);
        return seen;
    }

    /** Lays the changes of a sink on one another, up to an instant; each must fit what is there. */
    private static TreeMap<String, Long> fold(List<Seen> seen, String sink, long until) {
        TreeMap<String, Long> table = new TreeMap<>();
        for (Seen change : seen) {
            if (!change.sink.equals(sink) || change.at > until) continue;
            if (change.kind.adds()) assertEquals(null, table.put(change.key, change.value), change.toString());
            else
                assertEquals(change.value, table.remove(change.key), change.toString());
        }
        return table;
    }

    @Test
    void theChangesLaidOnOneAnotherAreTheTable() {
        long first = Long.getLong("seed", System.nanoTime() & 0xFFFF);
        for (long seed = first; seed < first + 5; seed++) {
            Script script = draw(new Random(seed));
            try {
                List<Seen> seen = run(plan("'edits': [" + script.edits + "]"));
                for (int i = 0; i < EDITS; i++) {
                    long at = START + i * STEP;
                    assertEquals(script.tables.get(i), fold(seen, "log", at));
                    assertEquals(script.tables.get(i), fold(seen, "seen", at + LAG));
                }
            } catch (Throwable e) {
                throw new AssertionError("with -Dseed=" + seed, e);
            }
        }
    }

    /** No watermark comes between the halves of an update: what folds it by key sees one change, not a delete and an insert. */
    @Test
    void anUpdateStaysOne() {
        Plan plan = plan("'edits': [['12:00', 'insert', 'a', 1], ['12:00:10', 'update', 'a', 2], "
                + "['12:00:20', 'update', 'a', 3, '12:00:15']]", "table");
        assertEquals(List.of(ChangeKind.INSERT, ChangeKind.UPDATE_BEFORE, ChangeKind.UPDATE_AFTER,
                ChangeKind.UPDATE_BEFORE, ChangeKind.UPDATE_AFTER),
                run(plan).stream().filter(s -> s.sink.equals("seen")).map(Seen::kind).toList());
    }

    @Test
    void randomEditsFitTheTableToo() {
        List<Seen> seen = run(plan("'edited': 'random', 'random': {'edits': 200, 'rate': 1, 'keys': 3}"));
        assertEquals(fold(seen, "log", Long.MAX_VALUE), fold(seen, "seen", Long.MAX_VALUE));
        assertEquals(seen, run(plan("'edited': 'random', 'random': {'edits': 200, 'rate': 1, 'keys': 3}")));
        assertEquals(true, seen.stream().anyMatch(s -> s.kind == ChangeKind.DELETE));
    }
}
