package millrace.operator;

import millrace.event.Event;
import millrace.expression.Expression;
import millrace.operator.ChangeRouting.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the events for which a condition holds, and keeps the others back.
 *
 * @param condition a boolean over the fields of the input; an event for which it has no result goes nowhere
 * @param changes whether the input is a changelog
 */
public record Filter(Expression condition, boolean changes) implements Operator {
    /** Of a stream of events. */
    public Filter(Expression condition) {
        this(condition, false);
    }

    @Override
    public Processor start() {
        if (changes) return new ChangeRouting(this::place);
        return new OneByOne() {
            @Override
            public void onEvent(Context context, Event event, int port) {
                Tests.Answer answer = Tests.holds(condition, context, event);
                if (answer == Tests.Answer.YES) context.send(0, event);
                else if (answer == Tests.Answer.NO) context.leftOut(event);
            }
        };
    }

    private @Nullable Placed place(Context context, Event event) {
        Tests.Answer answer = Tests.holds(condition, context, event);
        if (answer == Tests.Answer.NO) context.leftOut(event);
        return answer == Tests.Answer.YES ? new Placed(0, event) : null;
    }
}
