package millrace.app.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import millrace.measure.TableLog.Change;

/** A table's rows and its changes as comma-separated values: a head line, quotes only where needed, lines ended by CR LF. */
final class TablesCsv {
    private TablesCsv() {}

    /** The rows after so many changes. */
    static String rows(TableModel table, int until) {
        StringBuilder text = new StringBuilder(line(table.columns()));
        table.rows(until).forEach(c -> text.append(line(values(table, c))));
        return text.toString();
    }

    /** The first changes, each with its time and its sign. */
    static String changes(TableModel table, int until) {
        List<String> head = new ArrayList<>(List.of("at", "change"));
        head.addAll(table.columns());
        StringBuilder text = new StringBuilder(line(head));
        for (Change change : table.changes().subList(0, until)) {
            List<String> cells = new ArrayList<>(
                    List.of(table.clock().format(change.at()), change.kind().sign()));
            cells.addAll(values(table, change));
            text.append(line(cells));
        }
        return text.toString();
    }

    private static List<String> values(TableModel table, Change change) {
        return IntStream.range(0, table.columns().size()).mapToObj(i -> table.value(change, i)).toList();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(TablesCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
