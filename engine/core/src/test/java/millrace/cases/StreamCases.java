package millrace.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * stream-case/1: inputs, a watermark, one window with its triggers, and the panes, from the figures of "Streaming Systems"
 * and "The Dataflow Model". What the book's code asserts is Beam's, and runs in that dialect, to the millisecond where a run
 * with a true clock is at hand; what is drawn runs in ours, with the tolerance of a drawing. A figure may leave out the
 * on-time panes that only repeat what was said, all of them or none.
 */
final class StreamCases implements Adapter {
    private static final Set<String> RESULTS = Set.of("expected", "beam_panes_with_true_clock", "beam_check", "table",
            "running_sum_after_each_input", "dropped_inputs", "asserted_panes_reproduced_on_beam_2_73");
    private static final Set<String> PIPELINE = Set.of("words", "window", "trigger", "accumulation",
            "allowed_lateness_ms", "aggregate");
    private static final List<String> PANE = List.of("processing_time_ms", "key", "window_start_ms", "window_end_ms",
            "value", "timing", "retraction", "pane_index", "on_time_index", "is_first", "is_last",
            "nth_pane_of_window");
    private static final Set<String> SILENT = Set.of("processing_time_ms", "key", "timing", "retraction", "pane_index",
            "on_time_index", "is_first", "is_last", "nth_pane_of_window");
    private static final String BY_KEY = "_by_key";
    private static final long DRAWN = 10_000;

    @Override
    public String schema() {
        return "stream-case/1";
    }

