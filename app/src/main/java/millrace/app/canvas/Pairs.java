package millrace.app.canvas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import millrace.event.Event;
import millrace.operator.View;

/** The lines of a join of two tables: which rows stand beside which, and how high. */
final class Pairs {
    private static final double TOP = Shape.HEADER + 6;
    private static final double FOOT = 10;
    private static final double WIDE_PITCH = 30;
    private static final double WIDE_ROW = 24;
    private static final double PITCH = 22.5;
    private static final double ROW = 20;

    /**
     * A left row, a right row, or two that are together. Lines of one right row follow each other.
     *
     * @param made the row of the view that two make
     */
    record Line(Optional<Event> left, Optional<Event> right, Optional<Event> made) {
        static Line together(View.JoinedTables.Pair pair) {
            return new Line(Optional.of(pair.left()), Optional.of(pair.right()), Optional.of(pair.made()));
        }

        static Line left(Event alone) {
            return new Line(Optional.of(alone), Optional.empty(), Optional.empty());
        }

        static Line right(Event alone) {
            return new Line(Optional.empty(), Optional.of(alone), Optional.empty());
        }

        boolean together() {
            return left.isPresent() && right.isPresent();
        }

        Optional<Event> side(int side) {
            return side == 0 ? left : right;
        }
    }

    /** A row and the middle of its place. */
    record Placed(Event row, double y) {}

    private final Shape shape;
    private final List<Line> lines;
    private final long more;
    private final boolean wide;

    private Pairs(Shape shape, List<Line> lines, long more, boolean wide) {
        this.shape = shape;
        this.lines = lines;
        this.more = more;
        this.wide = wide;
    }

    /** When an event was made, if nothing is known of when it came. */
    static long made(Line line) {
        return Math.max(line.left().map(e -> e.id).orElse(0L), line.right().map(e -> e.id).orElse(0L));
    }

    /** All lines if there is room, else those that changed last and one for the others. */
    static Pairs of(Shape shape, View.JoinedTables tables, ToLongFunction<Line> changed) {
        List<Line> all = lines(tables);
        boolean wide = tables.lines() <= room(shape, WIDE_PITCH);
        int room = room(shape, wide ? WIDE_PITCH : PITCH);
        if (tables.lines() <= room) return new Pairs(shape, all, 0, wide);
        List<Line> newest = all.stream()
                .sorted(Comparator.comparingLong(changed).thenComparingLong(Pairs::leftMade).reversed())
                .limit(Math.max(1, room - 1L))
                .toList();
        List<Line> shown = all.stream().filter(newest::contains).toList();
        return new Pairs(shape, shown, tables.lines() - shown.size(), false);
    }

    /** Of lines that one right row changed those are told first whose left rows are new. */
    private static long leftMade(Line line) {
        return line.left().map(e -> e.id).orElse(0L);
    }

    /** How many lines there is room for. */
    private static int room(Shape shape, double pitch) {
        return Math.max(1, (int) ((shape.bottom() - FOOT - shape.y() - TOP) / pitch));
    }

    private static List<Line> lines(View.JoinedTables tables) {
        Map<Event, Event> partners = new IdentityHashMap<>();
        tables.pairs().forEach(p -> partners.put(p.left(), p.right()));
        List<Line> lines = new ArrayList<>();
        Set<Event> had = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Event left : tables.left().rows()) {
            Event partner = partners.get(left);
            if (partner == null) lines.add(Line.left(left));
            else if (had.add(partner))
                tables.pairs()
                        .stream()
                        .filter(p -> p.right() == partner)
                        .forEach(p -> lines.add(Line.together(p)));
        }
        tables.right()
                .rows()
                .stream()
                .filter(r -> !had.contains(r))
                .forEach(r -> lines.add(Line.right(r)));
        return lines;
    }

    List<Line> lines() {
        return lines;
    }

    /** How many lines there is no room for. */
    long more() {
        return more;
    }

    /** Lines for which there would still be room. */
    int free() {
        int used = lines.size() + (more > 0 ? 1 : 0);
        return Math.max(0, room(shape, wide ? WIDE_PITCH : PITCH) - used);
    }

    double height() {
        return wide ? WIDE_ROW : ROW;
    }

    /** The middle of a line, which may be one below those that are there. */
    double y(int line) {
        double pitch = wide ? WIDE_PITCH : PITCH;
        return shape.y() + TOP + (line + 0.5) * pitch;
    }

    /** The rows of a side, each once: a right row in the middle of the left ones that it is joined with. */
    List<Placed> placed(int side) {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<Event> row = lines.get(i).side(side);
            int last = i;
            while (row.isPresent() && last + 1 < lines.size() && same(lines.get(last + 1).side(side), row.get()))
                last++;
            double y = (y(i) + y(last)) / 2;
            row.ifPresent(r -> placed.add(new Placed(r, y)));
            i = last;
        }
        return placed;
    }

    /** A line between two rows that are together: how high it begins, and how high it ends. */
    record Link(Line line, double from, double to) {}

    List<Link> links() {
        List<Placed> rights = placed(1);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            for (Placed right : rights)
                if (line.together() && same(line.right(), right.row())) links.add(new Link(line, y(i), right.y()));
        }
        return links;
    }

    private static boolean same(Optional<Event> a, Event b) {
        return a.filter(e -> e == b).isPresent();
    }
}
