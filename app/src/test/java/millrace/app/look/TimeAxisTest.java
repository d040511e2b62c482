package millrace.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import millrace.app.look.TimeAxis.Tick;
import millrace.design.Clock;
import org.junit.jupiter.api.Test;

class TimeAxisTest {
    private static final Clock CLOCK = Clock.parseStart("12:05:00").orElseThrow();
    private static final long NOON = CLOCK.parse("12:00").getAsLong();
    private static final long MINUTE = 60_000;

    @Test
    void placesAndTimesAreEachOthersInverse() {
        TimeAxis up = new TimeAxis(NOON, NOON + 10 * MINUTE, 340, 40);
        assertEquals(340, up.px(NOON));
        assertEquals(40, up.px(NOON + 10 * MINUTE));
        assertEquals(190, up.px(NOON + 5 * MINUTE));
        assertEquals(NOON + 86_000, up.millis(up.px(NOON + 86_000)));
    }

    @Test
    void ticksStandOnRoundTimesAndLeaveRoom() {
        TimeAxis across = new TimeAxis(NOON, NOON + 9 * MINUTE, 74, 952);
        List<Tick> ticks = across.ticks(CLOCK, 84);
        assertEquals("12:00", ticks.getFirst().label());
        assertEquals("12:09", ticks.getLast().label());
        assertEquals(10, ticks.size());
    }

    @Test
    void everySpanFromMillisecondsToYearsHasAHandfulOfTicks() {
        for (double span = 20; span < 4e11; span *= 1.7) {
            TimeAxis axis = new TimeAxis(NOON, NOON + span, 0, 900);
            int count = axis.ticks(CLOCK, 84).size();
            assertTrue(count >= 1 && count <= 11, span + " ms: " + count);
        }
    }

    @Test
    void ticksUnderASecondShowMilliseconds() {
        TimeAxis axis = new TimeAxis(NOON, NOON + 1_000, 0, 800);
        assertEquals("12:00:00.100", axis.ticks(CLOCK, 80).get(1).label());
    }

    @Test
    void ticksOfDaysShowTheDay() {
        Clock dated = Clock.parseStart("2018-02-03 00:00").orElseThrow();
        TimeAxis week = new TimeAxis(dated.start(), dated.start() + 7 * 24 * 60 * MINUTE, 0, 900);
        assertEquals(List.of("3 Feb", "4 Feb"), week.ticks(dated, 84).stream().limit(2).map(Tick::label).toList());
        TimeAxis two = new TimeAxis(NOON, NOON + 36 * 60 * MINUTE, 0, 900);
        assertTrue(two.ticks(CLOCK, 84).stream().anyMatch(t -> t.label().equals("day 2")));
    }

    @Test
    void zoomKeepsTheInstantUnderThePointer() {
        TimeAxis axis = new TimeAxis(NOON, NOON + 10 * MINUTE, 100, 700);
        double under = axis.time(250);
        TimeAxis closer = axis.zoomed(250, 3);
        assertEquals(under, closer.time(250), 1e-3);
        assertEquals(200_000, closer.to() - closer.from(), 1e-3);
    }

    @Test
    void panMovesTheTimesWithThePaper() {
        TimeAxis axis = new TimeAxis(NOON, NOON + 10 * MINUTE, 100, 700).panned(60);
        assertEquals(NOON - MINUTE, axis.from(), 1e-3);
        TimeAxis up = new TimeAxis(NOON, NOON + 10 * MINUTE, 600, 0).panned(60);
        assertEquals(NOON + MINUTE, up.from(), 1e-3);
    }

    @Test
    void aWholeRunEndsOnRoundTimesWithRoomToSpare() {
        TimeAxis around = TimeAxis.around(NOON, NOON + 8 * MINUTE, 880, 84);
        assertEquals(NOON, around.from());
        assertEquals(NOON + 9 * MINUTE, around.to());
    }
}
