package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Point;
import millrace.event.Event;
import millrace.operator.View;

/** Both tables of a join, row beside row: a line in the key's colour between two that are together, a dashed box for none. */
final class PairsBody {
    /** Between the two tables. */
    private static final double GAP = 28;
    private static final double CHIP = 15;
    private static final double BESIDE_CHIP = CHIP + 9;
    private static final double EDGE = 6;
    private static final double CORNER = 5;
    private static final double LINK = 3;
    /** How high the place is where it can be pointed at. */
    private static final double LINK_SPOT = 12;
    /** Rows that are gone by the end of the run may have been wider. */
    private static final double SPARE = 10;
    /** As many rows of a table as are looked at. */
    private static final int LOOKED_AT = 12;

    private final Shape shape;
    private final View.JoinedTables tables;
    private final Labels labels;
    private final int rows;
    private final Optional<Removals> removals;
    private final Pairs pairs;
    /** For each side how little each field says. */
    private final List<List<Integer>> ranks;

    /** @param rows how many rows of the trace are done */
    PairsBody(Shape shape, View.JoinedTables tables, Labels labels, int rows) {
        this.shape = shape;
        this.tables = tables;
        this.labels = labels;
        this.rows = rows;
        removals = labels.lore().gone().tables(shape.id());
        ranks = IntStream.range(0, 2).mapToObj(this::ranks).toList();
        pairs = Pairs.of(shape, tables, line -> removals.map(r -> r.changed(line, rows)).orElse(Pairs.made(line)));
    }

    private List<Integer> ranks(int side) {
        List<Event> some = table(side).rows().stream().limit(LOOKED_AT).toList();
        return RowLine.ranks(some, labels.namedRow(shape.id(), side));
    }

    Pairs pairs() {
        return pairs;
    }

    /** How wide a node must be for its rows, as many of them as are looked at. */
    static double width(String node, View.JoinedTables tables, Labels labels) {
        double half = Stream.concat(tables.left().rows().stream().limit(LOOKED_AT).map(e -> width(node, e, 0, labels)),
                tables.right().rows().stream().limit(LOOKED_AT).map(e -> width(node, e, 1, labels)))
                .mapToDouble(w -> w)
                .max()
                .orElse(0);
        return Math.min(Tokens.NODE_MOST, 2 * Shape.SIDE + GAP + 2 * half);
    }

    private static double width(String node, Event row, int side, Labels labels) {
        return BESIDE_CHIP + line(node, row, side, List.of(), labels).width() + EDGE + SPARE;
    }

    /** @param ranks how little each field says */
    private static RowLine line(String node, Event row, int side, List<Integer> ranks, Labels labels) {
        int key = labels.tableKey(node, side);
        int named = labels.namedRow(node, side);
        List<RowLine.Cell> cells = IntStream.range(0, row.schema.fields().size())
                .filter(i -> i != key)
                .mapToObj(i -> RowLine.Cell.of(row, i, i == named, i < ranks.size() ? ranks.get(i) : 1, labels))
                .toList();
        return new RowLine(name(node, row, side, labels), cells);
    }

    private double half() {
        return (shape.width() - 2 * Shape.SIDE - GAP) / 2;
    }

    private double left(int side) {
        return shape.x() + Shape.SIDE + side * (half() + GAP);
    }

    void paint(Pen pen, Motion motion) {
        pen.solid();
        List<Removals.Removal> gone = gone(motion);
        if (tables.lines() == 0 && gone.isEmpty())
            pen.left(shape.x() + Shape.SIDE, pairs.y(0), Texts.of("canvas.no-rows"), SourceBody.LABEL,
                    pen.theme().text3());
        links(pen);
        for (int side = 0; side < 2; side++)
            for (Pairs.Placed p : pairs.placed(side))
                row(pen, p, side);
        List<Removals.Removal> left = empties(pen, gone);
        below(pen, left);
        if (pairs.more() > 0)
            pen.left(shape.x() + Shape.SIDE, pairs.y(pairs.lines().size()), Texts.of("canvas.and-more", pairs.more()),
                    SourceBody.LABEL, pen.theme().text3());
    }

    /** Rows that have gone just now and have not come back. */
    private List<Removals.Removal> gone(Motion motion) {
        return removals.stream()
                .flatMap(r -> r.seen(rows, motion)
                        .stream()
                        .filter(g -> table(g.side()).rows().stream().noneMatch(row -> r.again(g, row))))
                .toList();
    }

    private View.Table table(int side) {
        return side == 0 ? tables.left() : tables.right();
    }

