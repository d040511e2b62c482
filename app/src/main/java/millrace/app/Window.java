package millrace.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import millrace.app.cli.Refused;
import millrace.app.cli.Shot;
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

    static Image picture(Shot shot) {
        startToolkit();
        Outcome<WritableImage> picture = Pictures.make(new Pictures.Request(shot.design(), shot.at(), view(shot),
                shot.dark() ? Theme.DARK : Theme.LIGHT, shot.width(), shot.height(), shot.node()));
        return picture.value().orElseThrow(() -> new Refused(picture.problems().getFirst().toString()));
    }

    private static Pictures.View view(Shot shot) {
        return switch (shot.view()) {
            case WINDOW -> Pictures.View.WINDOW;
            case CANVAS -> Pictures.View.CANVAS;
            case TIME_CHART -> Pictures.View.TIME_CHART;
            case LANES -> Pictures.View.LANES;
            case TABLES -> Pictures.View.TABLES;
            case BROKERS -> Pictures.View.BROKERS;
        };
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
