package millrace.expect;

import java.util.Map;
import java.util.stream.Collectors;
import millrace.design.Value;
import millrace.text.Sentences;

/** Expected values in words, and what several checks say. */
final class Words {
    private Words() {}

    static String of(Value value) {
        return switch (value) {
            case Value.Text t -> t.text();
            case Value.Number n -> n.number().toPlainString();
            case Value.Flag f -> Sentences.of(f.on() ? "expect.yes" : "expect.no");
            case Value.Nothing n -> Sentences.of("expect.nothing");
            case Value.Items list -> list.items().stream().map(Words::of).collect(Collectors.joining(", ", "[", "]"));
            case Value.Group group -> group.fields()
                    .entrySet()
                    .stream()
                    .map(Words::field)
                    .collect(Collectors.joining(", "));
        };
    }

    /** A list is to stand at a part of an expectation. */
    static String noList(String part) {
        return Sentences.of("expect.part.no-list", part);
    }

    /** There is no such node, or else no such time. */
    static String nowhere(boolean node, Value.Text name, Value.Text time) {
        return node ? Sentences.of("expect.no-time", time.text()) : Sentences.of("expect.no-node", name.text());
    }

    /** @param whose of what the figure is: "count at 12:00" */
    static String differs(String whose, String figure, Value expected, String got) {
        return Sentences.of("expect.differs.of", whose, figure, of(expected), got);
    }

    private static String field(Map.Entry<String, Value> field) {
        return field.getKey() + " " + of(field.getValue());
    }
}
