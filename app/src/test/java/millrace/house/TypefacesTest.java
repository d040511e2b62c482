package millrace.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import javafx.scene.text.Font;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The typefaces shipped in assets, under the names by which style sheets must call them. */
class TypefacesTest {
    @ParameterizedTest
    @CsvSource({"Inter-Regular.otf,Inter,Regular", "Inter-Medium.otf,Inter Medium,Regular",
        "Inter-SemiBold.otf,Inter Semi Bold,Regular",
        "Inter-Bold.otf,Inter,Bold", "JetBrainsMono-Medium.ttf,JetBrains Mono Medium,Regular",
        "JetBrainsMono-Bold.ttf,JetBrains Mono,Bold"})
    void loads(String file, String family, String style) throws java.io.IOException {
        try (var in = getClass().getResourceAsStream("/assets/fonts/" + file)) {
            Font font = Font.loadFont(in, 12);
            assertNotNull(font, file);
            assertEquals(family + " | " + style, font.getFamily() + " | " + font.getStyle());
        }
    }
}
