package millrace.simulation;

import millrace.event.Event;
import millrace.operator.Context;
import millrace.operator.Processor;
import millrace.operator.SinkSpec;
import millrace.operator.UpsertTable;

/** Where events leave the graph, one by one; {@link UpsertTable} where they are written by key. */
final class Sink extends Processor {
    static Processor of(SinkSpec spec) {
        boolean byKey = spec instanceof SinkSpec.Results r && r.mode() == SinkSpec.Mode.UPSERT;
        return byKey ? new UpsertTable(((SinkSpec.Results) spec).key(), Sink::reached) : new Sink();
    }

    private static void reached(Context context, Event event) {
        ((Task) context).reached(event);
    }

    @Override
    public void onEvent(Context context, Event event, int port) {
        reached(context, event);
    }

    @Override
    public Processor copy() {
        return this;
    }
}
