package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import millrace.compile.Plan;
import millrace.compile.Recovery;
import millrace.compile.Recovery.Crash;
import millrace.compile.Recovery.Guarantee;
import millrace.compile.Recovery.Target;
import millrace.compile.Recovery.Upgrade;
import millrace.event.Event;
import millrace.expect.Invariants;
import millrace.operator.View;
import millrace.simulation.RandomFaults.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Nodes are rescaled, up and down, while barriers overtake and nodes crash: before the savepoint is asked for, before it is
 * complete, while all stands still, after it, and once more during the recovery. {@code -Druns} and {@code -Dseed} are as for
 * {@link RecoveryPropertiesTest}.
 */
@Execution(ExecutionMode.CONCURRENT)
class RescalingPropertiesTest {
    private static final int RUNS = Integer.getInteger("runs", 150);
    private static final List<String> RESCALABLE = List.of("sum", "ten", "total", "pair", "visits", "first",
            "again");
    private static final List<String> COMMITTED = List.of("safe", "changes", "panes", "totals", "pairs", "stays",
            "firsts", "agains");

    private static void always(RecoveryPropertiesTest.Property property) {
        RecoveryPropertiesTest.always(RUNS, property);
    }

    /**
     * A log, and behind it what counts, sums windows, sums the sums, joins, and forgets what it has seen; the log's events come by one
     * way or two. What is behind the second log is a pipeline of its own.
     */
    private static Plan graph(Random random, int apart) {
        String text = """
                {"millrace": 1, "name": "x", "settings": {"clock": "00:00:00", "until": "00:10:00"}, "nodes": [
                {"id": "orders", "type": "timetable", "settings": {"fields": {"key": "string", "value": "long"},
                 "key": "key", "rows": [ROWS], "watermark": {"strategy": "ascending"}}},
                {"id": "log", "type": "log", "settings": {"partitions": PARTS}},
                {"id": "pass", "type": "filter", "settings": {"condition": "value >= 1"}},
                {"id": "sum", "type": "aggregate", "settings": {"aggregates": ["sum of value", "count"]}},
                {"id": "ten", "type": "tumbling", "settings": {"size": "SIZE ms", "aggregates": ["sum of value"]}},
                {"id": "total", "type": "tumbling", "settings": {"size": "TWICE ms", "aggregates": ["sum of sum", "count"]}},
                {"id": "pair", "type": "interval-join", "settings": {"lower": "-4 s", "upper": "4 s"}},
                {"id": "visits", "type": "session", "settings": {"gap": "SIZE ms", "aggregates": ["sum of value"]}},
                {"id": "first", "type": "deduplicate"},
                {"id": "others", "type": "timetable", "settings": {"fields": {"key": "string", "value": "long"},
                 "key": "key", "rows": [OTHERS], "watermark": {"strategy": "ascending"}}},
                {"id": "second", "type": "log"},
                {"id": "again", "type": "aggregate", "settings": {"aggregates": ["sum of value"]}},
                {"id": "board", "type": "results", "settings": {"mode": "upsert"}},
                {"id": "plain", "type": "results"},
                {"id": "safe", "type": "transactional"},
                {"id": "changes", "type": "transactional"},
                {"id": "panes", "type": "transactional"},
                {"id": "totals", "type": "transactional"},
                {"id": "pairs", "type": "transactional"},
                {"id": "stays", "type": "transactional"},
                {"id": "firsts", "type": "transactional"},
                {"id": "agains", "type": "transactional"}],
                "wires": [{"from": "orders", "to": "log"}, {"from": "log", "to": "pass"}, {"from": "pass", "to": "sum"},
                {"from": "sum", "to": "board"}, {"from": "sum", "to": "changes"}, {"from": "WAY", "to": "ten"},
                {"from": "ten", "to": "panes"}, {"from": "ten", "to": "total"}, {"from": "total", "to": "totals"},
                {"from": "log", "to": "pair.left"}, {"from": "pass", "to": "pair.right"}, {"from": "pair", "to": "pairs"},
                {"from": "WAY", "to": "visits"}, {"from": "visits", "to": "stays"}, {"from": "pass", "to": "first"},
                {"from": "first", "to": "firsts"}, {"from": "others", "to": "second"}, {"from": "second", "to": "again"},
                {"from": "again", "to": "agains"}, {"from": "pass", "to": "plain"}, {"from": "pass", "to": "safe"}]}
                """;
        int size = apart * (1 + random.nextInt(5));
        return RandomFaults.compile(RecoveryPropertiesTest.times(text.replace("ROWS", rows(random, 40, apart))
                .replace("OTHERS", rows(random, 20, apart))
                .replace("SIZE", "" + size)
                .replace("TWICE", "" + size * (1 + random.nextInt(2)))
                .replace("PARTS", "" + (1 + random.nextInt(3)))
                .replace("WAY", random.nextBoolean() ? "log" : "pass")));
    }

