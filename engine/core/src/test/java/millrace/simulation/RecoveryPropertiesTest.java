package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import millrace.compile.Plan;
import millrace.compile.Recovery;
import millrace.compile.Recovery.Guarantee;
import millrace.expect.Invariants;
import millrace.simulation.RandomFaults.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What must hold whatever crashes, and however work, room and roads are. A build runs each property some thousand times with seeds
 * that are printed where one fails; {@code -Druns=100000} runs each as often, {@code -Dseed=N} begins at a seed.
 */
@Execution(ExecutionMode.CONCURRENT)
class RecoveryPropertiesTest {
    private static final int RUNS = Integer.getInteger("runs", 1_500);

    interface Property {
        void holds(Random random);
    }

    private static void always(Property property) {
        always(RUNS, property);
    }

    static void always(int runs, Property property) {
        long first = Long.getLong("seed", System.nanoTime() & 0xFFFFFF);
        for (long seed = first; seed < first + runs; seed++) {
            try {
                property.holds(new Random(seed));
            } catch (Throwable e) {
                throw new AssertionError("with -Dseed=" + seed + " -Druns=1", e);
            }
        }
    }

    /** Orders of a few people, in order of time, some at the same instant. */
    private static String rows(Random random, int most) {
        int[] at = {0};
        return IntStream.range(0, 1 + random.nextInt(most)).mapToObj(i -> {
            at[0] += random.nextInt(5_000);
            return "[\"" + at[0] + " ms\", null, \"" + "ABC".charAt(random.nextInt(3)) + "\", " + random.nextInt(10)
                    + "]";
        }).collect(Collectors.joining(", "));
    }

    /** A log read by one pipeline that counts, sums windows, and writes in every way. */
    private static Plan pipeline(Random random) {
        String text = """
                {"millrace": 1, "name": "x", "settings": {"clock": "00:00:00", "until": "00:10:00"}, "nodes": [
                {"id": "orders", "type": "timetable", "settings": {"fields": {"key": "string", "value": "long"},
                 "key": "key", "rows": [ROWS], "watermark": {"strategy": "ascending"}}},
                {"id": "log", "type": "log", "settings": {"partitions": PARTS}},
                {"id": "sum", "type": "aggregate", "settings": {"aggregates": ["sum of value", "count"]}},
                {"id": "ten", "type": "tumbling", "settings": {"size": "10 s", "aggregates": ["sum of value"], "lateness": "10 min",
                  "late": {"kind": "count", "count": 1000}}},
                {"id": "board", "type": "results", "settings": {"mode": "upsert"}},
                {"id": "plain", "type": "results"},
                {"id": "safe", "type": "transactional"},
                {"id": "panes", "type": "transactional"},
                {"id": "changes", "type": "transactional"}],
                "wires": [{"from": "orders", "to": "log"}, {"from": "log", "to": "sum"}, {"from": "sum", "to": "board"},
                {"from": "sum", "to": "changes"}, {"from": "log", "to": "plain"}, {"from": "log", "to": "safe"},
                {"from": "log", "to": "ten"}, {"from": "ten", "to": "panes"}]}
                """;
        String rows = rows(random, 14);
        String design = text.replace("ROWS", rows.replace(" ms", "")).replace("PARTS", "" + (1 + random.nextInt(3)));
        return RandomFaults.compile(times(design));
    }

    /** "[\"61500\", ..." as a time of day. */
    static String times(String design) {
        return java.util.regex.Pattern.compile("\\[\"(\\d+)\"").matcher(design).replaceAll(m -> {
            long ms = Long.parseLong(m.group(1));
            return "[\"" + two(ms / 3_600_000) + ":" + two(ms / 60_000 % 60) + ":" + two(ms / 1000 % 60) + "."
                    + String.valueOf(1000 + ms % 1000).substring(1) + "\"";
        });
    }

    private static String two(long n) {
        return n < 10 ? "0" + n : "" + n;
    }

    private static Plan with(Plan plan, Random random, Guarantee guarantee) {
        return RandomFaults.disturbed(plan.with(RandomFaults.faults(plan, random, guarantee)), random, 1);
    }

    private static Outcome truth(Plan plan) {
        return RandomFaults.run(plan.with(plan.recovery().withoutCrashes()), new CountersRecorder());
    }

    @Test
    void exactlyOnceCommitsWhatARunWithoutCrashesCommits() {
        always(random -> {
            Plan plan = with(pipeline(random), random, Guarantee.EXACTLY_ONCE);
            Outcome had = RandomFaults.run(plan, new CountersRecorder());
            Outcome truth = truth(plan);
            for (String sink : List.of("safe", "panes", "changes"))
                assertEquals(truth.sorted(sink), had.sorted(sink), sink);
        });
    }

    @Test
    void aSinkThatWritesByKeyConverges() {
        always(random -> {
            Plan plan = with(pipeline(random), random, Guarantee.EXACTLY_ONCE);
            assertEquals(truth(plan).tables(), RandomFaults.run(plan, new CountersRecorder()).tables());
        });
    }

    @Test
    void atLeastOnceLosesNothing() {
        always(random -> {
            Guarantee guarantee = random.nextBoolean() ? Guarantee.AT_LEAST_ONCE : Guarantee.EXACTLY_ONCE;
            Plan plan = with(pipeline(random), random, guarantee);
            Outcome had = RandomFaults.run(plan, new CountersRecorder());
            Outcome truth = truth(plan);
            for (String row : truth.sorted("plain"))
                assertTrue(count(had, row) >= count(truth, row), row);
        });
    }

