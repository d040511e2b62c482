package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.format.DesignReader;
import millrace.operator.Files;
import millrace.operator.View;
import millrace.operator.View.JoinedTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a join of two tables shows of them at each moment: a line for each left row, with the right row that it is joined with,
 * then a line for each right row that is alone.
 */
class JoinedViewTest {
    private static final String ORDERS = """
            ["10:00", "insert", 1, "Ann"], ["10:02", "insert", 2, "Ann"], ["10:04", "update", 2, "Ben"],
            ["10:06", "delete", 1, null], ["10:07", "insert", 3, null]""";
    private static final String PEOPLE = """
            ["10:01", "insert", "Ann", "Rome"], ["10:03", "update", "Ann", "Oslo"], ["10:05", "insert", "Ben", "Bonn"],
            ["10:08", "delete", "Ben", null]""";

    private static Plan plan(String settings, String orders, String people) {
        return plan("", settings, orders, people);
    }

    private static Plan plan(String ofDesign, String settings, String orders, String people) {
        String design = """
                {"millrace": 1, "settings": {%s}, "nodes": [
                 {"id": "orders", "type": "database", "settings": {"fields": {"order": "long", "name": "string"}, "key": "order",
                  "edits": [%s]}},
                 {"id": "people", "type": "database", "settings": {"fields": {"name": "string", "town": "string"}, "key": "name",
                  "edits": [%s]}},
                 {"id": "view", "type": "table-join", "settings": {%s}},
                 {"id": "out", "type": "results"}],
                 "wires": [{"from": "orders", "to": "view.left"}, {"from": "people", "to": "view.right"},
                  {"from": "view", "to": "out"}]}
                """
                .formatted(ofDesign, orders, people, settings);
        var outcome = Compiler.compile(DesignReader.read(design, "x").wholeDesign().orElseThrow(), Files.NONE);
        return outcome.value().orElseThrow(() -> new AssertionError(outcome.problems().toString()));
    }

    /** At each minute at which something changes: the time and the lines. */
    private static String told(Plan plan) {
        Simulation simulation = new Simulation(plan, null, Outlet.NONE);
        List<String> told = new ArrayList<>();
        String last = "";
        while (simulation.step()) {
            boolean more = simulation.next() == simulation.now();
            String lines = lines(view(plan, simulation));
            if (more || lines.equals(last)) continue;
            told.add(Clock.MIDNIGHT.format(simulation.now()).substring(0, 5) + "  " + lines);
            last = lines;
        }
        return String.join("\n", told);
    }

    private static JoinedTables view(Plan plan, Simulation simulation) {
        int node = plan.nodeNumber("view");
        JoinedTables all = (JoinedTables) simulation.view(node, 0);
        for (int i = 1; i < plan.nodes().get(node).effort().instances(); i++)
            all = all.with((JoinedTables) simulation.view(node, i));
        return all;
    }

    private static String lines(JoinedTables view) {
        List<String> lines = new ArrayList<>();
        for (Event row : view.left().rows())
            lines.add(text(row) + " - " + view.pairs()
                    .stream()
                    .filter(p -> p.left() == row)
                    .map(p -> text(p.right()))
                    .collect(Collectors.joining(" and ")));
        for (Event row : view.right().rows())
            if (view.pairs().stream().noneMatch(p -> p.right() == row)) lines.add("- " + text(row));
        assertEquals(view.lines(), lines.size());
        return lines.stream().map(String::strip).collect(Collectors.joining(" | "));
    }

