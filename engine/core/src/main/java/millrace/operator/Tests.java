package millrace.operator;

import millrace.event.Event;
import millrace.expression.Expression;
import millrace.text.Sentences;

/** Conditions on events. */
final class Tests {
    enum Answer {
        YES,
        NO,
        /** The condition has no result for this event; that has been told. */
        FAILED
    }

    private Tests() {}

    /** An absent result is a no. */
    static Answer holds(Expression condition, Context context, Event event) {
        try {
            return Boolean.TRUE.equals(condition.evaluate(event)) ? Answer.YES : Answer.NO;
        } catch (Expression.EvaluationException e) {
            String message = e.getMessage();
            context.failed(event, message == null ? Sentences.of("operator.no-result") : message);
            return Answer.FAILED;
        }
    }
}
