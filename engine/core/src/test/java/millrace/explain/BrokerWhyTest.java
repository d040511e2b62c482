package millrace.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import millrace.design.Design;
import millrace.design.Value;
import millrace.format.DesignPaths;
import millrace.format.DesignReader;
import millrace.operator.BrokerNote;
import millrace.trace.Curriculum;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import org.junit.jupiter.api.Test;

/** Answers about logs and queues, on the shipped designs. */
class BrokerWhyTest {
    private static Design design(String name) {
        return DesignReader.read(Path.of("../../designs/messaging/" + name + ".json")).wholeDesign().orElseThrow();
    }

    private static Design with(Design design, String path, String value) {
        return DesignPaths.set(design, path, DesignPaths.typed(value)).value().orElseThrow();
    }

    private static Run run(Design design) {
        return Curriculum.run(design);
    }

    private static long time(Run run, String text) {
        return run.plan().clock().parse(text).orElseThrow();
    }

    private static String window(Design design, String start, String at) {
        Run run = run(design);
        return Explain.window(run, "sum", "", time(run, start), time(run, at)).text();
    }

    /** What became of the nth event that a source sent, from 0. */
    private static String event(Design design, String source, int n) {
        Run run = run(design);
        Fact.Emitted fact = (Fact.Emitted) run.trace().fact(run.trace().rows(source, FactKind.EMITTED).get(n));
        return Explain.event(run, fact.event().id).text();
    }

    /** The answers to all notes of a kind at a node. */
    private static List<String> notes(Design design, String node, Class<? extends BrokerNote> kind) {
        Run run = run(design);
        var rows = run.trace().rows(node, FactKind.NOTED);
        return IntStream.range(0, rows.size())
                .map(rows::get)
                .filter(row -> kind.isInstance(((Fact.Noted) run.trace().fact(row)).note()))
                .mapToObj(row -> Explain.fact(run, row).text())
                .toList();
    }

    @Test
    void aReaderWithoutAPartitionHoldsTheWatermarkBack() {
        assertEquals("At 12:00:14 [12:00, 12:00:10) needs a watermark of 12:00:10, and there is none yet. It is the "
                + "minimum over partition 0 (12:00:13), partition 1 (12:00:14) and reader 3 (none yet). It waits for "
                + "reader 3 of group sum, which has never had an event: it has no partition.",
                window(design("third-instance"), "12:00:00", "12:00:14"));
    }

    @Test
    void aPartitionThatIsBehindHoldsTheWatermarkBack() {
        assertEquals(
                "At 12:00:13 [12:00, 12:00:10) needs a watermark of 12:00:10, and it is 12:00:08. It is the minimum "
                        + "over partition 0 (12:00:13) and partition 1 (12:00:08). It waits for partition 1, read by reader 2 of "
                        + "group sum. A partition states the largest event time read, so an event of 12:00:10 or later is needed "
                        + "there.",
                window(with(design("third-instance"), "log.groups[0].readers", "2"), "12:00:00", "12:00:13"));
    }

    @Test
    void whoHasReadARecordAndWhoNot() {
        assertEquals("Event time 12:00:30, put out by Orders at 12:00:30; it reached Analytics at 12:02:00. It was "
                + "appended to Log at 12:00:30 and has offset 3 of partition 0. Group kitchen read it at 12:00:30. Group "
                + "search read it at 12:01:00. Group analytics read it at 12:02:00.",
                event(design("three-readers"), "orders", 3));
    }

    @Test
    void whyAGroupNeverReadARecord() {
        Design design = design("three-readers");
        assertEquals("Group analytics never read it: it began at 12:02:00, behind it; retention had removed it at "
                + "12:01:00.", last(event(with(design, "log.retention.age", "1 min"), "orders", 0)));
        assertEquals("Group analytics never read it: it began at 12:02:00, behind it.",
                last(event(with(design, "log.groups[2].from", "latest"), "orders", 0)));
        assertEquals("Group analytics has not begun to read.",
                last(event(with(design, "settings.until", "12:01:30"), "orders", 0)));
        String ben = notes(design("compaction"), "log", BrokerNote.Appended.class).get(4);
        assertEquals(
                "Group web read it at 12:00:04. Group phone never read it: the cleaner removed it at 12:03:00. Group "
                        + "fresh never read it: it began at 12:04:00, behind it; the cleaner had removed it at 12:03:00.",
                ben.substring(ben.indexOf("Group web")));
        String search = event(with(design, "settings.until", "12:00:55"), "orders", 4);
        assertEquals(
                "Group search has not read it yet: it stands at offset 3 and lags by 3. Group analytics has not begun "
                        + "to read.",
                search.substring(search.indexOf("Group search")));
    }

