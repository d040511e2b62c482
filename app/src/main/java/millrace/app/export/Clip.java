package millrace.app.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleFunction;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;

/** Makes a clip: while one frame is written the next is pictured already. */
public final class Clip {
    private static final int SAMPLES = 9;

    private Clip() {}

    /**
     * @param camera the picture at a time of the run
     * @return false if the watcher did not want it to go on; what was written is of no use then
     */
    public static boolean write(Format format, Frames frames, DoubleFunction<Image> camera, OutputStream out,
            Course course) throws IOException {
        try (Film film = film(format, frames, camera, out)) {
            CompletableFuture<BufferedImage> next = pictured(camera, frames.at(0));
            for (int i = 0; i < frames.count(); i++) {
                BufferedImage image = next.join();
                if (i + 1 < frames.count()) next = pictured(camera, frames.at(i + 1));
                film.frame(image);
                if (!course.goOn(i + 1, frames.count())) {
                    next.join();
                    return false;
                }
            }
            film.end();
        }
        return true;
    }

    private static CompletableFuture<BufferedImage> pictured(DoubleFunction<Image> camera, double at) {
        return CompletableFuture.supplyAsync(() -> SwingFXUtils.fromFXImage(camera.apply(at), null));
    }

    private static Film film(Format format, Frames frames, DoubleFunction<Image> camera, OutputStream out)
            throws IOException {
        return switch (format) {
            case GIF -> new GifFilm(out, samples(frames, camera), (int) Math.round(100 / frames.perSecond()));
            case MP4 -> new Mp4Film(out, (int) frames.perSecond());
            case PNG, SVG, HTML -> throw new IllegalArgumentException(format + " is no film");
        };
    }

    private static List<BufferedImage> samples(Frames frames, DoubleFunction<Image> camera) {
        List<BufferedImage> samples = new ArrayList<>();
        int count = Math.min(SAMPLES, frames.count());
        for (int i = 0; i < count; i++)
            samples.add(pictured(camera, frames.at(i * (frames.count() - 1) / Math.max(1, count - 1))).join());
        return samples;
    }
}
