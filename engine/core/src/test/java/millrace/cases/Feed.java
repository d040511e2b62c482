package millrace.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import millrace.design.Value;
import tools.jackson.databind.JsonNode;

/** The event list of a case: rows of key, value and number, a scripted watermark, and when the input ends. */
final class Feed {
    static final String KEY = "key";
    static final String VALUE = "value";
    /** The number of the row in the case. */
    static final String STEP = "step";
    /** The row's event time, as a number that can be aggregated. */
    static final String HAPPENED = "happened";
    private static final long MAX = 4_000_000_000_000L;

    private final List<Value> rows = new ArrayList<>();
    private final List<Value> script = new ArrayList<>();
    private final String strategy;
    private String type = "long";
    private boolean keyed;
    private long bound;
    private long start = Long.MAX_VALUE;
    private long scripted = Long.MIN_VALUE;
    private OptionalLong end = OptionalLong.empty();

    /** @param strategy of the watermark: "script" if it is told line by line */
    Feed(String strategy) {
        this.strategy = strategy;
    }

    /** Says of which type the values are, and whether events have a key. */
    Feed of(List<JsonNode> values, boolean keyed) {
        this.keyed = keyed;
        boolean numbers = values.stream().allMatch(v -> v.isNumber() || v.isNull());
        boolean whole = values.stream().allMatch(v -> v.isNull() || v.isNumber() && isWhole(v));
        type = !numbers ? "string" : whole ? "long" : "double";
        return this;
    }

    private static boolean isWhole(JsonNode number) {
        return new BigDecimal(number.asString()).stripTrailingZeros().scale() <= 0;
    }

    /** Values are whole numbers, though a case may write them as texts. */
    Feed numbers(boolean keyed) {
        this.keyed = keyed;
        type = "long";
        return this;
    }

    /** The bound of a watermark that stays so far behind the newest event. */
    Feed behind(long bound) {
        this.bound = bound;
        return this;
    }

    boolean numeric() {
        return !type.equals("string");
    }

    Feed startsAt(long time) {
        start = Math.min(start, time);
        return this;
    }

    Feed row(long happened, long arrives, JsonNode key, JsonNode value, long step) {
        Value k = keyed && !key.isNull() && !key.isMissingNode() ? Value.of(key.asString()) : new Value.Nothing();
        rows.add(Value.of(List.of(Sketch.time(happened), Sketch.time(arrives), k, value(value), Value.of(step),
                Value.of(happened))));
        return startsAt(arrives);
    }

    private Value value(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) return new Value.Nothing();
        if (!numeric()) return Value.of(value.isString() ? value.stringValue() : value.toString());
        BigDecimal n = new BigDecimal(value.asString());
        return new Value.Number(type.equals("long") ? n.setScale(0) : n);
    }

    /** The watermark becomes {@code to}; one that would go back stays, and one beyond all time is the end of the input. */
    Feed watermark(long at, long to) {
        if (to > MAX) return ends(at);
        if (to <= scripted || to < -MAX) return this;
        scripted = to;
        script.add(Value.of(List.of(Sketch.time(at), Sketch.time(to))));
        return startsAt(at);
    }

    /** The input ends; without it the source is silent for ever after its last row. */
    Feed ends(long at) {
        end = OptionalLong.of(at);
        return startsAt(at);
    }

    long start() {
        return start == Long.MAX_VALUE ? 0 : start;
    }

    Value.Group settings() {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        fields.put(KEY, Value.of("string"));
        fields.put(VALUE, Value.of(type));
        fields.put(STEP, Value.of("long"));
        fields.put(HAPPENED, Value.of("long"));
        Value.Group group = Value.Group.EMPTY.with("fields", new Value.Group(fields))
                .with("rows", Value.of(rows))
                .withAt("watermark.strategy", Value.of(strategy));
        if (keyed) group = group.with("key", Value.of(KEY));
        if (strategy.equals("bounded")) group = group.withAt("watermark.bound", Sketch.duration(bound));
        if (strategy.equals("script")) group = group.withAt("watermark.script", Value.of(script));
        if (end.isEmpty()) return group.with("end", Value.of("never"));
        return group.with("end", Value.of("at")).with("endAt", Sketch.time(end.getAsLong()));
    }
}
