package millrace.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    void noColourStandsOutsideThisPackage() throws IOException {
        Pattern literal = Pattern.compile("#[0-9A-Fa-f]{6}\\b|Color\\.(rgb|web|hsb|color|gray)\\(|\\brgba?\\(");
        Path sources = Path.of("src/main");
        List<String> found = new ArrayList<>();
        try (var files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|css|fxml)")).toList()) {
                if (file.toString().contains("look")) continue;
                Files.readString(file)
                        .lines()
                        .filter(l -> literal.matcher(l).find())
                        .forEach(l -> found.add(file + ": " + l));
            }
        }
        assertEquals(List.of(), found);
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
    void inHighContrastAllWordsHaveSevenToOne() {
        Theme theme = Theme.CONTRAST;
        for (Color ground : List.of(theme.bg(), theme.panel(), theme.raised(), theme.sunken(), theme.hover(),
                theme.lane())) {
            for (Color ink : List.of(theme.text(), theme.text2(), theme.text3(), theme.event(), theme.proc(),
                    theme.late(), theme.fail(), theme.checkpoint())) {
                assertTrue(contrast(ink, ground) >= 7, ink + " on " + ground);
            }
        }
        for (int place = -1; place < Theme.KEYS; place++)
            assertTrue(contrast(theme.key(place).figure(), theme.key(place).fill()) >= 7, "key " + place);
        assertTrue(contrast(theme.onInk(), theme.ink()) >= 7);
        for (List<Color> soft : List.of(List.of(theme.fail(), theme.failSoft()),
                List.of(theme.late(), theme.lateSoft()),
                List.of(theme.event(), theme.eventSoft()), List.of(theme.proc(), theme.procSoft()),
                List.of(theme.checkpoint(), theme.checkpointSoft())))
            assertTrue(contrast(soft.getFirst(), soft.getLast()) >= 7, "banner " + soft);
    }

    @Test
    void aThemeIsFoundByItsWord() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.CONTRAST))
            assertEquals(theme, Theme.of(theme.word()));
    }

    @Test
    void theFigureOnEveryKeyCanBeRead() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.CONTRAST)) {
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
