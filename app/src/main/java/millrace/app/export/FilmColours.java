package millrace.app.export;

import java.awt.image.BufferedImage;
import org.jcodec.common.model.Picture;

/**
 * Colours of a picture as a film has them: brightness of each pixel from 16 (black) to 235 (white), and two differences of
 * colour for each four, from 16 to 240 (ITU-R BT.601), which is what players take a film for that does not say what it has.
 */
final class FilmColours {
    private static final int ZERO = 128;

    private FilmColours() {}

    /** Both have the same even sides; the planes of a film's picture count from -128. */
    static void write(BufferedImage from, Picture to) {
        int width = to.getWidth();
        int[] row = new int[2 * width];
        for (int y = 0; y < to.getHeight(); y += 2) {
            from.getRGB(0, y, width, 2, row, 0, width);
            for (int i = 0; i < row.length; i++)
                to.getPlaneData(0)[y * width + i] = (byte) (brightness(row[i]) - ZERO);
            for (int x = 0; x < width; x += 2)
                differences(row, x, width, to, y / 2 * (width / 2) + x / 2);
        }
    }

    private static int brightness(int rgb) {
        return (int) Math.round(16 + 0.25679 * red(rgb) + 0.50413 * green(rgb) + 0.09791 * blue(rgb));
    }

    /** Of four pixels in a square. */
    private static void differences(int[] row, int x, int width, Picture to, int place) {
        int[] four = {row[x], row[x + 1], row[x + width], row[x + width + 1]};
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int rgb : four) {
            red += red(rgb) / 4.0;
            green += green(rgb) / 4.0;
            blue += blue(rgb) / 4.0;
        }
        to.getPlaneData(1)[place] = (byte) Math.round(-0.14822 * red - 0.29099 * green + 0.43922 * blue);
        to.getPlaneData(2)[place] = (byte) Math.round(0.43922 * red - 0.36779 * green - 0.07143 * blue);
    }

    private static int red(int rgb) {
        return rgb >> 16 & 255;
    }

    private static int green(int rgb) {
        return rgb >> 8 & 255;
    }

    private static int blue(int rgb) {
        return rgb & 255;
    }
}
