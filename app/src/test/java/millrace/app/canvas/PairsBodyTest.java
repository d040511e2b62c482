package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.canvas.Canvas;
import millrace.app.look.Drawn;
import millrace.app.look.Ink;
import millrace.app.look.Outline;
import millrace.app.look.Tape;
import millrace.app.look.Theme;
import millrace.catalog.Catalog;
import millrace.event.Event;
import millrace.format.DesignReader;
import millrace.operator.View;
import millrace.trace.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What the node of a join of two tables shows: rows beside rows, what links them, and where there is no partner. */
@ExtendWith(ApplicationExtension.class)
class PairsBodyTest {
    private static final Theme THEME = Theme.LIGHT;
    private static final double LINK = 3;
    private static final String BY_CUSTOMER = "\"type\": \"left\", \"foreignKey\": \"customer\"";
    private static final String TIERS = """
            ["12:00:00", "insert", "A", "gold"], ["12:00:20", "insert", "B", "gold"], ["12:00:36", "insert", "C", "silver"]""";
    private static final String BALANCES = """
            ["12:00:10", "insert", "A", 20], ["12:00:25", "insert", "B", 5], ["12:01:40", "insert", "C", 0],
            ["12:02:50", "delete", "B", null], ["12:04:00", "insert", "D", 4]""";

    private static Runs customers(String type, String left, String right) {
        return runs("\"type\": \"" + type + "\"", "\"id\": \"string\", \"tier\": \"string\"", "id", left,
                "\"id\": \"string\", \"balance\": \"long\"", "id", right);
    }

    private static Runs runs(String settings, String leftFields, String leftKey, String left, String rightFields,
            String rightKey, String right) {
        String text = """
                {"millrace": 1, "settings": {"clock": "12:00:00"}, "nodes": [
                 {"id": "left", "type": "database", "settings": {"fields": {%s}, "key": "%s", "edits": [%s]}},
                 {"id": "right", "type": "database", "settings": {"fields": {%s}, "key": "%s", "edits": [%s]}},
                 {"id": "view", "type": "table-join", "settings": {%s}},
                 {"id": "out", "type": "results"}],
                 "wires": [{"from": "left", "to": "view.left"}, {"from": "right", "to": "view.right"},
                  {"from": "view", "to": "out"}]}
                """.formatted(leftFields, leftKey, left, rightFields, rightKey, right, settings);
        return Runs.of(DesignReader.read(text, "x").wholeDesign().orElseThrow());
    }

    private static Labels labels(Runs runs) {
        return new Labels(Optional.of(runs.view()));
    }

    private static Shape shape(Runs runs) {
        Sizes sizes = new Sizes(Optional.of(runs.view().end()), labels(runs));
        return Layout.of(runs.design(), Catalog::find, sizes, false).shape("view").orElseThrow();
    }

    private static View.JoinedTables tables(Moment moment) {
        return (View.JoinedTables) moment.node("view").orElseThrow().view();
    }

    private static PairsBody body(Runs runs, String at) {
        Moment moment = runs.at(at);
        return new PairsBody(shape(runs), tables(moment), labels(runs), moment.facts());
    }

