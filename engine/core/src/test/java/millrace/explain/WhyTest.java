package millrace.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import millrace.design.Design;
import millrace.design.Value;
import millrace.event.Event;
import millrace.format.DesignPaths;
import millrace.trace.Curriculum;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import org.junit.jupiter.api.Test;

/** Answers on whole runs of the designs about time. */
class WhyTest {
    private static long time(Run run, String text) {
        return run.plan().clock().parse(text).orElseThrow();
    }

    private static String window(Design design, String start, String at) {
        Run run = Curriculum.run(design);
        return Explain.window(run, "window", "", time(run, start), time(run, at)).text();
    }

    /** Why the event with this value met its fate. */
    private static String event(Design design, long value) {
        Run run = Curriculum.run(design);
        Event event = run.trace()
                .rows("in", FactKind.EMITTED)
                .stream()
                .mapToObj(row -> ((Fact.Emitted) run.trace().fact(row)).event())
                .filter(e -> Long.valueOf(value).equals(e.value(e.schema.fields().size() - 1)))
                .findFirst()
                .orElseThrow();
        return Explain.event(run, event.id).text();
    }

    @Test
    void itNeverFires() {
        assertEquals("At 12:00:30 [12:00, 12:00:10) needs a watermark of 12:00:10, and it is 12:00:07. in states the"
                + " largest event time it has seen less 2 s, so an event of 12:00:12 or later is needed.",
                window(Curriculum.neverFires(), "12:00:00", "12:00:30"));
    }

    @Test
    void theQuietTurnstile() {
        assertEquals("At 12:01:00 [12:00, 12:00:20) needs a watermark of 12:00:20, and there is none yet. It is the"
                + " minimum over East (12:00:58) and West (none yet); West holds it back. West states the largest event"
                + " time it has seen less 2 s, so an event of 12:00:22 or later is needed.",
                window(Curriculum.quietTurnstile("0 s"), "12:00:00", "12:01:00"));
        assertEquals("At 12:00:20 [12:00, 12:00:20) needs a watermark of 12:00:20, and it is 12:00:13. It is the"
                + " minimum over East (12:00:13) and West (idle since 12:00:15, not counted); East holds it back. East"
                + " states the largest event time it has seen less 2 s, so an event of 12:00:22 or later is needed.",
                window(Curriculum.quietTurnstile("15 s"), "12:00:00", "12:00:20"));
        assertEquals("Dropped at 12:01:05: its event time 12:00:20 lies in [12:00:20, 12:00:40), which expired when the"
                + " watermark passed 12:00:40 at 12:00:45 (end 12:00:40, no allowed lateness).",
                event(Curriculum.quietTurnstile("15 s"), 6));
    }

    @Test
    void thePerfectWatermarkAndTheGuess() {
        assertTrue(window(Curriculum.perfectOrGuess(true), "12:00:00", "12:07:00")
                .endsWith("in knows of an earlier event that is still to come."));
        assertTrue(window(Curriculum.perfectOrGuess(false), "12:06:00", "12:08:30")
                .endsWith("The script of in gives 12:08 at 12:09:20."));
        assertTrue(
                event(Curriculum.perfectOrGuess(false), 9).startsWith("Dropped at 12:08:19: its event time 12:01:26"));
    }

    @Test
    void lateArrivals() {
        assertTrue(event(Curriculum.lateArrivals("10 min"), 9).endsWith("so it was added: 5 + 9 = 14."));
        assertTrue(event(Curriculum.lateArrivals("10 min", "discarding"), 9).endsWith("so it was added: 9."));
        assertEquals("Dropped at 12:08:19: its event time 12:01:26 lies in [12:00, 12:02), which expired when the"
                + " watermark passed 12:04 at 12:07:28 (end 12:02 + allowed lateness 2 min).",
                event(Curriculum.lateArrivals("2 min"), 9));
        for (String lateness : new String[] {"4 min 56 s", "4 min 57 s"}) {
            Run run = Curriculum.run(Curriculum.lateArrivals(lateness));
            long nine = ((Fact.Emitted) run.trace().fact(run.trace().rows("in", FactKind.EMITTED).get(6))).event().id;
            Lateness needed = Explain.latenessNeeded(run, nine).orElseThrow();
            assertEquals(296_000, needed.dropsUpTo());
            assertEquals(lateness.equals("4 min 57 s"), needed.counted());
        }
    }

    @Test
    void boundOrLateness() {
        Design late = Curriculum.boundOrLateness("0 s", "5 s");
        assertEquals("Event time 12:00:04: the watermark was already at 12:00:09 when it came at 12:00:10. Its window"
                + " [12:00, 12:00:10) is open until the watermark reaches 12:00:10, so it was added like any other: late"
                + " does not mean lost.", event(late, 3));
        assertTrue(event(late, 5).endsWith("(end 12:00:10 + allowed lateness 5 s), so it was added: 6 + 5 = 11."));
    }

