package millrace.app;

import java.io.IOException;
import java.io.OutputStream;
import millrace.app.cli.Refused;
import millrace.app.cli.Shot;
import millrace.app.cli.Surroundings;

/** Pictures and clips of the designer, drawn by JavaFX without a display. */
final class Camera implements Surroundings.Camera {
    @Override
    public boolean take(Shot shot, OutputStream to, Surroundings.Watch watch) throws IOException {
        SystemLibraries.missing().ifPresent(Camera::refuse);
        // No class of JavaFX is loaded before these are set.
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        return Window.picture(shot, to, watch);
    }

    private static void refuse(String reason) {
        throw new Refused(reason);
    }
}
