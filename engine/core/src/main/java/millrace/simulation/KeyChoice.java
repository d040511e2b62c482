package millrace.simulation;

import millrace.operator.SourceSpec.Keys;

/**
 * Draws keys: all equally likely, or by Zipf's law (key n, from 1, with weight n^-exponent). Immutable, shared by copies.
 */
final class KeyChoice {
    private static final int NAMED = 4096;
    private final int count;
    /** Sums of the weights up to each key; empty if all are equally likely. */
    private final double[] sums;
    /** The names of the first keys; those of others are made anew. */
    private final String[] names;

    KeyChoice(Keys keys) {
        count = keys.count();
        sums = keys.zipf() == 0 ? new double[0] : sums(count, keys.zipf());
        names = new String[Math.min(count, NAMED)];
        for (int i = 0; i < names.length; i++)
            names[i] = named(i);
    }

    private static double[] sums(int count, double exponent) {
        double[] sums = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += StrictMath.pow(i + 1, -exponent);
            sums[i] = sum;
        }
        return sums;
    }

    /** The number of a key, from 0. */
    int draw(RandomStream random) {
        if (sums.length == 0) return (int) random.between(0, count - 1);
        double place = random.unit() * sums[count - 1];
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > place) high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    /** "A", "B", ... "Z", "K27", "K28", ... */
    String name(int key) {
        return key < names.length ? names[key] : named(key);
    }

    private static String named(int key) {
        return key < 26 ? String.valueOf((char) ('A' + key)) : "K" + (key + 1);
    }
}
