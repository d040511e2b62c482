package millrace.cases;

import java.util.ArrayList;
import java.util.List;
import millrace.design.Value;
import tools.jackson.databind.JsonNode;

/** The design of a join: two event lists of a key and a value, and sinks for what the join says and for what is late. */
final class TwoSides {
    static final String JOIN = "join";

    private final Sketch sketch;
    private final List<List<Value>> rows = List.of(new ArrayList<>(), new ArrayList<>());
    private final String[] ports;
    private final boolean[] skips = {false, false};
    private String strategy = "none";
    private long last;

    TwoSides(String dialect, String leftPort, String rightPort) {
        sketch = new Sketch(dialect);
        ports = new String[] {leftPort, rightPort};
    }

    TwoSides watermark(String name) {
        strategy = name;
        return this;
    }

    /** Records of a side without a value go nowhere: a condition has no result for them. */
    TwoSides skipsEmpty(int side) {
        skips[side] = true;
        return this;
    }

    TwoSides row(int side, String key, JsonNode value, long happened, long arrives) {
        Value v = value.isNull() || value.isMissingNode() ? new Value.Nothing() : Value.of(value.asString());
        rows.get(side).add(Value.of(List.of(Sketch.time(happened), Sketch.time(arrives), Value.of(key), v)));
        last = Math.max(last, arrives);
        return this;
    }

    /** Draws both sources, the right one first: of one instant its records come first. The inputs end after all. */
    Sketch join(String type, Value.Group settings, boolean late) {
        sketch.startsAt(0);
        source(1, "right");
        source(0, "left");
        sketch.node(JOIN, type, settings).sink(Sketch.PANES).wire(JOIN, Sketch.PANES);
        if (late) sketch.sink(Sketch.LATE).wire(JOIN + ".late", Sketch.LATE);
        for (int side = 0; side < 2; side++)
            wire(side, side == 0 ? "left" : "right");
        return sketch;
    }

    private void source(int side, String id) {
        Value.Group fields = Value.Group.EMPTY.with("key", Value.of("string")).with("value", Value.of("string"));
        sketch.node(id, "timetable", Value.Group.EMPTY.with("fields", fields)
                .with("rows", Value.of(rows.get(side)))
                .with("key", Value.of("key"))
                .withAt("watermark.strategy", Value.of(strategy))
                .with("end", Value.of("at"))
                .with("endAt", Sketch.time(last)));
    }

    private void wire(int side, String id) {
        String port = JOIN + "." + ports[side];
        if (!skips[side]) {
            sketch.wire(id, port);
            return;
        }
        String filter = "with-" + id;
        sketch.node(filter, "filter", Value.Group.EMPTY.with("condition", Value.of("value != \"\"")))
                .wire(id, filter)
                .wire(filter, port);
    }
}
