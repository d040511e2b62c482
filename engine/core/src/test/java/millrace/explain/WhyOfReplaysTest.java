package millrace.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import millrace.event.Event;
import millrace.measure.Shipped;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Lineage;
import millrace.trace.Replays;
import millrace.trace.Run;
import org.junit.jupiter.api.Test;

/** What is sent once more after a crash is linked to what it was the first time, in both directions. */
class WhyOfReplaysTest {
    /** The events that a node put out with this value of its first field, in order. */
    private static List<Event> made(Run run, String node, FactKind kind, long value) {
        Set<Long> seen = new HashSet<>();
        return run.trace()
                .rows(node, kind)
                .stream()
                .mapToObj(r -> run.trace().fact(r))
                .map(f -> f instanceof Fact.Derived d ? d.child() : f.subject().orElseThrow())
                .filter(e -> Long.valueOf(value).equals(e.value(0)) && seen.add(e.id))
                .toList();
    }

    @Test
    void theCountOfSevenIsTheOneBeforeTheCrashAgain() {
        Run run = Shipped.run("faults/kill-it");
        List<Event> sevens = made(run, "count", FactKind.DERIVED, 7).stream()
                .filter(e -> millrace.event.ChangeKind.of(e).adds())
                .toList();
        assertEquals(2, sevens.size());
        Replays replays = run.trace().replays();
        assertEquals(sevens.get(0).id, replays.original(sevens.get(1).id).orElseThrow());
        assertEquals(List.of(sevens.get(1).id), replays.again(sevens.get(0).id));
        Answer again = Explain.event(run, sevens.get(1).id);
        assertTrue(again.text()
                .contains("It is a replay: Count sent it first at 12:00:13, and again at 12:00:26, since it"
                        + " went back to checkpoint 1 at 12:00:26."),
                again.text());
        assertTrue(again.moments().contains(run.plan().clock().parse("12:00:13").orElseThrow()));
        Answer first = Explain.event(run, sevens.get(0).id);
        assertTrue(first.text().contains("Count sent it once more at 12:00:26, since it went back to checkpoint 1"),
                first.text());
    }

    @Test
    void aRecordOfALogIsReadTwiceByOneGroup() {
        Run run = Shipped.run("faults/kill-it");
        Event eight = made(run, "orders", FactKind.EMITTED, 8).getFirst();
        Replays.Reading reading = run.trace()
                .replays()
                .readings(eight.id)
                .stream()
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("12:00:15", "12:00:26"),
                reading.rows().stream().map(r -> run.plan().clock().format(run.trace().at(r))).toList());
        String text = Explain.event(run, eight.id).text();
        assertTrue(text.contains("12:00:15") && text.contains("12:00:26"), text);
    }

    private static List<Long> ids(List<Event> events) {
        return events.stream().map(e -> e.id).toList();
    }

    @Test
    void whatIsLitIsTheSameFromEachSending() {
        Run run = Shipped.run("faults/kill-it");
        List<Event> sevens = made(run, "count", FactKind.DERIVED, 7);
        Lineage lineage = new Lineage(run.trace());
        for (Event seven : sevens)
            assertTrue(ids(lineage.kin(seven.id)).containsAll(ids(lineage.ancestors(seven.id))));
        List<Event> adds = sevens.stream().filter(e -> millrace.event.ChangeKind.of(e).adds()).toList();
        List<Long> kin = ids(lineage.kin(adds.get(0).id));
        assertEquals(kin, ids(lineage.kin(adds.get(1).id)));
        assertTrue(kin.containsAll(ids(adds)));
    }

    /** Each link of every design with a crash joins two events of one node that say the same, the later one after a crash. */
    @Test
    void everyLinkJoinsTheSame() {
        int links = 0;
        for (String name : List.of("faults/kill-it", "faults/press-twice", "faults/second-mail", "faults/two-readers",
                "faults/new-node", "faults/more-hands", "faults/slow-sink", "faults/a-barriers-way")) {
            Run run = Shipped.run(name);
            Replays replays = run.trace().replays();
            Set<Long> seen = new HashSet<>();
            List<String> wrong = new ArrayList<>();
            for (FactKind kind : List.of(FactKind.EMITTED, FactKind.DERIVED, FactKind.FIRED))
                for (int row : run.trace().rows(kind).stream().toArray()) {
                    Event event = run.trace().fact(row) instanceof Fact.Derived d ? d.child()
                            : run.trace().fact(row).subject().orElseThrow();
                    if (!seen.add(event.id) || replays.original(event.id).isEmpty()) continue;
                    links++;
                    Event first = run.trace().event(replays.original(event.id).get()).orElseThrow();
                    int born = run.trace().bornIn(first.id).orElseThrow();
                    boolean same = run.trace().node(born).equals(run.trace().node(row)) && born < row
                            && first.time == event.time && first.schema == event.schema;
                    if (!same) wrong.add(name + ": " + first + " and " + event);
                }
            assertEquals(List.of(), wrong);
        }
        assertTrue(links >= 16, links + " links");
    }
}
