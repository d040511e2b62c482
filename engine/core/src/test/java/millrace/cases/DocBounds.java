package millrace.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where windows begin: {@code cases} with the window of one timestamp ({@code window_start}, {@code window_end}), or with the
 * {@code first_windows} of a stream that begins at time zero.
 */
final class DocBounds implements DocShape {
    private static final Set<String> RESULTS = Set.of("window_start", "window_end", "first_windows");
    private static final int EVENTS = 20;

    @Override
    public boolean fits(JsonNode one) {
        JsonNode cases = one.path("cases");
        return cases.isArray() && !cases.isEmpty() && RESULTS.stream().anyMatch(cases.get(0)::has);
    }

    @Override
    public List<Question> questions(JsonNode one) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode part : Json.list(one, "cases")) {
            ObjectNode asked = Json.without(one, Set.of("cases"));
            asked.setAll(Json.without(part, RESULTS));
            questions.add(new Question(Json.text(one, "id", "a case") + " " + (questions.size() + 1), asked, part));
        }
        return questions;
    }

    @Override
    public Design design(JsonNode asked) {
        JsonNode window = asked.has("type") ? asked
                : Json.without(asked, Set.of()).put("type", Json.text(asked, "kind", "fixed"));
        Feed feed = new Feed("ascending").numbers(false);
        if (asked.has("timestamp")) event(feed, DocShape.time(Json.text(asked, "timestamp")));
        else {
            long step = Json.number(window, "advance_ms", Json.number(window, "size_ms"));
            for (int i = 0; i < EVENTS; i++)
                event(feed, i * step);
        }
        Value.Group settings = Forms.only("trigger", Forms.often(Forms.count(1)));
        return new Sketch(DocShape.dialect(asked)).source(feed)
                .windows(Forms.windowType(window), Forms.all(settings, window))
                .design();
    }

    private static void event(Feed feed, long time) {
        feed.row(time, time, tools.jackson.databind.node.NullNode.getInstance(),
                tools.jackson.databind.node.IntNode.valueOf(1), 0);
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        List<Map<String, @Nullable Object>> came = new ArrayList<>(
                observed.at(Sketch.PANES).stream().map(DocBounds::bounds).distinct().toList());
        JsonNode answer = question.answer();
        List<Map<String, @Nullable Object>> expected = new ArrayList<>();
        if (answer.has("first_windows")) {
            answer.get("first_windows").forEach(w -> expected.add(bounds(w.get(0).asLong(), w.get(1).asLong())));
        } else {
            expected.add(bounds(DocShape.time(Json.text(answer, "window_start")),
                    DocShape.time(Json.text(answer, "window_end"))));
        }
        return Compared.exactly("start", "end")
                .verdict(expected, came.subList(0, Math.min(came.size(), expected.size())), "");
    }

    private static Map<String, @Nullable Object> bounds(Row row) {
        return bounds(row.pane().start(), row.pane().end());
    }

    private static Map<String, @Nullable Object> bounds(long start, long end) {
        Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
        bounds.put("start", Compared.number(start));
        bounds.put("end", Compared.number(end));
        return bounds;
    }
}
