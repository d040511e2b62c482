package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import millrace.compile.Plan;
import millrace.expect.Invariants;
import millrace.simulation.RandomFaults.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What must hold whatever the design does to a run while it goes on, together with crashes. {@code -Druns=100000} runs each property as
 * often, {@code -Dseed=N} begins at a seed.
 */
@Execution(ExecutionMode.CONCURRENT)
class InterventionPropertiesTest {
    private static final int RUNS = Integer.getInteger("runs", 150);

    /** What may become another: whose, which, and what. */
    private static final String[][] CHANGES = {{"ten", "size", "\"7 s\""}, {"ten", "lateness", "\"0 s\""},
        {"ten", "late", "{\"kind\": \"count\", \"count\": 1}"}, {"ten", "early", "{\"kind\": \"count\", \"count\": 2}"},
        {"ten", "early", "{\"kind\": \"delay\", \"after\": \"3 s\"}"}, {"ten", "workTime", "\"700 ms\""},
        {"visits", "gap", "\"9 s\""}, {"visits", "lateness", "\"5 s\""}, {"visits", "accumulation", "\"discarding\""},
        {"visits", "early", "{\"kind\": \"count\", \"count\": 1}"}, {"hops", "slide", "\"4 s\""},
        {"hops", "early", "{\"kind\": \"aligned\", \"every\": \"5 s\"}"}, {"small", "condition", "\"value > 2\""},
        {"near", "upper", "\"2 s\""}, {"near", "lower", "\"-9 s\""}, {"near", "type", "\"left\""},
        {"first", "for", "\"4 s\""}, {"log", "groups[0].takes", "\"300 ms\""},
        {"log", "watermark.bound", "\"3 s\""}, {"log", "idleAfter", "\"2 s\""}, {"queue", "prefetch", "3"},
        {"queue", "workers[0].takes", "\"100 ms\""}, {"orders", "watermark", "{\"strategy\": \"perfect\"}"},
        {"orders", "watermark", "{\"strategy\": \"bounded\", \"bound\": \"4 s\"}"}, {"orders", "idleAfter", "\"1 s\""},
        {"orders", "idleAfter", "\"0 s\""}, {"orders", "timestamps", "\"ingestion\""}, {"orders", "rate", "3"},
        {"orders", "touched", "[]"}, {"", "checkpoints.every", "\"2 s\""}, {"", "recovery.detectAfter", "\"1 s\""},
        {"log.out -> ten.in", "transit", "\"400 ms\""}, {"log.out -> ten.in", "transit", "\"0 s\""}};

    private interface Property {
        void holds(Random random);
    }

    private static void always(Property property) {
        long first = Long.getLong("seed", System.nanoTime() & 0xFFFFFF);
        for (long seed = first; seed < first + RUNS; seed++) {
            try {
                property.holds(new Random(seed));
            } catch (Throwable e) {
                throw new AssertionError("with -Dseed=" + seed + " -Druns=1", e);
            }
        }
    }

    private static Plan plan(Random random, String changes, String guarantee) {
        String text = """
                {"millrace": 1, "name": "x", "settings": {"clock": "00:00:00", "until": "00:10:00", "changes": [CHANGES],
                  "checkpoints": {"guarantee": "GUARANTEE", "every": "EVERY s", "unaligned": UNALIGNED}, "crashes": [CRASHES],
                  "recovery": {"detectAfter": "DETECT s", "resume": "RESUME"}}, "nodes": [
                {"id": "orders", "type": "generator", "settings": {"events": 25, "rate": 1,
                 "delay": {"distribution": "uniform", "from": "0 s", "to": "4 s"}, "idleAfter": "3 s",
                 "watermark": {"strategy": "ascending"}TOUCHES}},
                {"id": "log", "type": "log", "settings": {"partitions": 2, "groups": [{"name": "out"}],
                  "watermark": {"strategy": "bounded", "bound": "1 s"}}},
                {"id": "queue", "type": "queue", "settings": {"workers": [{"name": "A", "takes": "1 s"}]}},
                {"id": "small", "type": "filter", "settings": {"condition": "value < 8"}},
                {"id": "first", "type": "deduplicate", "settings": {"by": "value"}},
                {"id": "ten", "type": "tumbling", "settings": {"size": "10 s", "aggregates": ["sum of value"], "lateness": "1 min"}},
                {"id": "visits", "type": "session", "settings": {"gap": "3 s", "aggregates": ["count"], "lateness": "1 min"}},
                {"id": "hops", "type": "sliding", "settings": {"size": "6 s", "slide": "2 s", "aggregates": ["count"]}},
                {"id": "near", "type": "interval-join", "settings": {"lower": "-3 s", "upper": "5 s"}},
                {"id": "plain", "type": "results"},
                {"id": "safe", "type": "transactional"}],
                "wires": [{"from": "orders", "to": "log"}, {"from": "log", "to": "ten"}, {"from": "log", "to": "small"},
                {"from": "log", "to": "safe"}, {"from": "small", "to": "near.left"}, {"from": "log", "to": "near.right"},
                {"from": "orders", "to": "queue"}, {"from": "queue", "to": "hops"}, {"from": "log", "to": "visits"},
                {"from": "log", "to": "first"}, {"from": "first", "to": "plain"}, {"from": "ten", "to": "plain2"},
                {"from": "visits", "to": "plain3"}, {"from": "hops", "to": "plain4"}, {"from": "near", "to": "plain5"}]}
                """;
        String nodes = text.replace("{\"id\": \"safe\"", "{\"id\": \"plain2\", \"type\": \"results\"},"
                + "{\"id\": \"plain3\", \"type\": \"results\"}, {\"id\": \"plain4\", \"type\": \"results\"},"
                + "{\"id\": \"plain5\", \"type\": \"results\"}, {\"id\": \"safe\"");
        String faulty = nodes.replace("GUARANTEE", guarantee)
                .replace("EVERY", "" + (1 + random.nextInt(9)))
                .replace("UNALIGNED", "" + random.nextBoolean())
                .replace("CRASHES", crashes(random))
                .replace("DETECT", "" + (random.nextInt(3) == 0 ? random.nextInt(3) : 0))
                .replace("RESUME", random.nextBoolean() ? "now" : "last read");
        Plan plan = RandomFaults.compile(faulty.replace("CHANGES", changes).replace("TOUCHES", touches(random)));
        return RandomFaults.disturbed(plan, random, 1);
    }

