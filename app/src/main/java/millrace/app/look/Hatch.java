package millrace.app.look;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;

/** Hatching at 45 degrees, every 7 px, 1.1 px wide: drawn once into an image and repeated. */
public final class Hatch {
    /** Side of the tile: lines 7 px apart lie 10 px apart along the border. */
    private static final int TILE = 10;
    private static final double WIDTH = 1.1;
    private static final int SAMPLES = 6;
    private static final Map<Key, ImagePattern> MADE = new HashMap<>();

    private record Key(Color colour, boolean otherWay) {}

    private Hatch() {}

    /** A window that is kept for late events. */
    public static ImagePattern kept(Theme theme) {
        return of(Theme.alpha(theme.event(), theme.dark() ? 0.34 : 0.3), false);
    }

    /** A window that a late event fell into; leans the other way. */
    public static ImagePattern late(Theme theme) {
        return of(Theme.alpha(theme.late(), theme.dark() ? 0.36 : 0.32), true);
    }

    public static ImagePattern crash(Theme theme) {
        return of(Theme.alpha(theme.fail(), 0.42), false);
    }

    /** Lines in one colour; {@code falling} from the upper left to the lower right. */
    public static ImagePattern of(Color colour, boolean falling) {
        return MADE.computeIfAbsent(new Key(colour, falling), k -> new ImagePattern(tile(colour, falling), 0, 0, TILE,
                TILE, false));
    }

    private static WritableImage tile(Color colour, boolean falling) {
        WritableImage image = new WritableImage(TILE, TILE);
        PixelWriter writer = image.getPixelWriter();
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++)
                writer.setColor(x, y, Theme.alpha(colour, coverage(x, falling ? -y - 1 : y)));
        }
        return image;
    }

    /** The share of a pixel that the line covers. */
    private static double coverage(int x, int y) {
        int inside = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double sum = x + (i % SAMPLES + 0.5) / SAMPLES + y + (i / SAMPLES + 0.5) / SAMPLES;
            double along = ((sum % TILE) + TILE) % TILE;
            double distance = Math.min(along, TILE - along) / Math.sqrt(2);
            if (distance <= WIDTH / 2) inside++;
        }
        return inside / (double) (SAMPLES * SAMPLES);
    }
}
