package millrace.simulation;

import millrace.event.Event;
import millrace.operator.Context;
import millrace.operator.Processor;

/** Where events leave the graph. */
final class Sink extends Processor {
    @Override
    public void onEvent(Context context, Event event, int port) {
        context.reached(event);
    }

    @Override
    public Processor copy() {
        return this;
    }
}
