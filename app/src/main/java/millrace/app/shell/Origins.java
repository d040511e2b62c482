package millrace.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import millrace.app.text.Texts;
import millrace.event.Event;
import millrace.trace.Fact;
import millrace.trace.Lineage;
import millrace.trace.Run;
import millrace.trace.SourceNumbers;

/** From which event of which source something stems, so that it can be touched there. */
record Origins(Run run) {
    /** An event of a source by its number, or why there is none. */
    sealed interface Origin {
        record Known(String source, long number) implements Origin {}

        record Unknown(String why) implements Origin {}
    }

    Origin of(long event) {
        Optional<Event> there = run.trace().event(event);
        if (there.isEmpty()) return unknown("not-there");
        List<Fact.Emitted> sent = Stream
                .concat(there.stream(), new Lineage(run.trace()).ancestors(event).stream())
                .flatMap(e -> run.trace().factsOf(e.id).stream())
                .filter(Fact.Emitted.class::isInstance)
                .map(Fact.Emitted.class::cast)
                .distinct()
                .toList();
        return sent.size() == 1 ? numbered(sent.getFirst()) : unknown("several");
    }

    private Origin numbered(Fact.Emitted sent) {
        OptionalLong number = SourceNumbers.of(run.trace(), sent.index());
        return number.isPresent() ? new Origin.Known(sent.node(), number.getAsLong()) : unknown("no-number");
    }

    private static Origin unknown(String why) {
        return new Origin.Unknown(Texts.of("what-if.refused." + why));
    }
}
