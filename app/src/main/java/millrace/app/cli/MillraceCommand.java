package millrace.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import millrace.design.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace}: opens the designer, if it is not one of the other commands. */
@Command(name = "millrace", versionProvider = Version.class,
        description = {"Learn stream processing by building a stream, running it, and rewinding it.", "",
            "Without a command it opens the designer, with FILE in it."},
        footer = {"", "Status: 0 done, 1 the answer is no, 2 used wrongly or a file can't be read, 130 interrupted."})
final class MillraceCommand implements Callable<Integer> {
    private final Surroundings.Designer designer;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Design files to open.")
    private List<Path> files = List.of();

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Says which version this is.")
    private boolean version;

    MillraceCommand(Surroundings.Designer designer) {
        this.designer = designer;
    }

    @Override
    public Integer call() {
        files.forEach(this::mustExist);
        return designer.open(files);
    }

    private void mustExist(Path file) {
        if (Files.isRegularFile(file)) return;
        if (Files.exists(file)) throw new Refused(file + " is not a file");
        String word = file.toString();
        throw new Refused("there is no file or command '" + word + "'"
                + Suggestion.nearest(word, spec.subcommands().keySet())
                        .map(c -> ": did you mean '" + c + "'?")
                        .orElse(""));
    }
}
