package millrace.app.compare;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import millrace.app.look.Figures;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.operator.StreamType;

/** What an event says, in a few words. */
record Sayings(Clock clock) {
    String words(Event event) {
        if (!event.schema.panes()) return fields(event);
        Pane pane = Pane.of(event);
        String window = Math.abs((double) pane.start()) < 8e15 ? clock.window(pane.start(), pane.end()) + " " : "";
        return window + Figures.result(event, StreamType.UNKEYED);
    }

    /** The figure alone, as in a disc. */
    static String figure(Event event) {
        if (!event.schema.panes()) return Figures.disc(event, StreamType.UNKEYED);
        var results = Figures.results(event, StreamType.UNKEYED);
        return results.isEmpty() ? "" : results.getLast().value();
    }

    private String fields(Event event) {
        return IntStream.range(0, event.schema.fields().size())
                .mapToObj(i -> Figures.text(event, i, clock))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
