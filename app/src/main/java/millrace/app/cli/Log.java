package millrace.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a failure of the program itself is written down, so that its user need not read it. */
public final class Log {
    private Log() {}

    /** Writes the failure to a file of its own in the folder for temporary files; one sentence for the user. */
    public static String write(Throwable failure) {
        String what = "the program failed (" + failure.getClass().getSimpleName() + ")";
        try {
            Path file = Files.createTempFile("millrace-", ".log");
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            Files.writeString(file, "Java " + Runtime.version() + ", " + System.getProperty("os.name") + "\n" + text);
            return what + "; what happened stands in " + file;
        } catch (IOException e) {
            return what + "; it could not be written down: " + e.getMessage();
        }
    }
}
