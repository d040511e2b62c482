package millrace.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import millrace.app.text.Texts;

/**
 * Rows that were pasted, put under a table's columns: by their names if the first row holds names, else one after the other
 * from a column on.
 *
 * @param rows cells for the table's columns; an empty cell is one that says nothing
 * @param first the first column that they fill
 * @param told what the person must know: that columns were left out
 */
record Pasted(List<List<Optional<String>>> rows, int first, Optional<String> told) {
    private static final Set<String> TIMES = Set.of("happened", "arrives", "at", "watermark");

    static Pasted of(String text, List<String> columns, int from) {
        List<List<String>> cells = SheetText.rows(text);
        if (cells.isEmpty()) return new Pasted(List.of(), from, Optional.empty());
        List<Integer> named = header(cells.getFirst(), columns);
        boolean header = !named.isEmpty();
        int width = cells.stream().mapToInt(List::size).max().orElse(0);
        List<Integer> places = header ? named : places(width, from, columns.size());
        List<List<Optional<String>>> rows = cells.stream()
                .skip(header ? 1 : 0)
                .map(row -> placed(row, places, columns))
                .toList();
        long fits = places.stream().filter(p -> p >= 0).count();
        Optional<String> told = fits == width ? Optional.empty()
                : Optional.of(Texts.of("inspector.too-many-columns", String.valueOf(width), String.valueOf(fits)));
        return new Pasted(rows, header ? 0 : from, told);
    }

    /** Where each pasted column goes, -1 for nowhere; empty if the row holds no names. */
    private static List<Integer> header(List<String> row, List<String> columns) {
        List<String> known = columns.stream().map(Pasted::plain).toList();
        List<Integer> places = row.stream().map(cell -> known.indexOf(plain(cell))).toList();
        long hits = places.stream().filter(p -> p >= 0).distinct().count();
        return hits * 2 >= Math.min(row.size(), columns.size()) && hits > 0 ? places : List.of();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<Integer> places(int width, int from, int columns) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < width; i++)
            places.add(from + i < columns ? from + i : -1);
        return places;
    }

    private static List<Optional<String>> placed(List<String> row, List<Integer> places, List<String> columns) {
        List<Optional<String>> cells = new ArrayList<>();
        for (String column : columns)
            cells.add(Optional.empty());
        for (int i = 0; i < Math.min(row.size(), places.size()); i++) {
            int to = places.get(i);
            if (to < 0) continue;
            boolean time = TIMES.contains(columns.get(to));
            cells.set(to, Optional.of(time ? SheetText.time(row.get(i)) : row.get(i)));
        }
        return cells;
    }
}