    /** Orders of six people, now and then several at one instant. */
    private static String rows(Random random, int most, int apart) {
        int[] at = {0};
        return IntStream.range(0, 1 + random.nextInt(most)).mapToObj(i -> {
            at[0] += random.nextInt(2 * apart);
            return "[\"" + at[0] + "\", null, \"" + "ABCDEF".charAt(random.nextInt(6)) + "\", " + random.nextInt(10)
                    + "]";
        }).collect(Collectors.joining(", "));
    }

    /** A plan in which much happens about the moment at which instances become others. */
    private static Plan rescaled(Random random, Guarantee guarantee) {
        int apart = List.of(50, 200, 1_000, 2_500).get(random.nextInt(4));
        Plan plan = RandomFaults.disturbed(graph(random, apart), random, 4);
        long at = plan.clock().start() + 4 * apart + random.nextInt(24 * apart);
        List<Integer> rescales = RESCALABLE.stream()
                .filter(n -> random.nextInt(3) > 0)
                .map(plan::nodeNumber)
                .toList();
        Upgrade upgrade = new Upgrade(at, at + random.nextInt(6 * apart), false, List.of(), List.of(), rescales,
                1 + random.nextInt(5));
        return plan.with(new Recovery(guarantee, apart + random.nextInt(3 * apart), 60_000, random.nextInt(4) > 0, 0,
                random.nextInt(3) == 0 ? random.nextInt(apart) : 0, false, crashes(plan, random, at, apart),
                Optional.of(upgrade)));
    }

