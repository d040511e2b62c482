package millrace.app.pane;

import java.util.ArrayList;
import java.util.List;
import millrace.app.look.Figures;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.operator.StreamType;

/** How the events of a plan are written in views: their key, the figure in their disc, all their values in a line. */
public record Faces(Plan plan) {
    /** A window's pane begins with its bounds. */
    private static final int BOUNDS = 2;

    /** An event as it is written. */
    public record Face(String key, String figure, String values) {}

    /** As an event leaves a node by one of its outputs; of a node without outputs, as it came in. */
    public Face of(Event event, String node, int output) {
        return of(event, keyOf(event, node, output));
    }

    public Face of(Event event, int key) {
        String name = key < 0 ? "" : Figures.text(event, key, plan.clock());
        return new Face(name, Figures.disc(event, key), String.join(", ", values(event, key)));
    }

    /** The place of the key among the event's fields, or -1. */
    public int keyOf(Event event, String node, int output) {
        int number = plan.nodeNumber(node);
        if (number < 0) return StreamType.UNKEYED;
        Plan.PlanNode planned = plan.nodes().get(number);
        List<StreamType> types = planned.outputs().isEmpty() ? planned.inputs() : planned.outputs();
        int key = output < types.size() ? types.get(output).key() : StreamType.UNKEYED;
        return key < event.schema.fields().size() ? key : StreamType.UNKEYED;
    }

    /** As it came in by a node's first input. */
    public Face into(Event event, String node) {
        int number = plan.nodeNumber(node);
        List<StreamType> types = number < 0 ? List.of() : plan.nodes().get(number).inputs();
        int key = types.isEmpty() ? StreamType.UNKEYED : types.getFirst().key();
        return of(event, key < event.schema.fields().size() ? key : StreamType.UNKEYED);
    }

    private List<String> values(Event event, int key) {
        List<String> values = new ArrayList<>();
        for (int i = event.schema.panes() ? BOUNDS : 0; i < event.schema.fields().size(); i++)
            if (i != key) values.add(Figures.text(event, i, plan.clock()));
        return values.stream().filter(v -> !v.isEmpty()).toList();
    }
}
