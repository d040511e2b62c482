package millrace.app.inspector;

import java.util.List;
import millrace.design.Clock;
import millrace.event.Field;

/**
 * What a form needs to know of the node's surroundings.
 *
 * @param inputFields the fields that arrive at it, empty if they are not known
 * @param clock of the design, for times
 */
public record FormContext(List<Field> inputFields, Clock clock) {
    public static final FormContext NONE = new FormContext(List.of(), Clock.MIDNIGHT);

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
