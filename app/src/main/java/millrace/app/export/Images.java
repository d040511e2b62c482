package millrace.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javax.imageio.ImageIO;
import millrace.app.look.Outline;

/** Pictures and colours as files and pages write them. */
public final class Images {
    private Images() {}

    public static byte[] png(Image image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A picture that lies in the page itself. */
    static String address(Image image) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
    }

    /** The colour without what shines through it, as style sheets write it. */
    static String colour(Paint paint) {
        Color c = plain(paint);
        return String.format(Locale.ROOT, "#%02x%02x%02x", part(c.getRed()), part(c.getGreen()), part(c.getBlue()));
    }

    static String opacity(Paint paint, double alpha) {
        return Outline.written(plain(paint).getOpacity() * alpha);
    }

    /** Of a gradient, its last colour: ours hardly differ. */
    private static Color plain(Paint paint) {
        return switch (paint) {
            case Color c -> c;
            case LinearGradient g -> g.getStops().getLast().getColor();
            default -> Color.TRANSPARENT;
        };
    }

    private static int part(double share) {
        return (int) Math.round(share * 255);
    }
}
