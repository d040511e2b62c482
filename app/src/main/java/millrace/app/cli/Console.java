package millrace.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The two streams of a command, as lines of UTF-8. Results are held back until {@link #flush}; what is said to the person
 * (problems, progress, summaries) goes out at once.
 */
final class Console {
    /** Nobody reads the results any more (as in {@code millrace run ... | head}): the command ends without a word. */
    static final class ReaderGone extends RuntimeException {
        ReaderGone(IOException cause) {
            super(cause);
        }
    }

    private final BufferedWriter out;
    private final PrintWriter err;
    private final boolean outShows;
    private final boolean errShows;
    private boolean barDrawn;
    /** Set once results could not be written. */
    private boolean lost;

    Console(Surroundings around) {
        out = new BufferedWriter(new OutputStreamWriter(aware(around.out()), StandardCharsets.UTF_8), 1 << 16);
        err = new PrintWriter(new OutputStreamWriter(around.err(), StandardCharsets.UTF_8), true);
        outShows = around.outShows();
        errShows = around.errShows();
    }

    /** Where both streams are the same terminal, the progress bar is wiped before results overwrite it. */
    private OutputStream aware(OutputStream to) {
        return new java.io.FilterOutputStream(to) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (outShows) wipeBar();
                to.write(bytes, from, length);
            }
        };
    }

    /** The results' stream for whoever needs a printer: it is not closed, and tells no errors. */
    PrintWriter printer() {
        return new PrintWriter(out);
    }

    /** Writes a line of results for a person: it holds nothing that a terminal would obey, whoever wrote its parts. */
    void words(String line) {
        line(RowText.plain(line));
    }

    /** Writes a line of results, exactly. */
    void line(CharSequence line) {
        if (lost) return;
        try {
            out.append(line).write('\n');
        } catch (IOException e) {
            throw lost(e);
        }
    }

    void flush() {
        if (lost) return;
        try {
            out.flush();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** What it means that results can't be written; told once, the rest is for nobody. */
    private RuntimeException lost(IOException e) {
        lost = true;
        String why = String.valueOf(e.getMessage());
        return why.toLowerCase(Locale.ROOT).contains("pipe") ? new ReaderGone(e)
                : new Refused("the results can't be written: " + why);
    }

    /** Tells the person something beside the results; like {@link #words}, but may be several lines. */
    void say(String text) {
        wipeBar();
        text.lines().map(RowText::plain).forEach(err::println);
    }

    PrintWriter err() {
        return err;
    }

    /** Whether a progress bar would be seen. */
    boolean showsProgress() {
        return errShows;
    }

    /** Draws the progress bar anew. */
    void bar(String text) {
        err.print("\r" + text + "\u001b[K");
        err.flush();
        barDrawn = true;
    }

    void wipeBar() {
        if (!barDrawn) return;
        err.print("\r\u001b[K");
        err.flush();
        barDrawn = false;
    }
}
