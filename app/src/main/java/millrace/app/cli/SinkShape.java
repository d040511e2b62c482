package millrace.app.cli;

import java.util.List;
import java.util.stream.IntStream;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.event.Schema;
import millrace.operator.StreamType;
import millrace.operator.Work;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a sink hold.
 *
 * @param node the sink's number in the plan
 * @param key the index of the key's field, or {@link StreamType#UNKEYED}
 * @param fields indexes of the fields, without the bounds of windows
 * @param counted whether the bounds of windows are numbers of events
 */
record SinkShape(int node, String id, Schema schema, int key, List<Integer> fields, boolean counted) {
    /** The shapes of all sinks of a plan, in the order of the plan. */
    static List<SinkShape> of(Plan plan) {
        boolean[] counted = Counted.nodes(plan);
        return IntStream.range(0, plan.nodes().size())
                .filter(n -> plan.nodes().get(n).work() instanceof Work.Sink)
                .mapToObj(n -> of(plan, n, counted[n]))
                .toList();
    }

    private static SinkShape of(Plan plan, int node, boolean counted) {
        StreamType type = plan.nodes().get(node).inputs().getFirst();
        Schema schema = type.schema();
        List<Integer> fields = IntStream.range(own(schema), schema.fields().size()).boxed().toList();
        return new SinkShape(node, plan.nodes().get(node).id(), schema, type.key(), fields,
                counted && schema.panes());
    }

    /** The index of the first field that is not a bound of a window. */
    static int own(Schema schema) {
        return schema.panes() ? 2 : 0;
    }

    private static String name(Schema schema, int field) {
        return schema.fields().get(field).name();
    }

    String name(int field) {
        return name(schema, field);
    }

    /** Whether a field is a bound of a window that counts. */
    boolean isNumber(int field) {
        return counted && field < own(schema);
    }

    boolean panes() {
        return schema.panes();
    }

    boolean keyed() {
        return key != StreamType.UNKEYED;
    }

    /** The value of the key of a row; null if it has none. */
    @Nullable
    Object key(Event event) {
        return keyed() ? event.value(key) : null;
    }
}
