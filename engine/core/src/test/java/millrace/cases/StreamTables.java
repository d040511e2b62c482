package millrace.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.ChangeKind;
import millrace.event.Pane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What some figures show beside the panes: the table behind the windows, which takes every input at once, whatever the
 * trigger. It is what windows say that answer after every event and drop nothing; running sums are those of a table of one row.
 */
final class StreamTables {
    private static final String ASKS = "asks";
    private static final long FOR_EVER = 86_400_000_000L;

    private StreamTables() {}

    static Question question(String id, ObjectNode asked, JsonNode run, String table) {
        ObjectNode own = asked.deepCopy().put(ASKS, table);
        ObjectNode pipeline = (ObjectNode) own.get("pipeline");
        pipeline.putObject("trigger").put("type", "repeatedly").putObject("of").put("type", "after_count").put("n", 1);
        pipeline.put("accumulation", "accumulating").put("allowed_lateness_ms", FOR_EVER);
        own.putObject("watermark").put("form", "none");
        return new Question(id + " " + table.replace('_', ' '), own, run);
    }

    /** Whether the table has one row, so that it is a running aggregate without windows. */
    static boolean running(JsonNode asked) {
        return Json.text(asked, ASKS, "").startsWith("running");
    }

    static Design design(JsonNode asked) {
        String aggregate = Forms.aggregate(Json.text(Json.need(asked, "pipeline"), "aggregate"));
        Value.Group settings = Value.Group.EMPTY.with("rows", Value.of("one"))
                .with("aggregates", Value.of(List.of(Value.of(aggregate))));
        return new Sketch("millrace").source(StreamFeed.of(asked, 0))
                .node("table", "aggregate", settings)
                .wire(Sketch.SOURCE, "table")
                .sink(Sketch.PANES)
                .wire("table", Sketch.PANES)
                .design();
    }

    static boolean asks(Question question) {
        return question.asked().has(ASKS);
    }

    static Verdict judge(Question question, Observed observed) {
        String asks = Json.text(question.asked(), ASKS);
        if (asks.equals("table")) {
            List<Map<String, @Nullable Object>> came = new ArrayList<>();
            observed.at(Sketch.PANES).forEach(row -> came.add(row(row)));
            return Compared.exactly("from_processing_time_ms", "window_start", "window_end", "value")
                    .verdict(Json.rows(Json.list(question.answer(), asks)), came, "");
        }
        List<@Nullable Object> expected = new ArrayList<>();
        Json.list(question.answer(), asks).forEach(n -> expected.add(Json.plain(n)));
        List<@Nullable Object> got = new ArrayList<>();
        observed.at(Sketch.PANES)
                .stream()
                .filter(row -> ChangeKind.of(row.event()).adds())
                .forEach(row -> got.add(row.value(Feed.VALUE)));
        return got.equals(expected) ? new Verdict.Passed("")
                : new Verdict.Failed("the running sums " + expected + " expected, " + got + " came");
    }

    private static Map<String, @Nullable Object> row(Row row) {
        Pane pane = row.pane();
        boolean global = pane.end() == Long.MAX_VALUE;
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("from_processing_time_ms", Compared.number(row.at()));
        said.put("window_start", global ? null : clock(pane.start()));
        said.put("window_end", global ? null : clock(pane.end()));
        said.put("value", row.value(Feed.VALUE));
        return said;
    }

    private static String clock(long time) {
        return millrace.design.Clock.MIDNIGHT.format(time);
    }
}
