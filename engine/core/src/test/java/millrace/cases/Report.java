package millrace.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The verdicts of all runs of all files, and their counts in words. */
final class Report {
    /** @param run the name of a run within its file */
    record Result(String run, Verdict verdict) {}

    /** One file with its runs. */
    record File(String name, List<Result> results) {
        long count(Class<? extends Verdict> kind) {
            return results.stream().filter(r -> kind.isInstance(r.verdict())).count();
        }
    }

    private final List<File> files = new ArrayList<>();

    void add(String file, List<Result> results) {
        files.add(new File(file, results));
    }

    List<File> files() {
        return files;
    }

    long count(Class<? extends Verdict> kind) {
        return files.stream().mapToLong(f -> f.count(kind)).sum();
    }

    long runs() {
        return files.stream().mapToLong(f -> f.results().size()).sum();
    }

    /** One line for each file, with what is not expressible and what is to be known below it, then the total. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (File file : files) {
            text.append(line(file.name(), file.count(Verdict.Passed.class), file.count(Verdict.Failed.class),
                    file.count(Verdict.NotExpressible.class)));
            reasons(file).forEach((reason, runs) -> text.append("    ")
                    .append(reason)
                    .append(" (")
                    .append(String.join(", ", runs))
                    .append(")\n"));
        }
        return text.append(line(files.size() + " files, " + runs() + " runs", count(Verdict.Passed.class),
                count(Verdict.Failed.class), count(Verdict.NotExpressible.class))).toString();
    }

    private static String line(String name, long passed, long failed, long not) {
        return String.format(Locale.ROOT, "%s: %d passed, %d failed, %d not expressible yet%n", name, passed, failed,
                not);
    }

    private static Map<String, List<String>> reasons(File file) {
        Map<String, List<String>> reasons = new TreeMap<>();
        for (Result result : file.results()) {
            String reason = switch (result.verdict()) {
                case Verdict.NotExpressible(String why) -> "not expressible yet: " + why;
                case Verdict.Passed(String remark) when !remark.isEmpty() -> "passed: " + remark;
                case Verdict.Passed p -> "";
                case Verdict.Failed f -> "";
            };
            if (!reason.isEmpty()) reasons.computeIfAbsent(reason, r -> new ArrayList<>()).add(result.run());
        }
        return reasons;
    }

    /** What failed: file, run, and the difference. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (File file : files)
            for (Result result : file.results())
                if (result.verdict() instanceof Verdict.Failed(String difference)) {
                    failures.add(file.name() + ", " + result.run() + ": " + difference);
                }
        return failures;
    }
}
