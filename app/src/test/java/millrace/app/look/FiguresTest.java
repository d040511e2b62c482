package millrace.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Schema ORDER = Schema
            .of(List.of(new Field("who", FieldType.STRING), new Field("value", FieldType.LONG)));

    @Test
    void aDiscShowsTheNumberAndNotTheKey() {
        Event event = new Event(1, 0, ORDER, new long[] {14}, new Object[] {"ann"});
        assertEquals("14", Figures.disc(event, 0));
    }

    @Test
    void longNumbersAreShortened() {
        assertEquals("999", Figures.compact(999));
        assertEquals("1k", Figures.compact(1_000));
        assertEquals("1.2k", Figures.compact(1_234));
        assertEquals("35M", Figures.compact(35_100_000));
        assertEquals("-0.33", Figures.compact(-1 / 3.0));
    }

    @Test
    void doublesHaveNoNeedlessFigures() {
        assertEquals("4", Figures.text(4.0));
        assertEquals("0.333333", Figures.text(1 / 3.0));
        assertEquals("12.5", Figures.text(12.5));
    }

    @Test
    void aPaneSaysItsAggregates() {
        Schema one = Schema.ofPanes(List.of(new Field("sum", FieldType.LONG)));
        assertEquals("18", Figures.result(new Event(1, 0, one, new long[] {0, 120_000, 0, 18}, new Object[0]), -1));
        Schema two = Schema.ofPanes(List.of(new Field("who", FieldType.STRING), new Field("sum", FieldType.LONG),
                new Field("count", FieldType.LONG)));
        Event pane = new Event(1, 0, two, new long[] {0, 120_000, 0, 18, 3}, new Object[] {"ann"});
        assertEquals("sum 18, count 3", Figures.result(pane, 2));
    }
}
