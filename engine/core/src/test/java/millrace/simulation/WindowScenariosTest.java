package millrace.simulation;

import static millrace.simulation.Windows.aligned;
import static millrace.simulation.Windows.tumbling;

import org.junit.jupiter.api.Test;

/** Windows by timetable: the rules of lateness, panes and watermarks, and the nine scores. */
class WindowScenariosTest {
    /** A team's nine scores with the watermark that guesses. */
    static final String SCORES = """
            12:05:19 5@12:00:26
            12:05:39 7@12:02:26
            12:05:43 wm 12:01
            12:05:59 wm 12:02
            12:06:13 3@12:03:39
            12:06:39 4@12:04:19
            12:07:06 8@12:03:06
            12:07:19 3@12:06:39
            12:07:25 wm 12:03 | 12:07:28 wm 12:04 | 12:07:34 wm 12:05 | 12:07:39 wm 12:06
            12:08:10 wm 12:06:55 | 12:08:15 wm 12:06:56
            12:08:19 9@12:01:26
            12:08:39 8@12:07:26
            12:08:40 wm 12:07
            12:09:00 1@12:07:46
            12:09:20 wm 12:08
            12:09:22 end
            """;

    @Test
    void lateArrivals() {
        Windows every = tumbling("2 min").unkeyed().early(aligned("1 min", "0 s")).lateness("10 min");
        Scenario.of(every, SCORES).gives("""
                12:05:59 [12:00,12:02) sum=5 ON_TIME
                12:06:00 [12:02,12:04) sum=7 EARLY
                12:07:00 [12:02,12:04) sum=10 EARLY
                12:07:00 [12:04,12:06) sum=4 EARLY
                12:07:28 [12:02,12:04) sum=18 ON_TIME
                12:07:39 [12:04,12:06) sum=4 ON_TIME
                12:08:00 [12:06,12:08) sum=3 EARLY
                12:08:19 [12:00,12:02) sum=14 LATE
                12:09:00 [12:06,12:08) sum=12 EARLY
                12:09:20 [12:06,12:08) sum=12 ON_TIME
                """);
    }
}
