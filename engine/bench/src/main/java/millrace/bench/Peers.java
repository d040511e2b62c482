package millrace.bench;

import java.util.List;
import java.util.function.Consumer;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.event.Schema;
import millrace.simulation.Simulation;

/** The jobs on which stream engines are compared, done by a real design, compiled, in the same simulation as on the screen. */
public final class Peers {
    private Peers() {}

    /**
     * Runs one job over all events in the order of the arrays.
     *
     * @param job W1, W2, W3, J1 or C1
     * @param rows takes {key, start, end, count, sum} of each pane, {key, leftTime, leftValue, rightTime, rightValue} of each pair
     * @return how many events came too late for every window of theirs, or for the join
     */
    public static long run(String job, int[] key, long[] value, long[] eventTime, Consumer<long[]> rows) {
        Plan plan = Jobs.withRows(Jobs.compile(Jobs.design(job)), new Columns(key, value, eventTime));
        boolean join = job.equals("J1");
        Slots slots = new Slots(
                plan.nodes().get(plan.nodeNumber(join ? "join" : "window")).outputs().getFirst().schema(),
                join ? List.of("key", "leftTime", "leftValue", "rightTime", "rightValue")
                        : List.of("key", Schema.WINDOW_START, Schema.WINDOW_END, "count", "sum"));
        Simulation simulation = new Simulation(plan, null, (node, now, row) -> rows.accept(slots.read(row)));
        simulation.run();
        return simulation.dropped();
    }

    /** Where the fields of a row are. */
    private record Slots(int a, int b, int c, int d, int e) {
        Slots(Schema schema, List<String> fields) {
            this(slot(schema, fields.get(0)), slot(schema, fields.get(1)), slot(schema, fields.get(2)),
                    slot(schema, fields.get(3)), slot(schema, fields.get(4)));
        }

        private static int slot(Schema schema, String field) {
            return schema.slot(schema.indexOf(field).orElseThrow());
        }

        long[] read(Event row) {
            return new long[] {row.num(a), row.num(b), row.num(c), row.num(d), row.num(e)};
        }
    }
}
