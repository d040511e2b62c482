package millrace.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;

/**
 * A picture of windows that begin and end at single events: {@code inputs_ms} and {@code time_difference_ms}, with what is in
 * each window in the end. As the case notes, the picture leaves out a window that holds two events the whole difference
 * apart: its windows are without their first instant. So the difference of the design is 1 ms shorter.
 */
final class DocSliding implements DocShape {
    private static final String CONTENTS = "contents_of_windows_in_order";
    /** The first windows lie before time zero, where Kafka Streams has none: the picture begins later. */
    private static final long LATER = 1000;

    @Override
    public boolean fits(JsonNode one) {
        return one.has("time_difference_ms") && one.has(CONTENTS);
    }

    @Override
    public List<Question> questions(JsonNode one) {
        return List.of(new Question(Json.text(one, "id", "a case"), Json.without(one, Set.of(CONTENTS)), one));
    }

    @Override
    public Design design(JsonNode asked) {
        Feed feed = new Feed("none").numbers(false);
        for (JsonNode input : Json.list(asked, "inputs_ms")) {
            long time = input.asLong() + LATER;
            feed.row(time, time, NullNode.getInstance(), IntNode.valueOf(1), input.asLong());
        }
        Value.Group settings = Forms.only("difference", Sketch.duration(Json.number(asked, "time_difference_ms") - 1))
                .with("trigger", Forms.often(Forms.count(1)))
                .with("aggregates", Value.of(List.of(Value.of("collect of step as contents"))));
        return new Sketch(DocShape.dialect(asked)).source(feed).windows("event-sliding", settings).design();
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        Map<Long, Row> last = new LinkedHashMap<>();
        observed.at(Sketch.PANES).forEach(row -> last.put(row.pane().start(), row));
        List<String> came = last.values()
                .stream()
                .sorted(Comparator.comparingLong(r -> r.pane().start()))
                .map(r -> String.valueOf((@Nullable Object) r.value("contents")))
                .toList();
        List<String> expected = new ArrayList<>();
        question.answer()
                .get(CONTENTS)
                .forEach(
                        w -> expected.add(w.valueStream().map(JsonNode::asString).toList().toString()));
        return came.equals(expected)
                ? new Verdict.Passed("windows without their first instant, as the picture has them")
                : new Verdict.Failed("the windows " + expected + " expected, " + came + " came");
    }
}
