package millrace.app.cli;

import java.util.function.Consumer;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Pane;

/** JSON Lines: one line is one result that reached a sink. */
final class JsonResults implements Results {
    private final Clock clock;
    private final Consumer<CharSequence> lines;
    private final JsonLine line = new JsonLine();

    JsonResults(Clock clock, Consumer<CharSequence> lines) {
        this.clock = clock;
        this.lines = lines;
    }

    @Override
    public void row(SinkShape sink, long now, Event event) {
        line.clear().begin().name("sink").text(sink.id());
        time(line.name("processingTime"), now);
        time(line.name("eventTime"), event.time);
        line.name("key");
        if (sink.keyed()) value(line, event, sink.key());
        else
            line.nothing();
        line.name("fields").begin();
        for (int field : sink.fields())
            value(line.name(sink.name(field)), event, field);
        line.end();
        if (sink.panes()) pane(sink.counted(), Pane.of(event));
        lines.accept(line.end().line());
    }

    private void pane(boolean counted, Pane pane) {
        bound(line.name("windowStart"), counted, pane.start(), clock);
        bound(line.name("windowEnd"), counted, pane.end(), clock);
        marks(line, pane);
    }

    static void marks(JsonLine line, Pane pane) {
        line.name("timing").text(pane.timing().word()).name("index").number(pane.index());
        line.name("first").flag(pane.first()).name("last").flag(pane.last());
        line.name("retraction").flag(pane.retraction());
    }

    private void time(JsonLine to, long time) {
        time(to, time, clock);
    }

    private void value(JsonLine to, Event event, int field) {
        value(to, event, field, clock);
    }

    /** A bound of a window: a time, or the number of an event. */
    static void bound(JsonLine to, boolean counted, long bound, Clock clock) {
        if (counted) to.number(bound);
        else
            time(to, bound, clock);
    }

    static void time(JsonLine to, long time, Clock clock) {
        if (Times.finite(time)) to.text(clock.full(time));
        else
            to.nothing();
    }

    static void value(JsonLine to, Event event, int field, Clock clock) {
        Object value = event.value(field);
        if (value instanceof Long n && event.schema.type(field) == FieldType.TIMESTAMP) time(to, n, clock);
        else
            to.value(value);
    }
}
