package millrace.app.shell;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import millrace.app.shell.ValuesForm.Field;
import millrace.app.text.Texts;
import millrace.design.Clock;
import millrace.design.Durations;
import millrace.design.Value;
import millrace.event.FieldType;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of an event or a row as lines of a form, and what is written there as values of the design. */
record FieldValues(Schema schema, Clock clock) {
    List<Field> lines() {
        return schema.fields()
                .stream()
                .map(f -> new Field(f.name(), "", text -> wrong(f.type(), text)))
                .toList();
    }

    /** @param texts one for each field, in their order; an empty one is no value */
    List<Value> values(List<String> texts) {
        return IntStream.range(0, schema.fields().size()).mapToObj(i -> value(schema.type(i), texts.get(i))).toList();
    }

    /** A field's value as it is written in such a line. */
    String text(int field, @Nullable Object value) {
        if (value == null) return "";
        return switch (schema.type(field)) {
            case DOUBLE -> BigDecimal.valueOf((double) value).stripTrailingZeros().toPlainString();
            case TIMESTAMP -> clock.full((long) value);
            case LONG, BOOLEAN, STRING -> value.toString();
        };
    }

    private static Value value(FieldType type, String text) {
        if (text.isEmpty()) return new Value.Nothing();
        return switch (type) {
            case LONG, DOUBLE -> new Value.Number(new BigDecimal(text));
            case BOOLEAN -> Value.of(Boolean.parseBoolean(text));
            case STRING, TIMESTAMP -> Value.of(text);
        };
    }

    private Optional<String> wrong(FieldType type, String text) {
        if (text.isEmpty()) return Optional.empty();
        return switch (type) {
            case LONG -> told(!text.matches("-?\\d{1,18}"), "number");
            case DOUBLE -> told(!text.matches("-?\\d{1,18}(\\.\\d{1,18})?"), "number");
            case BOOLEAN -> told(!text.equals("true") && !text.equals("false"), "flag");
            case TIMESTAMP -> notATime(text);
            case STRING -> Optional.empty();
        };
    }

    Optional<String> notATime(String text) {
        return told(clock.parse(text).isEmpty(), "time");
    }

    static Optional<String> notADuration(String text) {
        return told(Durations.parse(text).isEmpty(), "duration");
    }

    private static Optional<String> told(boolean wrong, String what) {
        return wrong ? Optional.of(Texts.of("what-if.form.not-a-" + what)) : Optional.empty();
    }
}
