package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int MANY = 200_000;
    private static final long SEED = 20261122;

    @Test
    void givesTheNumbersOfTheAuthorsCode() {
        RandomStream random = new RandomStream(1, 2, 3, 4);
        long[] first = LongStream.generate(random::next).limit(5).toArray();
        assertArrayEquals(new long[] {11520, 0, 1509978240, 1215971899390074240L, 1216172134540287360L}, first);
    }

    @Test
    void everySeedNodeAndPurposeHasAStreamOfItsOwn() {
        long first = RandomStream.of(1, "a", "keys").next();
        assertEquals(first, RandomStream.of(1, "a", "keys").next());
        assertNotEquals(first, RandomStream.of(2, "a", "keys").next());
        assertNotEquals(first, RandomStream.of(1, "b", "keys").next());
        assertNotEquals(first, RandomStream.of(1, "a", "values").next());
    }

    @Test
    void aCopyGoesItsOwnWay() {
        RandomStream random = RandomStream.of(SEED, "a", "keys");
        RandomStream copy = random.copy();
        assertEquals(random.hash(), copy.hash());
        long next = random.next();
        assertNotEquals(random.hash(), copy.hash());
        assertEquals(next, copy.next());
    }

    @Test
    void wholeNumbersAreEquallyLikely() {
        RandomStream random = RandomStream.of(SEED, "a", "between");
        int[] counts = new int[7];
        for (int i = 0; i < MANY; i++)
            counts[(int) random.between(-3, 3) + 3]++;
        for (int count : counts)
            assertEquals(1.0 / 7, count / (double) MANY, 0.005, told());
    }

    @Test
    void theWholeRangeOfLongsIsAllowed() {
        RandomStream random = RandomStream.of(SEED, "a", "all");
        boolean negative = false;
        boolean positive = false;
        for (int i = 0; i < 100; i++) {
            long n = random.between(Long.MIN_VALUE, Long.MAX_VALUE);
            negative |= n < 0;
            positive |= n > 0;
        }
        assertTrue(negative && positive, told());
        assertEquals(5, random.between(5, 5));
    }

    @Test
    void meansAndDeviationsAreThoseOfTheLaws() {
        moments("unit", RandomStream::unit, 0.5, Math.sqrt(1 / 12.0));
        moments("normal", RandomStream::normal, 0, 1);
        moments("exponential", RandomStream::exponential, 1, 1);
        moments("pareto 5", r -> r.pareto(5), 5 / 4.0, Math.sqrt(5 / (16.0 * 3)));
    }

    private static void moments(String name, ToDoubleFunction<RandomStream> draw, double mean, double deviation) {
        RandomStream random = RandomStream.of(SEED, "moments", name);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < MANY; i++) {
            double x = draw.applyAsDouble(random);
            sum += x;
            squares += (x - mean) * (x - mean);
        }
        assertEquals(mean, sum / MANY, 0.01, name + told());
        assertEquals(deviation, Math.sqrt(squares / MANY), 0.02, name + told());
    }

    @Test
    void paretosTailIsHeavy() {
        RandomStream random = RandomStream.of(SEED, "a", "pareto");
        int above = 0;
        for (int i = 0; i < MANY; i++) {
            double x = random.pareto(1.5);
            assertTrue(x >= 1);
            if (x > 10) above++;
        }
        assertEquals(Math.pow(10, -1.5), above / (double) MANY, 0.003, told());
    }

    private static String told() {
        return " with seed " + SEED;
    }
}
