package millrace.bench;

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
     * @param job W1, W2 or W3
     * @param rows takes {key, start, end, count, sum} of each pane
     * @return how many events came too late for every window of theirs
     */
    public static long run(String job, int[] key, long[] value, long[] eventTime, Consumer<long[]> rows) {
        Plan plan = Jobs.withRows(Jobs.compile(Jobs.design(job)), new Columns(key, value, eventTime));
        Slots slots = new Slots(plan.nodes().get(plan.nodeNumber("window")).outputs().getFirst().schema());
        Simulation simulation = new Simulation(plan, null, (node, now, pane) -> rows.accept(slots.read(pane)));
        simulation.run();
        return simulation.dropped();
    }

    /** Where the fields of a pane are. */
    private record Slots(int start, int end, int key, int count, int sum) {
        Slots(Schema schema) {
            this(slot(schema, Schema.WINDOW_START), slot(schema, Schema.WINDOW_END), slot(schema, "key"),
                    slot(schema, "count"), slot(schema, "sum"));
        }

        private static int slot(Schema schema, String field) {
            return schema.slot(schema.indexOf(field).orElseThrow());
        }

        long[] read(Event pane) {
            return new long[] {pane.num(key), pane.num(start), pane.num(end), pane.num(count), pane.num(sum)};
        }
    }
}
