package millrace.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** New times and what is said of those to come. */
class RestampTest {
    private static final Schema SCHEMA = Schema
            .of(List.of(new Field("name", FieldType.STRING), new Field("at", FieldType.LONG)));
    private static final long YEAR_10000 = 253_402_300_800_000L;

    private final HandContext c = new HandContext();

    private static Processor worker(Restamp.Time time) {
        return new Restamp(new StreamType(SCHEMA, 0), 1, time).start();
    }

    private static Event event(long time, long at) {
        @Nullable
        Object[] refs = {"a"};
        return new Event(1, time, SCHEMA, new long[] {at}, refs);
    }

    @Test
    void theTimeIsThatOfTheFieldAndAllElseStays() {
        worker(new Restamp.Time.Held(0)).onEvent(c, event(5, 70), 0);
        Event made = c.sent.getFirst();
        assertEquals(70, made.time);
        assertEquals("a", made.value(0));
        assertEquals(70L, made.value(1));
    }

    @Test
    void aHeldWatermarkIsBehindByAsMuchAsEventsMayGoBack() {
        Processor held = worker(new Restamp.Time.Held(10));
        assertEquals(OptionalLong.of(90), held.passesOn(100));
        assertEquals(OptionalLong.of(Watermark.FINAL), held.passesOn(Watermark.FINAL));
        assertEquals(OptionalLong.of(Watermark.NONE), held.passesOn(Watermark.NONE + 3));
    }

    @Test
    void aWatermarkMadeAnewFollowsTheNewestAndNeverGoesBack() {
        Processor anew = worker(new Restamp.Time.Anew(10));
        anew.onEvent(c, event(0, 100), 0);
        anew.onEvent(c, event(1, 50), 0);
        Processor copy = anew.copy();
        assertEquals(anew.hash(), copy.hash());
        copy.onEvent(c, event(2, 120), 0);
        assertEquals(List.of("0 watermark 90", "0 watermark 110"),
                c.said.stream().filter(s -> s.contains("watermark")).toList());
        assertEquals(OptionalLong.empty(), copy.passesOn(500));
        assertEquals(OptionalLong.of(Watermark.FINAL), copy.passesOn(Watermark.FINAL));
    }

    @Test
    void whatSaysNoTimeEndsHere() {
        Processor anew = worker(new Restamp.Time.Anew(0));
        anew.onEvent(c, event(0, Event.ABSENT), 0);
        anew.onEvent(c, event(0, Long.MAX_VALUE), 0);
        anew.onEvent(c, event(0, YEAR_10000), 0);
        anew.onEvent(c, event(0, -YEAR_10000), 0);
        assertEquals(List.of(), c.sent);
    }
}
