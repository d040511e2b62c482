package millrace.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.Event;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.operator.View;
import millrace.simulation.Outlet;
import millrace.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which instance has which keys, before and after a rescaling, held against what the instances themselves hold. */
class DealsTest {
    private static Run run(String design, String node, int before, int after, String at, String restart) {
        return run(design, node, before, after, at, restart, Optional.empty());
    }

    private static Run run(String design, String node, int before, int after, String at, String restart,
            Optional<Value> crashes) {
        Path file = Path.of("../../designs", design);
        Design d = DesignReader.read(file).design().orElseThrow();
        Map<String, Value> upgrade = new LinkedHashMap<>();
        upgrade.put("at", Value.of(at));
        upgrade.put("restart", Value.of(restart));
        upgrade.put("rescales", Value.of(List.of(Value.of(node))));
        upgrade.put("instances", Value.of(after));
        Design rescaled = d.change(node, n -> n.with("instances", Value.of(before)))
                .withSettings(d.settings().with("upgrade", Value.group(upgrade)));
        Value checkpoints = Value
                .group(new LinkedHashMap<>(Map.of("every", Value.of("4 s"), "guarantee", Value.of("exactly-once"))));
        Design crashing = crashes.map(c -> rescaled
                .withSettings(rescaled.settings().with("crashes", c).with("checkpoints", checkpoints)))
                .orElse(rescaled);
        return Run.of(Compiler.compile(crashing, new DesignFolder(file.getParent())).value().orElseThrow());
    }

    private static Run moreHands(int before, int after) {
        return run("faults/more-hands.json", "count", before, after, "12:00:20", "12:00:25");
    }

    private static long time(Run run, String at) {
        return run.plan().clock().parse(at).orElseThrow();
    }

    private static List<String> keys(List<Event> rows) {
        return rows.stream().map(e -> String.valueOf(e.value(0))).distinct().sorted().toList();
    }

