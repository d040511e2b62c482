package millrace.app.cli;

import java.util.Optional;
import millrace.design.Location;
import millrace.design.Problem;

/** Problems as compilers write them, so that editors find the place: {@code FILE:LINE:COLUMN: error: message (fix)}. */
final class ProblemLines {
    private ProblemLines() {}

    static String text(String file, Problem problem) {
        return file + place(problem) + ": " + severity(problem) + ": " + what(problem)
                + problem.fix().map(f -> " (" + f + ")").orElse("");
    }

    private static String place(Problem problem) {
        return problem.where().place().map(p -> ":" + p.line() + ":" + p.column()).orElse("");
    }

    /** A problem without a place in the file says at least which setting it means. */
    private static String what(Problem problem) {
        Location where = problem.where();
        String name = new Location(where.node(), where.setting(), Optional.empty()).toString();
        boolean placed = where.place().isPresent() || name.isEmpty();
        return placed ? problem.message() : name + ": " + problem.message();
    }

    static String json(String file, Problem problem) {
        JsonLine line = new JsonLine().begin().name("file").text(file);
        problem.where().place().ifPresent(p -> line.name("line").number(p.line()).name("column").number(p.column()));
        line.name("severity").text(severity(problem));
        line.name("node").text(problem.where().node()).name("setting").text(problem.where().setting());
        line.name("code").text(problem.code()).name("message").text(problem.message());
        problem.fix().ifPresent(f -> line.name("fix").text(f));
        return line.end().toString();
    }

    private static String severity(Problem problem) {
        return problem.isError() ? "error" : "warning";
    }
}
