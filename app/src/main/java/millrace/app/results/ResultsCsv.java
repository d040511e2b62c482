package millrace.app.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results as comma-separated values: a head line, quotes only where they are needed, lines ended by CR LF. */
public final class ResultsCsv {
    private ResultsCsv() {}

    /** The first {@code count} results of a run. */
    public static String of(ResultsModel model, int count) {
        List<String> head = new ArrayList<>(List.of("at", "node", "windowStart", "windowEnd", "key"));
        head.addAll(model.fields());
        head.addAll(List.of("timing", "index", "retraction"));
        if (model.judged()) head.add("verdict");
        StringBuilder text = new StringBuilder(line(head));
        for (ResultRow row : model.rows().subList(0, count))
            text.append(line(cells(row, model)));
        return text.toString();
    }

    private static List<String> cells(ResultRow row, ResultsModel model) {
        List<String> cells = new ArrayList<>();
        cells.add(model.clock().format(row.at()));
        cells.add(row.node());
        cells.add(row.window().map(w -> model.clock().format(w.start())).orElse(""));
        cells.add(row.window().map(w -> model.clock().format(w.end())).orElse(""));
        cells.add(row.key());
        cells.addAll(row.values());
        cells.add(row.window().map(w -> w.timing().word()).orElse(""));
        cells.add(row.window().map(w -> String.valueOf(w.index())).orElse(""));
        cells.add(row.window().map(w -> String.valueOf(w.retraction())).orElse(""));
        if (model.judged()) cells.add(row.verdict().name().toLowerCase(Locale.ROOT));
        return cells;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ResultsCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