    private static List<Crash> crashes(Plan plan, Random random, long at, int apart) {
        List<Crash> crashes = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            long when = Math.max(plan.clock().start(), at - 2 * apart + random.nextInt(10 * apart));
            crashes.add(new Crash(when, target(plan, random), OptionalLong.of(random.nextInt(3 * apart))));
        }
        crashes.sort(Comparator.comparingLong(Crash::at));
        return crashes;
    }

    private static Target target(Plan plan, Random random) {
        List<Integer> all = IntStream.range(0, plan.nodes().size())
                .filter(i -> !List.of("timetable", "log").contains(plan.nodes().get(i).type()))
                .boxed()
                .toList();
        int n = all.get(random.nextInt(all.size()));
        int instances = plan.nodes().get(n).effort().instances();
        return switch (random.nextInt(8)) {
            case 0 -> new Target.OfConsumer(plan.nodeNumber(random.nextBoolean() ? "log" : "second"), 0);
            case 1 -> new Target.OfCoordinator();
            case 2, 3 -> new Target.OfInstance(n, random.nextInt(instances));
            default -> new Target.OfNode(n);
        };
    }

    /** The same without crashes and with as many instances from first to last. */
    private static Outcome truth(Plan plan) {
        Recovery r = plan.recovery();
        return RandomFaults.run(plan.with(new Recovery(r.guarantee(), r.every(), r.timeout(), r.unaligned(), 0, 0,
                false, List.of(), Optional.empty())), null);
    }

    @Test
    void exactlyOnceCommitsWhatARunWithoutCrashesAndUpgradeCommits() {
        always(RescalingPropertiesTest::commitsTheTruth);
    }

    /** A window that has moved says its pane when the instance that had it before is far ahead already. */
    @Test
    void aPaneIsNotTooLateForWhoReadsBecauseItsWindowHasMoved() {
        commitsTheTruth(new Random(1187));
    }

    private static void commitsTheTruth(Random random) {
        Plan plan = rescaled(random, Guarantee.EXACTLY_ONCE);
        Outcome truth = truth(plan);
        Invariants invariants = new Invariants(plan.until(Long.MAX_VALUE));
        Outcome had = RandomFaults.run(plan.until(Long.MAX_VALUE), invariants);
        for (String sink : COMMITTED)
            assertEquals(truth.sorted(sink), had.sorted(sink), sink);
        assertEquals(truth.tables(), had.tables());
        assertEquals(Optional.empty(), invariants.broken());
    }

    @Test
    void atAnyMomentAKeyIsInOneInstance() {
        always(random -> {
            Plan plan = rescaled(random, guarantee(random));
            Simulation simulation = RandomFaults.simulation(plan, null,
                    new Outcome(new TreeMap<>(), new TreeMap<>(), 0));
            int each = 1 + random.nextInt(20);
            for (long step = 1; simulation.step(); step++)
                if (step % each == 0) eachKeyOnce(plan, simulation);
            eachKeyOnce(plan, simulation);
        });
    }

    private static void eachKeyOnce(Plan plan, Simulation simulation) {
        for (String node : List.of("sum", "pair", "again")) {
            Map<String, Integer> owners = new HashMap<>();
            int number = plan.nodeNumber(node);
            for (int i = 0; i < plan.most(number); i++) {
                int instance = i;
                keys(simulation.view(number, i)).distinct()
                        .forEach(k -> assertEquals(null,
                                owners.put(k, instance),
                                node + " has " + k + " twice after step " + simulation.steps()));
            }
        }
    }

    private static Stream<String> keys(View view) {
        return switch (view) {
            case View.Table t -> t.rows().stream().map(RescalingPropertiesTest::key);
            case View.Join j -> Stream.concat(j.left().stream(), j.right().stream())
                    .map(RescalingPropertiesTest::key);
            default -> Stream.of();
        };
    }

    private static String key(Event event) {
        return String.valueOf(event.value(0));
    }

    private static Guarantee guarantee(Random random) {
        return random.nextBoolean() ? Guarantee.AT_LEAST_ONCE : Guarantee.EXACTLY_ONCE;
    }

    @Test
    void atLeastOnceLosesNothing() {
        always(random -> {
            Plan plan = rescaled(random, guarantee(random));
            Outcome truth = truth(plan);
            Outcome had = RandomFaults.run(plan, null);
            for (String row : truth.sorted("plain"))
                assertTrue(count(had, "plain", row) >= count(truth, "plain", row), row);
            for (String row : truth.sorted("pairs"))
                assertTrue(count(had, "pairs", row) >= 1, row);
            assertEquals(keyed(truth), keyed(had), "windows");
        });
    }

    /** Windows by key and time: their sums may be too large. */
    private static List<String> keyed(Outcome outcome) {
        return outcome.sorted("panes").stream().map(r -> r.replaceAll(" \\S+ $", "")).distinct().toList();
    }

    private static long count(Outcome outcome, String sink, String row) {
        return outcome.sorted(sink).stream().filter(row::equals).count();
    }

    @Test
    void seekingIsRunning() {
        always(random -> RandomFaults.seekingIsRunning(rescaled(random, guarantee(random)), random));
    }

    @Test
    void aKeyframeOfAnyStepGoesOnAsTheRunDid() {
        always(random -> {
            Plan plan = rescaled(random, guarantee(random));
            Outcome whole = RandomFaults.run(plan, null);
            Simulation first = new Simulation(plan, null, Outlet.NONE);
            for (int i = random.nextInt(1_000); i > 0 && first.step();)
                i--;
            Keyframe saved = first.save();
            long hash = first.hash();
            Simulation second = new Simulation(plan, null, Outlet.NONE);
            for (int i = random.nextInt(1_000); i > 0 && second.step();)
                i--;
            second.restore(saved);
            assertEquals(hash, second.hash());
            second.run();
            first.run();
            assertEquals(whole.hash(), second.hash());
            assertEquals(whole.hash(), first.hash(), "nothing of the keyframe is shared");
        });
    }
}
