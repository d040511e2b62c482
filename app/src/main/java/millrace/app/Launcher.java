package millrace.app;

/** Starts the program. Does not extend Application: a class that does cannot be started from the class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.out.println("millrace " + String.join(" ", arguments));
    }
}