    private static String text(Event event) {
        return IntStream.range(0, event.schema.fields().size())
                .mapToObj(event::value)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /** What is kept is the same whether the view shows rows without a partner or not. */
    @ParameterizedTest
    @ValueSource(strings = {"inner", "left"})
    void byAForeignKeySeveralLeftRowsHaveOneRightRow(String type) {
        assertEquals("""
                10:00  1 Ann -
                10:01  1 Ann - Ann Rome
                10:02  1 Ann - Ann Rome | 2 Ann - Ann Rome
                10:03  1 Ann - Ann Oslo | 2 Ann - Ann Oslo
                10:04  1 Ann - Ann Oslo | 2 Ben -
                10:05  1 Ann - Ann Oslo | 2 Ben - Ben Bonn
                10:06  2 Ben - Ben Bonn | - Ann Oslo
                10:07  2 Ben - Ben Bonn | 3 - | - Ann Oslo
                10:08  2 Ben - | 3 - | - Ann Oslo""",
                told(plan("\"foreignKey\": \"name\", \"type\": \"" + type + "\"", ORDERS, PEOPLE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inner", "left", "full"})
    void byKeyThereIsARowBesideARow(String type) {
        String left = """
                ["10:00", "insert", 1, "Ann"], ["10:02", "insert", 2, "Ben"], ["10:04", "update", 1, "Cid"],
                ["10:06", "delete", 1, null]""";
        String right = """
                ["10:01", "insert", "Ann", "Rome"], ["10:03", "insert", "Ben", "Bonn"], ["10:05", "delete", "Ben", null]""";
        String swapped = "\"leftKey\": \"name\", \"rightKey\": \"name\", \"type\": \"" + type + "\"";
        Plan plan = plan(swapped, left.replace("\"update\", 1, \"Cid\"", "\"insert\", 3, \"Cid\""), right);
        assertEquals("""
                10:00  1 Ann -
                10:01  1 Ann - Ann Rome
                10:02  1 Ann - Ann Rome | 2 Ben -
                10:03  1 Ann - Ann Rome | 2 Ben - Ben Bonn
                10:04  1 Ann - Ann Rome | 2 Ben - Ben Bonn | 3 Cid -
                10:05  1 Ann - Ann Rome | 2 Ben - | 3 Cid -
                10:06  2 Ben - | 3 Cid - | - Ann Rome""", told(plan));
    }

    @Test
    void theRowsOfTheViewAreThereBesideThem() {
        for (String type : List.of("inner", "left")) {
            Plan plan = plan("\"foreignKey\": \"name\", \"type\": \"" + type + "\"", ORDERS, PEOPLE);
            Simulation simulation = new Simulation(plan, null, Outlet.NONE);
            simulation.run();
            JoinedTables view = view(plan, simulation);
            assertEquals(type.equals("inner") ? List.of() : List.of("2 Ben", "3"),
                    view.rows().rows().stream().map(JoinedViewTest::text).toList());
        }
    }

    private static String people(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "[\"10:01\", \"insert\", \"P" + i + "\", \"T\"]")
                .collect(Collectors.joining(", "));
    }

    private static String orders(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "[\"10:02\", \"insert\", " + i + ", \"P" + i + "\"]")
                .collect(Collectors.joining(", "));
    }

    /** No row that is shown seems to be without a partner because the partner is not shown. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void ofVeryManyRowsThoseAreShownThatChangedLast(int instances) {
        Plan plan = plan("\"foreignKey\": \"name\", \"type\": \"left\", \"instances\": " + instances, orders(0, 200),
                people(50, 300));
        Simulation simulation = new Simulation(plan, null, Outlet.NONE);
        simulation.run();
        JoinedTables view = view(plan, simulation);
        assertEquals(List.of(200L, 250L, 100L, 300L),
                List.of(view.left().size(), view.right().size(), view.alone(), view.lines()));
        assertEquals(View.MOST, view.left().rows().size());
        assertEquals(View.MOST, view.right().rows().size());
        assertTrue(view.left().rows().stream().allMatch(e -> order(e) >= 200 - View.MOST), view.left().toString());
        assertEquals(View.MOST, view.pairs().size(), "the last orders are all of people who are there");
        for (JoinedTables.Pair pair : view.pairs()) {
            assertTrue(view.left().rows().contains(pair.left()) && view.right().rows().contains(pair.right()));
            assertEquals(pair.left().value(1), pair.right().value(0));
        }
        assertEquals(instances, plan.nodes().get(plan.nodeNumber("view")).effort().instances());
    }

    private static long order(Event row) {
        return row.value(0) instanceof Long order ? order : -1;
    }

    /** While its state is dealt out anew, by groups of keys, a row keeps its partner. */
    @Test
    void aJoinThatIsRescaledShowsAllOfItsGroups() {
        String upgrade = "\"upgrade\": {\"at\": \"10:02:30\", \"restart\": \"10:02:40\", \"rescales\": [\"view\"], \"instances\": 2}";
        Plan plan = plan(upgrade, "\"foreignKey\": \"name\", \"type\": \"left\"",
                ORDERS.replace("\"update\", 2", "\"insert\", 4"), PEOPLE);
        Simulation simulation = new Simulation(plan, null, Outlet.NONE);
        long end = Clock.MIDNIGHT.parse("10:02:20").orElseThrow();
        while (simulation.next() <= end)
            simulation.step();
        assertEquals("1 Ann - Ann Rome | 2 Ann - Ann Rome", lines((JoinedTables) simulation.view(2, 0)));
        simulation.run();
        JoinedTables both = ((JoinedTables) simulation.view(2, 0)).with((JoinedTables) simulation.view(2, 1));
        assertEquals(List.of("2 Ann - Ann Oslo", "3 -", "4 Ben -"),
                Arrays.stream(lines(both).split(" [|] ")).sorted().toList());
    }
}