    /** What writes to the brokers is left alone: if it had to write again, they would rightly hold both. */
    private static String crashes(Random random) {
        List<String> targets = List.of("coordinator", "log.out", "ten", "small", "visits", "near", "first", "safe",
                "hops",
                "plain2");
        List<String> crashes = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--)
            crashes.add("[\"00:00:" + (10 + random.nextInt(45)) + "\", \"" + targets.get(random.nextInt(targets.size()))
                    + "\", \"" + random.nextInt(9) + " s\"]");
        return String.join(", ", crashes);
    }

    private static String touches(Random random) {
        List<String> touched = new ArrayList<>();
        for (int event = 1; event <= 25; event++)
            if (random.nextInt(6) == 0)
                touched.add("{\"event\": " + event + ", \"what\": \""
                        + List.of("drop", "delay", "duplicate").get(random.nextInt(3)) + "\", \"by\": \""
                        + random.nextInt(20) + " s\"}");
        int from = random.nextInt(30);
        String stop = "{\"from\": \"00:00:" + (10 + from) + "\", \"to\": \"00:00:" + (11 + from + random.nextInt(10))
                + "\", \"events\": \"" + (random.nextBoolean() ? "held" : "lost") + "\"}";
        return ", \"touched\": [" + String.join(", ", touched) + "], \"stops\": ["
                + (random.nextBoolean() ? stop : "") + "], \"inserted\": ["
                + (random.nextBoolean() ? "[\"00:00:0" + random.nextInt(10) + "\", \"00:00:12\", \"B\", 5]" : "") + "]";
    }

    private static String changes(Random random) {
        List<String> changes = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            String[] change = CHANGES[random.nextInt(CHANGES.length)];
            changes.add("{\"at\": \"00:00:" + (10 + random.nextInt(40)) + "." + random.nextInt(10) + "\", \"node\": \""
                    + change[0] + "\", \"setting\": \"" + change[1] + "\", \"value\": " + change[2] + "}");
        }
        return String.join(", ", changes);
    }

    private static String guarantee(Random random) {
        return List.of("none", "at-least-once", "exactly-once").get(random.nextInt(3));
    }

    @Test
    void watchingChangesNothingAndNothingIsBroken() {
        always(random -> {
            Plan plan = plan(random, changes(random), guarantee(random)).until(Long.MAX_VALUE);
            Invariants invariants = new Invariants(plan);
            Outcome watched = RandomFaults.run(plan, invariants);
            assertEquals(Optional.empty(), invariants.broken());
            Outcome unwatched = RandomFaults.run(plan, null);
            assertEquals(unwatched.hash(), watched.hash());
            assertEquals(unwatched.rows(), watched.rows());
        });
    }

    @Test
    void aKeyframeOfAnyStepGoesOnAsTheRunDid() {
        always(random -> {
            Plan plan = plan(random, changes(random), guarantee(random));
            Outcome whole = RandomFaults.run(plan, null);
            Outcome parts = new Outcome(new TreeMap<>(), new TreeMap<>(), 0);
            Simulation first = RandomFaults.simulation(plan, null, parts);
            for (int i = random.nextInt(600); i > 0 && first.step();)
                i--;
            Keyframe saved = first.save();
            long hash = first.hash();
            Simulation second = RandomFaults.simulation(plan, null, parts);
            for (int i = random.nextInt(600); i > 0 && second.step();)
                i--;
            second.restore(saved);
            assertEquals(hash, second.hash());
            second.run();
            assertEquals(whole.hash(), second.hash());
        });
    }

    @Test
    void seekingIsRunning() {
        always(random -> RandomFaults.seekingIsRunning(plan(random, changes(random), guarantee(random)), random));
    }

    /** What is done to a source's events is done before they are sent: a crash changes nothing about it. */
    @Test
    void exactlyOnceCommitsWhatARunWithoutCrashesCommits() {
        always(random -> {
            Plan plan = plan(random, "", "exactly-once");
            Outcome had = RandomFaults.run(plan, new CountersRecorder());
            Outcome truth = RandomFaults.run(plan.with(plan.recovery().withoutCrashes()), new CountersRecorder());
            assertEquals(truth.sorted("safe"), had.sorted("safe"));
        });
    }
}
