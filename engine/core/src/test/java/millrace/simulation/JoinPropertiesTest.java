package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import millrace.design.Clock;
import millrace.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Joins held against all pairs of random inputs, in any order within the bound of the watermark. Each run is also watched, and
 * saved and restored between any two steps (see {@link JoinScenario}).
 */
@Execution(ExecutionMode.CONCURRENT)
class JoinPropertiesTest {
    private static final int ROUNDS = 12;
    private static final long NOON = Clock.MIDNIGHT.parse("12:00:00").orElseThrow();
    private static final int BOUND = 8_000;

    /** @param side 0 left, 1 right */
    private record Row(int side, String key, int value, long time, long arrives) {
        static final Comparator<Row> BY_ARRIVAL = Comparator.comparingLong(Row::arrives);
    }

    private interface Property {
        void holds(Random random, List<Row> rows);
    }

    private static void forRandomInputs(Property property) {
        long first = Long.getLong("seed", System.nanoTime() & 0xFFFF);
        for (long seed = first; seed < first + ROUNDS; seed++) {
            Random random = new Random(seed);
            try {
                property.holds(random, draw(random, 40));
            } catch (Throwable e) {
                throw new AssertionError("with -Dseed=" + seed, e);
            }
        }
    }

    /** Any split into sides, few keys, delays up to the bound, several events of one instant. */
    private static List<Row> draw(Random random, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long time = NOON + random.nextInt(60) * 500L;
            rows.add(new Row(random.nextInt(2), "ABC".substring(random.nextInt(3)).substring(0, 1), i, time,
                    time + random.nextInt(BOUND / 100 + 1) * 100L));
        }
        rows.sort(Row.BY_ARRIVAL);
        return rows;
    }

    /** With a watermark on both sides that stays behind everything to come, told after every event. */
    private static String timetable(List<Row> rows) {
        StringBuilder text = new StringBuilder("11:59:00 left wm 11:00 | right wm 11:00\n");
        long last = 0;
        long told = 0;
        for (Row row : rows) {
            text.append(clock(row.arrives))
                    .append(row.side == 0 ? " left " : " right ")
                    .append(row.key)
                    .append('=')
                    .append(row.value)
                    .append('@')
                    .append(clock(row.time))
                    .append('\n');
            last = Math.max(last, row.arrives);
            if (row.arrives > told)
                text.append(wm(row.arrives, "left")).append(wm(row.arrives, "right"));
            told = row.arrives;
        }
        return text + clock(last + 1000) + " left end | right end";
    }

    private static String wm(long at, String side) {
        return clock(at) + " " + side + " wm " + clock(at - BOUND) + "\n";
    }

    private static String clock(long time) {
        return Clock.MIDNIGHT.format(time);
    }

    private static boolean pairs(Row l, Row r, long lower, long upper) {
        return l.side == 0 && r.side == 1 && l.key.equals(r.key) && r.time >= l.time + lower
                && r.time <= l.time + upper;
    }

    private static List<String> sorted(Stream<String> rows) {
        return rows.sorted().toList();
    }

    private static String of(Event event, String... fields) {
        return Stream.of(fields)
                .map(f -> String.valueOf(event.value(event.schema.indexOf(f).orElseThrow())))
                .collect(Collectors.joining(" ", "", " @" + event.time));
    }

    private static List<String> allPairs(List<Row> rows, long lower, long upper) {
        List<String> pairs = new ArrayList<>();
        for (Row l : rows)
            rows.stream()
                    .filter(r -> pairs(l, r, lower, upper))
                    .forEach(r -> pairs.add(l.key + " " + l.value + " " + r.value + " @" + Math.max(l.time, r.time)));
        return pairs;
    }

    @Test
    void anIntervalJoinGivesAllPairsAndExactlyTheUnmatched() {
        forRandomInputs((random, rows) -> {
            long lower = (random.nextInt(13) - 8) * 500L;
            long upper = lower + random.nextInt(12) * 500L;
            List<String> expected = allPairs(rows, lower, upper);
            for (Row a : rows)
                if (rows.stream().noneMatch(b -> pairs(a, b, lower, upper) || pairs(b, a, lower, upper)))
                    expected.add(a.key + (a.side == 0 ? " " + a.value + " null" : " null " + a.value) + " @" + a.time);
            JoinScenario run = JoinScenario.of("interval-join",
                    "'lower': '" + lower + " ms', 'upper': '" + upper + " ms', 'type': 'full'", timetable(rows));
            assertEquals(sorted(expected.stream()),
                    sorted(run.events().stream().map(e -> of(e, "key", "leftValue", "rightValue"))));
            assertEquals("0 + 0", run.kept());
        });
    }

    /** An inner join that nobody watches looks through what it keeps only now and then: that must not show, however short they are kept. */
    @Test
    void anInnerJoinGivesAllPairsOfWhatIsKept() {
        forRandomInputs((random, rows) -> {
            long lower = (random.nextInt(13) - 8) * 500L;
            long upper = lower + random.nextInt(12) * 500L;
            boolean ages = random.nextBoolean();
            String ttl = ages ? ", 'ttl': '" + (1 + random.nextInt(3000)) + " ms'" : "";
            JoinScenario run = JoinScenario.of("interval-join",
                    "'lower': '" + lower + " ms', 'upper': '" + upper + " ms', 'type': 'inner'" + ttl, timetable(rows));
            assertEquals("0 + 0", run.kept());
            if (ages) return;
            List<String> expected = allPairs(rows, lower, upper);
            assertEquals(sorted(expected.stream()),
                    sorted(run.events().stream().map(e -> of(e, "key", "leftValue", "rightValue"))));
        });
    }

    @Test
    void aWindowJoinGivesAllPairsOfEachWindow() {
        forRandomInputs((random, rows) -> {
            long size = 1000L * (2 + random.nextInt(9));
            List<String> expected = new ArrayList<>();
            for (Row l : rows)
                rows.stream()
                        .filter(r -> pairs(l, r, -size, size) && l.time / size == r.time / size)
                        .forEach(r -> expected.add(l.key + " " + l.value + " " + r.value + " @"
                                + ((l.time / size + 1) * size - 1)));
            JoinScenario run = JoinScenario.of("window-join", "'size': '" + size + " ms'", timetable(rows));
            assertEquals(sorted(expected.stream()),
                    sorted(run.events().stream().map(e -> of(e, "key", "leftValue", "rightValue"))));
            assertEquals("0 + 0", run.kept());
        });
    }

    /** Of two versions of one time the later to come holds; a version that is late is none. */
    @Test
    void aTableIsAskedForTheVersionOfTheEventsTime() {
        forRandomInputs((random, rows) -> {
            List<String> expected = new ArrayList<>();
            for (Row l : rows) {
                if (l.side == 1) continue;
                TreeMap<Long, Integer> versions = new TreeMap<>();
                rows.stream()
                        .filter(r -> r.side == 1 && r.key.equals(l.key))
                        .forEach(r -> versions.put(r.time, r.value));
                var version = versions.floorEntry(l.time);
                expected.add(
                        l.key + " " + l.value + " " + (version == null ? null : version.getValue()) + " @" + l.time);
            }
            JoinScenario run = JoinScenario.of("stream-table-join", "'type': 'left'", timetable(rows));
            assertEquals(sorted(expected.stream()),
                    sorted(run.events().stream().map(e -> of(e, "key", "value", "tableValue"))));
            assertEquals("0 + 0", run.kept());
        });
    }

    /** What the changes of the view add up to is the join of the tables that the inputs add up to. */
    @Test
    void aViewIsTheJoinOfBothTables() {
        forRandomInputs((random, rows) -> {
            List<TreeMap<String, Integer>> tables = List.of(new TreeMap<>(), new TreeMap<>());
            rows.forEach(r -> tables.get(r.side).put(r.key, r.value));
            TreeMap<String, String> view = new TreeMap<>();
            for (String key : List.of("A", "B", "C"))
                if (tables.get(0).containsKey(key) || tables.get(1).containsKey(key))
                    view.put(key, tables.get(0).get(key) + " " + tables.get(1).get(key));
            TreeMap<String, String> folded = new TreeMap<>();
            JoinScenario run = JoinScenario.of("table-join", "'type': 'full'", timetable(rows));
            for (Event e : run.events()) {
                String key = of(e, "key").split(" ")[0];
                String row = e.value(e.schema.indexOf("leftValue").orElseThrow()) + " "
                        + e.value(e.schema.indexOf("rightValue").orElseThrow());
                boolean adds = millrace.event.ChangeKind.of(e).adds();
                assertEquals(adds ? null : row, folded.get(key), "the row that it takes back or adds to nothing");
                if (adds) folded.put(key, row);
                else
                    folded.remove(key);
            }
            assertEquals(view, folded);
        });
    }
}
