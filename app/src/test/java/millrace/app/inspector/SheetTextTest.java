package millrace.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What spreadsheets put on the clipboard. */
class SheetTextTest {
    private static final List<String> COLUMNS = List.of("happened", "arrives", "key", "value");

    @Test
    void cellsArePartedByTabsSemicolonsOrCommas() {
        List<List<String>> rows = List.of(List.of("a", "b"), List.of("c", "d"));
        assertEquals(rows, SheetText.rows("a\tb\r\nc\td\r\n"));
        assertEquals(rows, SheetText.rows("a,b\nc,d"));
        assertEquals(rows, SheetText.rows("a;b\nc;d\n\n"));
        assertEquals(List.of(List.of("1,5", "2")), SheetText.rows("1,5\t2"), "a tab decides");
    }

    @Test
    void cellsInQuotesHoldAnything() {
        assertEquals(List.of(List.of("say \"hi\", twice", "two\nlines"), List.of("x", "")),
                SheetText.rows("\"say \"\"hi\"\", twice\",\"two\nlines\"\nx,\n"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        List<List<String>> rows = List.of(List.of("a\tb", "\"c\"", "d\ne"), List.of("", "f", ""));
        assertEquals(rows, SheetText.rows(SheetText.write(rows)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"9:05 | 09:05:00", "12:05:19 | 12:05:19", "12:05:19.250 | 12:05:19.250",
        "1:05:19 PM | 13:05:19", "12:00 AM | 00:00:00", "31.01.2018 12:05 | 2018-01-31 12:05:00",
        "2018/1/31 9:05:07 | 2018-01-31 09:05:07", "2018-01-31T12:05:19Z | 2018-01-31 12:05:19",
        "2018-01-31 12:05:19.000 | 2018-01-31 12:05:19", "31.1.2018 | 2018-01-31", "soon | soon",
        "day 2 00:20 | day 2 00:20"})
    void timesBecomeThoseOfADesign(String cell, String time) {
        assertEquals(time, SheetText.time(cell));
    }

    @Test
    void aRowOfNamesSaysWhereColumnsGo() {
        Pasted pasted = Pasted.of("Value\tHappened\n5\t9:01\n7\t9:02", COLUMNS, 2);
        assertEquals(2, pasted.rows().size());
        assertEquals(List.of(Optional.of("09:01:00"), Optional.empty(), Optional.empty(), Optional.of("5")),
                pasted.rows().getFirst());
        assertTrue(pasted.told().isEmpty());
    }

    @Test
    void withoutNamesTheyGoOneAfterTheOtherFromTheChosenColumnOn() {
        Pasted pasted = Pasted.of("A\t5\nB\t7", COLUMNS, 2);
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.of("B"), Optional.of("7")),
                pasted.rows().getLast());
    }

    @Test
    void columnsWithoutAPlaceAreToldOf() {
        Pasted pasted = Pasted.of("9:01\t9:02\tA\t5\tred\tbig", COLUMNS, 0);
        assertEquals(4, pasted.rows().getFirst().size());
        assertTrue(pasted.told().orElseThrow().startsWith("6 columns were pasted, 4 have a place"), pasted.toString());
        Pasted named = Pasted.of("happened,arrives,colour,value\n9:01,9:02,red,5", COLUMNS, 0);
        assertTrue(named.told().orElseThrow().startsWith("4 columns were pasted, 3 have a place"), named.toString());
    }
}
