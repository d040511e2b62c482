package millrace.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import millrace.event.Timing;
import org.junit.jupiter.api.Test;

class ThemeTest {
    private static final double READABLE = 4.5;

    @Test
    void everyColourThatTheStyleSheetLooksUpIsThere() throws IOException {
        String shapes;
        try (var in = Theme.class.getResourceAsStream("millrace.css")) {
            shapes = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        TreeSet<String> missing = new TreeSet<>();
        Matcher use = Pattern.compile("-mr-[a-z0-9-]*[a-z0-9]").matcher(shapes);
        while (use.find()) {
            if (!Theme.LIGHT.css().contains(use.group() + ":")) missing.add(use.group());
        }
        assertEquals(new TreeSet<String>(), missing);
    }

    @Test
    void wordsAndAccentsCanBeReadOnEveryGround() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (Color ground : List.of(theme.bg(), theme.panel(), theme.raised(), theme.sunken())) {
                for (Color ink : List.of(theme.text(), theme.text2(), theme.text3(), theme.event(), theme.proc(),
                        theme.late(), theme.fail(), theme.checkpoint())) {
                    assertTrue(contrast(ink, ground) >= READABLE, ink + " on " + ground);
                }
            }
        }
    }

    @Test
    void theFigureOnEveryKeyCanBeRead() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int place = -1; place < 10; place++) {
                KeyColour key = theme.key(place);
                assertTrue(contrast(key.figure(), key.fill()) >= READABLE, "key " + place + ", dark " + theme.dark());
            }
        }
    }

    @Test
    void aNinthKeyStartsAgainWithARing() {
        assertEquals(Theme.LIGHT.key(0).fill(), Theme.LIGHT.key(8).fill());
        assertTrue(Theme.LIGHT.key(8).ring());
    }

    @Test
    void aStreamWithoutKeysUsesTheTokenColour() {
        assertEquals(Theme.DARK.token(), Theme.DARK.key(Keys.NONE, "").fill());
    }

    @Test
    void keysKeepTheOrderOfTheirFirstEvent() {
        Keys keys = Keys.of(List.of("ben", "ann", "ben", "", "bea"));
        assertEquals(List.of("ben", "ann", "bea"), keys.all());
        assertEquals(1, keys.place("ann"));
        assertEquals(-1, keys.place("zoe"));
        assertEquals("A", keys.letter("ann"));
        assertEquals("C", keys.letter("bea"), "ben begins with a B, too: their places tell them apart");
    }

    @Test
    void aResultHasTheColourOfWhatMadeItLeave() {
        assertEquals(Theme.LIGHT.proc(), Theme.LIGHT.timing(Timing.EARLY));
        assertEquals(Theme.LIGHT.event(), Theme.LIGHT.timing(Timing.ON_TIME));
        assertEquals(Theme.LIGHT.late(), Theme.LIGHT.timing(Timing.LATE));
    }

    private static double contrast(Color a, Color b) {
        double one = luminance(a) + 0.05;
        double other = luminance(b) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
