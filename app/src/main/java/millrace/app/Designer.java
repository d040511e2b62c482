package millrace.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.app.cli.Cli;
import millrace.app.cli.Refused;
import millrace.app.cli.Shot;
import millrace.app.cli.Status;
import millrace.app.cli.Surroundings;

/** Opens the window; where there is no display, shows as much of the design as can be shown without one. */
final class Designer implements Surroundings.Designer {
    private static final String PICTURE = "millrace-window.png";
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    @Override
    public int open(List<Path> files) {
        if (!Display.present()) return withoutWindow(files);
        SystemLibraries.missing().ifPresent(Designer::refuse);
        Window.open(files);
        return Status.DONE;
    }

    private static void refuse(String reason) {
        throw new Refused(reason);
    }

    private static int withoutWindow(List<Path> files) {
        if (files.isEmpty())
            throw new Refused("there is no display for the designer's window; 'millrace --help' names "
                    + "the commands that need none");
        Path design = files.getFirst();
        System.err.println("There is no display here, so " + design + " runs without a window.");
        int status = Cli.run(List.of("run", design.toString()), Launcher.surroundings());
        return status == Status.DONE ? picture(design) : status;
    }

    /** Writes a picture of the window as it would be at the end of the run. */
    private static int picture(Path design) {
        SystemLibraries.missing().ifPresent(Designer::refuse);
        Path file = folder().resolve(PICTURE).toAbsolutePath();
        Shot.Part end = new Shot.Part(Long.MAX_VALUE, Long.MAX_VALUE, 1);
        Shot shot = new Shot(design, "window", "png", end, false, WIDTH, HEIGHT, Optional.empty());
        try (OutputStream out = Files.newOutputStream(file)) {
            new Camera().take(shot, out, (done, all) -> true);
        } catch (IOException e) {
            throw new Refused("the picture of the window can't be written: " + e.getMessage());
        }
        System.err.println("A picture of the window: " + file);
        return Status.DONE;
    }

    /** The build's own folder if the program runs beside it, else the one for temporary files. */
    private static Path folder() {
        return Stream.of(Path.of("target"), Path.of("app", "target"))
                .filter(f -> Files.isDirectory(f) && Files.isWritable(f))
                .findFirst()
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }
}
