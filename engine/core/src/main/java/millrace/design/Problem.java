package millrace.design;

import java.util.Optional;
import java.util.stream.Stream;
import millrace.text.Sentences;

/**
 * Something wrong that its user can put right: where, what, and how.
 *
 * @param code a stable word for tests and help: "unknown-type", "not-a-duration"
 * @param message one sentence with the offending value and what was expected
 * @param fix what to do about it, in words
 * @param slip which characters of the setting's text are meant, where it is a text and only some of them are
 * @param meant the word that was surely meant in place of what is written, where that is known
 */
public record Problem(Severity severity, Location where, String code, String message, Optional<String> fix,
        Optional<Slip> slip, Optional<String> meant) {
    /**
     * A place within the text of a setting, in characters from 0; {@code to} is behind the last one.
     *
     * @param instead what is to stand there, if that is known
     */
    public record Slip(int from, int to, Optional<String> instead) {}

    /** An error keeps the design from running; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Problem(Severity severity, Location where, String code, String message, Optional<String> fix) {
        this(severity, where, code, message, fix, Optional.empty(), Optional.empty());
    }

    /** An error in words that a program found elsewhere. */
    public static Problem inWords(Location where, String code, String message, String fix) {
        return new Problem(Severity.ERROR, where, code, message, Optional.of(fix));
    }

    /**
     * An error in the words of the bundles.
     *
     * @param key the file, the code, and what tells sentences of one code apart, if there are several:
     *     {@code compile.needs-key.sink}. The fix, if there is one, is the text {@code compile.needs-key.sink.fix}, else a
     *     {@link Suggestion} among the parts, else {@code compile.needs-key.fix}, which holds for all sentences of the code
     * @param parts what is put into both
     */
    public static Problem error(Location where, String key, Object... parts) {
        return of(Severity.ERROR, where, key, parts);
    }

    /** As {@link #error}, a warning. */
    public static Problem warning(Location where, String key, Object... parts) {
        return of(Severity.WARNING, where, key, parts);
    }

    private static Problem of(Severity severity, Location where, String key, Object... parts) {
        String[] names = key.split("\\.");
        Optional<Suggestion> suggestion = suggestion(parts);
        Optional<String> fix = said(key + ".fix", parts).or(() -> suggestion.map(Suggestion::words))
                .or(() -> said(names[0] + "." + names[1] + ".fix", parts));
        return new Problem(severity, where, names[1], Sentences.of(key, parts), fix, Optional.empty(),
                suggestion.flatMap(Suggestion::meant));
    }

    private static Optional<Suggestion> suggestion(Object... parts) {
        return Stream.of(parts).filter(Suggestion.class::isInstance).map(Suggestion.class::cast).findFirst();
    }

    private static Optional<String> said(String key, Object... parts) {
        return Sentences.has(key) ? Optional.of(Sentences.of(key, parts)) : Optional.empty();
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public Problem slipped(Slip at) {
        return new Problem(severity, where, code, message, fix, Optional.of(at), meant);
    }

    public Problem at(Location next) {
        return new Problem(severity, next, code, message, fix, slip, meant);
    }

    /** As a warning: it keeps nothing from running. */
    public Problem warned() {
        return new Problem(Severity.WARNING, where, code, message, fix, slip, meant);
    }

    /** The same in other words. */
    public Problem reworded(String nextMessage, Optional<String> nextFix) {
        return new Problem(severity, where, code, nextMessage, nextFix, slip, meant);
    }

    @Override
    public String toString() {
        String place = where.toString();
        String what = place.isEmpty() ? message : Sentences.of("design.problem.at", place, message);
        return fix.map(f -> Sentences.of("design.problem.fix", what, f)).orElse(what);
    }
}
