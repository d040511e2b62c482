package millrace.app.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.text.Font;
import millrace.app.look.Figures;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Point;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.operator.View;

/** The rows of a table: a chip for the key, then the values; the row that changed last has an outline. */
final class RowsBody {
    private static final double CAPTION = 56;
    private static final double FIRST = 75;
    private static final double PITCH = 22.5;
    private static final double ROW = 20;
    private static final double CHIP = 15;
    private static final Font NAME = Type.words(12, 500);
    private static final Font VALUE = Type.figures(12, 700);
    private static final Font SMALL = Type.words(11, 400);
    /** Bounds of a pane's window come first among its fields. */
    private static final int BOUNDS = 2;

    private RowsBody() {}

    /** How many rows there is room for. */
    static int room(Shape shape) {
        return Math.max(1, (int) ((shape.bottom() - shape.y() - FIRST - 12) / PITCH) + 1);
    }

    /** All rows if there is room, else those that changed last and a line for the others; in the order of the table. */
    static List<Event> shown(Shape shape, View.Table table) {
        int room = room(shape);
        if (table.size() <= room) return table.rows();
        List<Event> newest = table.rows()
                .stream()
                .sorted(Comparator.comparingLong((Event e) -> e.id).reversed())
                .limit(room - 1L)
                .toList();
        return table.rows().stream().filter(newest::contains).toList();
    }

    static void paint(Pen pen, Shape shape, View.Table table, Labels labels) {
        paint(pen, shape, table, labels, List.of());
    }

    /** @param struck rows that were taken back just now */
    static void paint(Pen pen, Shape shape, View.Table table, Labels labels, List<Event> struck) {
        List<Event> deleted = deleted(shape, table, labels, struck);
        if (table.rows().isEmpty() && !deleted.isEmpty()) {
            caption(pen, shape, deleted.getFirst(), labels);
            struck(pen, shape, 0, deleted, labels);
            return;
        }
        if (table.rows().isEmpty()) {
            pen.left(shape.x() + Shape.SIDE, shape.y() + FIRST, Texts.of("canvas.no-rows"), SourceBody.LABEL,
                    pen.theme().text3());
            return;
        }
        List<Event> rows = shown(shape, table);
        caption(pen, shape, rows.getFirst(), labels);
        long newest = table.rows().stream().mapToLong(e -> e.id).max().orElse(-1);
        for (int i = 0; i < rows.size(); i++)
            row(pen, shape, shape.y() + FIRST + i * PITCH, rows.get(i), rows.get(i).id == newest, labels,
                    before(shape, rows.get(i), labels, struck));
        struck(pen, shape, rows.size() + (rows.size() < table.size() ? 1 : 0), deleted, labels);
        if (rows.size() < table.size())
            pen.left(shape.x() + Shape.SIDE, shape.y() + FIRST + rows.size() * PITCH,
                    Texts.of("canvas.and-more", table.size() - rows.size()), SourceBody.LABEL, pen.theme().text3());
    }

    /** Those of them whose place no other row has taken; a table without a key has lost them all. */
    private static List<Event> deleted(Shape shape, View.Table table, Labels labels, List<Event> struck) {
        return struck.stream()
                .filter(s -> ChangeKind.of(s) == ChangeKind.DELETE
                        || table.rows().stream().noneMatch(r -> sameKey(shape, r, s, labels)))
                .limit(room(shape))
                .toList();
    }

    private static boolean sameKey(Shape shape, Event a, Event b, Labels labels) {
        return labels.row(a, shape.id()).key().equals(labels.row(b, shape.id()).key());
    }

    /** What stood where a row stands now. */
    private static Optional<Event> before(Shape shape, Event row, Labels labels, List<Event> struck) {
        return struck.stream()
                .filter(s -> ChangeKind.of(s) == ChangeKind.UPDATE_BEFORE && sameKey(shape, row, s, labels))
                .findFirst();
    }

    /** Rows that are gone, below those that are there; where there is no room they stand over the last of them. */
    private static void struck(Pen pen, Shape shape, int first, List<Event> gone, Labels labels) {
        int from = Math.clamp((long) room(shape) - gone.size(), 0, first);
        for (int i = 0; i < gone.size(); i++) {
            double y = shape.y() + FIRST + (from + i) * PITCH;
            double whole = pen.g().getGlobalAlpha();
            pen.box(shape.x() + Shape.SIDE - 2, y - ROW / 2 - 2, shape.width() - 2 * Shape.SIDE + 4, ROW + 4, 6,
                    pen.theme().raised());
            pen.g().setGlobalAlpha(whole * 0.6);
            row(pen, shape, y, gone.get(i), false, labels, Optional.empty());
            pen.g().setGlobalAlpha(whole);
            pen.line(shape.x() + Shape.SIDE + 4, y, shape.box().right() - Shape.SIDE - 4, y, pen.theme().text(), 1.6);
        }
    }

