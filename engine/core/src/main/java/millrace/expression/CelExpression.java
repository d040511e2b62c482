package millrace.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import java.time.Instant;
import java.util.Optional;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/** A checked text and its program. Holds nothing that changes, so any number of runs may share it. */
final class CelExpression implements Expression {
    private final String source;
    private final FieldType type;
    private final String[] names;
    private final Program program;

    CelExpression(String source, FieldType type, Schema schema, Program program) {
        this.source = source;
        this.type = type;
        this.program = program;
        names = schema.fields().stream().map(Field::name).toArray(String[]::new);
    }

    @Override
    public FieldType type() {
        return type;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public @Nullable Object evaluate(Event event) throws EvaluationException {
        try {
            return result(program.eval(new Fields(names, event)));
        } catch (CelEvaluationException e) {
            throw EvaluationException.in(source, reason(e));
        } catch (RuntimeException e) {
            throw EvaluationException.in(source, String.valueOf(e.getMessage()));
        }
    }

    private Object result(Object value) throws EvaluationException {
        if (value instanceof Boolean) return value;
        return switch (value) {
            case Long n when n == Event.ABSENT -> throw none("expression.words.too-small");
            case Double d when !Double.isFinite(d) -> throw none("expression.words.not-finite");
            case Instant instant -> millis(instant);
            default -> value;
        };
    }

    private long millis(Instant instant) throws EvaluationException {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException e) {
            throw none("expression.words.too-far");
        }
    }

    private EvaluationException none(String key) {
        return EvaluationException.in(source, Sentences.of(key));
    }

    private static String reason(CelEvaluationException e) {
        return switch (e.getErrorCode()) {
            case DIVIDE_BY_ZERO -> Sentences.of("expression.words.by-zero");
            case NUMERIC_OVERFLOW -> Sentences.of("expression.words.too-large");
            case ATTRIBUTE_NOT_FOUND -> Sentences.of("expression.words.absent", afterColon(e));
            case BAD_FORMAT -> Sentences.of("expression.words.bad-form");
            default -> e.getCause() instanceof ArithmeticException || deeper(e)
                    ? Sentences.of("expression.words.too-large.somewhere")
                    : String.valueOf(e.getMessage());
        };
    }

    private static boolean deeper(CelEvaluationException e) {
        Throwable cause = e.getCause();
        return cause != null && cause.getCause() instanceof ArithmeticException;
    }

    private static String afterColon(CelEvaluationException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(message.lastIndexOf(':') + 1).strip();
    }

    /** The fields of one event as the program asks for them: by name. */
    private record Fields(String[] names, Event event) implements CelVariableResolver {
        @Override
        public Optional<Object> find(String name) {
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(name)) return value(i);
            }
            return Optional.empty();
        }

        private Optional<Object> value(int field) {
            Object value = event.value(field);
            if (value == null) return Optional.empty();
            boolean time = event.schema.type(field) == FieldType.TIMESTAMP;
            return Optional.of(time ? Instant.ofEpochMilli((Long) value) : value);
        }
    }
}
