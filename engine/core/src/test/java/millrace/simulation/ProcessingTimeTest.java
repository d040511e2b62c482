package millrace.simulation;

import static millrace.simulation.Windows.delayed;
import static millrace.simulation.Windows.every;
import static millrace.simulation.Windows.session;
import static millrace.simulation.Windows.sliding;
import static millrace.simulation.Windows.tumbling;

import org.junit.jupiter.api.Test;

/** Windows that the clock decides and closes. */
class ProcessingTimeTest {
    private static final String VISITS = """
            13:00:05 1@12:00:10 | 13:00:15 1@12:00:30 | 13:00:25 1@12:00:50 | 13:00:35 1@12:01:10
            13:00:40 1@12:01:20 | 13:01:02 1@12:02:04 | 13:01:08 1@12:02:16 | 13:01:20 1@12:02:40 | 13:01:20 end
            """;

    @Test
    void theClockDecidesAlsoAfterTheEndOfTheInput() {
        Scenario.of(tumbling("1 min").unkeyed().processingTime(), VISITS).gives("""
                13:01:00 [13:00,13:01) sum=5 ON_TIME
                13:02:00 [13:01,13:02) sum=3 ON_TIME
                """);
    }

    @Test
    void anEventAtTheInstantOfTheEndIsInTheNextWindow() {
        Scenario.of(tumbling("1 min").processingTime(), "12:00:30 a=1 | 12:01:00 a=2 b=3").gives("""
                12:01:00 [12:00,12:01) a sum=1 ON_TIME
                12:02:00 [12:01,12:02) a sum=2 ON_TIME
                12:02:00 [12:01,12:02) b sum=3 ON_TIME
                """);
    }

    @Test
    void slidingAndSessions() {
        Scenario.of(sliding("20 s", "10 s").processingTime(), "12:00:05 a=1 | 12:00:12 a=2").gives("""
                12:00:10 [11:59:50,12:00:10) a sum=1 ON_TIME
                12:00:20 [12:00,12:00:20) a sum=3 ON_TIME
                12:00:30 [12:00:10,12:00:30) a sum=2 ON_TIME
                """);
        Scenario.of(session("10 s").processingTime(), "12:00:00 a=1 | 12:00:08 a=2 | 12:00:18 a=3 | 12:00:40 a=4")
                .gives("""
                        12:00:28 [12:00,12:00:28) a sum=6 ON_TIME
                        12:00:50 [12:00:40,12:00:50) a sum=4 ON_TIME
                        """);
    }

    @Test
    void earlyPanes() {
        String rows = "12:00:05 a=1 | 12:00:10 a=2 | 12:00:40 a=4";
        Scenario.of(tumbling("1 min").processingTime().early(every(2)), rows).gives("""
                12:00:10 [12:00,12:01) a sum=3 EARLY
                12:01:00 [12:00,12:01) a sum=7 ON_TIME
                """);
        Scenario.of(tumbling("1 min").processingTime().early(delayed("20 s")), rows).gives("""
                12:00:25 [12:00,12:01) a sum=3 EARLY
                12:01:00 [12:00,12:01) a sum=7 ON_TIME
                """);
    }
}
