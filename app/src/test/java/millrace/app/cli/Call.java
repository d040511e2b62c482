package millrace.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A call of the command line, in this process: how it ended and what it said. */
record Call(int status, List<String> out, List<String> err) {
    static final Path DESIGNS = Path.of("..", "designs");
    static final Path LATE_ARRIVALS = DESIGNS.resolve("time/late-arrivals.json");

    /** What the window was asked to open or to draw. */
    static final class Window implements Surroundings.Designer, Surroundings.Camera {
        final List<Path> opened = new ArrayList<>();
        final List<Shot> shots = new ArrayList<>();
        boolean whole = true;

        @Override
        public int open(List<Path> files) {
            opened.addAll(files);
            return Status.DONE;
        }

        @Override
        public boolean take(Shot shot, OutputStream to, Surroundings.Watch watch) throws IOException {
            shots.add(shot);
            to.write(new byte[] {1, 2, 3});
            return watch.goOn(1, 1) && whole;
        }
    }

    static Call millrace(Object... arguments) {
        return millrace(new Window(), arguments);
    }

    static Call millrace(Window window, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> words = List.of(arguments).stream().map(Object::toString).toList();
        int status = Cli.run(words, new Surroundings(out, false, err, false, window, window));
        return new Call(status, lines(out), lines(err));
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** Everything that was said to the person, as one text. */
    String said() {
        return String.join("\n", err);
    }

    String printed() {
        return String.join("\n", out);
    }
}
