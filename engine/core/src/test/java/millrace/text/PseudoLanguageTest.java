package millrace.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What the tests of another language lean on: its words are told from what is put into them. */
@Isolated("the language is the whole machine's")
class PseudoLanguageTest {
    @Test
    void itsWordsAreWideAndWhatIsPutInIsNot() {
        try (PseudoLanguage pseudo = PseudoLanguage.speak()) {
            assertEquals("'x' ｈａｓ ｎｏ ｒｅｓｕｌｔ: y", Sentences.of("expression.words.no-result", "x", "y"));
            assertEquals(List.of("x", "y"),
                    PseudoLanguage.narrow(Sentences.of("expression.words.no-result", "x", "y")));
        }
        assertEquals("'x' has no result: y", Sentences.of("expression.words.no-result", "x", "y"));
    }

    @Test
    void placesAndQuotesStayWhatTheyAre() {
        assertEquals("ａ {0} ''{1}''", PseudoLanguage.wide("a {0} ''{1}''"));
        assertEquals("'{'\"ｎｏｄｅ\": ...} ａ", PseudoLanguage.wide("'{'\"node\": ...} a"));
    }

    @Test
    void whatIsForgottenIsFound() {
        try (PseudoLanguage pseudo = PseudoLanguage.speak(t -> t.replace("ｈａｓ", "has"))) {
            String said = Sentences.of("expression.words.no-result", "x", "y");
            assertEquals(List.of("x", "has", "y"), PseudoLanguage.narrow(said));
            assertTrue(PseudoLanguage.speaks(said));
        }
        assertFalse(PseudoLanguage.speaks("It came too late."));
    }
}