    @Test
    void theWrongClock() {
        assertEquals("Dropped at 12:01:10: its event time 12:01:10 lies in [12:01, 12:02), which expired when the"
                + " watermark passed 12:02 at 12:00:50 (end 12:02, no allowed lateness).",
                event(Curriculum.wrongClock(), 4));
        assertEquals("A window begins with its first event, and what came for it was too late. Dropped at 12:01:10: its"
                + " event time 12:01:10 lies in [12:01, 12:02), which expired when the watermark passed 12:02 at 12:00:50"
                + " (end 12:02, no allowed lateness).", window(Curriculum.wrongClock(), "12:01:00", "12:02:30"));
    }

    @Test
    void sessionsThatMerge() {
        Run run = Curriculum.run(Curriculum.sessions("12:00:08", "20 s", "accumulating"));
        String merge = Explain.fact(run, run.trace().rows("window", FactKind.MERGED).get(0)).text();
        assertTrue(merge.startsWith("At 12:00:17 the 1 of 12:00:08 came, whose span [12:00:08, 12:00:18) overlaps"),
                merge);
        assertTrue(merge.contains("[12:00, 12:00:10)") && merge.contains("[12:00:15, 12:00:25)"), merge);
        assertTrue(merge.endsWith("(gap 10 s): they are one session now, [12:00, 12:00:25)."), merge);
        long first = ((Fact.Emitted) run.trace().fact(run.trace().rows("in", FactKind.EMITTED).get(0))).event().id;
        assertTrue(
                Explain.event(run, first)
                        .text()
                        .endsWith("It was added to [12:00, 12:00:10), which said 1 at 12:00:15"
                                + " (on time), which became [12:00, 12:00:25) and said 3 at 12:00:40 (on time)."),
                Explain.event(run, first).text());
        Run touch = Curriculum.run(Curriculum.sessions("12:00:05", "20 s", "accumulating"));
        assertEquals(2, touch.trace().rows("window", FactKind.MERGED).size());
    }

    @Test
    void aSessionThatWasGone() {
        Run run = Curriculum.run(Curriculum.sessions("12:00:08", "0 s", "accumulating"));
        long late = ((Fact.Emitted) run.trace().fact(run.trace().rows("in", FactKind.EMITTED).get(2))).event().id;
        String text = Explain.event(run, late).text();
        assertTrue(text.endsWith("It does not join [12:00, 12:00:10), which had expired at 12:00:15."), text);
    }

    @Test
    void aSessionThatCameTooLate() {
        Run run = Curriculum.run(Curriculum.sessions("12:00:02", "0 s", "accumulating"));
        assertEquals("Dropped at 12:00:17: its event time 12:00:02 makes the session [12:00:02, 12:00:12), which had"
                + " already expired: the watermark passed 12:00:12 at 12:00:15 (end 12:00:12, no allowed lateness).",
                fate(run, 2));
    }

    @Test
    void aRetractionOfASwallowedSession() {
        Run run = Curriculum.run(Curriculum.sessions("12:00:08", "20 s", "retracting"));
        Fact.Fired back = run.trace()
                .facts()
                .filter(f -> f instanceof Fact.Fired p && p.pane().retraction())
                .map(Fact.Fired.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "At 12:00:40 the 1 said at 12:00:15 for [12:00, 12:00:10) was taken back, because a new answer, 3 for"
                        + " [12:00, 12:00:25), replaces it: the window retracts, so that the results can be added up.",
                Explain.fact(run, back.index()).text());
    }

    @Test
    void aFilterAndAnExpressionWithoutResult() {
        Run run = Curriculum.run(Curriculum.filtered());
        assertEquals("Left out by positive at 12:00:02: value > 0 does not hold, as value is -3.", fate(run, 1));
        String failed = fate(run, 2);
        assertTrue(failed.startsWith("share had no result for it at 12:00:03: "), failed);
        assertTrue(failed.contains(" in 10 / (value - 5) where value is 5. The event went no further."), failed);
        String counted = fate(run, 0);
        assertTrue(counted.startsWith("share made it into "), counted);
        assertEquals(1, run.troubles().size());
        assertEquals("share", run.troubles().getFirst().problem().where().node());
    }

    @Test
    void anExpressionWithoutFieldsAndWithoutResult() {
        Run run = Curriculum.run(
                DesignPaths.set(Curriculum.filtered(), "share.fields.share", Value.of("10 / 0")).value().orElseThrow());
        String failed = fate(run, 2);
        assertTrue(failed.endsWith(" in 10 / 0. The event went no further."), failed);
    }

    private static String fate(Run run, int row) {
        Fact.Emitted f = (Fact.Emitted) run.trace().fact(run.trace().rows("in", FactKind.EMITTED).get(row));
        return Explain.event(run, f.event().id).text();
    }

    @Test
    void everyFactOfEveryDesignHasAnAnswer() {
        for (Design design : new Design[] {Curriculum.quietTurnstile("15 s"), Curriculum.wrongClock(),
            Curriculum.lateArrivals("2 min", "retracting"), Curriculum.filtered(),
            Curriculum.sessions("12:00:08", "20 s", "retracting"), Curriculum.counting(), Curriculum.generated(60)}) {
            Run run = Curriculum.run(design);
            run.trace().facts().forEach(f -> {
                String text = Explain.fact(run, f.index()).text();
                assertTrue(text.length() > 20 && !text.contains("null") && !text.contains("  "), f + ": " + text);
            });
        }
    }
}
