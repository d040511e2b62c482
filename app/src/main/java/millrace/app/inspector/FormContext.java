package millrace.app.inspector;

import java.util.List;
import millrace.event.Field;

/** What a form needs to know of the node's surroundings: the fields that arrive at it, empty if they are not known. */
public record FormContext(List<Field> inputFields) {
    public static final FormContext NONE = new FormContext(List.of());

    public FormContext {
        inputFields = List.copyOf(inputFields);
    }

    List<String> names(boolean numbersOnly) {
        return inputFields.stream().filter(f -> !numbersOnly || isNumber(f)).map(Field::name).toList();
    }

    private static boolean isNumber(Field field) {
        return switch (field.type()) {
            case LONG, DOUBLE -> true;
            case STRING, BOOLEAN, TIMESTAMP -> false;
        };
    }
}
