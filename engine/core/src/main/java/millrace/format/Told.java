package millrace.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import millrace.design.Location;
import millrace.design.Problem;

/** Collects the problems of one file, with line and column, up to a limit. */
final class Told {
    private final Lines lines;
    private final List<Problem> problems = new ArrayList<>();
    private boolean lossy;

    Told(Lines lines) {
        this.lines = lines;
    }

    /** As {@link Problem#error}, at an offset; the design as read is not the whole file. */
    void loss(int offset, Location where, String key, Object... parts) {
        Location.Place place = lines.place(offset);
        add(Problem.error(where.at(place.line(), place.column()), key, parts));
        lossy = true;
    }

    void slip(Slip slip) {
        loss(slip.at(), Location.DESIGN, slip.key(), slip.parts().toArray());
    }

    private void add(Problem problem) {
        if (problems.size() < Limits.PROBLEMS && !problems.contains(problem)) problems.add(problem);
    }

    boolean lossy() {
        return lossy;
    }

    /** In the order of the file. */
    List<Problem> problems() {
        return problems.stream().sorted(Comparator.comparingLong(Told::order)).toList();
    }

    static long order(Problem problem) {
        return problem.where().place().map(p -> p.line() * 1_000_000L + p.column()).orElse(Long.MAX_VALUE);
    }
}
