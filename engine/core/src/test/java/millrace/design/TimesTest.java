package millrace.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations and instants as people write them, and as they are written back. */
class TimesTest {
    private static final Clock DATED = Clock.parseStart("2018-02-03 12:00").orElseThrow();

    @ParameterizedTest
    @CsvSource({"2 min, 120000, 2 min", "2min, 120000, 2 min", "2 minutes, 120000, 2 min", "30 seconds, 30000, 30 s",
        "500 ms, 500, 500 ms", "4 min 56 s, 296000, 4 min 56 s", "1 h 30 min, 5400000, 1 h 30 min",
        "1.5 s, 1500, 1 s 500 ms", "90 s, 90000, 1 min 30 s", "1 day, 86400000, 1 day", "2 weeks, 1209600000, 14 days",
        "-5 s, -5000, -5 s", "0 s, 0, 0 s", "0.001 s, 1, 1 ms", "36525 days, 3155760000000, 36525 days"})
    void durations(String text, long millis, String written) {
        assertEquals(OptionalLong.of(millis), Durations.parse(text));
        assertEquals(written, Durations.format(millis));
        assertEquals(OptionalLong.of(millis), Durations.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "5", "min", "2 mins ago", "0.0001 s", "1e3 s", "2 min,", "--2 s", "5 s -2 s",
        "36526 days", "999999999999 weeks", "9999999999999 s", "\u0662 s", "2 M\u0130N", "12:05"})
    void noDurations(String text) {
        assertEquals(OptionalLong.empty(), Durations.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"12:05, 12:05:00", "12:05:19, 12:05:19", "1:05, 01:05:00", "12:05:19.25, 12:05:19.250",
        "day 2 00:20, day 2 00:20:00", "2018-02-03, day 17566 00:00:00", "1970-01-01T12:05:19Z, 12:05:19",
        "24:00, day 2 00:00:00", "1969-12-31 23:59, 1969-12-31 23:59:00"})
    void instantsOfADesignWithoutADate(String text, String written) {
        long instant = Clock.MIDNIGHT.parse(text).orElseThrow();
        assertEquals(written, Clock.MIDNIGHT.format(instant));
        assertEquals(instant, Clock.MIDNIGHT.parse(written).orElseThrow());
    }

    @Test
    void instantsOfADesignWithADate() {
        assertEquals("12:05:00", DATED.format(DATED.parse("12:05").orElseThrow()));
        assertEquals("2018-02-03 12:05:00", DATED.full(DATED.parse("12:05").orElseThrow()));
        assertEquals("2018-02-04 00:05:00", DATED.full(DATED.parse("day 2 00:05").orElseThrow()));
        assertEquals("12:05:00", Clock.MIDNIGHT.full(Clock.MIDNIGHT.parse("12:05").orElseThrow()));
        assertEquals("2018-02-04 00:05:00", DATED.format(DATED.parse("day 2 00:05").orElseThrow()));
        assertEquals("2018-02-02 23:00:00", DATED.format(DATED.parse("2018-02-02T23:00").orElseThrow()));
        assertEquals("[12:00, 2018-02-04 00:00)", DATED.window(DATED.start(), DATED.parse("2018-02-04").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "noon", "12", "12:61", "25:00", "24:30", "12:05:60", "2018-02-30", "2018-13-01 12:00",
        "day 0x 12:00", "day 9999999 12:00", "-12:05", "12:05 pm", "\u0661\u0662:\u0660\u0665", "12:05:19.2500"})
    void noInstants(String text) {
        assertEquals(OptionalLong.empty(), Clock.MIDNIGHT.parse(text));
    }

    @Test
    void theNearestWordIsMeantIfItIsNearEnough() {
        var known = java.util.List.of("tumbling", "sliding", "session");
        assertEquals(Optional.of("tumbling"), Suggestion.nearest("tumbing", known));
        assertEquals(Optional.of("tumbling"), Suggestion.nearest("tubmling", known));
        assertEquals(Optional.empty(), Suggestion.nearest("pipeline", known));
        assertEquals("known are session, sliding, tumbling", Suggestion.fix("x".repeat(10_000), known));
    }

    @Test
    void what_was_meant_is_read_out_of_the_question() {
        assertEquals(Optional.of("tumbling"),
                Suggestion.of("tumbing", List.of("tumbling", "sliding")).meant());
        assertEquals(Optional.empty(), Suggestion.of("zzzzzz", List.of("tumbling")).meant());
    }
}
