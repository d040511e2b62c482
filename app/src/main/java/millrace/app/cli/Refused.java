package millrace.app.cli;

/** What a person asked for can't be done: one sentence that says why, and how it could be. Ends the command with status 2. */
public final class Refused extends RuntimeException {
    public Refused(String message) {
        super(message);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
