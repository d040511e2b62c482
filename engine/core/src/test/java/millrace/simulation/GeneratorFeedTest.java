package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import millrace.operator.SourceSpec.Delay;
import millrace.operator.SourceSpec.Generator;
import millrace.operator.SourceSpec.Keys;
import millrace.operator.SourceSpec.Values;
import millrace.operator.SourceTiming;
import millrace.operator.SourceTiming.EndPolicy;
import millrace.operator.StreamType;
import millrace.operator.WatermarkSpec;
import org.junit.jupiter.api.Test;

class GeneratorFeedTest {
    private static final long SEED = 20261122;
    private static final StreamType TYPE = Feeds.type("key:string", "value:long");
    private static final SourceTiming PERFECT = Feeds.timing(new WatermarkSpec.Perfect());

    /** An event, times in ms since the start. */
    private record Drawn(long happened, long arrived, String key, long value) {}

    private static Generator generator(long count, double rate, Values values, Delay delay) {
        return new Generator(TYPE, PERFECT, count, rate, 0, 0, 1, new Keys(3, 0), values, delay);
    }

    private static Generator plain(long count, Delay delay) {
        return generator(count, 10, new Values.Sequence(), delay);
    }

    private static Generator timed(Generator g, SourceTiming timing, Keys keys) {
        return new Generator(TYPE, timing, g.count(), g.rate(), g.burstEvery(), g.burstFor(), g.burstFactor(), keys,
                g.values(), g.delay());
    }

    private static List<Drawn> all(Generator spec) {
        SourceFeed feed = new GeneratorFeed(spec, 0, SEED, "gen");
        List<Drawn> all = new ArrayList<>();
        while (feed.advance())
            all.add(drawn(feed));
        return all;
    }

    private static Drawn drawn(SourceFeed feed) {
        long[] nums = new long[1];
        Object[] refs = new Object[1];
        feed.values(nums, refs);
        return new Drawn(feed.eventTime(), feed.arrival(), String.valueOf(refs[0]), nums[0]);
    }

    private static LongStream happened(Generator spec) {
        return all(spec).stream().mapToLong(Drawn::happened);
    }

    @Test
    void eventsHappenAtAnEvenBeat() {
        assertEquals(List.of(0L, 333L, 667L, 1000L, 1333L),
                happened(generator(5, 3, new Values.Sequence(), new Delay.Constant(0))).boxed().toList());
    }

    @Test
    void inABurstTheyHappenFaster() {
        Generator bursts = new Generator(TYPE, PERFECT, 12, 1, 10_000, 2_000, 4, new Keys(1, 0), new Values.Sequence(),
                new Delay.Constant(0));
        assertEquals(List.of(0L, 250L, 500L, 750L, 1000L, 1250L, 1500L, 1750L, 2000L, 3000L, 4000L, 5000L),
                happened(bursts).boxed().toList());
    }

    @Test
    void aBurstThatBeginsBetweenTwoEventsHurriesTheSecond() {
        Generator bursts = new Generator(TYPE, PERFECT, 5, 0.4, 3_000, 1_000, 2, new Keys(1, 0), new Values.Sequence(),
                new Delay.Constant(0));
        assertEquals(List.of(0L, 1500L, 3500L, 5500L, 7000L), happened(bursts).boxed().toList());
    }

    @Test
    void silencesAndRareEventsAreReachedAtOnce() {
        Generator silent = new Generator(TYPE, PERFECT, 3, 0.0003, 1000, 990, 0, new Keys(1, 0), new Values.Sequence(),
                new Delay.Constant(0));
        assertEquals(List.of(0L, 333_333_993L, 666_666_997L), happened(silent).boxed().toList());
    }

    @Test
    void aRateOfZeroForGoodIsTheEnd() {
        Generator silent = new Generator(TYPE, PERFECT, 3, 1, 1000, 1000, 0, new Keys(1, 0), new Values.Sequence(),
                new Delay.Constant(0));
        assertEquals(List.of(0L), happened(silent).boxed().toList());
    }

    private static Stream<Delay> delays() {
        return Stream.of(new Delay.Constant(1500), new Delay.Uniform(0, 5000), new Delay.Normal(2000, 1000),
                new Delay.Exponential(3000), new Delay.Pareto(500, 1.2),
                new Delay.Outage(20_000, 60_000, new Delay.Exponential(1000)));
    }

