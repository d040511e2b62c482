package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import millrace.app.canvas.NoteText.Run;
import millrace.design.Point;
import org.junit.jupiter.api.Test;

/** How Markdown is set. */
class NoteTextTest {
    private static Run run(NoteText note, String word) {
        return note.runs().stream().filter(r -> r.text().strip().equals(word)).findFirst().orElseThrow();
    }

    @Test
    void headingsBoldItalicsCodeAndLinksLookEachTheirWay() {
        NoteText note = NoteText
                .of("# Totals\nIt is **bold** and *leaning* and `code` and [told](https://example.org).", 0);
        assertTrue(run(note, "Totals").style().font().getSize() > run(note, "It is").style().font().getSize());
        assertTrue(run(note, "bold").style().font().getName().contains("Bold"));
        assertTrue(run(note, "leaning").style().slanted());
        assertTrue(run(note, "code").style().font().getName().contains("Mono"));
        Run link = run(note, "told");
        assertEquals(Optional.of("https://example.org"), link.style().address());
        assertEquals(link.style().address(), note.link(new Point(link.x() + 2, link.middle())));
        assertEquals(Optional.empty(), note.link(new Point(link.x() - 6, link.middle())));
    }

    @Test
    void listsHaveMarksAndCodeKeepsItsLines() {
        NoteText note = NoteText.of("- one\n- two\n  1. inner\n\n```\na = 1\n  b = 2\n```", 0);
        assertEquals(List.of("•", "one", "•", "two", "1.", "inner", "a = 1", "b = 2"), note.words());
        assertTrue(run(note, "inner").x() > run(note, "two").x());
        assertTrue(run(note, "inner").middle() > run(note, "two").middle());
    }

    @Test
    void linesFitTheWidthAndALineEndIsALineEnd() {
        String text = "Late events change the total that was already told, as long as the window is kept.\nThen no more. "
                + "x".repeat(200);
        for (double width : new double[] {120, 240, 800}) {
            NoteText note = NoteText.of(text, width);
            assertEquals(width, note.width());
            for (Run run : note.runs())
                assertTrue(run.x() + NoteText.width(run.text().stripTrailing(), run.style().font()) <= width,
                        run + " in " + width);
        }
        assertTrue(NoteText.of(text, 120).height() > NoteText.of(text, 800).height());
        NoteText two = NoteText.of("one\ntwo", 0);
        assertEquals(17, run(two, "two").middle() - run(two, "one").middle());
    }

    @Test
    void whatAStrangerWroteIsSetInTimeAndAtMostInPart() {
        for (String part : List.of(">", "- ", "[", "*a ", "`", "<b>", "word ")) {
            NoteText note = NoteText.of(part.repeat(90_000 / part.length()), 220);
            assertTrue(note.runs().size() < 25_000, part);
        }
    }

    @Test
    void htmlIsShownAsItIsWritten() {
        assertEquals(List.of("<script>", "alert(1)", "</script>"),
                NoteText.of("a <b>x</b>\n\n<script>\nalert(1)\n</script>", 0)
                        .words()
                        .reversed()
                        .subList(0, 3)
                        .reversed());
    }
}
