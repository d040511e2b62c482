package millrace.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.app.editor.Edits;
import millrace.app.editor.Transaction;
import millrace.compile.Plan.PlanNode;
import millrace.design.Value;
import millrace.event.Event;
import millrace.operator.SourceSpec;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Lineage;
import millrace.trace.Rows;
import millrace.trace.Run;

/** Turns "this event arrives later" into an edit of the row that it came from. */
final class ArrivalEdits {
    private final Run run;
    private final Lineage lineage;

    /** The row of a timetable: its node, its line in the table (from 0), and the event that it became. */
    private record Origin(String node, int line, Event event) {}

    ArrivalEdits(Run run) {
        this.run = run;
        lineage = new Lineage(run.trace());
    }

    /** Whether the event stems from a row that can be given another arrival. */
    boolean movable(long event) {
        return origin(event).isPresent();
    }

    /** Gives the row of the event another arrival. */
    Optional<Transaction> move(long event, long arrival, Edits edits) {
        return origin(event).map(o -> {
            String text = run.plan().clock().format(arrival);
            return edits.set(o.node(), "rows[" + o.line() + "][1]", Value.of(text));
        });
    }

    private Optional<Origin> origin(long event) {
        Stream<Event> sources = Stream.concat(run.trace().event(event).stream(), lineage.ancestors(event).stream());
        List<Origin> origins = sources.flatMap(e -> emitted(e).stream()).toList();
        return origins.size() == 1 ? Optional.of(origins.getFirst()) : Optional.empty();
    }

    private Optional<Origin> emitted(Event event) {
        return run.trace()
                .factsOf(event.id)
                .stream()
                .filter(Fact.Emitted.class::isInstance)
                .findFirst()
                .flatMap(fact -> row(fact, event));
    }

    /** The events of a source come in the order of its entries: the place among them is the place in the table. */
    private Optional<Origin> row(Fact fact, Event event) {
        PlanNode node = run.plan().nodes().get(run.plan().nodeNumber(fact.node()));
        if (!(node.work() instanceof Work.Source s && s.spec() instanceof SourceSpec.Timetable table))
            return Optional.empty();
        Rows rows = run.trace().rows(fact.node(), FactKind.EMITTED);
        int place = rows.before(fact.index());
        return place < table.rows().size() ? Optional.of(new Origin(node.id(), table.rows().get(place).line(), event))
                : Optional.empty();
    }
}