    @Test
    void arrivalsComeInOrderWhateverTheDelay() {
        delays().forEach(delay -> {
            List<Drawn> all = all(plain(20_000, delay));
            assertEquals(20_000, all.size());
            Comparator<Drawn> order = Comparator.comparingLong(Drawn::arrived).thenComparingLong(Drawn::value);
            assertEquals(all.stream().sorted(order).toList(), all, "not in order: " + delay);
            assertTrue(all.stream().allMatch(d -> d.arrived() >= d.happened()), "before it happened: " + delay);
            assertEquals(LongStream.rangeClosed(1, 20_000).boxed().toList(),
                    all.stream().map(Drawn::value).sorted().toList());
        });
    }

    @Test
    void delaysFollowTheirLaws() {
        mean(new Delay.Constant(1500), 1500, 0);
        mean(new Delay.Uniform(1000, 3000), 2000, 10);
        mean(new Delay.Normal(20_000, 1000), 20_000, 20);
        mean(new Delay.Exponential(3000), 3000, 30);
        mean(new Delay.Pareto(500, 3), 750, 10);
    }

    private static void mean(Delay delay, double expected, double tolerance) {
        double mean = all(plain(100_000, delay)).stream()
                .mapToLong(d -> d.arrived() - d.happened())
                .average()
                .orElseThrow();
        assertEquals(expected, mean, tolerance, delay + " with seed " + SEED);
    }

    @Test
    void whatHappensInATunnelArrivesAtItsEndInOrder() {
        List<Drawn> all = all(plain(1000, new Delay.Outage(20_000, 60_000, new Delay.Constant(100))));
        List<Drawn> inside = all.stream().filter(d -> d.happened() >= 20_000 && d.happened() < 60_000).toList();
        assertEquals(400, inside.size());
        assertTrue(inside.stream().allMatch(d -> d.arrived() == 60_000));
        assertEquals(inside.stream().sorted(Comparator.comparingLong(Drawn::value)).toList(), inside);
        assertTrue(all.stream().filter(d -> !inside.contains(d)).allMatch(d -> d.arrived() == d.happened() + 100));
    }

    @Test
    void valuesFollowTheirLaws() {
        List<Drawn> uniform = all(generator(50_000, 10, new Values.Uniform(-5, 5), new Delay.Constant(0)));
        assertEquals(0, uniform.stream().mapToLong(Drawn::value).average().orElseThrow(), 0.05, "seed " + SEED);
        assertEquals(11, uniform.stream().map(Drawn::value).distinct().count());
        List<Drawn> normal = all(generator(50_000, 10, new Values.Normal(100, 15), new Delay.Constant(0)));
        assertEquals(100, normal.stream().mapToLong(Drawn::value).average().orElseThrow(), 0.3, "seed " + SEED);
        List<Drawn> constant = all(generator(10, 10, new Values.Constant(7), new Delay.Constant(0)));
        assertTrue(constant.stream().allMatch(d -> d.value() == 7));
    }

    @Test
    void keysAreEquallyLikelyOrFollowZipf() {
        Generator base = plain(60_000, new Delay.Constant(0));
        shares(timed(base, PERFECT, new Keys(3, 0)), Map.of("A", 1 / 3.0, "B", 1 / 3.0, "C", 1 / 3.0));
        shares(timed(base, PERFECT, new Keys(3, 1)), Map.of("A", 6 / 11.0, "B", 3 / 11.0, "C", 2 / 11.0));
    }

    private static void shares(Generator spec, Map<String, Double> expected) {
        Map<String, Integer> counts = new TreeMap<>();
        all(spec).forEach(d -> counts.merge(d.key(), 1, Integer::sum));
        assertEquals(expected.keySet(), counts.keySet());
        expected.forEach((key, share) -> assertEquals(share, counts.get(key) / 60_000.0, 0.01, key + ", seed " + SEED));
    }

    @Test
    void keysHaveNamesWithoutEnd() {
        KeyChoice keys = new KeyChoice(new Keys(5000, 0));
        assertEquals(List.of("A", "Z", "K27", "K4999"), Stream.of(0, 25, 26, 4998).map(keys::name).toList());
    }

