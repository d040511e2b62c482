package millrace.simulation;

/**
 * A seeded stream of random numbers: xoshiro256** (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators",
 * 2018), its state filled by SplitMix64. One stream for each (seed, node id, purpose), so that nothing added to a design
 * changes another's numbers. Logarithms and powers are {@link StrictMath}'s: the same bits everywhere.
 */
final class RandomStream {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    RandomStream(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    static RandomStream of(long seed, String node, String purpose) {
        long at = Hashing.add(Hashing.add(Hashing.mix(seed), Hashing.of(node)), Hashing.of(purpose));
        long[] state = new long[4];
        for (int i = 0; i < state.length; i++) {
            at += GOLDEN;
            state[i] = Hashing.mix(at);
        }
        return new RandomStream(state[0], state[1], state[2], state[3]);
    }

    /** 64 random bits. */
    long next() {
        long result = Long.rotateLeft(s1 * 5, 7) * 9;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** In [0, 1), a multiple of 2^-53. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** In (0, 1]: safe to take the logarithm of. */
    private double positive() {
        return ((next() >>> 11) + 1) * 0x1.0p-53;
    }

    /** A whole number from {@code from} to {@code to}, both included and equally likely. */
    long between(long from, long to) {
        if (to <= from) return from;
        long span = to - from;
        long mask = -1L >>> Long.numberOfLeadingZeros(span);
        long bits = next() & mask;
        while (Long.compareUnsigned(bits, span) > 0)
            bits = next() & mask;
        return from + bits;
    }

    /** Normal with mean 0 and deviation 1 (Marsaglia's polar method; the second number of each pair is not kept). */
    double normal() {
        while (true) {
            double x = 2 * unit() - 1;
            double y = 2 * unit() - 1;
            double r = x * x + y * y;
            if (r < 1 && r > 0) return x * StrictMath.sqrt(-2 * StrictMath.log(r) / r);
        }
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log(positive());
    }

    /** Pareto with scale 1: at least 1, greater than x with probability x^-shape. */
    double pareto(double shape) {
        return StrictMath.pow(positive(), -1 / shape);
    }

    RandomStream copy() {
        return new RandomStream(s0, s1, s2, s3);
    }

    long hash() {
        return Hashing.add(Hashing.add(Hashing.add(s0, s1), s2), s3);
    }
}