    private static long count(Outcome outcome, String row) {
        return outcome.sorted("plain").stream().filter(row::equals).count();
    }

    /** Watched by who looks for what may never happen. */
    @Test
    void watchingChangesNothingAndNothingIsBroken() {
        always(random -> {
            Plan plan = with(pipeline(random), random, guarantee(random)).until(Long.MAX_VALUE);
            Invariants invariants = new Invariants(plan);
            Outcome watched = RandomFaults.run(plan, invariants);
            assertEquals(java.util.Optional.empty(), invariants.broken());
            Outcome unwatched = RandomFaults.run(plan, null);
            assertEquals(unwatched.hash(), watched.hash());
            assertEquals(unwatched.rows(), watched.rows());
        });
    }

    private static Guarantee guarantee(Random random) {
        return Guarantee.values()[random.nextInt(3)];
    }

    @Test
    void aKeyframeOfAnyStepGoesOnAsTheRunDid() {
        always(random -> {
            Plan plan = with(pipeline(random), random, guarantee(random));
            Outcome whole = RandomFaults.run(plan, null);
            Outcome parts = new Outcome(new java.util.TreeMap<>(), new java.util.TreeMap<>(), 0);
            Simulation first = RandomFaults.simulation(plan, null, parts);
            for (int i = random.nextInt(300); i > 0 && first.step();)
                i--;
            Keyframe saved = first.save();
            long hash = first.hash();
            Simulation second = RandomFaults.simulation(plan, null, parts);
            for (int i = random.nextInt(300); i > 0 && second.step();)
                i--;
            parts.rows().clear();
            second.restore(saved);
            assertEquals(hash, second.hash());
            second.run();
            assertEquals(whole.hash(), second.hash());
            parts.rows()
                    .forEach((sink, rows) -> assertEquals(rows,
                            whole.rows()
                                    .get(sink)
                                    .subList(whole.rows().get(sink).size() - rows.size(),
                                            whole.rows().get(sink).size())));
        });
    }

    @Test
    void seekingIsRunning() {
        always(random -> RandomFaults.seekingIsRunning(with(pipeline(random), random, guarantee(random)), random));
    }

    @Test
    void anyNumberOfInstancesGivesTheSameRows() {
        always(random -> {
            Plan plan = pipeline(random);
            Outcome one = RandomFaults.run(plan, null);
            Plan several = RandomFaults.disturbed(plan, random, 4);
            Invariants invariants = new Invariants(several);
            Outcome many = RandomFaults.run(several, invariants);
            assertEquals(java.util.Optional.empty(), invariants.broken());
            assertEquals(one.sorted("plain"), many.sorted("plain"));
            assertEquals(one.tables(), many.tables());
        });
    }

    @Test
    void severalInstancesRecoverAsOneDoes() {
        always(RecoveryPropertiesTest::severalAsOne);
    }

    /**
     * A sink is at work as the unaligned barrier of its second input comes, and then a pane behind that: the snapshot that began with
     * the barrier of the first does not have it, for it is made once more.
     */
    @Test
    void whatComesBehindABarrierThatWaitsForTheWorkInHandIsNoPartOfTheSnapshot() {
        severalAsOne(new Random(16_181_067));
    }

    private static void severalAsOne(Random random) {
        Plan plan = pipeline(random);
        Recovery faults = RandomFaults.faults(plan, random, Guarantee.EXACTLY_ONCE);
        Plan several = RandomFaults.disturbed(plan.with(faults), random, 4);
        Outcome truth = truth(plan.with(faults));
        Outcome had = RandomFaults.run(several, new Quiet());
        for (String sink : List.of("safe", "panes", "changes"))
            assertEquals(truth.sorted(sink), had.sorted(sink), sink);
    }

    @Test
    void anUpgradeToAnotherNumberOfInstancesKeepsAllState() {
        always(random -> {
            Plan plan = RandomFaults.disturbed(pipeline(random), random, 4);
            long at = plan.clock().start() + random.nextInt(60_000);
            List<Integer> both = List.of(plan.nodeNumber("sum"), plan.nodeNumber("ten"));
            Recovery.Upgrade upgrade = new Recovery.Upgrade(at, at + random.nextInt(5_000), false, List.of(), List.of(),
                    both, 1 + random.nextInt(5));
            Recovery faults = new Recovery(Guarantee.EXACTLY_ONCE, 4_000, 60_000, random.nextBoolean(), 0, 0, false,
                    List.of(), java.util.Optional.of(upgrade));
            Outcome truth = truth(pipelineLike(plan, faults));
            Outcome had = RandomFaults.run(plan.with(faults), new Quiet());
            for (String sink : List.of("safe", "panes", "changes"))
                assertEquals(truth.sorted(sink), had.sorted(sink), sink);
            assertEquals(truth.tables(), had.tables());
        });
    }

    /** The same without the upgrade. */
    private static Plan pipelineLike(Plan plan, Recovery faults) {
        return plan.with(new Recovery(faults.guarantee(), faults.every(), faults.timeout(), faults.unaligned(), 0, 0,
                false, List.of(), java.util.Optional.empty()));
    }
}
