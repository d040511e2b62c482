package millrace.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.design.Design;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.format.DesignPaths;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A design file, and what of it is to be another way for this run. The file itself stays as it is. */
final class DesignOptions {
    @Parameters(index = "0", paramLabel = "FILE", description = "The design file.")
    private Path file = Path.of("");

    @Option(names = "--until", paramLabel = "TIME",
            description = "Where the run is cut: a time of the design's clock (12:10:00) or a duration from its start (10 min).")
    private Optional<String> until = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "The seed of everything random.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--dialect", paramLabel = "NAME",
            description = "Whose choices hold: millrace, beam, flink or kafka-streams.")
    private Optional<String> dialect = Optional.empty();

    @Option(names = "--set", paramLabel = "PATH=VALUE",
            description = "Another value for the setting NODE.SETTING, such as by2.lateness=\"2 min\". "
                    + "May be given several times.")
    private List<String> set = List.of();

    Path file() {
        return file;
    }

    Optional<String> until() {
        return until;
    }

    /** The design with what was said on the command line, or why that can't be. */
    Outcome<Design> apply(Design design) {
        Outcome<Design> result = Outcome.of(design);
        if (seed.isPresent()) result = put(result, "settings.seed", Value.of(seed.get()));
        if (dialect.isPresent()) result = put(result, "settings.dialect", Value.of(dialect.get()));
        for (String one : set)
            result = put(result, path(one), DesignPaths.typed(one.substring(one.indexOf('=') + 1).strip()));
        return result;
    }

    private static String path(String one) {
        int equals = one.indexOf('=');
        if (equals < 0) throw new Refused("--set " + one + ": write NODE.SETTING=VALUE, such as by2.size=\"2 min\"");
        return one.substring(0, equals).strip();
    }

    private static Outcome<Design> put(Outcome<Design> before, String path, Value value) {
        if (before.value().isEmpty()) return before;
        Outcome<Design> after = DesignPaths.set(before.value().get(), path, value);
        List<Problem> all = new ArrayList<>(before.problems());
        all.addAll(after.problems());
        return new Outcome<>(after.value(), all);
    }
}
