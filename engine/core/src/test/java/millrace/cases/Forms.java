package millrace.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import millrace.design.Value;
import tools.jackson.databind.JsonNode;

/** Windows, triggers, accumulation and aggregates as the cases write them, put as a design writes them. */
final class Forms {
    private Forms() {}

    static Value.Group only(String name, Value value) {
        return Value.Group.EMPTY.with(name, value);
    }

    /** The node type of a window. */
    static String windowType(JsonNode window) {
        String type = Json.text(window, "type");
        return switch (type) {
            case "fixed", "tumbling" -> "tumbling";
            case "sliding", "hopping" -> "sliding";
            case "session", "sessions" -> "session";
            case "global", "cumulate", "event-sliding" -> type;
            default -> throw new NotYet("windows of type '" + type + "'");
        };
    }

    /** The settings that say where windows lie. */
    static Value.Group window(JsonNode window) {
        Value.Group settings = Value.Group.EMPTY;
        return switch (windowType(window)) {
            case "tumbling" -> offset(window, settings.with("size", length(window, "size")));
            case "sliding" -> offset(window,
                    settings.with("size", length(window, "size"))
                            .with("slide", length(window, Json.has(window, "slide_min") || Json.has(window, "slide_ms")
                                    ? "slide"
                                    : Json.has(window, "advance_ms") ? "advance" : "period")));
            case "event-sliding" -> settings.with("difference", length(window, "difference"));
            case "session" -> settings.with("gap", length(window, "gap"));
            case "cumulate" -> offset(window,
                    settings.with("size", length(window, "max_size")).with("step", length(window, "step")));
            default -> settings;
        };
    }

    /** Settings with those that say where windows lie. */
    static Value.Group all(Value.Group settings, JsonNode window) {
        Value.Group all = settings;
        for (var e : window(window).fields().entrySet())
            all = all.with(e.getKey(), e.getValue());
        return all;
    }

    private static Value.Group offset(JsonNode window, Value.Group settings) {
        boolean given = Json.has(window, "offset_ms") || Json.has(window, "offset_min");
        return given ? settings.with("offset", length(window, "offset")) : settings;
    }

    /** A duration given as {@code name_ms} or {@code name_min}. */
    static Value length(JsonNode window, String name) {
        return Sketch.duration(Json.has(window, name + "_min") ? Json.number(window, name + "_min") * 60_000
                : Json.number(window, name + "_ms"));
    }

    static Value trigger(JsonNode trigger) {
        String type = Json.text(trigger, "type");
        return switch (type) {
            case "default" -> only("afterWatermark", only("late", often(count(1))));
            case "after_watermark" -> only("afterWatermark", aroundTheWatermark(trigger));
            case "after_count" -> count(Json.number(trigger, "n"));
            case "after_processing_time" -> afterProcessingTime(trigger);
            case "repeatedly" -> often(trigger(Json.need(trigger, "of")));
            case "after_first" -> only("afterFirst", all(trigger));
            case "after_all" -> only("afterAll", all(trigger));
            case "after_each" -> only("afterEach", all(trigger));
            case "or_finally" -> only("orFinally",
                    only("main", trigger(Json.need(trigger, "main")))
                            .with("until", trigger(Json.need(trigger, "until"))));
            case "never" -> Value.of("never");
            default -> throw new NotYet("triggers of type '" + type + "'");
        };
    }

    static Value count(long n) {
        return only("afterCount", Value.of(n));
    }

    static Value often(Value trigger) {
        return trigger instanceof Value.Group g && g.get("repeatedly").isPresent() ? g : only("repeatedly", trigger);
    }

    /** Beam's early and late triggers fire again and again without saying so. */
    private static Value.Group aroundTheWatermark(JsonNode trigger) {
        SequencedMap<String, Value> parts = new LinkedHashMap<>();
        for (String part : List.of("early", "late"))
            if (Json.has(trigger, part)) parts.put(part, often(trigger(trigger.get(part))));
        return new Value.Group(parts);
    }

    private static Value afterProcessingTime(JsonNode trigger) {
        if (!Json.has(trigger, "align_period_ms")) {
            return only("afterDelay", Sketch.duration(Json.number(trigger, "delay_ms")));
        }
        return only("aligned", only("every", Sketch.duration(Json.number(trigger, "align_period_ms")))
                .with("offset", Sketch.duration(Json.number(trigger, "align_offset_ms", 0))));
    }

    private static Value all(JsonNode trigger) {
        return Value.of(Json.list(trigger, "of").stream().map(Forms::trigger).toList());
    }

    static Value accumulation(String name) {
        return Value.of(switch (name) {
            case "accumulating", "discarding" -> name;
            case "accumulating_and_retracting", "retracting" -> "retracting";
            default -> throw new NotYet("accumulation mode '" + name + "'");
        });
    }

    /** "sum of value as value": the aggregate under the name that cases use for results. */
    static String aggregate(String name) {
        String known = Map.of("mean", "average", "avg", "average", "combine_sum", "sum").getOrDefault(name, name);
        return switch (known) {
            case "count" -> "count as " + Feed.VALUE;
            case "sum", "min", "max", "average", "first", "last", "collect", "distinct" ->
                    known + " of value as " + Feed.VALUE;
            default -> throw new NotYet("the aggregate '" + name + "'");
        };
    }
}
