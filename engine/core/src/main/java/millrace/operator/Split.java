package millrace.operator;

import java.util.List;
import millrace.event.Event;
import millrace.expression.Expression;
import millrace.operator.ChangeRouting.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Sends each event to the first output whose condition holds, or to the last output, the rest, if none does.
 *
 * @param conditions output {@code i} takes what fulfils condition {@code i} and none before it
 * @param changes whether the input is a changelog
 */
public record Split(List<Expression> conditions, boolean changes) implements Operator {
    public Split {
        conditions = List.copyOf(conditions);
    }

    /** Of a stream of events. */
    public Split(List<Expression> conditions) {
        this(conditions, false);
    }

    @Override
    public Processor start() {
        if (changes) return new ChangeRouting(this::place);
        return new OneByOne() {
            @Override
            public void onEvent(Context context, Event event, int port) {
                int output = output(context, event);
                if (output >= 0) context.send(output, event);
            }
        };
    }

    private @Nullable Placed place(Context context, Event event) {
        int output = output(context, event);
        return output < 0 ? null : new Placed(output, event);
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
