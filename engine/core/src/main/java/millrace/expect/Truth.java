package millrace.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import millrace.compile.Plan;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.SinkSpec;
import millrace.operator.View;
import millrace.operator.Work;
import millrace.simulation.Simulation;
import org.jspecify.annotations.Nullable;

/** What the sinks of a run have, held against the same run without crashes, row by row. */
public final class Truth {
    /**
     * A sink's rows. Of a sink that is written by key the table at the end counts, of others every row that was written.
     *
     * @param right rows of the truth that are there
     * @param lost rows of the truth that are not
     * @param doubled rows of the truth that are there once too often, each time counted
     * @param wrong rows that the truth does not know
     */
    public record Sink(String node, long right, long lost, long doubled, long wrong) {}

    private Truth() {}

    /** A tally for each sink, in the order of the plan. Both runs are given up after so many steps. */
    public static List<Sink> of(Plan plan, long mostSteps) {
        List<List<List<@Nullable Object>>> had = rows(plan, mostSteps);
        List<List<List<@Nullable Object>>> truth = rows(plan.with(plan.recovery().withoutCrashes()), mostSteps);
        List<Sink> sinks = new ArrayList<>();
        for (int n = 0; n < plan.nodes().size(); n++)
            if (plan.nodes().get(n).work() instanceof Work.Sink)
                sinks.add(tally(plan.nodes().get(n).id(), truth.get(n), had.get(n)));
        return sinks;
    }

    private static List<List<List<@Nullable Object>>> rows(Plan plan, long mostSteps) {
        List<List<List<@Nullable Object>>> rows = new ArrayList<>();
        plan.nodes().forEach(n -> rows.add(new ArrayList<>()));
        Simulation simulation = new Simulation(plan, null, (node, now, event) -> rows.get(node).add(content(event)));
        simulation.run(mostSteps);
        for (int n = 0; n < plan.nodes().size(); n++) {
            boolean byKey = plan.nodes().get(n).work() instanceof Work.Sink(SinkSpec.Results r)
                    && r.mode() == SinkSpec.Mode.UPSERT;
            if (byKey && simulation.view(n, 0) instanceof View.Table table) {
                rows.set(n, table.rows().stream().map(Truth::row).toList());
            }
        }
        return rows;
    }

    /** All that an event says, its number left out: a row that is read again is a new event. */
    private static List<@Nullable Object> content(Event event) {
        List<@Nullable Object> content = new ArrayList<>();
        content.add(event.time);
        content.add(ChangeKind.of(event));
        for (int i = 0; i < event.schema.fields().size(); i++)
            content.add(event.value(i));
        return content;
    }

    /** What a row of a table says, whatever change it came with, and whenever. */
    private static List<@Nullable Object> row(Event event) {
        List<@Nullable Object> content = content(event);
        return content.subList(2, content.size());
    }

    private static Sink tally(String node, List<List<@Nullable Object>> truth, List<List<@Nullable Object>> had) {
        SequencedMap<List<@Nullable Object>, Integer> left = new LinkedHashMap<>();
        truth.forEach(row -> left.merge(row, 1, Integer::sum));
        long right = 0;
        long doubled = 0;
        long wrong = 0;
        for (List<@Nullable Object> row : had) {
            int wanted = left.getOrDefault(row, -1);
            if (wanted > 0) right++;
            else if (wanted == 0) doubled++;
            else
                wrong++;
            if (wanted > 0) left.put(row, wanted - 1);
        }
        long lost = left.values().stream().mapToLong(i -> i).sum();
        return new Sink(node, right, lost, doubled, wrong);
    }
}
