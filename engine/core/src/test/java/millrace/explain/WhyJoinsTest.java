package millrace.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import millrace.design.Design;
import millrace.event.Event;
import millrace.format.DesignPaths;
import millrace.format.DesignReader;
import millrace.trace.Curriculum;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import org.junit.jupiter.api.Test;

/** Answers on whole runs of the designs about joins. */
class WhyJoinsTest {
    private static Design design(String file, String... changes) {
        Design design = DesignReader.read(Path.of("../../designs/" + file)).wholeDesign().orElseThrow();
        for (String change : changes) {
            String[] parts = change.split("=");
            design = DesignPaths.set(design, parts[0], DesignPaths.typed(parts[1])).value().orElseThrow();
        }
        return design;
    }

    /** What became of the event that a source put out as its nth, from 0. */
    private static String why(Design design, String source, int n) {
        Run run = Curriculum.run(design);
        int row = run.trace().rows(source, FactKind.EMITTED).get(n);
        Event event = ((Fact.Emitted) run.trace().fact(row)).event();
        return Explain.event(run, event.id).question() + " " + Explain.event(run, event.id).text();
    }

    @Test
    void aPair() {
        assertEquals(
                "Why did these two join? Pair made it into A at 12:00:45. Both were there at 12:00:45: the right one, 12:00:45, comes "
                        + "35 s after the left one, 12:00:10, and may come from 0 s to 2 min after it.",
                why(design("joins/search-then-click.json"), "searches", 0));
    }

    @Test
    void theNearestMissed() {
        assertEquals("Why did this C find no partner? The watermark reached 12:01:20 at 12:02:00, and it left nothing. "
                + "The nearest of its key, 12:01:20, came at 12:01:20, 5 s too late. The watermark is the smaller of two: the "
                + "left input holds it back at 12:01:20, the right one is at 12:02.",
                why(design("joins/search-then-click.json"), "clicks", 1));
    }

    @Test
    void itIsNotOverYet() {
        assertEquals(
                "How long is this B kept? Pair keeps it until the watermark passes 12:02:30: until then a partner may come. "
                        + "The watermark is the smaller of two: the left input holds it back at 12:01:20, the right one is at 12:02:40.",
                why(design("joins/search-then-click.json"), "searches", 1));
    }

    @Test
    void nobodyOfItsKey() {
        assertEquals(
                "Why did this 2 find no partner? The watermark reached 12:14 at 12:20:00, and it left alone. Nothing of the key 2 "
                        + "ever came to the other side. The watermark is the smaller of two: the right input holds it back at 12:14, "
                        + "the left one is at 12:20.",
                why(design("joins/unpaid.json"), "orders", 1));
    }

    @Test
    void lateForTheJoin() {
        assertEquals(
                "Why is this C late? Its event time 12:00:50 lay before the watermark, 12:01:15, when it came at 12:01:20: what it "
                        + "might have joined may be gone, so it left by the port for late events.",
                why(design("joins/search-then-click.json", "searches.rows[2][0]=12:00:50",
                        "searches.rows[2][1]=12:01:20",
                        "searches.rows[1][0]=12:01:16", "searches.rows[1][1]=12:01:16"), "searches", 2));
    }

    @Test
    void aRowOfATable() {
        assertEquals("Why did this 1 find no partner? It came at 12:00:01, and it left alone. The table had no row of "
                + "the key Ann then; the next change of it came at 12:00:02.",
                why(design("examples/stream-table-join.json"), "orders", 0));
        assertEquals("Why this row for this 2? When it came at 12:00:05 the table held the row of 12:00:02.",
                why(design("examples/stream-table-join.json"), "orders", 1));
        assertEquals(
                "Why this row for this 2? The watermark passed its event time 12:00:05 at 12:00:10. The row that was valid then "
                        + "is of 12:00:02.",
                why(design("examples/stream-table-join.json", "town.asOf=event"), "orders", 1));
    }

    @Test
    void notInOneWindow() {
        assertEquals(
                "Why did this Ann find no partner? The watermark reached 12:05 at 12:06:00, and it left nothing. The nearest of its "
                        + "key, 12:05, came at 12:05:00 and lies in no window with it. The watermark is the smaller of two: the right input "
                        + "holds it back at 12:05, the left one is at 12:06.",
                why(design("examples/window-join.json"), "in", 0));
    }
}
