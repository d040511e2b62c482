package millrace.operator;

import millrace.event.Event;

/**
 * Passes every event on as it is: a merge of several wires, or a stream that gets another key. What is new is in the type.
 *
 * @param type of the output
 */
public record PassThrough(StreamType type) implements Operator {
    @Override
    public Processor start() {
        return new OneByOne() {
            @Override
            public void onEvent(Context context, Event event, int port) {
                context.send(0, event);
            }
        };
    }
}
