package millrace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.design.Design;
import millrace.design.Problem;

/**
 * What became of reading a design file.
 *
 * @param source the file's name, for messages
 * @param design what could be read; empty if there was no beginning of a design
 * @param whole whether {@code design} is all that the file says. A partial design may be looked at; it must be shown as broken
 *        and must not be saved over its file, for what could not be read would be lost
 * @param problems everything that is wrong with the file as such, with line and column, in the file's order
 * @param positions where every part stands, to place what the compiler finds
 */
public record Reading(String source, Optional<Design> design, boolean whole, List<Problem> problems,
        Positions positions) {
    public Reading {
        problems = List.copyOf(problems);
    }

    /** The file's own problems and those found later, placed, in the file's order, each once. */
    public List<Problem> with(List<Problem> found) {
        List<Problem> all = new ArrayList<>(problems);
        for (Problem problem : positions.place(found)) {
            if (all.stream().noneMatch(p -> same(p, problem))) all.add(problem);
        }
        return all.stream().sorted(java.util.Comparator.comparingLong(Told::order)).toList();
    }

    private static boolean same(Problem a, Problem b) {
        return a.code().equals(b.code()) && a.where().equals(b.where());
    }

    /** Why the file must be left as it is although all of it that is known could be read: a newer program wrote it. */
    public Optional<Problem> newer() {
        return problems.stream().filter(p -> p.code().equals(DesignShape.NEWER)).findFirst();
    }

    /** The design if nothing of the file is missing from it. */
    public Optional<Design> wholeDesign() {
        return whole ? design : Optional.empty();
    }
}
