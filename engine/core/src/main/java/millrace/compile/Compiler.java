package millrace.compile;

import java.util.ArrayList;
import java.util.List;
import millrace.design.Design;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.operator.Files;

/**
 * Makes a plan of a design, or says all that is wrong with it. A node without input, and what hangs on it, is left out of
 * the plan with a warning, so that a half-drawn design runs as far as it can.
 */
public final class Compiler {
    private Compiler() {}

    /** The plan is there if and only if there are no errors; warnings may come with it. */
    public static Outcome<Plan> compile(Design design, Files files) {
        List<Problem> problems = new ArrayList<>();
        RunSettings run = RunSettings.read(design, problems::add);
        Wiring wiring = Wiring.of(design, problems::add);
        Binder binder = new Binder(design, run, files, wiring, problems::add);
        Plan plan = binder.plan();
        boolean failed = problems.stream().anyMatch(Problem::isError);
        return failed ? Outcome.failed(problems) : Outcome.of(plan, problems);
    }
}
