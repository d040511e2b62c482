package millrace.simulation;

/** Stable hashes: the same on every machine and in every version of Java. */
final class Hashing {
    private Hashing() {}

    /** The finishing steps of SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014). */
    static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** A hash of {@code hash} and one more number; order matters. */
    static long add(long hash, long value) {
        return mix(hash * 31 + value + 0x9E3779B97F4A7C15L);
    }

    /** FNV-1a of 64 bits over the text's UTF-16 units. */
    static long of(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }
}
