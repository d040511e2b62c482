package millrace.explain;

import static millrace.trace.HandFed.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.event.Timing;
import millrace.operator.WindowSpec;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.HandFed;
import millrace.trace.Trace;
import org.junit.jupiter.api.Test;

/** The sentences, word for word, on the nine scores and on sessions, fed by hand. */
class ExplainTest {
    private final Trace counted = HandFed.lateArrivals().trace();
    private final Trace dropped = HandFed.lateDropped().trace();

    private static long nine(Trace trace) {
        return trace.facts()
                .flatMap(f -> f instanceof Fact.Emitted e ? java.util.stream.Stream.of(e.event())
                        : java.util.stream.Stream.<Event>empty())
                .filter(e -> e.num(0) == 9)
                .findFirst()
                .orElseThrow().id;
    }

    private static Answer fired(Trace trace, int number) {
        return Explain.fact(trace, trace.rows("by2", FactKind.FIRED).get(number));
    }

    @Test
    void aLateEventThatWasCounted() {
        Answer answer = Explain.event(counted, nine(counted));
        assertEquals("Why is this 9 late, and counted?", answer.question());
        assertEquals("Event time 12:01:26: the watermark was already at 12:06:56 when it came at 12:08:19. Its window"
                + " [12:00, 12:02) lives until the watermark reaches 12:12 (end 12:02 + allowed lateness 10 min), so it was"
                + " added: 5 + 9 = 14.", answer.text());
        assertTrue(answer.spans()
                .containsAll(List.of(new Span("12:01:26", Tone.EVENT), new Span("12:06:56", Tone.EVENT),
                        new Span("12:08:19", Tone.PROC,
                                OptionalLong.of(Clock.MIDNIGHT.parse("12:08:19").orElseThrow())),
                        new Span("5 + 9 = 14", Tone.STRONG))));
    }

    @Test
    void anEventThatWasDropped() {
        Answer answer = Explain.event(dropped, nine(dropped));
        assertEquals("Why was this 9 dropped?", answer.question());
        assertEquals("Dropped at 12:08:19: its event time 12:01:26 lies in [12:00, 12:02), which expired when the"
                + " watermark passed 12:04 at 12:07:28 (end 12:02 + allowed lateness 2 min).", answer.text());
    }

    @Test
    void theLatenessThatDecides() {
        Lateness here = Explain.latenessNeeded(counted, nine(counted)).orElseThrow();
        assertEquals("With 4:56 or less the 9 would be dropped.", here.sentence());
        Lateness there = Explain.latenessNeeded(dropped, nine(dropped)).orElseThrow();
        assertEquals(296_000, there.dropsUpTo());
        assertEquals("With more than 4:56 the 9 would be counted.", there.sentence());
        assertTrue(Explain.latenessNeeded(counted, 1).isEmpty());
    }

    @Test
    void panesOfEveryTiming() {
        assertEquals("At 12:05:59 the watermark moved from 12:01 to 12:02 and so passed 12:02, the end of"
                + " [12:00, 12:02). It holds 1 event.", fired(counted, 0).text());
        assertEquals(
                "At 12:07:00 the watermark (12:02) had not reached the end of [12:02, 12:04); an early result leaves"
                        + " every full 1 min, and there was something new. 7 + 3 = 10.",
                fired(counted, 2).text());
        assertEquals("Why did 18 leave on time?", fired(counted, 4).question());
        assertTrue(fired(counted, 4).text().endsWith("7 + 3 + 8 = 18."), fired(counted, 4).text());
        assertTrue(fired(counted, 5).text().contains("nothing was new, but the on-time result always leaves"));
        assertEquals("At 12:08:19 the 9 of 12:01:26 came, when the watermark (12:06:56) had passed 12:02, the end of"
                + " [12:00, 12:02); a late result leaves at every event. 5 + 9 = 14.", fired(counted, 7).text());
    }

    @Test
    void anEventInTime() {
        assertEquals(
                "Event time 12:00:26: there was no watermark yet when it came at 12:05:19, so it is not late. It was"
                        + " added to [12:00, 12:02), which said 5 at 12:05:59 (on time), 14 at 12:08:19 (late).",
                Explain.event(counted, 1).text());
    }

    @Test
    void aMergeOfSessions() {
        Trace trace = HandFed.sessions().trace();
        Answer answer = Explain.fact(trace, trace.rows(FactKind.MERGED).get(0));
        assertEquals(
                "At 12:00:17 the 1 of 12:00:08 came, whose span [12:00:08, 12:00:18) overlaps [12:00, 12:00:10) and"
                        + " [12:00:15, 12:00:25) (gap 10 s): they are one session now, [12:00, 12:00:25).",
                answer.text());
    }

    @Test
    void windowsThatWaitOrNeverWere() {
        Answer none = Explain.window(counted, "by2", "", time("12:08"), time("12:09"));
        assertEquals(
                "A window begins with its first event; none came for the window that starts at 12:08 in this run, so"
                        + " there is no row for it, not even a 0.",
                none.text());
        Answer later = Explain.window(counted, "by2", "", time("12:06"), time("12:06"));
        assertEquals(
                "A window begins with its first event: that of [12:06, 12:08) comes at 12:07:19, and it is 12:06:00.",
                later.text());
        Answer waits = Explain.window(counted, "by2", "", time("12:06"), time("12:07:30"));
        assertTrue(waits.text().startsWith("At 12:07:30 [12:06, 12:08) needs a watermark of 12:08, and it is 12:04."),
                waits.text());
        Answer said = Explain.window(dropped, "by2", "", time("12:00"), time("12:08"));
        assertTrue(said.text().endsWith("Its state went at 12:07:28."), said.text());
    }

    @Test
    void aRetraction() {
        HandFed h = new HandFed(new WindowSpec.Tumbling(60_000, 0), 60_000);
        h.at("12:05:01").added("12:05:01", 3, "12:05", "12:06");
        h.at("12:06:00").watermark("12:06").fired("12:05", "12:06", Timing.ON_TIME, 0, 3);
        h.at("12:06:10").added("12:05:30", 4, "12:05", "12:06");
        Event back = h.fired("12:05", "12:06", Timing.LATE, 1, 3, true);
        h.fired("12:05", "12:06", Timing.LATE, 1, 7);
        Answer answer = Explain.event(h.trace(), back.id);
        assertEquals("Why is the 3 taken back?", answer.question());
        assertEquals("At 12:06:10 the 3 said at 12:06:00 for [12:05, 12:06) was taken back, because a new answer, 7 for"
                + " [12:05, 12:06), replaces it.", answer.text());
    }

    @Test
    void everyFactHasAnAnswer() {
        for (Trace trace : List.of(counted, dropped, HandFed.sessions().trace()))
            trace.facts().forEach(f -> assertTrue(Explain.fact(trace, f.index()).text().length() > 20, f.toString()));
    }
}
