package millrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** What counts as another picture, and what only as another edge. */
class AcceptedPicturesTest {
    private static BufferedImage picture(int shade, int others) {
        BufferedImage image = new BufferedImage(50, 20, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 1000; i++)
            image.setRGB(i % 50, i / 50, i < others ? Color.RED.getRGB() : new Color(shade, shade, shade).getRGB());
        return image;
    }

    @Test
    void anEdgeMayBeALittleOffAndTheRestIsCounted() {
        assertEquals(0, AcceptedPictures.share(picture(200, 0), picture(240, 0)));
        assertEquals(0.01, AcceptedPictures.share(picture(200, 0), picture(200, 10)), 1e-9);
        assertEquals(1, AcceptedPictures.share(picture(100, 0), picture(200, 0)), 1e-9);
    }

    private static BufferedImage block(int y) {
        BufferedImage image = picture(255, 0);
        for (int i = 0; i < 40; i++)
            image.setRGB(10 + i % 8, y + i / 8, Color.BLACK.getRGB());
        return image;
    }

    @Test
    void whatStandsOnePixelBesideIsTheSameAndWhatStandsFurtherOrIsMissingIsNot() {
        assertEquals(0, AcceptedPictures.share(block(5), block(6)));
        assertTrue(AcceptedPictures.share(block(5), block(9)) > 0.02);
        assertEquals(0.04, AcceptedPictures.share(block(5), picture(255, 0)), 1e-9);
    }

    @Test
    void aPictureThatNobodyAcceptedFails() {
        var said = assertThrows(AssertionError.class, () -> AcceptedPictures.same("nobody-saw-it", picture(9, 0)));
        assertTrue(said.getMessage().contains("pictures.accept"), said.getMessage());
    }
}
