package millrace.operator;

import millrace.event.Event;
import millrace.expression.Expression;

/**
 * Passes on the events for which a condition holds, and keeps the others back.
 *
 * @param condition a boolean over the fields of the input; an event for which it has no result goes nowhere
 */
public record Filter(Expression condition) implements Operator {
    @Override
    public Processor start() {
        return new Stateless() {
            @Override
            public void onEvent(Context context, Event event, int port) {
                Tests.Answer answer = Tests.holds(condition, context, event);
                if (answer == Tests.Answer.YES) context.send(0, event);
                else if (answer == Tests.Answer.NO) context.leftOut(event);
            }
        };
    }
}
