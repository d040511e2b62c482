package millrace.app.inspector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import millrace.design.Value;
import millrace.format.DesignPaths;
import millrace.format.ValueText;

/** How settings that are lists or groups stand in a {@link GridEditor}. */
final class Shapes {
    private Shapes() {}

    /**
     * A list of lists: [["12:05:43", "12:01:00"], ...]. The columns may change with the node's other settings.
     *
     * @param fields those of the columns that a person has named
     */
    static GridEditor.Shape lists(Supplier<List<String>> columns, Supplier<Set<String>> fields) {
        return new Shape(columns, fields, value -> items(value).stream().map(Shapes::cells).toList(),
                rows -> Value.of(rows.stream().map(r -> Value.of(r.stream().map(Shapes::cell).toList())).toList()));
    }

    /** A group: {"value": "long"}. */
    static GridEditor.Shape pairs(String left, String right) {
        return new Shape(() -> List.of(left, right), Set::of, Shapes::entries, Shapes::group);
    }

    /** A list of texts, one a row. */
    static GridEditor.Shape words(String column) {
        return new Shape(() -> List.of(column), Set::of,
                value -> items(value).stream().map(v -> List.of(Values.text(v))).toList(),
                rows -> Value.of(rows.stream().map(r -> Value.of(r.getFirst())).toList()));
    }

    /** A list of groups: [{"name": "cash", "readers": 3}, ...]; a list within a group is written as JSON. */
    static GridEditor.Shape groups(List<String> columns) {
        return new Shape(() -> columns, Set::of, value -> items(value).stream().map(v -> fields(v, columns)).toList(),
                rows -> Value.of(rows.stream().<Value>map(r -> group(r, columns)).toList()));
    }

    private static List<String> fields(Value row, List<String> columns) {
        Value.Group group = row instanceof Value.Group g ? g : Value.Group.EMPTY;
        return columns.stream().map(c -> group.get(c).map(Shapes::written).orElse("")).toList();
    }

    private static String written(Value value) {
        return value instanceof Value.Items || value instanceof Value.Group ? ValueText.of(value) : Values.text(value);
    }

    private static Value group(List<String> row, List<String> columns) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(row.size(), columns.size()); i++)
            if (!row.get(i).isBlank()) fields.put(columns.get(i), read(row.get(i)));
        return Value.group(fields);
    }

    private static Value read(String text) {
        boolean list = text.startsWith("[") || text.startsWith("{");
        return list ? DesignPaths.typed(text) : cell(text);
    }

    private static List<Value> items(Value value) {
        return value instanceof Value.Items i ? i.items() : List.of();
    }

    private static List<String> cells(Value row) {
        return items(row).stream().map(Values::text).toList();
    }

    /** An empty cell is "no value"; a number stays a number; all else is text. */
    private static Value cell(String text) {
        if (text.isBlank()) return new Value.Nothing();
        return switch (text.strip()) {
            case "true" -> Value.of(true);
            case "false" -> Value.of(false);
            default -> Values.numberOrText(text);
        };
    }

    private static List<List<String>> entries(Value value) {
        List<List<String>> rows = new ArrayList<>();
        if (value instanceof Value.Group g) g.fields().forEach((k, v) -> rows.add(List.of(k, Values.text(v))));
        return rows;
    }

    private static Value group(List<List<String>> rows) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (List<String> row : rows)
            fields.put(row.getFirst(), Value.of(row.size() > 1 ? row.get(1) : ""));
        return Value.group(fields);
    }

    private record Shape(Supplier<List<String>> names, Supplier<Set<String>> fields,
            Function<Value, List<List<String>>> read, Function<List<List<String>>, Value> write)
            implements GridEditor.Shape {
        @Override
        public List<String> columns() {
            return names.get();
        }

        @Override
        public String title(String column) {
            return fields.get().contains(column) ? column : GridEditor.Shape.super.title(column);
        }

        @Override
        public List<List<String>> rows(Value value) {
            return read.apply(value);
        }

        @Override
        public Value value(List<List<String>> rows) {
            return write.apply(rows);
        }
    }
}
