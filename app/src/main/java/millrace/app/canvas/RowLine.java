package millrace.app.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.scene.text.Font;
import millrace.app.look.Figures;
import millrace.app.look.Type;
import millrace.event.Event;
import millrace.event.FieldType;

/**
 * A row in one line, texts from the left and figures from the right. Where there is too little room its keys stay whole, long
 * figures are told in short, and each text ends for itself; what there is no room for at all is left to the card of the row.
 */
final class RowLine {
    static final double APART = 8;
    /** Less of a text says nothing: some letters and that there are more. */
    private static final double LEAST = 30;
    private static final Font WORDS = Type.words(12, 500);
    private static final Font FIGURES = Type.figures(12, 700);

    private final String name;
    /** In the order of the fields. */
    private final List<Cell> cells;

    /** @param name the key in full; "" if it is said otherwise */
    RowLine(String name, List<Cell> cells) {
        this.name = name;
        this.cells = List.copyOf(cells);
    }

    /**
     * A value of a row.
     *
     * @param brief what a figure is in short
     * @param key it names another row, and stays whole
     * @param rank what has a higher one is left out first
     */
    record Cell(String text, String brief, boolean figure, boolean key, int rank) {
        static Cell of(Event row, int field, boolean key, int rank, Labels labels) {
            FieldType type = row.schema.type(field);
            String text = Figures.text(row, field, labels.clock());
            boolean number = !text.isEmpty() && (type == FieldType.LONG || type == FieldType.DOUBLE);
            String brief = number && row.value(field) instanceof Number n ? Figures.compact(n.doubleValue()) : text;
            return new Cell(text.isEmpty() ? "–" : text, shorter(brief, text), !type.isReference(), key, rank);
        }

        private static String shorter(String brief, String text) {
            return text.isEmpty() ? "–" : brief.length() < text.length() ? brief : text;
        }

        Font font() {
            return figure ? FIGURES : WORDS;
        }

        double width() {
            return Type.width(text, font());
        }

        /** Told so, it needs the least. */
        double least() {
            return figure ? Type.width(brief, font()) : key ? width() : Math.min(width(), LEAST);
        }

        private Cell cut(double room) {
            return figure || key ? this : with(Type.fit(text, WORDS, room));
        }

        /** A key for which there is no room is cut as any text. */
        private Cell ordinary() {
            return new Cell(text, brief, figure, false, rank);
        }

        private Cell with(String shown) {
            return new Cell(shown, brief, figure, key, rank);
        }
    }

    /** Without anything being cut. */
    double width() {
        return widths(cells, Cell::width) + (name.isEmpty() ? 0 : Type.width(name, WORDS))
                + (name.isEmpty() || cells.isEmpty() ? 0 : APART);
    }

    private static double widths(List<Cell> all, ToDoubleFunction<Cell> width) {
        return all.stream().mapToDouble(width).sum() + APART * Math.max(0, all.size() - 1);
    }

    void paint(Pen pen, double left, double right, double y) {
        String whole = Type.fit(name, WORDS, right - left);
        pen.left(left, y, whole, WORDS, pen.theme().text2());
        double from = left + (whole.isEmpty() ? 0 : Type.width(whole, WORDS) + APART);
        List<Cell> shown = fitted(right - from);
        double x = from;
        for (Cell text : shown.stream().filter(c -> !c.figure).toList()) {
            pen.left(x, y, text.text, WORDS, pen.theme().text());
            x += text.width() + APART;
        }
        double end = right;
        for (Cell figure : shown.reversed().stream().filter(c -> c.figure).toList()) {
            pen.right(end, y, figure.text, FIGURES, pen.theme().text());
            end -= figure.width() + APART;
        }
    }

    /** The values as they are told in so much room. */
    List<Cell> fitted(double room) {
        if (widths(cells, Cell::width) <= room) return cells;
        if (widths(cells, c -> c.figure ? c.width() : c.least()) <= room) return shared(cells, room);
        List<Cell> kept = kept(cells.stream().map(c -> c.width() > room ? c.ordinary() : c).toList(), room);
        return shared(kept.stream().map(c -> c.figure ? c.with(c.brief) : c).toList(), room);
    }

    /** As many as there is room for in short, without those that say the least. */
    private static List<Cell> kept(List<Cell> all, double room) {
        List<Cell> kept = new ArrayList<>(all);
        while (!kept.isEmpty() && widths(kept, Cell::least) > room) {
            int most = kept.stream().mapToInt(Cell::rank).max().orElseThrow();
            kept.remove(kept.reversed().stream().filter(c -> c.rank == most).findFirst().orElseThrow());
        }
        return kept;
    }

    /** Texts get equal shares of what figures and keys leave; what one does not need the others have. */
    private static List<Cell> shared(List<Cell> kept, double room) {
        double left = room - APART * Math.max(0, kept.size() - 1)
                - kept.stream().filter(c -> c.figure || c.key).mapToDouble(Cell::width).sum();
        List<Double> wanted = kept.stream().filter(c -> !c.figure && !c.key).map(Cell::width).sorted().toList();
        for (int i = 0; i < wanted.size(); i++) {
            double share = left / (wanted.size() - i);
            if (wanted.get(i) > share) return kept.stream().map(c -> c.cut(share)).toList();
            left -= wanted.get(i);
        }
        return kept;
    }

    /** How little each field says: 0 names another row, 1 differs from row to row, 2 is the same in all of them. */
    static List<Integer> ranks(List<Event> rows, int key) {
        if (rows.isEmpty()) return List.of();
        return IntStream.range(0, rows.getFirst().schema.fields().size())
                .mapToObj(i -> i == key ? 0 : rows.size() > 1 && differing(rows, i) == 1 ? 2 : 1)
                .toList();
    }

    private static int differing(List<Event> rows, int field) {
        Set<Object> values = new HashSet<>();
        rows.forEach(r -> values.add(String.valueOf(r.value(field))));
        return values.size();
    }
}
