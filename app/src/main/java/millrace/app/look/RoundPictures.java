package millrace.app.look;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Affine;
import javafx.stage.Screen;

/**
 * Discs and round rectangles with a rim as small pictures in their size on the screen, made once for each look: without a
 * graphics card a picture is copied in a fraction of the time that filling and rimming the shape takes. For the
 * interface's thread only.
 */
final class RoundPictures {
    /** Places between two pixels, in each direction, that have a picture of their own. */
    private static final int PLACES = 4;
    /** Lengths are told apart by an eighth of a pixel. */
    private static final double PARTS = 8;
    private static final int REMEMBERED = 4_000;
    private static final Map<Key, Image> MADE = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Image> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What it looks like, in px; half of each side up to the middle of the rim. */
    record Look(double halfWidth, double halfHeight, double corner, Color fill, Color rim, double rimWidth) {
        static Look disc(double r, Color fill, Color rim, double rimWidth) {
            return new Look(r, r, r, fill, rim, rimWidth);
        }
    }

    /** A look in parts of a pixel of the screen, and its place between pixels in parts of one. */
    private record Key(Color fill, Color rim, long halfWidth, long halfHeight, long corner, long rimWidth, long right,
            long down) {
        static Key of(Look look, double scale, long right, long down) {
            return new Key(look.fill, look.rim, parts(look.halfWidth * scale), parts(look.halfHeight * scale),
                    parts(look.corner * scale), parts(look.rimWidth * scale), Math.floorMod(right, PLACES),
                    Math.floorMod(down, PLACES));
        }

        private static long parts(double px) {
            return Math.round(px * PARTS);
        }

        /** How far the middle of the picture is from its sides: the half of the shape, its rim, and a pixel. */
        int reach(long half) {
            return (int) Math.ceil((half + rimWidth / 2.0) / PARTS) + 1;
        }
    }

    private RoundPictures() {}

    /** Draws it with its centre at the point; false, and nothing is drawn, where the context is turned or stretched. */
    static boolean draw(Ink g, double x, double y, Look look) {
        if (!g.pictures()) return false;
        Affine to = g.getTransform();
        if (to.getMxy() != 0 || to.getMyx() != 0 || to.getMxx() != to.getMyy() || to.getMxx() <= 0) return false;
        double density = Screen.getPrimary().getOutputScaleX();
        double scale = to.getMxx() * density;
        long right = Math.round((to.getMxx() * x + to.getTx()) * density * PLACES);
        long down = Math.round((to.getMyy() * y + to.getTy()) * density * PLACES);
        Key key = Key.of(look, scale, right, down);
        Image picture = MADE.computeIfAbsent(key, RoundPictures::make);
        double left = Math.floorDiv(right, PLACES) - key.reach(key.halfWidth);
        double top = Math.floorDiv(down, PLACES) - key.reach(key.halfHeight);
        g.drawImage(picture, (left / density - to.getTx()) / to.getMxx(), (top / density - to.getTy()) / to.getMyy(),
                picture.getWidth() / scale, picture.getHeight() / scale);
        return true;
    }

    private static Image make(Key key) {
        int width = 2 * key.reach(key.halfWidth) + 1;
        int height = 2 * key.reach(key.halfHeight) + 1;
        WritableImage image = new WritableImage(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++)
                image.getPixelWriter().setColor(x, y, colour(key, outside(key, x + 0.5, y + 0.5)));
        }
        return image;
    }

    /** How far a point of the picture lies outside the middle of the rim; negative inside. */
    private static double outside(Key key, double x, double y) {
        double corner = key.corner / PARTS;
        double right = Math.abs(x - key.reach(key.halfWidth) - (double) key.right / PLACES) - key.halfWidth / PARTS
                + corner;
        double down = Math.abs(y - key.reach(key.halfHeight) - (double) key.down / PLACES) - key.halfHeight / PARTS
                + corner;
        return Math.hypot(Math.max(right, 0), Math.max(down, 0)) + Math.min(Math.max(right, down), 0) - corner;
    }

    private static Color colour(Key key, double outside) {
        double half = key.rimWidth / 2.0 / PARTS;
        Color colour = key.rim.interpolate(key.fill, covered(outside + half));
        return Theme.alpha(colour, covered(outside - half));
    }

    /** The share of a pixel that is covered by what begins so far from its middle. */
    private static double covered(double outside) {
        return Math.clamp(0.5 - outside, 0, 1);
    }
}
