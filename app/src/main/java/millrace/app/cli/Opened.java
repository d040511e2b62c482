package millrace.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Clock;
import millrace.design.Counts;
import millrace.design.Design;
import millrace.design.Durations;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.format.Reading;

/** A design file that was read, changed as the command line says, and compiled. */
record Opened(Path file, Plan plan) {
    /**
     * Opens a design to run it; its warnings are told.
     *
     * @throws Refused if it has errors, which are told before
     */
    static Opened open(Path file, DesignOptions options, Console console) {
        Reading reading = DesignReader.read(file);
        Design design = reading.wholeDesign().orElseThrow(() -> refuse(file, reading.problems(), console));
        Outcome<Design> changed = options.apply(design);
        Design wanted = changed.value().orElseThrow(() -> refused(changed.problems()));
        DesignFolder folder = DesignFolder.of(file);
        Outcome<Plan> plan = compile(options.until(), wanted, folder);
        List<Problem> problems = reading.with(plan.problems());
        Plan ready = plan.value().orElseThrow(() -> refuse(file, problems, console));
        problems.forEach(p -> console.say(ProblemLines.text(file.toString(), p)));
        return new Opened(file, ready);
    }

    private static Outcome<Plan> compile(Optional<String> until, Design design, DesignFolder folder) {
        if (until.isEmpty()) return Compiler.compile(design, folder);
        if (Clock.MIDNIGHT.parse(until.get()).isPresent())
            return Compiler.compile(until(design, until.get()), folder);
        OptionalLong duration = Durations.parse(until.get());
        if (duration.isEmpty() || duration.getAsLong() < 0)
            throw new Refused("--until " + until.get()
                    + ": neither a time (12:10:00) nor a duration (10 min)");
        Outcome<Plan> first = Compiler.compile(design, folder);
        if (first.value().isEmpty()) return first;
        Clock clock = first.value().get().clock();
        return Compiler.compile(until(design, clock.format(clock.start() + duration.getAsLong())), folder);
    }

    private static Design until(Design design, String time) {
        return design.withSettings(design.settings().with("until", Value.of(time)));
    }

    private static Refused refuse(Path file, List<Problem> problems, Console console) {
        problems.forEach(p -> console.say(ProblemLines.text(file.toString(), p)));
        long errors = problems.stream().filter(Problem::isError).count();
        return new Refused(file + " can't be run: it has " + Counts.of(errors, "error"));
    }

    private static Refused refused(List<Problem> problems) {
        return new Refused(problems.stream().map(Problem::toString).reduce((a, b) -> a + "; " + b).orElse(""));
    }
}
