package millrace.operator;

import java.util.List;
import millrace.event.Event;
import millrace.expression.Expression;

/**
 * Sends each event to the first output whose condition holds, or to the last output, the rest, if none does.
 *
 * @param conditions output {@code i} takes what fulfils condition {@code i} and none before it
 */
public record Split(List<Expression> conditions) implements Operator {
    public Split {
        conditions = List.copyOf(conditions);
    }

    @Override
    public Processor start() {
        return new Stateless() {
            @Override
            public void onEvent(Context context, Event event, int port) {
                int output = output(context, event);
                if (output >= 0) context.send(output, event);
            }
        };
    }

    /** The output for this event, or -1 if a condition had no result. */
    private int output(Context context, Event event) {
        for (int i = 0; i < conditions.size(); i++) {
            Tests.Answer answer = Tests.holds(conditions.get(i), context, event);
            if (answer != Tests.Answer.NO) return answer == Tests.Answer.YES ? i : -1;
        }
        return conditions.size();
    }
}