    private static List<Hand> hands(Run run, String node, String at) {
        return run.trace().deals().hands(node, run.trace().rowsUntil(time(run, at)));
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"1, 3", "2, 3", "3, 2", "3, 1", "2, 5"})
    void atAnyStepAnInstanceHasTheKeysThatItHolds(int before, int after) {
        shownAsHeld(moreHands(before, after), before, after);
    }

    /** It is down when it is asked to stop, and is not asked again: it comes back as the new one. */
    @ParameterizedTest(name = "a crash at {0}, down for {1}")
    @CsvSource({"12:00:18, 2 s", "12:00:18, 1999 ms", "12:00:18, 2001 ms", "12:00:20, 1 s", "12:00:19, 3 s"})
    void aPipelineThatComesBackAtTheVeryInstantOfTheQuestionIsShownAsItIs(String crash, String down) {
        shownAsHeld(run("faults/more-hands.json", "count", 1, 3, "12:00:20", "12:00:25",
                Optional.of(Value.of(List.of(Value.of(List.of(Value.of(crash), Value.of("board"), Value.of(down))))))),
                1, 3);
    }

    private static void shownAsHeld(Run run, int before, int after) {
        int count = run.plan().nodeNumber("count");
        int most = Math.max(before, after);
        Simulation simulation = new Simulation(run.plan(), null, Outlet.NONE);
        boolean moved = false;
        while (simulation.step()) {
            int rows = run.trace().rowsUntilStep(simulation.steps());
            if (!new Moments(run.trace()).atRow(rows).status("count").isUp()) continue;
            List<Hand> hands = run.trace().deals().hands("count", rows);
            List<List<String>> shown = hands.stream().map(h -> h.keys().stream().sorted().toList()).toList();
            List<List<String>> held = IntStream.range(0, most)
                    .mapToObj(i -> keys(((View.Table) simulation.view(count, i)).rows()))
                    .toList();
            assertEquals(held, shown, "after step " + simulation.steps());
            moved |= hands.stream().anyMatch(h -> !h.from().isEmpty());
        }
        assertTrue(moved, "some key went to another instance");
    }

    @Test
    void aRescalingBringsInstancesAndSaysWhereTheirKeysCameFrom() {
        Run run = moreHands(1, 3);
        assertEquals(List.of(true, false, false), hands(run, "count", "12:00:10").stream().map(Hand::there).toList());
        assertEquals(List.of("B", "C", "A"), hands(run, "count", "12:00:10").getFirst().keys());
        assertEquals(List.of("B"), hands(run, "count", "12:00:01").getFirst().keys(), "the others have not come");
        assertEquals(List.of("B", "C", "A"), hands(run, "count", "12:00:22").getFirst().keys(),
                "while all stands still");
        List<Hand> after = hands(run, "count", "12:00:26");
        assertEquals(List.of(true, true, true), after.stream().map(Hand::there).toList());
        assertEquals(List.of(List.of("B", "C"), List.of(), List.of("A")), after.stream().map(Hand::keys).toList());
        assertEquals(List.of(Map.of(), Map.of(), Map.of("A", 0)), after.stream().map(Hand::from).toList());
        assertEquals(OptionalLong.of(time(run, "12:00:25")), run.trace().deals().rescaling("count"));
    }

    @Test
    void fewerHandsTakeInstancesAwayAndAKeyThatComesLaterCameFromNobody() {
        Run run = moreHands(3, 2);
        assertEquals(List.of(true, true, false), hands(run, "count", "12:00:26").stream().map(Hand::there).toList());
        Run late = run("faults/more-hands.json", "count", 1, 3, "12:00:02.500", "12:00:02.600");
        assertEquals(List.of(), hands(late, "count", "12:00:02.700").get(2).keys(), "A has not come");
        Hand third = hands(late, "count", "12:00:05").get(2);
        assertEquals(List.of("A"), third.keys());
        assertEquals(Map.of(), third.from());
    }

    @Test
    void aRescaledTableIsShownWholeAndEachInstanceItsPart() {
        Timeline timeline = new Timeline(moreHands(1, 3));
        for (String at : List.of("12:00:10", "12:00:26", "12:00:30")) {
            Moment moment = timeline.at(time(timeline.run(), at));
            View.Table whole = assertInstanceOf(View.Table.class, moment.node("count").orElseThrow().view());
            assertEquals(List.of("A", "B", "C"), keys(whole.rows()), at);
            List<Long> sizes = moment.status("count").held().stream().map(v -> ((View.Table) v).size()).toList();
            assertEquals(3, sizes.stream().mapToLong(n -> n).sum(), at);
            assertEquals(at.compareTo("12:00:25") < 0 ? List.of(3L, 0L, 0L) : List.of(2L, 0L, 1L), sizes, at);
        }
    }

    @Test
    void whileAllStandsStillTheStateLiesInTheSavepoint() {
        Run run = moreHands(1, 3);
        Moment moment = new Timeline(run).at(time(run, "12:00:22"));
        assertEquals(List.of(0L, 0L, 0L),
                moment.status("count").held().stream().map(v -> ((View.Table) v).size()).toList());
    }

    @Test
    void aRescaledJoinShowsWhatAllItsGroupsKeep() {
        Run run = run("joins/search-then-click.json", "pair", 1, 3, "12:01:30", "12:01:35");
        Timeline timeline = new Timeline(run);
        for (String at : List.of("12:01:25", "12:01:40")) {
            Moment moment = timeline.at(time(run, at));
            View.Join join = assertInstanceOf(View.Join.class, moment.node("pair").orElseThrow().view());
            assertEquals(List.of("A", "B", "C"), keys(join.left()), at);
            assertEquals(3, join.leftSize(), at);
            List<String> all = new ArrayList<>();
            hands(run, "pair", at).forEach(h -> all.addAll(h.keys()));
            assertEquals(List.of("A", "B", "C"), List.copyOf(new TreeSet<>(all)), at);
        }
    }

    @Test
    void aNodeThatIsRescaledIsDownOnce() {
        Run run = moreHands(1, 3);
        List<ChartData.Outage> outages = ChartData.of(run.trace(), "count").outages();
        assertEquals(List.of(new ChartData.Outage(time(run, "12:00:20"), time(run, "12:00:25"), false)), outages);
    }

    /** The savepoint takes two seconds to get through; a crash meanwhile is recovered from the last checkpoint. */
    @Test
    void aCrashBeforeTheSavepointIsCompleteLosesNoKey() {
        Path file = Path.of("../../designs/faults/more-hands.json");
        Design d = DesignReader.read(file).design().orElseThrow();
        Map<String, Value> checkpoints = new LinkedHashMap<>();
        checkpoints.put("guarantee", Value.of("exactly-once"));
        checkpoints.put("every", Value.of("12 s"));
        Value crash = Value.of(List.of(Value.of("12:00:21"), Value.of("board"), Value.of("1 s")));
        Design changed = d.withSettings(d.settings()
                .with("transit", Value.of("2 s"))
                .with("checkpoints", Value.group(checkpoints))
                .with("crashes", Value.of(List.of(crash))));
        Run run = Run.of(Compiler.compile(changed, new DesignFolder(file.getParent())).value().orElseThrow());
        Moment end = new Timeline(run).at(run.end());
        View.Table count = assertInstanceOf(View.Table.class, end.node("count").orElseThrow().view());
        assertEquals(List.of("A 4", "B 4", "C 4"),
                count.rows().stream().map(e -> e.value(0) + " " + e.value(1)).sorted().toList());
    }
}
