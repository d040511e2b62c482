package millrace.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final Clock NOON = Clock.parseStart("12:00").orElseThrow();
    private static final Clock DATED = Clock.parseStart("2018-02-03 12:00:00").orElseThrow();

    @Test
    void readsWhatItWrites() {
        for (Clock clock : List.of(Clock.MIDNIGHT, NOON, DATED)) {
            for (long after : List.of(0L, 1L, 19_250L, 599_999L, 43_199_900L, 86_400_000L, 90_061_001L)) {
                long instant = clock.start() + after;
                assertEquals(OptionalLong.of(instant), clock.parse(clock.format(instant)), clock.format(instant));
            }
        }
    }

    @Test
    void readsTimesWithAndWithoutSecondsAndParts() {
        long minute = 12 * 3_600_000 + 5 * 60_000;
        assertEquals(OptionalLong.of(minute), NOON.parse("12:05"));
        assertEquals(OptionalLong.of(minute + 19_000), NOON.parse("12:05:19"));
        assertEquals(OptionalLong.of(minute + 19_250), NOON.parse("12:05:19.250"));
        assertEquals(OptionalLong.of(minute + 19_250), NOON.parse("12:05:19.25"));
        assertEquals(OptionalLong.of(minute + 19_205), NOON.parse(" 12:05:19.205Z "));
        assertEquals(OptionalLong.of(24 * 3_600_000), NOON.parse("24:00:00"));
        assertEquals(OptionalLong.of(86_400_000 + minute), NOON.parse("day 2 12:05"));
    }

    @Test
    void refusesWhatIsNoTime() {
        for (String text : List.of("", "12", "12:60", "12:05:60.000", "12:05:19,250", "12:05:19.2x0", "12.05:19.250",
                "12:05-19.250", "25:00:00.000", "12:05:1:.250", "2018-02-30", "noon")) {
            assertEquals(OptionalLong.empty(), NOON.parse(text), text);
        }
    }

    @Test
    void aDateMakesADatedClock() {
        assertEquals(List.of(false, true), List.of(NOON.dated(), DATED.dated()));
        assertEquals("2018-02-04 00:00:00", DATED.format(DATED.start() + 12 * 3_600_000));
        assertEquals("day 2 00:00:00", NOON.format(NOON.start() + 12 * 3_600_000));
    }
}
