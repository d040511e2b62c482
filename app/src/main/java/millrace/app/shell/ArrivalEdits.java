package millrace.app.shell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.app.editor.Edits;
import millrace.app.editor.Transaction;
import millrace.compile.Plan.PlanNode;
import millrace.design.Value;
import millrace.event.Event;
import millrace.operator.SourceSpec;
import millrace.operator.SourceSpec.Timetable.Entry;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Lineage;
import millrace.trace.Rows;
import millrace.trace.Run;

/** Turns "this event arrives later", or happened at another time, into an edit of the row that it came from. */
final class ArrivalEdits {
    private final Run run;
    private final Lineage lineage;

    /** The row of a timetable: its node, its line in the table (from 0), and the event that it became. */
    private record Origin(String node, int line, boolean ingestion) {}

    ArrivalEdits(Run run) {
        this.run = run;
        lineage = new Lineage(run.trace());
    }

    /** Whether the event stems from a row that can be given another arrival. */
    boolean movable(long event) {
        return origin(event).isPresent();
    }

    /**
     * Gives the row of the event another arrival or another event time.
     *
     * @param sideways its event time; a source that takes the arrival for it has none to be changed
     */
    Optional<Transaction> move(long event, boolean sideways, long to, Edits edits) {
        return origin(event).filter(o -> !sideways || !o.ingestion()).map(o -> {
            String text = run.plan().clock().format(to);
            return edits.set(o.node(), "rows[" + o.line() + "][" + (sideways ? 0 : 1) + "]", Value.of(text));
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
                .flatMap(fact -> row((Fact.Emitted) fact));
    }

    /** The row that says the same as the event. */
    private Optional<Origin> row(Fact.Emitted fact) {
        PlanNode node = run.plan().nodes().get(run.plan().nodeNumber(fact.node()));
        if (!(node.work() instanceof Work.Source s && s.spec() instanceof SourceSpec.Timetable table))
            return Optional.empty();
        boolean ingestion = table.timing().ingestion();
        List<Entry> same = table.rows().stream().filter(r -> says(r, fact, ingestion)).toList();
        return one(same, fact, table).map(entry -> new Origin(node.id(), entry.line(), ingestion));
    }

    private static boolean says(Entry row, Fact.Emitted fact, boolean ingestion) {
        boolean time = ingestion || row.eventTime() == fact.event().time;
        if (!time || row.partition() != fact.partition()) return false;
        for (int i = 0; i < row.values().size(); i++) {
            if (!Objects.equals(row.values().get(i), fact.event().value(i))) return false;
        }
        return true;
    }

    /**
     * Of rows that say the same: the one that arrives just then. What comes after its arrival was held up or is said once more since the
     * source went back; such events come in the order of their rows, the last of them of the last row by then.
     */
    private Optional<Entry> one(List<Entry> same, Fact.Emitted fact, SourceSpec.Timetable table) {
        if (same.size() < 2) return same.stream().findFirst();
        Optional<Entry> exact = same.stream().filter(r -> r.arrival() == fact.at()).findFirst();
        if (exact.isPresent()) return exact;
        List<Entry> before = same.stream().filter(r -> r.arrival() < fact.at()).toList();
        int place = before.size() - 1 - after(fact, same, table.timing().ingestion());
        return place < 0 ? Optional.empty() : Optional.of(before.get(place));
    }

    /** How many events that say the same come after this one at the same instant. */
    private int after(Fact.Emitted fact, List<Entry> same, boolean ingestion) {
        Rows rows = run.trace().rows(fact.node(), FactKind.EMITTED);
        int count = 0;
        for (int i = rows.before(fact.index()) + 1; i < rows.size(); i++) {
            Fact.Emitted next = (Fact.Emitted) run.trace().fact(rows.get(i));
            if (next.at() != fact.at()) break;
            if (says(same.getFirst(), next, ingestion)) count++;
        }
        return count;
    }
}
