package millrace.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What the commands stand on: where they write, and the parts of the program that need JavaFX, behind interfaces so that
 * a command that draws nothing loads none of it.
 *
 * @param out results; {@code outShows} = a person sees them at once, on a terminal
 * @param err problems, progress, summaries; {@code errShows} as above
 */
public record Surroundings(OutputStream out, boolean outShows, OutputStream err, boolean errShows, Designer designer,
        Camera camera) {
    /** Opens the designer's window. */
    public interface Designer {
        /** Returns when the window is closed; gives the exit status. */
        int open(List<Path> files);
    }

    /** Takes pictures of the designer without a display. */
    public interface Camera {
        /** Writes the picture or clip; false if it was not to go on, and is not whole. */
        boolean take(Shot shot, OutputStream to, Watch watch) throws IOException;
    }

    /** Hears how far long work has come. */
    public interface Watch {
        /** Whether to go on. */
        boolean goOn(int done, int all);
    }
}
