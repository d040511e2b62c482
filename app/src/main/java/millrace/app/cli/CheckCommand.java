package millrace.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import millrace.compile.Compiler;
import millrace.design.Problem;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.format.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code millrace check}: everything that is wrong with designs, without running them. */
@Command(name = "check", description = "Says everything that is wrong with designs, without running them.",
        footer = {"", "Status 1 if any has an error, 2 if a file can't be read; warnings alone are no error."})
final class CheckCommand implements Callable<Integer> {
    enum Form {
        TEXT,
        JSON
    }

    /** Codes of problems that keep a file from being read at all. */
    private static final Set<String> UNREADABLE = Set.of("no-file", "unreadable");

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The design files.")
    private List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "FORM",
            description = "text (FILE:LINE:COLUMN: error: message (fix); the usual) or json (an object a line).")
    private Form form = Form.TEXT;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int status = Status.DONE;
        for (Path file : files)
            status = Math.max(status, check(file));
        console.flush();
        return status;
    }

    private int check(Path file) {
        List<Problem> problems = problems(file);
        for (Problem problem : problems)
            show(file.toString(), problem);
        if (problems.isEmpty() && form == Form.TEXT) console.words(file + ": nothing is wrong");
        if (problems.stream().anyMatch(p -> p.where().place().isEmpty() && UNREADABLE.contains(p.code())))
            return Status.WRONG;
        return problems.stream().anyMatch(Problem::isError) ? Status.NO : Status.DONE;
    }

    private void show(String file, Problem problem) {
        switch (form) {
            case JSON -> console.line(ProblemLines.json(file, problem));
            case TEXT -> console.words(ProblemLines.text(file, problem));
        }
    }

    private static List<Problem> problems(Path file) {
        Reading reading = DesignReader.read(file);
        return reading.design()
                .map(design -> reading.with(Compiler.compile(design, DesignFolder.of(file)).problems()))
                .orElse(reading.problems());
    }
}
