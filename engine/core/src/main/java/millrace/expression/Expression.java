package millrace.expression;

import millrace.event.Event;
import millrace.event.FieldType;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/** A checked expression over the fields of one schema. Total and free of side effects. */
public interface Expression {
    /** The type of its result. */
    FieldType type();

    /** The text it was made from. */
    String source();

    /**
     * The result as {@code Event.value} gives them: String, Long (also timestamps), Double, Boolean, or null if absent.
     *
     * @throws EvaluationException if this event has no result: overflow, division by zero, an absent field
     */
    @Nullable
    Object evaluate(Event event) throws EvaluationException;

    /** Why an expression has no result for an event, in words for its user. */
    final class EvaluationException extends Exception {
        private static final long serialVersionUID = 1;

        public EvaluationException(String message) {
            super(message, null, false, false);
        }

        /** Something in the expression with this text. */
        public static EvaluationException in(String source, String why) {
            return new EvaluationException(Sentences.of("expression.words.no-result", source, why));
        }

        /** @param key of words that need nothing put into them */
        static EvaluationException of(String key) {
            return new EvaluationException(Sentences.of(key));
        }
    }
}
