package millrace.trace;

import millrace.compile.Plan;
import millrace.event.Event;
import millrace.operator.StreamType;

/** The key of an event at a place in the graph, as text. */
final class Keys {
    private Keys() {}

    /** The key that the event of this row has on the stream the row is about; "" if that stream has none. */
    static String of(Trace trace, int row, Event event) {
        Plan.PlanNode node = trace.plan.nodes().get(trace.columns.node(row));
        if (trace.kind(row) == FactKind.EMITTED)
            return node.outputs().isEmpty() ? "" : text(node.outputs().get(0), event);
        if (trace.kind(row) != FactKind.DELIVERED)
            return node.inputs().isEmpty() ? "" : text(node.inputs().get(0), event);
        return ofWire(trace.plan, trace.columns.link(row), event);
    }

    static String ofWire(Plan plan, int wire, Event event) {
        Plan.PlanWire w = plan.wires().get(wire);
        Plan.PlanNode from = plan.nodes().get(w.from());
        return w.output() < from.outputs().size() ? text(from.outputs().get(w.output()), event) : "";
    }

    private static String text(StreamType type, Event event) {
        if (!type.keyed() || type.key() >= event.schema.fields().size()) return "";
        Object value = event.value(type.key());
        return value == null ? "" : value.toString();
    }
}
