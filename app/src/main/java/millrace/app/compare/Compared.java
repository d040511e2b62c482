package millrace.app.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import millrace.measure.Difference;
import millrace.measure.Differences;

/**
 * Runs beside each other, and all in which they differ. Of three, the first and the second are each held against the last.
 *
 * @param differences by time
 */
public record Compared(List<Side> sides, List<Found> differences) {
    /** @param side the place among the sides of the run that differs from the last one */
    public record Found(int side, Difference difference) {
        public long at() {
            return difference.at();
        }
    }

    public Compared {
        sides = List.copyOf(sides);
        differences = List.copyOf(differences);
    }

    /** Takes as long as the runs are; not for the interface's thread. */
    static Compared of(List<Side> sides) {
        Side last = sides.getLast();
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < sides.size() - 1; i++) {
            int side = i;
            Differences.between(sides.get(i).run().trace(), last.run().trace())
                    .forEach(d -> found.add(new Found(side, d)));
        }
        found.sort(Comparator.comparingLong(Found::at));
        return new Compared(sides, found);
    }

    long start() {
        return sides.stream().mapToLong(s -> s.run().start()).min().orElse(0);
    }

    long end() {
        return sides.stream().mapToLong(s -> s.run().end()).max().orElse(0);
    }

    /** What one of the sides says in a difference, if it is one of the two. */
    static Optional<Difference.Said> said(Found found, int side, int sides) {
        if (side == found.side()) return found.difference().left();
        return side == sides - 1 ? found.difference().right() : Optional.empty();
    }

    /** The first difference after an instant, or the last before it. */
    Optional<Found> next(long time, boolean forward) {
        return forward ? differences.stream().filter(f -> f.at() > time).findFirst()
                : differences.reversed().stream().filter(f -> f.at() < time).findFirst();
    }
}
