package millrace.simulation;

import static millrace.simulation.Windows.session;
import static millrace.simulation.Windows.sliding;
import static millrace.simulation.Windows.tumbling;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.event.Timing;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a recorder hears of windows. */
class FactsTest {
    private static final class Log extends Quiet {
        final List<String> lines = new ArrayList<>();
        private long now;

        private void say(String text, Object... args) {
            lines.add(Clock.MIDNIGHT.format(now) + " " + text.formatted(args));
        }

        private static String at(long watermark) {
            return watermark == Watermark.NONE ? "none"
                    : watermark == Watermark.FINAL ? "final" : Clock.MIDNIGHT.format(watermark);
        }

        @Override
        public void moment(long step, long time) {
            now = time;
        }

        @Override
        public void added(int node, Event event, @Nullable Object key, long start, long end, boolean late,
                long watermark) {
            say("added %s %s %s%s", event.value(1), key, Clock.MIDNIGHT.window(start, end), late ? " late" : "");
        }

        @Override
        public void merged(int node, @Nullable Object key, long from, long to, long start, long end) {
            say("merged %s %s into %s", key, Clock.MIDNIGHT.window(from, to), Clock.MIDNIGHT.window(start, end));
        }

        @Override
        public void fired(int node, @Nullable Object key, Event pane, Timing timing, long watermark) {
            say("fired %s %s %s at %s", key, pane.value(3), timing, at(watermark));
        }

        @Override
        public void dropped(int node, Event event, @Nullable Object key, long start, long end, long watermark) {
            say("dropped %s %s %s at %s", event.value(1), key, Clock.MIDNIGHT.window(start, end), at(watermark));
        }

        @Override
        public void expired(int node, @Nullable Object key, long start, long end, long watermark) {
            say("expired %s %s at %s", key, Clock.MIDNIGHT.window(start, end), at(watermark));
        }
    }

    private static void check(Windows windows, String timetable, String expected) {
        Log log = new Log();
        new Simulation(Scenario.plan(windows, timetable), log, Outlet.NONE).run();
        assertEquals(expected.strip(), String.join("\n", log.lines));
    }

    @Test
    void tumbling10() {
        check(tumbling("10 s").lateness("5 s"),
                """
                        12:00:01 a=1 | 12:00:12 wm 12:00:12 | 12:00:13 a=2@12:00:02 | 12:00:15 wm 12:00:15 | 12:00:16 a=3@12:00:03
                        """,
                """
                        12:00:01 added 1 a [12:00, 12:00:10)
                        12:00:12 fired a 1 ON_TIME at 12:00:12
                        12:00:13 added 2 a [12:00, 12:00:10) late
                        12:00:13 fired a 3 LATE at 12:00:12
                        12:00:15 expired a [12:00, 12:00:10) at 12:00:15
                        12:00:16 dropped 3 a [12:00, 12:00:10) at 12:00:15
                        """);
    }

    @Test
    void slicesTellOfWindows() {
        String timetable = "12:00:12 a=1 | wm 12:00:12 | 12:00:13 a=2@12:00:09 | 12:00:14 end";
        String expected = """
                12:00:12 added 1 a [12:00, 12:00:20)
                12:00:12 added 1 a [12:00:10, 12:00:30)
                12:00:13 added 2 a [12:00, 12:00:20) late
                12:00:14 fired a 3 ON_TIME at final
                12:00:14 expired a [12:00, 12:00:20) at final
                12:00:14 fired a 1 ON_TIME at final
                12:00:14 expired a [12:00:10, 12:00:30) at final
                """;
        check(sliding("20 s", "10 s"), timetable, expected);
        check(sliding("20 s", "10 s").early(new millrace.operator.TriggerSpec.Never()), timetable, expected);
    }

    @Test
    void sessionsThatGrowAndSwallow() {
        check(session("10 s"), "12:00:30 a=1@12:00:00 a=2@12:00:05 a=3@12:00:20 a=4@12:00:12 | end", """
                12:00:30 added 1 a [12:00, 12:00:10)
                12:00:30 merged a [12:00, 12:00:10) into [12:00, 12:00:15)
                12:00:30 added 2 a [12:00, 12:00:15)
                12:00:30 added 3 a [12:00:20, 12:00:30)
                12:00:30 merged a [12:00:20, 12:00:30) into [12:00, 12:00:30)
                12:00:30 merged a [12:00, 12:00:15) into [12:00, 12:00:30)
                12:00:30 added 4 a [12:00, 12:00:30)
                12:00:30 fired a 10 ON_TIME at final
                12:00:30 expired a [12:00, 12:00:30) at final
                """);
    }
}
