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

    /** An error at an offset; {@code where} names the part of the design. */
    void error(int offset, Location where, String code, String message, String fix) {
        Location.Place place = lines.place(offset);
        add(Problem.error(where.at(place.line(), place.column()), code, message, fix));
    }

    /** An error after which the design as read is not the whole file. */
    void loss(int offset, Location where, String code, String message, String fix) {
        error(offset, where, code, message, fix);
        lossy = true;
    }

    void add(Problem problem) {
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
