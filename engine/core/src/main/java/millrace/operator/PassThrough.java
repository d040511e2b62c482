package millrace.operator;

/**
 * Passes every event on as it is: a merge of several wires, or a stream that gets another key. What is new is in the type.
 *
 * @param type of the output
 */
public record PassThrough(StreamType type) implements Operator {}