    private static void caption(Pen pen, Shape shape, Event row, Labels labels) {
        int key = labels.rowKey(shape.id());
        String left = row.schema.panes() ? Texts.of("canvas.window")
                : named(row, key) ? row.schema.fields().get(key).name() : "";
        String right = others(row, key).map(i -> row.schema.fields().get(i).name()).collect(Collectors.joining(", "));
        double room = shape.width() - 2 * Shape.SIDE - Type.width(left, SMALL) - 12;
        pen.left(shape.x() + Shape.SIDE + 3, shape.y() + CAPTION, left, SMALL, pen.theme().text3());
        pen.right(shape.box().right() - Shape.SIDE - 3, shape.y() + CAPTION, Type.fit(right, SMALL, room), SMALL,
                pen.theme().text3());
    }

    private static boolean named(Event row, int key) {
        return key >= 0 && key < row.schema.fields().size();
    }

    private static java.util.stream.Stream<Integer> others(Event row, int key) {
        return IntStream.range(row.schema.panes() ? BOUNDS : 0, row.schema.fields().size())
                .filter(i -> i != key)
                .boxed();
    }

    private static void row(Pen pen, Shape shape, double y, Event row, boolean newest, Labels labels,
            Optional<Event> before) {
        double left = shape.x() + Shape.SIDE;
        double right = shape.box().right() - Shape.SIDE;
        pen.box(left, y - ROW / 2, right - left, ROW, 5, pen.theme().sunken());
        if (newest) pen.rim(left, y - ROW / 2, right - left, ROW, 5, pen.theme().text2(), 1.4);
        Labels.Face face = labels.row(row, shape.id());
        if (!face.key().isEmpty()) SinkBody.chip(pen, left + 3, y - CHIP / 2, face.key(), labels);
        String name = name(row, face, shape.id(), labels);
        double x = left + (face.key().isEmpty() ? 6 : CHIP + 9);
        String values = others(row, labels.rowKey(shape.id())).map(i -> value(row, i, labels))
                .collect(Collectors.joining("  "));
        double half = (right - x) * 0.55;
        String fitted = Type.fit(values, VALUE, Math.max(right - x - Type.width(name, NAME) - 14, half));
        pen.right(right - 6, y, fitted, VALUE, pen.theme().text());
        before.ifPresent(b -> before(pen, shape, y, b, right - Type.width(fitted, VALUE) - 14,
                x + Type.width(name, NAME) + 10, labels));
        pen.left(x, y, Type.fit(name, NAME, right - x - Type.width(fitted, VALUE) - 14), NAME, pen.theme().text());
    }

    /** The old values, struck, if there is room between the name and the new ones. */
    private static void before(Pen pen, Shape shape, double y, Event old, double right, double left, Labels labels) {
        String values = others(old, labels.rowKey(shape.id())).map(i -> value(old, i, labels))
                .collect(Collectors.joining("  "));
        double width = Type.width(values, VALUE);
        if (right - width < left) return;
        pen.right(right, y, values, VALUE, pen.theme().text3());
        pen.line(right - width - 2, y, right + 2, y, pen.theme().text2(), 1.5);
    }

    private static String name(Event row, Labels.Face face, String node, Labels labels) {
        if (!row.schema.panes()) return face.key();
        Pane pane = Pane.of(row);
        return labels.window(node, pane.start(), pane.end());
    }

    private static String value(Event row, int field, Labels labels) {
        String text = Figures.text(row, field, labels.clock());
        return text.isEmpty() ? "–" : text;
    }

    static List<Spot> spots(Shape shape, View.Table table) {
        List<Spot> spots = new ArrayList<>();
        List<Event> rows = shown(shape, table);
        for (int i = 0; i < rows.size(); i++) {
            Point at = new Point(shape.box().centre().x(), shape.y() + FIRST + i * PITCH);
            spots.add(new Spot(rows.get(i), shape.id(), at, shape.width() - 2 * Shape.SIDE, ROW));
        }
        return spots;
    }
}