    private void links(Pen pen) {
        for (Pairs.Link link : pairs.links()) {
            String key = labels.ofTable(link.line().right().orElseThrow(), shape.id(), 1).key();
            pen.line(left(0) + half(), link.from(), left(1), link.to(), labels.colour(pen.theme(), key).fill(), LINK);
        }
    }

    private void row(Pen pen, Pairs.Placed placed, int side) {
        double top = placed.y() - pairs.height() / 2;
        pen.box(left(side), top, half(), pairs.height(), CORNER, pen.theme().sunken());
        if (placed.row().id == newest())
            pen.rim(left(side), top, half(), pairs.height(), CORNER, pen.theme().text2(), 1.4);
        content(pen, placed.row(), placed.y(), side);
    }

    private long newest() {
        return Stream.of(tables.left(), tables.right())
                .flatMap(t -> t.rows().stream())
                .mapToLong(e -> e.id)
                .max()
                .orElse(-1);
    }

    /** The chip of the key, and the row. */
    private void content(Pen pen, Event row, double y, int side) {
        String node = shape.id();
        Labels.Face face = labels.ofTable(row, node, side);
        if (!face.key().isEmpty()) SinkBody.chip(pen, left(side) + 3, y - CHIP / 2, face.key(), labels);
        double x = left(side) + (face.key().isEmpty() ? EDGE : BESIDE_CHIP);
        line(node, row, side, ranks.get(side), labels).paint(pen, x, left(side) + half() - EDGE, y);
    }

    /** The key in full, if its chip does not say it. */
    private static String name(String node, Event row, int side, Labels labels) {
        String key = labels.ofTable(row, node, side).key();
        return key.isEmpty() || key.equals(labels.keys().letter(key)) ? "" : key;
    }

    /** Where there is no partner; one that has gone just now is struck there. What is left of those has no such place. */
    private List<Removals.Removal> empties(Pen pen, List<Removals.Removal> gone) {
        List<Removals.Removal> left = new ArrayList<>(gone);
        for (int i = 0; i < pairs.lines().size(); i++) {
            Pairs.Line line = pairs.lines().get(i);
            if (line.together()) continue;
            int side = line.left().isPresent() ? 1 : 0;
            Event other = line.side(1 - side).orElseThrow();
            Optional<Removals.Removal> struck = left.stream()
                    .filter(g -> g.side() == side && removals.orElseThrow().fits(g, other))
                    .findFirst();
            boolean deleted = removals.filter(r -> r.took(side, other, rows)).isPresent();
            double y = pairs.y(i);
            struck.ifPresentOrElse(s -> struck(pen, s, y), () -> empty(pen, side, y,
                    Texts.of(deleted ? "canvas.partner.deleted" : "canvas.partner.none")));
            struck.ifPresent(left::remove);
        }
        return left;
    }

    private void dashed(Pen pen, int side, double y) {
        pen.g().setLineDashes(4, 3);
        pen.rim(left(side) + 0.5, y - pairs.height() / 2 + 0.5, half() - 1, pairs.height() - 1, CORNER,
                pen.theme().text3(), 1);
        pen.solid();
    }

    private void empty(Pen pen, int side, double y, String word) {
        dashed(pen, side, y);
        pen.left(left(side) + (half() - Type.width(word, SourceBody.LABEL)) / 2, y, word, SourceBody.LABEL,
                pen.theme().text2());
    }

    private void struck(Pen pen, Removals.Removal gone, double y) {
        dashed(pen, gone.side(), y);
        double whole = pen.g().getGlobalAlpha();
        pen.g().setGlobalAlpha(whole * 0.6);
        content(pen, gone.gone(), y, gone.side());
        pen.g().setGlobalAlpha(whole);
        pen.line(left(gone.side()) + 4, y, left(gone.side()) + half() - 4, y, pen.theme().text(), 1.6);
    }

    /** Rows that have gone together with their lines, as far as there is room below the others. */
    private void below(Pen pen, List<Removals.Removal> gone) {
        int first = pairs.lines().size() + (pairs.more() > 0 ? 1 : 0);
        for (int i = 0; i < Math.min(gone.size(), pairs.free()); i++)
            struck(pen, gone.get(i), pairs.y(first + i));
    }

    /** Each row of each side that is shown; a line between two stands for the row of the view that they make. */
    List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            double x = left(side) + half() / 2;
            for (Pairs.Placed p : pairs.placed(side))
                spots.add(new Spot(p.row(), shape.id(), new Point(x, p.y()), half(), pairs.height()));
        }
        double x = left(1) - GAP / 2;
        for (Pairs.Link link : pairs.links())
            spots.add(new Spot(link.line().made().orElseThrow(), shape.id(),
                    new Point(x, (link.from() + link.to()) / 2), GAP - 2, LINK_SPOT));
        return spots;
    }
}
