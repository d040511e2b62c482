package millrace.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import millrace.app.cli.Refused;
import millrace.app.cli.Shot;
import millrace.app.cli.Surroundings;

/** Pictures of the designer, drawn by JavaFX without a display. */
final class Camera implements Surroundings.Camera {
    @Override
    public byte[] png(Shot shot) {
        SystemLibraries.missing().ifPresent(Camera::refuse);
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        return Encoder.png(Window.picture(shot));
    }

    private static void refuse(String reason) {
        throw new Refused(reason);
    }

    /** Apart, so that no class of JavaFX is loaded before the properties above are set. */
    private static final class Encoder {
        static byte[] png(Image image) {
            BufferedImage picture = SwingFXUtils.fromFXImage(image, null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                ImageIO.write(picture, "png", bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }
}