    private static String text(Event event) {
        return IntStream.range(0, event.schema.fields().size())
                .mapToObj(event::value)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /** All that is drawn at a moment, while paused. */
    private static List<Drawn> drawn(FxRobot robot, Runs runs, String at) {
        List<Drawn> drawn = new ArrayList<>();
        robot.interact(() -> {
            try (Tape.Recording recording = Tape.record()) {
                Canvas canvas = new Canvas(1_000, 800);
                BodyPainter.paint(new Pen(Ink.on(canvas), THEME), shape(runs),
                        runs.at(at).node("view").orElseThrow(), labels(runs), Motion.still(runs.time(at)), Focus.NONE,
                        false, runs.at(at).facts());
                drawn.addAll(Tape.of(canvas).orElseThrow());
            }
        });
        return drawn;
    }

    private static List<String> words(List<Drawn> drawn) {
        return drawn.stream()
                .flatMap(d -> d instanceof Drawn.Words w ? java.util.stream.Stream.of(w.text())
                        : java.util.stream.Stream.empty())
                .toList();
    }

    private static List<Drawn.Shape> strokes(List<Drawn> drawn, double width) {
        return drawn.stream()
                .filter(d -> d instanceof Drawn.Shape s && s.line().filter(l -> l.width() == width).isPresent())
                .map(Drawn.Shape.class::cast)
                .toList();
    }

    private static long dashed(List<Drawn> drawn) {
        return strokes(drawn, 1).stream().filter(s -> !s.line().orElseThrow().dashes().isEmpty()).count();
    }

    @Test
    void twoOrdersOfOneCustomerLeadToHerOneRow(FxRobot robot) {
        Runs runs = Runs.ofFile("joins/customer-view.json");
        List<Pairs.Link> links = body(runs, "10:03:30").pairs().links();
        assertEquals(2, links.size());
        double first = links.getFirst().from();
        double second = links.getLast().from();
        assertTrue(first < second, "each from its own row");
        assertEquals(List.of((first + second) / 2, (first + second) / 2), links.stream().map(Pairs.Link::to).toList());
        List<Drawn> drawn = drawn(robot, runs, "10:03:30");
        List<Drawn.Shape> lines = strokes(drawn, LINK);
        assertEquals(2, lines.size());
        var colour = labels(runs).colour(THEME, "Ann").fill();
        assertTrue(lines.stream().allMatch(l -> l.style().paint().equals(colour)), "in her colour");
        assertEquals(0, dashed(drawn));
        assertEquals(1, words(drawn).stream().filter("Oslo"::equals).count(), "her row stands there once");
    }

    @Test
    void anOrderWithoutACustomerHasAnEmptyPlaceBesideIt(FxRobot robot) {
        Runs runs = Runs.ofFile("joins/customer-view.json");
        List<Drawn> drawn = drawn(robot, runs, "10:00:30");
        assertEquals(1, dashed(drawn));
        assertTrue(words(drawn).contains("none"), words(drawn).toString());
        assertEquals(List.of(), strokes(drawn, LINK));
        assertEquals(1, strokes(drawn(robot, runs, "10:01:30"), LINK).size(), "and a partner later");
    }

    /** The row of B is struck at the very instant at which it goes; after it its place says what became of it. */
    @Test
    void aPartnerThatWasDeletedIsStruckAndThenSaidToBe(FxRobot robot) {
        Runs runs = customers("left", TIERS, BALANCES);
        assertFalse(words(drawn(robot, runs, "12:02:00")).contains("deleted"));
        assertEquals(3, strokes(drawn(robot, runs, "12:02:00"), LINK).size());
        List<Drawn> now = drawn(robot, runs, "12:02:50");
        assertTrue(words(now).contains("5") && !words(now).contains("deleted"), words(now).toString());
        assertEquals(1, strokes(now, 1.6).size(), "struck");
        List<Drawn> later = drawn(robot, runs, "12:03:10");
        assertTrue(words(later).contains("deleted") && !words(later).contains("5"), words(later).toString());
        assertEquals(List.of(2, 1L, 0),
                List.of(strokes(later, LINK).size(), dashed(later), strokes(later, 1.6).size()));
    }

    /** An order that is deleted is struck below those that are there: its customer has another one. */
    @Test
    void aRowThatLeavesItsPartnerToOthersIsStruckBelow(FxRobot robot) {
        Runs runs = Runs.ofFile("joins/customer-view.json");
        List<Drawn> now = drawn(robot, runs, "10:04:00");
        assertEquals(List.of(1, 1L, 1),
                List.of(strokes(now, 1.6).size(), dashed(now), strokes(now, LINK).size()));
        assertTrue(words(now).contains("5"), words(now).toString());
    }

    @Test
    void rowsOfTheRightTableStandAloneToo(FxRobot robot) {
        for (String type : List.of("inner", "left", "full")) {
            Runs runs = customers(type, TIERS, BALANCES);
            List<Pairs.Line> lines = body(runs, "12:04:30").pairs().lines();
            assertEquals(List.of("A gold|A 20", "B gold|", "C silver|C 0", "|D 4"),
                    lines.stream().map(PairsBodyTest::sides).toList(), type);
            List<String> words = words(drawn(robot, runs, "12:04:30"));
            assertTrue(words.containsAll(List.of("none", "deleted")), words.toString());
        }
    }

    private static String sides(Pairs.Line line) {
        return line.left().map(PairsBodyTest::text).orElse("") + "|" + line.right().map(PairsBodyTest::text).orElse("");
    }

    /** Nine orders: of what changed last three lines, and how many more there are. */
    @Test
    void ofMoreRowsThanThereIsRoomForThoseAreSeenThatChangedLast(FxRobot robot) {
        String orders = IntStream.range(0, 9)
                .mapToObj(
                        i -> "[\"12:00:0" + i + "\", \"insert\", " + i + ", \"" + (i % 2 == 0 ? "Ann" : "Ben") + "\"]")
                .collect(Collectors.joining(", ")) + ", [\"12:02:00\", \"update\", 1, \"Cid\"]";
        String towns = "[\"12:01:00\", \"insert\", \"Ben\", \"Rome\"], [\"12:03:00\", \"delete\", \"Ben\", null]";
        Runs runs = runs(BY_CUSTOMER, "\"order\": \"long\", \"customer\": \"string\"", "order", orders,
                "\"name\": \"string\", \"town\": \"string\"", "name", towns);
        assertEquals(List.of("6 Ann|", "7 Ben|", "8 Ann|"), seen(runs, "12:00:30"));
        assertEquals(List.of("3 Ben|Ben Rome", "5 Ben|Ben Rome", "7 Ben|Ben Rome"), seen(runs, "12:01:30"));
        assertEquals(List.of("1 Cid|", "5 Ben|Ben Rome", "7 Ben|Ben Rome"), seen(runs, "12:02:30"));
        assertEquals(List.of("3 Ben|", "5 Ben|", "7 Ben|"), seen(runs, "12:03:30"), "they lost their partner last");
        assertTrue(words(drawn(robot, runs, "12:03:30")).contains("and 6 more"));
        assertEquals(6, body(runs, "12:03:30").pairs().more());
    }

    private static List<String> seen(Runs runs, String at) {
        return body(runs, at).pairs().lines().stream().map(PairsBodyTest::sides).toList();
    }

    /** Each row can be pointed at where it stands, and so can a line: it stands for the row of the view. */
    @Test
    void eachRowOfBothSidesCanBePointedAt() {
        Runs runs = Runs.ofFile("joins/customer-view.json");
        Moment moment = runs.at("10:03:30");
        Shape shape = shape(runs);
        List<Spot> spots = BodyPainter.spots(shape, moment.node("view").orElseThrow(), labels(runs), moment.facts());
        assertEquals(List.of("1 Ann 5", "2 Ann 7", "Ann Oslo", "1 Ann 5 Ann Oslo", "2 Ann 7 Ann Oslo"),
                spots.stream().map(s -> text(s.event())).toList());
        assertEquals(tables(moment).rows().rows(), spots.subList(3, 5).stream().map(Spot::event).toList());
        for (Spot spot : spots) {
            assertEquals(List.of(spot), spots.stream().filter(s -> s.contains(spot.at())).toList(),
                    "none over another");
            assertTrue(shape.box().contains(spot.at()));
        }
    }

    /** Each value is cut for itself, none lies on another; the key and the one that names another row stay whole. */
    @Test
    void ofRowsWithManyFieldsTheKeysStayWholeAndEachValueEndsForItself(FxRobot robot) {
        String orders = """
                ["12:00:00", "insert", 1041, "auction", "Nils", "a very long remark", 97076920, "Trondheim"],
                ["12:00:01", "insert", 1042, "auction", "Nils", "another long remark", 4, "Oslo"]""";
        Runs runs = runs("\"type\": \"left\", \"foreignKey\": \"customer\"",
                "\"order\": \"long\", \"kind\": \"string\", \"customer\": \"string\", \"remark\": \"string\", \"price\": \"long\", \"town\": \"string\"",
                "order", orders, "\"name\": \"string\", \"town\": \"string\"", "name",
                "[\"12:01:00\", \"insert\", \"Nils\", \"Trondheim in the north of Norway\"]");
        List<Drawn> drawn = drawn(robot, runs, "12:01:30");
        List<String> words = words(drawn);
        assertEquals(3, words.stream().filter("Nils"::equals).count(), "whole in both tables: " + words);
        assertTrue(words.containsAll(List.of("1041", "1042")), words.toString());
        assertTrue(words.stream().anyMatch(w -> w.matches("Tron.*…")), words.toString());
        assertTrue(words.stream().noneMatch(w -> w.matches("\\d+…")), "no figure is cut in two: " + words);
        for (Drawn one : drawn)
            for (Drawn other : drawn)
                if (one != other && one instanceof Drawn.Words && other instanceof Drawn.Words)
                    assertFalse(overlap(one.room(), other.room()), one + " on " + other);
    }

    private static boolean overlap(Outline.Room a, Outline.Room b) {
        return a.left() < b.right() - 0.5 && b.left() < a.right() - 0.5 && a.top() < b.bottom() - 0.5
                && b.top() < a.bottom() - 0.5;
    }

    @Test
    void inLittleRoomWhatIsTheSameInAllRowsIsLeftOutFirstAndLongFiguresAreToldInShort() {
        List<RowLine.Cell> cells = List.of(new RowLine.Cell("person", "person", false, false, 2),
                new RowLine.Cell("Paul Miller", "Paul Miller", false, false, 1),
                new RowLine.Cell("Portland", "Portland", false, false, 1),
                new RowLine.Cell("97076920", "97M", true, false, 1));
        RowLine line = new RowLine("1007", cells);
        assertEquals(cells, line.fitted(line.width()), "whole where there is room");
        List<String> narrow = line.fitted(120).stream().map(RowLine.Cell::text).toList();
        assertEquals("97M", narrow.getLast());
        assertFalse(narrow.contains("person"), narrow.toString());
        assertTrue(narrow.size() == 3 && narrow.get(0).matches("Pa.*…") && narrow.get(1).matches("Po.*…"),
                "each ends for itself: " + narrow);
        assertEquals(List.of(), line.fitted(5), "nothing rather than a single sign");
    }

    @Test
    void aNodeIsAsWideAsItsRowsNeed() {
        assertEquals(List.of(196.0, 150.0), size(customers("left", TIERS, BALANCES)));
        double wide = size(customers("left", TIERS.replace("silver", "silver and gold"), BALANCES)).getFirst();
        assertTrue(wide > 196 && wide <= Sizes.MOST, wide + "");
    }

    private static List<Double> size(Runs runs) {
        return List.of(shape(runs).width(), shape(runs).box().height());
    }
}
