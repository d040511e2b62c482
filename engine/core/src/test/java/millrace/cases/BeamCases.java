package millrace.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.Pane;
import millrace.event.Timing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * beam-case/1: a script of elements, watermarks and ticks of the clock as Beam's TestStream knows them, ending with a watermark
 * beyond all time at the instant of the last step; the panes, with all their marks, and how many elements were dropped.
 */
final class BeamCases implements Adapter {
    private static final Set<String> RESULTS = Set.of("expected_panes", "dropped_elements", "dropped_counters");
    private static final Compared PANES = Compared.exactly("processing_time_ms", "key", "window_start_ms",
            "window_end_ms", "value", "timing", "pane_index", "on_time_index", "is_first", "is_last", "timestamp_ms");
    /** The timestamp of what leaves Beam's global window: a day before the end of its time. */
    private static final long END_OF_GLOBAL_WINDOW = Long.MAX_VALUE / 1000 - 86_400_000;

    @Override
    public String schema() {
        return "beam-case/1";
    }

    @Override
    public List<Question> questions(JsonNode one) {
        return List.of(new Question(Json.text(one, "id", ""), Json.without(one, RESULTS), one));
    }

    @Override
    public Design design(JsonNode asked) {
        JsonNode window = Json.need(asked, "window");
        Value.Group settings = Forms.window(window)
                .with("trigger", Forms.trigger(Json.need(asked, "trigger")))
                .with("accumulation", Forms.accumulation(Json.text(asked, "accumulation")))
                .with("lateness", Sketch.duration(Json.number(asked, "allowed_lateness_ms", 0)))
                .with("closing", closing(asked))
                .with("aggregates", Value.of(List.of(Value.of(Forms.aggregate(Json.text(asked, "aggregate"))))));
        return new Sketch("beam").source(feed(asked)).windows(Forms.windowType(window), settings).design();
    }

    private static Value closing(JsonNode asked) {
        String behaviour = Json.text(asked, "closing_behavior", "FIRE_IF_NON_EMPTY");
        return Value.of(switch (behaviour) {
            case "FIRE_ALWAYS" -> "always";
            case "FIRE_IF_NON_EMPTY" -> "if new";
            default -> throw new NotYet("closing behaviour '" + behaviour + "'");
        });
    }

    private static Feed feed(JsonNode asked) {
        List<JsonNode> steps = Json.list(asked, "steps");
        List<JsonNode> elements = steps.stream().filter(s -> Json.text(s, "op").equals("element")).toList();
        Feed feed = new Feed("script").of(elements.stream().map(e -> e.path("value")).toList(), true);
        if (Json.has(asked, "processing_time_start_ms")) {
            feed.startsAt(Json.number(asked, "processing_time_start_ms"));
        }
        long last = Json.number(asked, "processing_time_start_ms", 0);
        for (int i = 0; i < steps.size(); i++) {
            JsonNode step = steps.get(i);
            last = Math.max(last, Json.number(step, "at_ms"));
            step(feed, step, last, i);
        }
        return feed.ends(last);
    }

    private static void step(Feed feed, JsonNode step, long at, int i) {
        switch (Json.text(step, "op")) {
            case "element" ->
                    feed.row(Json.number(step, "event_time_ms"), at, step.path("key"), step.path("value"), i);
            case "watermark" -> feed.watermark(at, Json.number(step, "to_ms"));
            case "tick" -> feed.startsAt(at);
            default -> throw new NotYet("a step '" + Json.text(step, "op") + "'");
        }
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        String aggregate = Json.text(question.asked(), "aggregate");
        List<Map<String, @Nullable Object>> got = panes(observed, aggregate);
        Verdict verdict = PANES.verdict(Json.rows(Json.list(question.answer(), "expected_panes")), got, "");
        if (!(verdict instanceof Verdict.Passed) || !Json.has(question.answer(), "dropped_elements")) return verdict;
        long dropped = Json.number(question.answer(), "dropped_elements");
        return dropped == observed.dropped() ? verdict
                : new Verdict.Failed(dropped + " dropped elements expected, " + observed.dropped() + " were dropped");
    }

    private static List<Map<String, @Nullable Object>> panes(Observed observed, String aggregate) {
        Map<List<@Nullable Object>, Long> onTime = new HashMap<>();
        List<Map<String, @Nullable Object>> panes = new ArrayList<>();
        for (Row row : observed.at(Sketch.PANES)) {
            Pane pane = row.pane();
            List<@Nullable Object> place = List.of(String.valueOf(row.value(Feed.KEY)), pane.start(), pane.end());
            if (pane.first()) onTime.remove(place);
            long index = pane.timing() == Timing.EARLY ? -1 : onTime.merge(place, 1L, Long::sum) - 1;
            panes.add(pane(row, pane, index, aggregate));
        }
        return panes;
    }

    private static Map<String, @Nullable Object> pane(Row row, Pane pane, long onTimeIndex, String aggregate) {
        boolean global = pane.end() == Long.MAX_VALUE;
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("processing_time_ms", Compared.number(row.at()));
        said.put("key", row.value(Feed.KEY));
        said.put("window_start_ms", global ? null : Compared.number(pane.start()));
        said.put("window_end_ms", global ? null : Compared.number(pane.end()));
        said.put("value", value(row, aggregate));
        said.put("timing", pane.timing().name());
        said.put("pane_index", Compared.number(pane.index()));
        said.put("on_time_index", Compared.number(onTimeIndex));
        said.put("is_first", pane.first());
        said.put("is_last", pane.last());
        said.put("timestamp_ms", Compared.number(global ? END_OF_GLOBAL_WINDOW : row.event().time));
        return said;
    }

    /** Beam's Max.ofIntegers and Min.ofIntegers of nothing are the least and the greatest int; ours have no value. */
    private static @Nullable Object value(Row row, String aggregate) {
        Object value = row.value(Feed.VALUE);
        if (value != null) return value;
        return switch (aggregate) {
            case "max" -> Compared.number(Integer.MIN_VALUE);
            case "min" -> Compared.number(Integer.MAX_VALUE);
            default -> null;
        };
    }
}
