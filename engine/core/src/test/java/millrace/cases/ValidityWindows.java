package millrace.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.ChangeKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A figure of the versions of a table: each rate holds until the next, and what was said is taken back as one turns up in between.
 * Where our changelog says a version anew, with an earlier end, the figure draws what was cut off its end as taken back.
 */
final class ValidityWindows {
    private static final String VERSIONS = "versions";
    private static final Compared ROWS = new Compared(
            List.of("processing_time_ms", "window_start_ms", "window_end_ms", "rate", "retraction"), Set.of(),
            "processing_time_ms", 10_000);

    private ValidityWindows() {}

    static boolean asks(JsonNode asked) {
        JsonNode pipeline = asked.path("pipeline");
        return pipeline.path("window").path("type").asString("").equals("validity")
                && pipeline.path("trigger").equals(everyElement())
                && pipeline.path("accumulation").asString("").equals("accumulating_and_retracting");
    }

    private static JsonNode everyElement() {
        ObjectNode trigger = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        trigger.put("type", "repeatedly").putObject("of").put("type", "after_count").put("n", 1);
        return trigger;
    }

    static Design design(JsonNode asked) {
        ObjectNode own = Json.without(asked, Set.of());
        ArrayNode inputs = own.putArray("inputs");
        for (JsonNode in : Json.list(asked, "inputs"))
            inputs.add(((ObjectNode) in.deepCopy()).put("key", Json.text(in, "currency")));
        return new Sketch("millrace").source(StreamFeed.of(own, 0))
                .node(VERSIONS, "validity", Value.Group.EMPTY.with("leave", Value.of("at once")))
                .wire(Sketch.SOURCE, VERSIONS)
                .sink(Sketch.PANES)
                .sink(Sketch.LATE)
                .wire(VERSIONS, Sketch.PANES)
                .wire(VERSIONS + ".late", Sketch.LATE)
                .design();
    }

    static Verdict judge(Question question, Observed observed) {
        List<Map<String, @Nullable Object>> came = new ArrayList<>();
        @Nullable
        Object end = null;
        for (Row row : observed.at(Sketch.PANES)) {
            ChangeKind kind = ChangeKind.of(row.event());
            if (kind == ChangeKind.UPDATE_BEFORE) end = row.value("validTo");
            if (kind == ChangeKind.UPDATE_AFTER) came.add(said(row, row.value("validTo"), end, true));
            if (kind.adds()) came.add(said(row, row.value("validFrom"), row.value("validTo"), false));
        }
        return ROWS.verdict(Json.rows(Json.list(question.answer(), "expected")), came,
                "an end that is cut off is drawn as taken back; here the version is said anew");
    }

    private static Map<String, @Nullable Object> said(Row row, @Nullable Object start, @Nullable Object end,
            boolean back) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("processing_time_ms", Compared.number(row.at()));
        said.put("window_start_ms", start);
        said.put("window_end_ms", end);
        said.put("rate", row.value(Feed.VALUE));
        said.put("retraction", back);
        return said;
    }
}
