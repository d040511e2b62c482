package millrace.app;

import millrace.app.cli.Log;

/** Failures of the program itself, on any thread: one line for the user, the rest in a file. */
final class Failures {
    private Failures() {}

    static void tell(Throwable failure) {
        if (!ending()) System.err.println("millrace: " + Log.write(failure));
    }

    /** Whether the process is on its way out (Ctrl-C): what breaks then, broke because its ground was taken away. */
    private static boolean ending() {
        Thread nothing = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
