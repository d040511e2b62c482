package millrace.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.Pane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows with a time, one window, and tables of results: {@code assignments} (the windows of each item), {@code sums} or
 * {@code all} (of the first number of the rows), {@code by_supplier} and the like (the same by a field of that name).
 */
final class DocWindows implements DocShape {
    private static final String ASKS = "asks";
    private static final Pattern BEHIND = Pattern.compile(".*-\\s*([0-9]+)\\s*s(ec(onds?)?)?");

    @Override
    public boolean fits(JsonNode one) {
        return one.path("input").isArray() && one.path("window").isObject() && tables(one).findAny().isPresent();
    }

    private static Stream<String> tables(JsonNode one) {
        return one.propertyNames()
                .stream()
                .filter(p -> p.equals("assignments") || p.equals("sums") || p.equals("all")
                        || p.startsWith("by_"));
    }

    @Override
    public List<Question> questions(JsonNode one) {
        Set<String> tables = Set.copyOf(tables(one).toList());
        return tables(one).map(table -> {
            ObjectNode asked = Json.without(one, tables).put(ASKS, table);
            return new Question(Json.text(one, "id", "a case") + " " + table, asked, one);
        }).toList();
    }

    @Override
    public Design design(JsonNode asked) {
        JsonNode window = Json.need(asked, "window");
        List<JsonNode> rows = Json.list(asked, "input");
        Optional<String> key = key(asked, rows.getFirst());
        Feed feed = watermark(asked).of(rows.stream().map(r -> r.path(number(rows.getFirst()))).toList(),
                key.isPresent());
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            long happened = DocShape.time(Json.text(row, time(rows.getFirst())));
            feed.row(happened, happened(rows, i), key.map(row::path).orElse(row.path("")),
                    row.path(number(rows.getFirst())), i);
        }
        feed.ends(happened(rows, rows.size() - 1));
        Value.Group settings = Forms.all(Forms.only("aggregates", Value.of(List.of(Value.of("sum of value as value")))),
                window);
        return new Sketch(DocShape.dialect(asked)).source(feed).windows(Forms.windowType(window), settings).design();
    }

    /** "bidtime - 1 s": so far behind the newest; nothing said, nothing known until the end. */
    private static Feed watermark(JsonNode asked) {
        Matcher behind = BEHIND.matcher(Json.text(asked, "watermark", ""));
        return behind.matches() ? new Feed("bounded").behind(Long.parseLong(behind.group(1)) * 1000) : new Feed("none");
    }

    /** Rows arrive in the order given, none before it happened. */
    private static long happened(List<JsonNode> rows, int i) {
        return rows.subList(0, i + 1)
                .stream()
                .mapToLong(r -> DocShape.time(Json.text(r, time(rows.getFirst()))))
                .max()
                .orElse(0);
    }

    private static String time(JsonNode row) {
        return row.propertyNames().stream().filter(p -> p.endsWith("time") || p.equals("t")).findFirst().orElseThrow();
    }

    private static String number(JsonNode row) {
        return row.propertyNames()
                .stream()
                .filter(p -> row.get(p).isNumber())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no number in " + row));
    }

    private static Optional<String> key(JsonNode asked, JsonNode row) {
        String asks = Json.text(asked, ASKS);
        if (asks.equals("assignments")) return Optional.of("item");
        if (!asks.startsWith("by_")) return Optional.empty();
        String field = asks.substring("by_".length());
        return Optional.of(row.propertyNames()
                .stream()
                .filter(p -> p.startsWith(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field '" + field + "' in " + row)));
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        JsonNode row = Json.list(question.asked(), "input").getFirst();
        Optional<String> key = key(question.asked(), row);
        boolean windowsOnly = Json.text(question.asked(), ASKS).equals("assignments");
        List<String> fields = new ArrayList<>(List.of("window_start", "window_end"));
        key.ifPresent(fields::add);
        fields.add(windowsOnly ? "window_time" : number(row));
        List<Map<String, @Nullable Object>> expected = Json.rows(
                Json.list(question.answer(), Json.text(question.asked(), ASKS)));
        expected.forEach(DocWindows::times);
        List<Map<String, @Nullable Object>> came = new ArrayList<>();
        observed.at(Sketch.PANES).forEach(r -> came.add(said(r, key, number(row))));
        return new Compared(fields, Set.of(), "", 0).verdict(expected, came, "");
    }

    private static void times(Map<String, @Nullable Object> row) {
        for (String bound : List.of("window_start", "window_end", "window_time")) {
            if (row.get(bound) instanceof String text) row.put(bound, Compared.number(DocShape.time(text)));
        }
    }

    private static Map<String, @Nullable Object> said(Row row, Optional<String> key, String number) {
        Pane pane = row.pane();
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("window_start", Compared.number(pane.start()));
        said.put("window_end", Compared.number(pane.end()));
        said.put("window_time", Compared.number(row.event().time));
        key.ifPresent(k -> said.put(k, row.value(Feed.KEY)));
        said.put(number, row.value(Feed.VALUE));
        return said;
    }
}
