package millrace.operator;

import java.util.List;
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
}
