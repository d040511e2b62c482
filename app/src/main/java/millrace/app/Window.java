package millrace.app;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import millrace.app.cli.Refused;
import millrace.app.cli.Shot;

/** The one place where the program meets the designer's window. */
final class Window {
    private Window() {}

    /** Returns when the window is closed. */
    static void open(List<Path> files) {
        throw new Refused("this build has no window yet: " + files);
    }

    static Image picture(Shot shot) {
        throw new Refused("this build has no window yet to picture " + shot.design());
    }
}
