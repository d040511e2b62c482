package millrace.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.Pane;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * flink-case/1: elements and watermarks, one step after another, through a window of Flink's DataStream; each firing with sum,
 * count and newest step of what it holds, and the steps that were dropped. A job's input ends with its last step. Nothing there depends on the clock: step n is done
 * at second n. Flink prints a watermark as the greatest time that is complete, which is ours less one.
 */
final class FlinkCases implements Adapter {
    private static final Set<String> RESULTS = Set.of("expected_firings", "expected_dropped");
    private static final Compared FIRINGS = Compared.exactly("key", "window_start_ms", "window_end_ms", "sum", "count",
            "newest_step", "watermark_ms");
    private static final Compared DROPS = Compared.exactly("dropped_step", "value");
    private static final long STEP = 1000;

    @Override
    public String schema() {
        return "flink-case/1";
    }

    @Override
    public List<Question> questions(JsonNode one) {
        return List.of(new Question(Json.text(one, "id", ""), Json.without(one, RESULTS), one));
    }

    @Override
    public Design design(JsonNode asked) {
        JsonNode window = Json.need(asked, "window");
        Value.Group settings = trigger(asked, Forms.window(window))
                .with("lateness", Sketch.duration(Json.number(asked, "allowed_lateness_ms", 0)))
                .with("aggregates", Value.of(List.of(Value.of("sum of value"), Value.of("count"),
                        Value.of("max of step as newest_step"))));
        return new Sketch("flink").source(feed(asked)).windows(Forms.windowType(window), settings).design();
    }

    /** Flink's triggers: a purging one forgets what it has said, a count knows nothing of the watermark. */
    private static Value.Group trigger(JsonNode asked, Value.Group settings) {
        String kind = Json.text(asked, "trigger_kind");
        boolean purging = kind.endsWith("_purging");
        Value trigger = switch (kind) {
            case "default", "event_time", "event_time_purging", "default_purging" ->
                    Forms.only("afterWatermark", Forms.only("late", Forms.often(Forms.count(1))));
            case "count", "count_purging" -> Forms.often(Forms.count(Json.number(asked, "count")));
            default -> throw new NotYet("the trigger '" + kind + "'");
        };
        return settings.with("trigger", trigger)
                .with("accumulation", Value.of(purging ? "discarding" : "accumulating"));
    }

    private static Feed feed(JsonNode asked) {
        List<JsonNode> steps = Json.list(asked, "steps");
        Feed feed = new Feed("script")
                .of(steps.stream().filter(s -> s.has("value")).map(e -> e.path("value")).toList(), true)
                .startsAt(0);
        for (int i = 0; i < steps.size(); i++) {
            JsonNode step = steps.get(i);
            switch (Json.text(step, "op")) {
                case "element" -> feed.row(Json.number(step, "event_time_ms"), i * STEP, step.path("key"),
                        step.path("value"), i);
                case "watermark" -> feed.watermark(i * STEP, Json.number(step, "to_ms") + 1);
                default -> throw new NotYet("a step '" + Json.text(step, "op") + "'");
            }
        }
        return feed.ends((steps.size() - 1) * STEP);
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        List<Map<String, @Nullable Object>> fired = new ArrayList<>();
        observed.at(Sketch.PANES).forEach(row -> fired.add(firing(row)));
        Verdict verdict = FIRINGS.verdict(Json.rows(Json.list(question.answer(), "expected_firings")), fired, "");
        if (!(verdict instanceof Verdict.Passed) || !Json.has(question.answer(), "expected_dropped")) return verdict;
        List<Map<String, @Nullable Object>> dropped = new ArrayList<>();
        observed.at(Sketch.LATE).forEach(row -> dropped.add(drop(row)));
        return DROPS.verdict(Json.rows(Json.list(question.answer(), "expected_dropped")), dropped, "");
    }

    private static Map<String, @Nullable Object> firing(Row row) {
        Pane pane = row.pane();
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("key", row.value(Feed.KEY));
        said.put("window_start_ms", Compared.number(pane.start()));
        said.put("window_end_ms", Compared.number(pane.end()));
        for (String field : List.of("sum", "count", "newest_step"))
            said.put(field, row.value(field));
        said.put("watermark_ms", watermark(row.watermark()));
        return said;
    }

    private static @Nullable Object watermark(long ours) {
        if (ours == Watermark.NONE) return null;
        return Compared.number(ours == Watermark.FINAL ? Long.MAX_VALUE : ours - 1);
    }

    private static Map<String, @Nullable Object> drop(Row row) {
        Map<String, @Nullable Object> dropped = new LinkedHashMap<>();
        dropped.put("dropped_step", row.value(Feed.STEP));
        dropped.put("value", row.value(Feed.VALUE));
        return dropped;
    }
}
