package millrace.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import millrace.text.Bundle.Run;
import org.junit.jupiter.api.Test;

/** Sentences of the files {@code some.properties} and {@code some_de.properties} of the tests. */
class BundleTest {
    private final Bundle english = new Bundle("millrace.text", Locale.ROOT);
    private final Bundle german = new Bundle("millrace.text", Locale.GERMANY);

    @Test
    void placesAreFilledInTheOrderOfTheLanguage() {
        assertEquals("x isn't y", english.of("some.two", "x", "y"));
        assertEquals("statt y: x", german.of("some.two", "x", "y"));
    }

    @Test
    void whatIsMissingStaysEnglishWhateverTheMachineSpeaks() {
        assertEquals("only here", german.of("some.alone"));
        assertEquals("only here", new Bundle("millrace.text", Locale.FRANCE).of("some.alone"));
        assertEquals(Locale.ENGLISH, new Bundle("millrace.text", Locale.FRANCE).language("some"));
        assertEquals(Locale.GERMAN, german.language("some"));
    }

    @Test
    void figuresArePlainDigits() {
        assertEquals("1234567 isn't 8", english.of("some.two", 1_234_567L, 8));
    }

    @Test
    void runsTellWhatWasPutIn() {
        assertEquals(List.of(new Run("x", 0), new Run(" isn't ", Run.OWN), new Run("y", 1)),
                english.runs("some.two", "x", "y"));
        assertEquals(List.of(new Run("statt ", Run.OWN), new Run("y", 1), new Run(": ", Run.OWN), new Run("x", 0)),
                german.runs("some.two", "x", "y"));
        assertEquals(List.of(new Run("x", 0), new Run("y", 1)), english.runs("some.close", "x", "y"),
                "two places side by side");
        assertEquals(List.of(new Run("only here", Run.OWN)), english.runs("some.alone"));
    }

    @Test
    void whatIsNotThereIsAFault() {
        assertFalse(english.has("some.nothing"));
        assertThrows(MissingResourceException.class, () -> english.of("some.nothing"));
    }
}
