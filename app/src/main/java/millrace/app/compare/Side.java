package millrace.app.compare;

import millrace.app.look.Keys;
import millrace.trace.Run;

/**
 * One of the runs that are compared.
 *
 * @param title what tells it from the others, in words
 */
public record Side(String title, Run run, Keys keys) {
    /** As it is for the present run and for a pinned one. */
    static Side of(String title, Run run) {
        return new Side(title, run, Keys.of(run.trace()));
    }
}
