package millrace.app;

import millrace.app.cli.Log;

/** Failures of the program itself, on any thread: one line for the user, the rest in a file. */
final class Failures {
    private Failures() {}

    static void tell(Throwable failure) {
        System.err.println("millrace: " + Log.write(failure));
    }
}
