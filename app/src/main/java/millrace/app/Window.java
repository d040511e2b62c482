package millrace.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import millrace.app.cli.Refused;
import millrace.app.cli.Shot;
import millrace.app.cli.Surroundings;
import millrace.app.export.Format;
import millrace.app.export.Frames;
import millrace.app.look.Theme;
import millrace.app.shell.MillraceApp;
import millrace.app.shell.Pictures;
import millrace.design.Outcome;

/** The one place where the program meets the designer's window. */
final class Window {
    private Window() {}

    /** Returns when the window is closed. */
    static void open(List<Path> files) {
        MillraceApp.open(files);
    }

    static boolean picture(Shot shot, OutputStream to, Surroundings.Watch watch) throws IOException {
        startToolkit();
        Frames.Part part = new Frames.Part(shot.part().from(), shot.part().to(), shot.part().speed());
        Format format = Format.of("." + shot.format()).orElseThrow();
        Outcome<Boolean> whole = Pictures.write(new Pictures.Request(Pictures.Design.file(shot.design()), shot.view(),
                format, part, shot.dark() ? Theme.DARK : Theme.LIGHT, shot.width(), shot.height(), shot.node()), to,
                watch::goOn);
        return whole.value().orElseThrow(() -> new Refused(whole.problems().getFirst().toString()));
    }

    /** JavaFX starts once in a process; where it runs already (in tests) that is all that is wanted. */
    private static void startToolkit() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException runningAlready) {
            return;
        }
        Platform.setImplicitExit(false);
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }
}
