package millrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Pictures that a person has looked at and accepted: a new one must look the same, but for what letters and edges may differ by.
 * With {@code -Dpictures.accept=true} the new one is accepted instead; look at it before committing it. One that differs is
 * left in {@code target/pictures}, with a picture that shows where.
 */
public final class AcceptedPictures {
    private static final Path ACCEPTED = Path.of("src/test/resources/pictures");
    private static final Path LEFT = Path.of("target/pictures");
    /** How far a channel of a pixel, 0 to 255, may be off before the pixel counts as another. */
    private static final int CHANNEL = 48;
    /** The share of pixels that may be others. */
    private static final double SHARE = 0.002;
    private static final int MARK = 0xFFFF0000;

    private AcceptedPictures() {}

    /** Fails unless the picture looks like the accepted one of that name. */
    public static void same(String name, BufferedImage picture) throws IOException {
        Path accepted = ACCEPTED.resolve(name + ".png");
        if (Boolean.getBoolean("pictures.accept")) write(accepted, picture);
        assertTrue(Files.exists(accepted), "no accepted picture " + accepted
                + ": run the test with -Dpictures.accept=true and look at what it writes");
        compare(name, ImageIO.read(accepted.toFile()), picture);
    }

    private static void compare(String name, BufferedImage accepted, BufferedImage picture) throws IOException {
        if (size(accepted).equals(size(picture)) && share(accepted, picture) <= SHARE) return;
        write(LEFT.resolve(name + ".png"), picture);
        assertEquals(size(accepted), size(picture), "the size of " + name);
        write(LEFT.resolve(name + "-difference.png"), marked(accepted, picture));
        assertTrue(share(accepted, picture) <= SHARE, name + ": " + share(accepted, picture) * 100
                + " % of the pixels differ from the accepted picture; see " + LEFT.toAbsolutePath());
    }

    private static String size(BufferedImage image) {
        return image.getWidth() + "x" + image.getHeight();
    }

    /** The share of pixels that differ by more than a smoothed edge may, and than a letter that stands a pixel beside. */
    static double share(BufferedImage a, BufferedImage b) {
        long others = 0;
        for (int y = 0; y < a.getHeight(); y++)
            for (int x = 0; x < a.getWidth(); x++)
                if (other(a, b, x, y)) others++;
        return others / (double) (a.getWidth() * a.getHeight());
    }

    /** Where a line of text lies between two rows of pixels, it is drawn now in the one, now in the other. */
    private static boolean other(BufferedImage a, BufferedImage b, int x, int y) {
        return other(a.getRGB(x, y), b.getRGB(x, y))
                && !(near(a, x, y, b.getRGB(x, y)) && near(b, x, y, a.getRGB(x, y)));
    }

    private static boolean near(BufferedImage image, int x, int y, int colour) {
        for (int v = Math.max(0, y - 1); v <= Math.min(image.getHeight() - 1, y + 1); v++)
            for (int h = Math.max(0, x - 1); h <= Math.min(image.getWidth() - 1, x + 1); h++)
                if (!other(image.getRGB(h, v), colour)) return true;
        return false;
    }

    private static boolean other(int a, int b) {
        for (int shift = 0; shift < 24; shift += 8)
            if (Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)) > CHANNEL) return true;
        return false;
    }

    private static BufferedImage marked(BufferedImage a, BufferedImage b) {
        BufferedImage marked = new BufferedImage(b.getWidth(), b.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < a.getHeight(); y++)
            for (int x = 0; x < a.getWidth(); x++)
                marked.setRGB(x, y, other(a, b, x, y) ? MARK : b.getRGB(x, y) & 0x60FFFFFF);
        return marked;
    }

    private static void write(Path file, BufferedImage picture) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
    }
}
