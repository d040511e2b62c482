package millrace.compile;

import millrace.design.Design;
import millrace.design.Outcome;
import millrace.operator.Files;

/**
 * Makes a plan of a design, or says all that is wrong with it. A node without input, and what hangs on it, is left out of
 * the plan with a warning, so that a half-drawn design runs as far as it can.
 */
public final class Compiler {
    private Compiler() {}

    /** The plan is there if and only if there are no errors; warnings may come with it. */
    public static Outcome<Plan> compile(Design design, Files files) {
        Problems problems = new Problems();
        Plan plan = plan(design, files, problems);
        if (!problems.failed()) plan = new ChangeSettings(plan, files, problems).changed();
        return problems.failed() ? Outcome.failed(problems.all()) : Outcome.of(plan, problems.all());
    }

    /** As the run begins. */
    static Plan plan(Design design, Files files, Problems problems) {
        RunSettings run = RunSettings.read(design, problems);
        Wiring wiring = Wiring.of(design, problems);
        Plan bound = new Binder(design, run, files, wiring, problems).plan();
        return Retractions.taken(bound, problems);
    }
}