    @Test
    void theSameSeedGivesTheSameEventsAndAnotherOthers() {
        Generator spec = generator(500, 10, new Values.Uniform(0, 1000), new Delay.Exponential(1000));
        assertEquals(all(spec), all(spec));
        SourceFeed other = new GeneratorFeed(spec, 0, SEED + 1, "gen");
        SourceFeed elsewhere = new GeneratorFeed(spec, 0, SEED, "gen2");
        other.advance();
        elsewhere.advance();
        assertNotEquals(all(spec).getFirst(), drawn(other));
        assertNotEquals(all(spec).getFirst(), drawn(elsewhere));
    }

    @Test
    void anotherDelayLeavesKeysAndValuesAsTheyWere() {
        Generator one = generator(500, 10, new Values.Uniform(0, 1000), new Delay.Constant(0));
        Generator two = generator(500, 10, new Values.Uniform(0, 1000), new Delay.Exponential(5000));
        assertEquals(byTime(one), byTime(two));
    }

    private static List<String> byTime(Generator spec) {
        return all(spec).stream()
                .sorted(Comparator.comparingLong(Drawn::happened))
                .map(d -> d.key() + d.value())
                .toList();
    }

    @Test
    void aCopyGoesOnFromTheSamePlace() {
        delays().forEach(delay -> {
            SourceFeed feed = new GeneratorFeed(plain(1000, delay), 0, SEED, "gen");
            for (int i = 0; i < 300; i++)
                feed.advance();
            SourceFeed copy = feed.copy();
            assertEquals(feed.hash(), copy.hash());
            List<String> rest = Feeds.rest(feed, TYPE);
            assertNotEquals(feed.hash(), copy.hash());
            assertEquals(rest, Feeds.rest(copy, TYPE), "differs: " + delay);
            assertEquals(700, rest.size());
        });
    }

    @Test
    void theFutureIsKnownExactly() {
        delays().forEach(delay -> {
            List<Drawn> all = all(plain(2000, delay));
            SourceFeed feed = new GeneratorFeed(plain(2000, delay), 0, SEED, "gen");
            assertEquals(0, feed.upcoming(0));
            for (int i = 0; feed.advance(); i++) {
                long expected = all.subList(i + 1, all.size())
                        .stream()
                        .mapToLong(Drawn::happened)
                        .min()
                        .orElse(SourceFeed.NOTHING);
                assertEquals(expected, feed.upcoming(0), "after " + i + ": " + delay);
            }
        });
    }

    @Test
    void partitionsAreNamedByKeysOrShared() {
        SourceTiming timing = new SourceTiming(new WatermarkSpec.Perfect(), 0, 0, List.of("B", "A"), false,
                new EndPolicy.AtLastRow());
        SourceFeed feed = new GeneratorFeed(timed(plain(200, new Delay.Exponential(900)), timing, new Keys(3, 0)), 0,
                SEED, "gen");
        while (feed.advance()) {
            int expected = drawn(feed).key().equals("A") ? 1 : 0;
            assertEquals(expected, feed.partition());
            assertTrue(feed.upcoming(0) >= 0);
        }
        assertEquals(SourceFeed.NOTHING, feed.upcoming(0));
        assertEquals(SourceFeed.NOTHING, feed.upcoming(1));
    }

    @Test
    void anEndlessOneIsCutWhereItIsToldToEnd() {
        SourceTiming timing = new SourceTiming(new WatermarkSpec.Ascending(), 0, 0, List.of(""), false,
                new EndPolicy.At(10_000));
        Generator endless = timed(plain(Long.MAX_VALUE, new Delay.Exponential(2000)), timing, new Keys(2, 0));
        List<Drawn> all = all(endless);
        assertTrue(all.size() > 60 && all.size() < 100, "so many: " + all.size());
        assertTrue(all.getLast().arrived() <= 10_000);
    }

    @Test
    void memoryStaysFlatWhenDelaysHaveNoEnd() {
        Generator heavy = generator(Long.MAX_VALUE, 100_000, new Values.Sequence(), new Delay.Pareto(1000, 0.05));
        GeneratorFeed feed = new GeneratorFeed(heavy, 0, SEED, "gen");
        long last = 0;
        for (int i = 0; i < 200_000; i++) {
            assertTrue(feed.advance());
            assertFalse(feed.arrival() < last);
            last = feed.arrival();
        }
        assertTrue(feed.onTheWay() <= 1 << 20, "so many on their way: " + feed.onTheWay());
    }
}
