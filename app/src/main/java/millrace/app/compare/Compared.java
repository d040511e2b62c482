package millrace.app.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import millrace.measure.Difference;
import millrace.measure.Differences;

/**
 * Runs beside each other, and all in which any two of them differ.
 *
 * @param differences by time
 */
public record Compared(List<Side> sides, List<Found> differences) {
    /** Two of the sides, by their places: the left one comes first. */
    public record Pair(int left, int right) {
        public boolean has(int side) {
            return side == left || side == right;
        }
    }

    /** What one of a pair says and the other does not, or at another time. */
    public record Found(Pair pair, Difference difference) {
        public long at() {
            return difference.at();
        }

        /** What a side says, if it is one of the two and says anything. */
        public Optional<Difference.Said> said(int side) {
            if (side == pair.left()) return difference.left();
            return side == pair.right() ? difference.right() : Optional.empty();
        }
    }

    public Compared {
        sides = List.copyOf(sides);
        differences = List.copyOf(differences);
    }

    /** Takes as long as the runs are; not for the interface's thread. */
    static Compared of(List<Side> sides) {
        List<Found> found = new ArrayList<>();
        for (Pair pair : pairs(sides.size()))
            Differences.between(sides.get(pair.left()).run().trace(), sides.get(pair.right()).run().trace())
                    .forEach(d -> found.add(new Found(pair, d)));
        found.sort(Comparator.comparingLong(Found::at));
        return new Compared(sides, found);
    }

    /** Every two, in the order of the sides. */
    private static List<Pair> pairs(int sides) {
        List<Pair> pairs = new ArrayList<>();
        for (int left = 0; left < sides; left++)
            for (int right = left + 1; right < sides; right++)
                pairs.add(new Pair(left, right));
        return pairs;
    }

    List<Pair> pairs() {
        return pairs(sides.size());
    }

    /** Two of the sides alone, and what they differ in. */
    Compared only(Pair pair) {
        Pair both = new Pair(0, 1);
        return new Compared(List.of(sides.get(pair.left()), sides.get(pair.right())),
                of(pair).stream().map(f -> new Found(both, f.difference())).toList());
    }

    List<Found> of(Pair pair) {
        return differences.stream().filter(f -> f.pair().equals(pair)).toList();
    }

    long start() {
        return sides.stream().mapToLong(s -> s.run().start()).min().orElse(0);
    }

    long end() {
        return sides.stream().mapToLong(s -> s.run().end()).max().orElse(0);
    }

    /** The first difference after an instant, or the last before it. */
    Optional<Found> next(long time, boolean forward) {
        return forward ? differences.stream().filter(f -> f.at() > time).findFirst()
                : differences.reversed().stream().filter(f -> f.at() < time).findFirst();
    }
}
