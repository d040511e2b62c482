package millrace.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StyleSheetsTest {
    @Test
    void lengthsGrowAndColoursStay() {
        String css = ".a { -fx-font-size: 13px; -fx-padding: 0 10 0 2; -fx-text-fill: -mr-text2; -fx-opacity: 0.45; }";
        assertEquals(
                ".a { -fx-font-size: 19.5px; -fx-padding: 0.0 15.0 0.0 3.0; -fx-text-fill: -mr-text2; -fx-opacity: 0.45; }",
                StyleSheets.scaledText(css, 1.5));
    }

    @Test
    void atWholeSizeTheSheetIsTheFileItself() {
        String address = String.valueOf(Theme.class.getResource("millrace.css"));
        assertEquals(address, StyleSheets.scaled(address, 1));
    }
}