    @Override
    public List<Question> questions(JsonNode one) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode run : Json.list(one, "runs")) {
            String id = Json.text(run, "id", "a run");
            ObjectNode asked = Json.without(run, RESULTS);
            questions.add(new Question(id, asked, run));
            for (String table : List.of("table", "running_sum_after_each_input"))
                if (Json.has(run, table)) questions.add(StreamTables.question(id, asked, run, table));
        }
        return questions;
    }

    @Override
    public Design design(JsonNode asked) {
        JsonNode pipeline = asked.path("pipeline");
        if (pipeline.isNull() || pipeline.isMissingNode()) return inputsOnly(asked);
        if (StreamTables.running(asked)) return StreamTables.design(asked);
        if (TemporalJoins.asks(asked)) return TemporalJoins.design(asked);
        if (ValidityWindows.asks(asked)) return ValidityWindows.design(asked);
        if (pipeline.has("join")) throw new NotYet("a join (" + pipeline.get("join").asString() + ")");
        JsonNode window = Json.need(pipeline, "window");
        String type = Forms.windowType(window);
        pipeline.propertyNames().stream().filter(p -> !PIPELINE.contains(p)).findFirst().ifPresent(p -> {
            throw new NotYet("a pipeline with '" + p + "'");
        });
        Value.Group settings = Value.Group.EMPTY.with("trigger", Forms.trigger(Json.need(pipeline, "trigger")))
                .with("accumulation", Forms.accumulation(Json.text(pipeline, "accumulation")))
                .with("lateness", Sketch.duration(Json.number(pipeline, "allowed_lateness_ms", 0)))
                .with("aggregates", Value.of(List.of(Value.of(Forms.aggregate(Json.text(pipeline, "aggregate"))),
                        Value.of("count as " + StreamPanes.EVENTS))));
        Sketch sketch = new Sketch(dialect(asked, window)).source(StreamFeed.of(asked, longest(window)));
        if (keys(window).isEmpty()) return sketch.windows(type, Forms.all(settings, window)).design();
        return byKey(sketch, type, settings, window);
    }

    private static Design inputsOnly(JsonNode asked) {
        return new Sketch("millrace").source(StreamFeed.of(asked, 0))
                .sink(Sketch.PANES)
                .wire(Sketch.SOURCE, Sketch.PANES)
                .design();
    }

    private static String dialect(JsonNode asked, JsonNode window) {
        String certainty = Json.text(asked, "certainty", "").toLowerCase(Locale.ROOT);
        boolean code = certainty.contains("code") || certainty.contains("beam");
        boolean apart = window.has("merge_when_touching") && !window.get("merge_when_touching").asBoolean();
        return Json.text(asked, "dialect", code || apart ? "beam" : "millrace");
    }

    private static long longest(JsonNode window) {
        long longest = Math.max(Json.number(window, "size_ms", 0), Json.number(window, "gap_ms", 0));
        for (String key : keys(window))
            longest = Math.max(longest, longest(ofKey(window, key)));
        return longest;
    }

    /** Keys that have windows of their own, by fields like {@code size_ms_by_key}. */
    private static Set<String> keys(JsonNode window) {
        Set<String> keys = new TreeSet<>();
        window.properties().forEach(e -> {
            if (e.getKey().endsWith(BY_KEY)) keys.addAll(e.getValue().propertyNames());
        });
        return keys;
    }

    private static ObjectNode ofKey(JsonNode window, String key) {
        ObjectNode own = Json.without(window, Set.of());
        for (var e : window.properties()) {
            if (!e.getKey().endsWith(BY_KEY)) continue;
            own.remove(e.getKey());
            if (e.getValue().has(key)) {
                own.set(e.getKey().substring(0, e.getKey().length() - BY_KEY.length()), e.getValue().get(key));
            }
        }
        return own;
    }

    /** A window node for each key, behind a filter that lets only that key pass. */
    private static Design byKey(Sketch sketch, String type, Value.Group settings, JsonNode window) {
        sketch.sink(Sketch.PANES).sink(Sketch.LATE);
        int n = 0;
        for (String key : keys(window)) {
            String only = "only-" + ++n;
            String windows = "windows-" + n;
            sketch.node(only, "filter", Forms.only("condition", Value.of("key == \"" + key + "\"")))
                    .wire(Sketch.SOURCE, only)
                    .node(windows, type, Forms.all(settings, ofKey(window, key)))
                    .wire(only, windows)
                    .wire(windows, Sketch.PANES)
                    .wire(windows + ".late", Sketch.LATE);
        }
        return sketch.design();
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        JsonNode answer = question.answer();
        if (TemporalJoins.asks(question.asked())) return TemporalJoins.judge(question, observed);
        if (ValidityWindows.asks(question.asked())) return ValidityWindows.judge(question, observed);
        if (StreamTables.asks(question)) return StreamTables.judge(question, observed);
        if (question.asked().path("pipeline").isEmpty()) return arrived(answer, observed);
        boolean discarding = Json.text(question.asked().get("pipeline"), "accumulation").equals("discarding");
        Verdict verdict = Json.has(answer, "beam_panes_with_true_clock") ? withTrueClock(answer, observed, discarding)
                : asDrawn(answer, observed, discarding);
        if (!(verdict instanceof Verdict.Passed) || !Json.has(answer, "dropped_inputs")) return verdict;
        List<@Nullable Object> dropped = new ArrayList<>();
        observed.at(Sketch.LATE).forEach(row -> dropped.add(row.value(Feed.VALUE)));
        List<@Nullable Object> expected = new ArrayList<>();
        Json.list(answer, "dropped_inputs").forEach(n -> expected.add(Json.plain(n)));
        return dropped.equals(expected) ? verdict
                : new Verdict.Failed("dropped inputs " + expected + " expected, dropped were " + dropped);
    }

    /** Nothing but inputs is given: they must come as listed. */
    private static Verdict arrived(JsonNode answer, Observed observed) {
        List<Map<String, @Nullable Object>> came = new ArrayList<>();
        for (Row row : observed.at(Sketch.PANES)) {
            Map<String, @Nullable Object> in = new LinkedHashMap<>();
            in.put("processing_time_ms", Compared.number(row.at()));
            in.put("event_time_ms", Compared.number(row.event().time));
            in.put("value", row.value(Feed.VALUE));
            came.add(in);
        }
        return Compared.exactly("processing_time_ms", "event_time_ms", "value")
                .verdict(Json.rows(Json.list(answer, "inputs")), came, "inputs only: they arrive as listed");
    }

    private static Verdict asDrawn(JsonNode answer, Observed observed, boolean discarding) {
        Compared compared = new Compared(PANE, SILENT, "processing_time_ms", tolerance(answer));
        List<Map<String, @Nullable Object>> expected = panes(answer, "expected");
        String remark = Json.has(answer, "source_error") ? "the source is wrong in itself: "
                + Json.text(answer.get("source_error"), "say", answer.get("source_error").toString()) : "";
        Verdict all = compared.verdict(expected, StreamPanes.of(observed, discarding, true), remark);
        if (all instanceof Verdict.Passed || !Json.text(answer, "certainty", "").equals("drawn")) return all;
        return compared.verdict(expected, StreamPanes.of(observed, discarding, false), remark);
    }

    /**
     * Panes asserted without times, and the same run on Beam with a clock. Where the two differ in more than times, the source
     * is wrong in itself, and the clock is right.
     */
    private static Verdict withTrueClock(JsonNode answer, Observed observed, boolean discarding) {
        List<Map<String, @Nullable Object>> clock = panes(answer, "beam_panes_with_true_clock");
        List<Map<String, @Nullable Object>> asserted = panes(answer, "expected");
        Compared timeless = new Compared(PANE, SILENT, "processing_time_ms", Long.MAX_VALUE);
        boolean wrong = timeless.difference(asserted, clock).isPresent();
        String remark = wrong ? "the source is wrong in itself, the panes with a true clock are used: "
                + Json.text(answer, "note", "they differ from what is asserted") : "";
        List<Map<String, @Nullable Object>> got = StreamPanes.of(observed, discarding, true);
        Verdict verdict = new Compared(PANE, SILENT, "", 0).verdict(clock, got, remark);
        return wrong || !(verdict instanceof Verdict.Passed) ? verdict : timeless.verdict(asserted, got, remark);
    }

    /** Expected panes with timings in one form. */
    private static List<Map<String, @Nullable Object>> panes(JsonNode answer, String field) {
        List<Map<String, @Nullable Object>> panes = Json.rows(Json.list(answer, field));
        for (Map<String, @Nullable Object> pane : panes) {
            pane.putIfAbsent("retraction", false);
            if (pane.get("timing") instanceof String timing) {
                pane.put("timing", timing.toUpperCase(Locale.ROOT).replace('-', '_'));
            }
        }
        return panes;
    }

    /**
     * 10 s for what is drawn, more if the file says that Beam's own run differs by more; a batch is read out at some time after
     * its last input.
     */
    private static long tolerance(JsonNode answer) {
        if (!Json.text(answer, "certainty", "").equals("drawn")) return 0;
        long said = Json.number(answer.path("beam_check"), "greatest_difference_in_processing_time_ms", 0);
        long tolerance = Math.max(DRAWN, said);
        JsonNode watermark = answer.path("watermark");
        if (!Json.text(watermark, "kind", "").equals("batch")) return tolerance;
        long last = Json.list(answer, "inputs")
                .stream()
                .mapToLong(i -> Json.number(i, "processing_time_ms"))
                .max()
                .orElse(0);
        long end = Json.list(watermark, "steps")
                .stream()
                .mapToLong(s -> Json.number(s, "processing_time_ms"))
                .max()
                .orElse(last);
        return Math.max(tolerance, end - last);
    }
}
