package millrace.operator;

import java.util.List;
import millrace.expression.Expression;

/**
 * Makes an event with more fields, or other values in them, from each event.
 *
 * @param in type of the input
 * @param out type of the output: the input's schema with fields added or replaced (see {@code Schema.with})
 * @param assignments the fields that are set; every field of {@code out} without one is copied from the input's of the
 *        same name
 */
public record Compute(StreamType in, StreamType out, List<Assignment> assignments) implements Operator {
    /**
     * A computed field.
     *
     * @param outField its index in the output's schema
     * @param value an expression over the fields of the input, of the field's type
     */
    public record Assignment(int outField, Expression value) {}

    public Compute {
        assignments = List.copyOf(assignments);
    }
}
