package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import millrace.catalog.Catalog;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.View;
import millrace.simulation.Simulation;
import millrace.trace.Hand;
import millrace.trace.NodeMoment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** What nodes show beside what they hold: whose keys are whose, what is committed, what met what, what is gone or lost. */
@ExtendWith(ApplicationExtension.class)
class LiveStateTest {
    private static Labels labels(Runs runs) {
        return new Labels(Optional.of(runs.view()));
    }

    private static Layout layout(Runs runs) {
        return Layout.of(runs.design(), Catalog::find, new Sizes(Optional.of(runs.view().end()), labels(runs)), false);
    }

    private static int rows(Runs runs, String at) {
        return runs.at(at).facts();
    }

    private static Design twoHands() {
        Design design = Runs.ofFile("faults/more-hands.json").design();
        return design.change("count", n -> n.with("instances", Value.of(2)))
                .withSettings(design.settings().without("upgrade"));
    }

    private static Hand hand(Runs runs, int instance, int rows) {
        return labels(runs).lore().deals().hands("count", rows).get(instance);
    }

    @Test
    void eachInstanceShowsTheKeysThatItCounts() {
        Runs runs = Runs.of(twoHands());
        Plan plan = runs.view().trace().plan();
        Simulation simulation = new Simulation(plan, null, (node, now, event) -> {});
        simulation.run();
        int count = plan.nodeNumber("count");
        int key = labels(runs).outputKey("count");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<String> held = ((View.Table) simulation.view(count, i)).rows()
                    .stream()
                    .map(e -> String.valueOf(e.value(key)))
                    .sorted()
                    .toList();
            List<String> shown = hand(runs, i, Integer.MAX_VALUE).keys();
            assertEquals(held, shown.stream().sorted().toList());
            all.addAll(shown);
        }
        assertEquals(List.of("A", "B", "C"), all.stream().sorted().toList());
        assertEquals(List.of(), hand(runs, 0, 0).keys(), "nothing has come yet");
    }

    @Test
    void aNodeIsAsHighAsItsInstancesNeed() {
        Runs one = Runs.of(twoHands().change("count", n -> n.with("instances", Value.of(1))));
        Runs two = Runs.of(twoHands());
        Shape alone = layout(one).shape("count").orElseThrow();
        Shape both = layout(two).shape("count").orElseThrow();
        assertEquals(2 * 48 + 6, both.box().height() - alone.box().height());
        assertEquals(alone.bottom(), both.bottom(), "what it holds stands where it stood");
    }

    @Test
    void aGroupHasCommittedWhatTheLastCompleteCheckpointHas() {
        Runs runs = Runs.ofFile("faults/kill-it.json");
        Commits commits = labels(runs).lore().commits();
        String group = ((View.Log) runs.at("12:00:05").node("log").orElseThrow().view()).groups().getFirst().name();
        assertEquals(Optional.empty(), commits.of("log", group, rows(runs, "12:00:11")));
        assertEquals(Optional.of(List.of(6L)), commits.of("log", group, rows(runs, "12:00:12")));
        assertEquals(Optional.of(List.of(6L)), commits.of("log", group, rows(runs, "12:00:35")));
        assertEquals(Optional.of(List.of(15L)), commits.of("log", group, rows(runs, "12:00:37")));
        View.Log restored = (View.Log) runs.at("12:00:22").node("log").orElseThrow().view();
        assertTrue(restored.groups().getFirst().positions().getFirst() >= 6);
    }

    @Test
    void anEventIsLinkedToTheRowThatItMetLast() {
        Runs runs = Runs.ofFile("examples/stream-table-join.json");
        assertEquals(List.of(), linked(runs, "12:00:04"), "order 1 met nothing");
        assertEquals(List.of(2L), linked(runs, "12:00:06"));
        assertEquals(List.of(), linked(runs, "12:00:09"), "that row is there no longer");
        assertEquals(List.of(3L), linked(runs, "12:00:11"));
        long pair = labels(runs).lore().lookedUp("town", rows(runs, "12:00:06")).orElseThrow().result().id;
        assertEquals("town", labels(runs).joinOf(pair), "and travels as a pair");
    }

    /** The numbers of the orders that the join shows. */
    private static List<Object> linked(Runs runs, String at) {
        NodeMoment moment = runs.at(at).node("town").orElseThrow();
        Shape shape = layout(runs).shape("town").orElseThrow();
        return BodyPainter.spots(shape, moment, labels(runs), rows(runs, at))
                .stream()
                .map(Spot::event)
                .filter(e -> e.schema.fields().getLast().name().equals("order"))
                .<Object>map(e -> e.value(1))
                .toList();
    }

    @Test
    void whatIsTakenBackIsStruckForAsLongAsThatIsSeen() {
        Runs runs = Runs.ofFile("faults/kill-it.json");
        Gone gone = labels(runs).lore().gone();
        long at = runs.time("12:00:05");
        List<Event> struck = gone.seen("board", rows(runs, "12:00:05"), Motion.still(at));
        assertEquals(List.of(2L), struck.stream().map(e -> e.value(0)).toList());
        assertEquals(ChangeKind.UPDATE_BEFORE, ChangeKind.of(struck.getFirst()));
        assertEquals(List.of(), gone.seen("board", rows(runs, "12:00:05"), Motion.still(at + 1)));
        assertEquals(1, gone.seen("board", rows(runs, "12:00:05"), new Motion(at + 900, 1, true)).size());
        assertEquals(0, gone.seen("board", rows(runs, "12:00:05"), new Motion(at + 1_500, 1, true)).size());
        assertEquals(1, gone.seen("count", rows(runs, "12:00:05"), Motion.still(at)).size());
    }

    @Test
    void whatACrashTookForGoodIsCountedAndSeen() {
        Design killed = Runs.ofFile("faults/kill-it.json").design();
        Runs safe = Runs.of(killed);
        assertTrue(IntStream.of(0, safe.view().trace().size())
                .allMatch(r -> labels(safe).lore().lost("log", r).isEmpty()));
        Runs runs = Runs.of(killed.withSettings(killed.settings().without("checkpoints")));
        assertEquals(0, labels(runs).lore().lost("log", rows(runs, "12:00:25")).size());
        assertEquals(2, labels(runs).lore().lost("log", rows(runs, "12:00:30")).size(), "12 and 13");
        assertEquals(List.of(12L, 13L), seen(runs, "12:00:26"));
        assertEquals(List.of(), seen(runs, "12:00:30"), "they are counted on");
        int moved = labels(runs).lore().lost("log", Integer.MAX_VALUE).getFirst().row();
        Motion motion = new Motion(runs.time("12:00:26") + 400, 1, true);
        List<Traveller> travellers = new Travels(runs.view(), new Lags(runs.view().trace(), runs.moments()))
                .at(runs.at("12:00:26"), motion);
        assertTrue(travellers.stream()
                .anyMatch(t -> t instanceof Traveller.Falling f && f.fate() == Traveller.Fate.LOST
                        && f.node().equals("log")),
                moved + " " + travellers);
    }

    private static List<Object> seen(Runs runs, String at) {
        NodeBadges badges = new NodeBadges(new Pen(millrace.app.look.Ink.on(new javafx.scene.canvas.Canvas(10, 10)),
                millrace.app.look.Theme.LIGHT), layout(runs), labels(runs), Focus.NONE);
        return badges.spots(runs.at(at)).stream().<Object>map(s -> s.event().value(0)).toList();
    }
}
