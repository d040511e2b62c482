package millrace.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import millrace.design.Counts;
import millrace.design.Design;
import millrace.design.Problem;
import millrace.expect.Expectations;
import millrace.expect.Verdict;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.format.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code millrace test}: runs designs and holds the results against those that they state. */
@Command(name = "test", description = "Runs designs and holds their results against those that they expect.",
        footer = {"", "A folder stands for all designs (*.json) in it and below. Status 1 if any design fails."})
final class TestCommand implements Callable<Integer> {
    private final Console console;
    private int passed;
    private int failed;
    private int without;

    @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Design files, or folders of them.")
    private List<Path> paths = List.of();

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Path> designs = new ArrayList<>();
        paths.forEach(path -> designs.addAll(designs(path)));
        designs.forEach(this::test);
        console.words(totals());
        return failed > 0 ? Status.NO : Status.DONE;
    }

    private String totals() {
        String text = passed + " passed, " + failed + " failed";
        return without == 0 ? text : text + ", " + without + " without expectations";
    }

    private static List<Path> designs(Path path) {
        if (!Files.exists(path)) throw new Refused("there is no file or folder " + path);
        if (!Files.isDirectory(path)) return List.of(path);
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> found = below.filter(p -> p.toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (found.isEmpty()) throw new Refused("there is no design (*.json) in " + path);
            return found;
        } catch (IOException e) {
            throw new Refused(path + " can't be read: " + e.getMessage());
        }
    }

    private void test(Path file) {
        Reading reading = DesignReader.read(file);
        Optional<Design> design = reading.wholeDesign();
        if (design.isEmpty())
            fail(file, reading.problems()
                    .stream()
                    .filter(Problem::isError)
                    .findFirst()
                    .map(Problem::toString)
                    .orElse("it can't be read whole"));
        else if (design.get().expected().isEmpty()) skip(file);
        else
            judge(file, Expectations.check(design.get(), DesignFolder.of(file)));
        console.flush();
    }

    private void skip(Path file) {
        without++;
        console.words("none    " + file + ": expects nothing");
    }

    private void judge(Path file, List<Verdict> verdicts) {
        Optional<Verdict> first = verdicts.stream().filter(v -> !v.passed()).findFirst();
        if (first.isPresent()) {
            fail(file, first.get().toString());
            return;
        }
        passed++;
        console.words("passed  " + file + ": " + Counts.of(verdicts.size(), "expectation"));
    }

    private void fail(Path file, String why) {
        failed++;
        console.words("FAILED  " + file + ": " + why);
    }
}
