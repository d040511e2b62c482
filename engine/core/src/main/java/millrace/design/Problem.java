package millrace.design;

import java.util.Optional;

/**
 * Something wrong that its user can put right: where, what, and how.
 *
 * @param code a stable word for tests and help: "unknown-type", "not-a-duration"
 * @param message one sentence with the offending value and what was expected
 * @param fix what to do about it, in words
 */
public record Problem(Severity severity, Location where, String code, String message, Optional<String> fix) {
    /** An error keeps the design from running; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(Location where, String code, String message) {
        return new Problem(Severity.ERROR, where, code, message, Optional.empty());
    }

    public static Problem error(Location where, String code, String message, String fix) {
        return new Problem(Severity.ERROR, where, code, message, Optional.of(fix));
    }

    public static Problem warning(Location where, String code, String message, String fix) {
        return new Problem(Severity.WARNING, where, code, message, Optional.of(fix));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public Problem at(Location next) {
        return new Problem(severity, next, code, message, fix);
    }

    @Override
    public String toString() {
        String place = where.toString();
        return (place.isEmpty() ? "" : place + ": ") + message + fix.map(f -> ": " + f).orElse("");
    }
}
