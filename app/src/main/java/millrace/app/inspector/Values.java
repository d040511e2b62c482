package millrace.app.inspector;

import java.math.BigDecimal;
import java.util.Optional;
import millrace.design.Value;

/** Settings as the text of a field, and back. */
final class Values {
    private Values() {}

    /** What a text field shows for a value. */
    static String text(Value value) {
        return switch (value) {
            case Value.Text t -> t.text();
            case Value.Number n -> n.number().toPlainString();
            case Value.Flag f -> String.valueOf(f.on());
            case Value.Nothing n -> "";
            case Value.Items i -> String.join(", ", i.items().stream().map(Values::text).toList());
            case Value.Group g -> g.fields().toString();
        };
    }

    static String text(Optional<Value> value) {
        return value.map(Values::text).orElse("");
    }

    /** A number where the text is one, else the text as it is: the checks say what is wrong with it. */
    static Value numberOrText(String text) {
        try {
            return text.length() > 40 ? Value.of(text) : new Value.Number(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Value.of(text.strip());
        }
    }
}
