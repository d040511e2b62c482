package millrace.operator;

import millrace.expression.Expression;

/**
 * Passes on the events for which a condition holds, and keeps the others back.
 *
 * @param condition a boolean over the fields of the input; an event for which it has no result goes nowhere
 */
public record Filter(Expression condition) implements Operator {}
