package millrace.app;

/** Starts the program. Does not extend Application: a class that does cannot be started from the class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        SystemLibraries.missing().ifPresent(Launcher::refuse);
        System.out.println("millrace " + String.join(" ", arguments));
    }

    private static void refuse(String reason) {
        System.err.println("millrace: " + reason);
        System.exit(2);
    }
}
