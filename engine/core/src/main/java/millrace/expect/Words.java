package millrace.expect;

import java.util.Map;
import java.util.stream.Collectors;
import millrace.design.Value;

/** Expected values in words. */
final class Words {
    private Words() {}

    static String of(Value value) {
        return switch (value) {
            case Value.Text t -> t.text();
            case Value.Number n -> n.number().toPlainString();
            case Value.Flag f -> f.on() ? "yes" : "no";
            case Value.Nothing n -> "nothing";
            case Value.Items list -> list.items().stream().map(Words::of).collect(Collectors.joining(", ", "[", "]"));
            case Value.Group group -> group.fields()
                    .entrySet()
                    .stream()
                    .map(Words::field)
                    .collect(Collectors.joining(", "));
        };
    }

    private static String field(Map.Entry<String, Value> field) {
        return field.getKey() + " " + of(field.getValue());
    }
}