    private static String last(String text) {
        return text.substring(text.lastIndexOf("Group "));
    }

    @Test
    void howAGroupStands() {
        Run run = run(design("three-readers"));
        assertEquals("At 12:00:50 group search lags by 3: it reads offset 3 of partition 0 next. It has read since "
                + "12:00:00. Its watermark follows partition 0, which is at 12:00:20.",
                Explain.group(run.trace(), "log", "search", time(run, "12:00:50")).text());
        assertEquals("At 12:00:50 group analytics has not begun to read.",
                Explain.group(run.trace(), "log", "analytics", time(run, "12:00:50")).text());
        assertThrows(IllegalArgumentException.class, () -> Explain.group(run.trace(), "log", "serach", 0));
    }

    @Test
    void whatIsGoneAndWhy() {
        assertEquals(List.of("The cleaner ran at 12:01:00 and removed offset 0: a newer record of the same key stands "
                + "behind it.",
                "The cleaner ran at 12:03:00 and removed offset 4: a tombstone is kept only for a while "
                        + "after the run that first met it."),
                notes(design("compaction"), "log", BrokerNote.Cleaned.class).stream()
                        .filter(t -> t.contains("offset 0") || t.contains("offset 4"))
                        .toList());
        assertEquals(
                "At 12:01:00 offset 0 of partition 0 was as old as a record may become: retention removed it, read or "
                        + "not.",
                notes(with(design("three-readers"), "log.retention.age", "1 min"), "log", BrokerNote.Retired.class)
                        .getFirst());
    }

    @Test
    void groupsThatMoveAndReadersThatRest() {
        Design reset = DesignPaths
                .set(design("three-readers"), "log.groups[0].resets", Value.of(List.of(Value.of("12:01:00"))))
                .value()
                .orElseThrow();
        assertEquals(List.of("At 12:01:00 it was set back to the oldest record: from offset 6 to 0."),
                notes(reset, "log", BrokerNote.Moved.class));
        assertEquals(
                "At 12:00:10 reader 3 of group sum, which has no partition, has had no event for so long that it holds the watermark "
                        + "back no longer.",
                notes(with(design("third-instance"), "log.idleAfter", "10 s"), "log", BrokerNote.Rested.class)
                        .getFirst());
    }

    @Test
    void whyTheThirdJobIsDoneBeforeTheSecond() {
        List<String> done = notes(design("two-workers"), "queue", BrokerNote.Done.class);
        assertEquals(
                "A finished it at 12:00:20. Message 2 was sent before it and is not done yet: work on that failed at "
                        + "12:00:12.",
                done.get(1));
        assertEquals("B finished it at 12:00:24, at delivery 2.", done.get(2));
        assertEquals(
                "B was the first free worker at 12:00:12. It is delivery 2: the work on it failed at B at 12:00:12.",
                notes(design("two-workers"), "queue", BrokerNote.Delivered.class).get(3));
    }

    @Test
    void whereAMessageIs() {
        Design design = with(design("poison"), "queue.limit", "0");
        assertEquals("It is message 4, sent at 12:00:00. It waits in the queue.",
                event(with(design, "settings.until", "12:00:11"), "jobs", 3));
        assertEquals(
                "Work on it failed at A at 12:00:12, delivery 4: no more are allowed, so it was given up and left by "
                        + "'dead'.",
                notes(design("poison"), "queue", BrokerNote.Failed.class).getLast());
        assertEquals(
                "Work on it failed at A at 12:00:06, delivery 1: it went back to the front and is delivered again.",
                notes(design("poison"), "queue", BrokerNote.Failed.class).getFirst());
    }
}
