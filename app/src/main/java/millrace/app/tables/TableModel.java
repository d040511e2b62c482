package millrace.app.tables;

import java.util.ArrayList;
import java.util.List;
import millrace.app.look.Figures;
import millrace.app.pane.NodeChoice;
import millrace.app.pane.Shown;
import millrace.compile.Plan;
import millrace.design.Clock;
import millrace.event.Schema;
import millrace.measure.TableLog;
import millrace.measure.TableLog.Change;
import millrace.operator.StreamType;
import millrace.trace.Trace;

/**
 * One table of a run: all its changes.
 *
 * @param columns its fields; {@code key} the place of the key among them, or -1
 */
record TableModel(String node, String name, Clock clock, List<String> columns, int key, List<Change> changes)
        implements NodeChoice.OfNode {
    /** The tables of a run in the order of the plan. May be called on any thread. */
    static List<TableModel> of(Shown shown) {
        Trace trace = shown.run().trace();
        List<TableModel> tables = new ArrayList<>();
        for (Plan.PlanNode node : trace.plan().nodes()) {
            List<StreamType> types = node.outputs().isEmpty() ? node.inputs() : node.outputs();
            if (types.stream().noneMatch(t -> t.schema().changelog())) continue;
            tables.add(of(trace, node, shown.name(node.id()),
                    types.stream().filter(t -> t.schema().changelog()).findFirst().orElseThrow()));
        }
        return tables;
    }

    private static TableModel of(Trace trace, Plan.PlanNode node, String name, StreamType type) {
        Schema schema = type.schema();
        List<String> columns = schema.fields().stream().map(f -> f.name()).toList();
        int key = type.key() < columns.size() ? type.key() : StreamType.UNKEYED;
        return new TableModel(node.id(), name, trace.plan().clock(), columns, key,
                TableLog.of(trace, node.id()).changes());
    }

    /** How many changes were made at or before an instant. */
    int until(long time) {
        int low = 0;
        int high = changes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changes.get(middle).at() <= time) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /** The rows after so many changes. */
    List<Change> rows(int until) {
        TableFold fold = new TableFold(changes);
        fold.goOn(until);
        return fold.rows();
    }

    /** What happened to the row of a key in the first changes, the oldest first. */
    List<Change> history(String of, int until) {
        return changes.subList(0, until).stream().filter(c -> c.key().equals(of)).toList();
    }

    /** A field as it is written. */
    String value(Change change, int field) {
        return Figures.text(change.event(), field, clock);
    }
}
