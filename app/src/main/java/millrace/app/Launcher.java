package millrace.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import millrace.app.cli.Cli;
import millrace.app.cli.Surroundings;

/** Starts the program. Does not extend Application: a class that does cannot be started from the class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> Failures.tell(failure));
        System.exit(Cli.run(List.of(arguments), surroundings()));
    }

    /** The streams are those of the process, not of {@code System}, which would hide that nobody reads them any more. */
    static Surroundings surroundings() {
        return new Surroundings(new FileOutputStream(FileDescriptor.out), Terminal.shows(Terminal.OUT),
                new FileOutputStream(FileDescriptor.err), Terminal.shows(Terminal.ERR), new Designer(), new Camera());
    }
}
