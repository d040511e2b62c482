package millrace.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.event.Watermark;
import millrace.format.DesignPaths;
import millrace.operator.Files;
import millrace.simulation.Outlet;
import millrace.simulation.Simulation;
import millrace.text.Sentences;

/**
 * Holds what a design says a run gives against real runs of it. An expectation is a group of the design's {@code expected}:
 *
 * <ul>
 * <li>{@code name}: what is expected, in words; {@code source}: where the figures come from
 * <li>{@code set}: settings by path that are changed for this run ("by2.lateness": "2 min"); null takes one away
 * <li>{@code results}: for each sink the rows that reach it, in order and complete; of each row the columns named are compared
 * ({@code at}, {@code window}, {@code timing}, {@code index}, {@code isFirst}, {@code isLast}, {@code retraction}, {@code change} ("+I", "-U", "+U", "-D"), {@code key},
 * {@code eventTime}, any field). For a long output a group: {@code count} of rows, {@code sum} of fields over all rows,
 * {@code first} and {@code last} rows, rows that it {@code contains}
 * <li>{@code open}: windows that have not answered on time when the run ends: {@code node}, {@code window}, {@code key},
 * {@code count}, and by field the list of values in it
 * <li>{@code dropped}: {@code node}, {@code at}, {@code window}, {@code watermark}, {@code key}, {@code eventTime}, any field
 * <li>{@code counts}: "node.what" with what = sent, rejected, received, passed, leftOut, failed, late, merged, panes, dropped, expired,
 * changes (records of changes that a node made), mostOpen (windows with state after all of an instant, at the most),
 * paired, unmatched (of joins)
 * <li>{@code brokers}: of a log or a queue ({@code node}, after all that happens {@code at} a processing time) how many records
 * or messages it has ({@code held}); of a queue how often work {@code failed}; of a log its {@code records} (of one {@code partition}; usual 0) as lists of offset and
 * fields, and of a {@code group} the offset that it reads next ({@code position}, or {@code positions} of all partitions) and
 * its {@code lag}
 * <li>{@code watermarks}: {@code node}, {@code at}, {@code is} (a time, "none" or "end")
 * <li>{@code tables}: what a table held after all of an instant: {@code node}, {@code at} (a time or "end"), and {@code rows}
 * (complete, in any order) or {@code size}. A table is a sink that writes by key, or what the changes that a node made add up to
 * <li>{@code kept}: how many events a join keeps, see {@link Keeping}
 * <li>{@code checkpoints}: for the node at which a pipeline begins those that were complete, in order: {@code number}, {@code began}, {@code completed}, {@code overtaken};
 * {@code orphans}: the nodes whose state found no owner in an upgrade
 * <li>{@code work}: what a node does at a time: {@code node}, {@code at}, {@code working}, {@code waiting}, {@code heldUp}
 * <li>{@code truth}: for each sink how many rows are {@code right}, {@code lost}, {@code doubled} and {@code wrong}, held against the
 * run without crashes
 * </ul>
 */
public final class Expectations {
    /** After so many steps a run that does not end is given up. */
    private static final long MOST_STEPS = 50_000_000;

    private Expectations() {}

    /** A verdict for each expectation of the design, in its order; none if it states none. */
    public static List<Verdict> check(Design design, Files files) {
        return check(design, files, MOST_STEPS);
    }

    static List<Verdict> check(Design design, Files files, long mostSteps) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Value.Group expectation : design.expected())
            verdicts.add(check(design, files, expectation, verdicts.size() + 1, mostSteps));
        return verdicts;
    }

    private static Verdict check(Design design, Files files, Value.Group expectation, int number, long mostSteps) {
        String name = expectation.get("name").orElse(new Value.Nothing()) instanceof Value.Text t ? t.text()
                : Sentences.of("expect.expectation", number);
        return new Verdict(name, difference(design, files, expectation, mostSteps));
    }

    private static Optional<String> difference(Design design, Files files, Value.Group expectation, long mostSteps) {
        Outcome<Design> changed = variant(design, expectation);
        if (changed.value().isEmpty()) return Optional.of(Sentences.of("expect.unset", problems(changed.problems())));
        Outcome<Plan> plan = Compiler.compile(changed.value().get(), files);
        if (plan.value().isEmpty()) return Optional.of(Sentences.of("expect.no-run", problems(plan.errors())));
        return difference(plan.value().get(), expectation, mostSteps);
    }

    private static Optional<String> difference(Plan plan, Value.Group expectation, long mostSteps) {
        Observed observed = new Observed(plan);
        Simulation simulation = new Simulation(plan, observed, Outlet.NONE);
        Keeping keeping = Keeping.of(plan, expectation);
        observed.beforeTimeMoves(next -> keeping.look(simulation, next));
        boolean more = true;
        while (more && simulation.steps() < mostSteps)
            more = simulation.step();
        if (more)
            return Optional.of(Sentences.of("expect.no-end", mostSteps));
        keeping.look(simulation, Watermark.FINAL);
        return new Check(plan, observed).difference(expectation).or(keeping::difference).or(() -> never(plan));
    }

    /** What may never happen in any run, whatever is expected of it. */
    private static Optional<String> never(Plan plan) {
        Invariants invariants = new Invariants(plan);
        new Simulation(plan, invariants, Outlet.NONE).run();
        return invariants.broken();
    }

    /** The design with the settings that an expectation sets. */
    public static Outcome<Design> variant(Design design, Value.Group expectation) {
        Optional<Value> set = expectation.get("set");
        Outcome<Design> outcome = Outcome.of(design);
        if (set.isEmpty()) return outcome;
        if (!(set.get() instanceof Value.Group changes))
            return Outcome.failed(
                    List.of(Problem.error(Location.DESIGN, "expect.not-a-group.set", set.get().kind())));
        for (Map.Entry<String, Value> change : changes.fields().entrySet()) {
            if (outcome.value().isPresent())
                outcome = DesignPaths.set(outcome.value().get(), change.getKey(), change.getValue());
        }
        return outcome;
    }

    private static String problems(List<Problem> problems) {
        return String.join("; ", problems.stream().map(Problem::toString).toList());
    }
}
