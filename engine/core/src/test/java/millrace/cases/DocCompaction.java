package millrace.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import millrace.cases.Observed.Row;
import millrace.design.Design;
import millrace.design.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A log {@code before} and {@code after} the cleaner, and an {@code anatomy} whose {@code offsets} are left of a log, with the
 * {@code read_position_rule} of reads from offsets that are gone. The log is filled, cleaned, and read anew. Records are
 * appended one a second, in the order of their offsets, so that the number of a row is the offset that it must get.
 */
final class DocCompaction implements DocShape {
    private static final String READS = "reads";
    private static final Pattern RULE = Pattern.compile("a read from offset (.+) begins at (\\d+)");
    private static final long STEP = 1000;
    private static final long CLEANED = 1_000_000;

    @Override
    public boolean fits(JsonNode one) {
        return one.has("before") && one.has("after") && one.has("anatomy");
    }

    @Override
    public List<Question> questions(JsonNode one) {
        String id = Json.text(one, "id", "a case");
        List<Question> questions = new ArrayList<>(
                List.of(new Question(id, Json.without(one, Set.of("after", "anatomy")), one.get("after"))));
        JsonNode anatomy = one.get("anatomy");
        Matcher rule = RULE.matcher(Json.text(anatomy, "read_position_rule"));
        if (!rule.matches()) throw new IllegalArgumentException("no rule of reading");
        for (String from : rule.group(1).split(", | or ")) {
            ObjectNode asked = Json.without(one, Set.of("before", "after", "anatomy"));
            asked.set("left", anatomy.get("offsets"));
            questions.add(new Question(id + ", read from " + from, asked.put(READS, Integer.parseInt(from)),
                    IntNode.valueOf(Integer.parseInt(rule.group(2)))));
        }
        return questions;
    }

    @Override
    public Design design(JsonNode asked) {
        Feed feed = new Feed("none").of(List.of(StringNode.valueOf("")), true);
        if (asked.has(READS)) leave(feed, Json.list(asked, "left").stream().map(JsonNode::asInt).toList());
        else
            Json.list(asked, "before")
                    .forEach(r -> append(feed, Json.number(r, "offset"), r.get("key"), r.get("value")));
        Value.Group group = Value.Group.EMPTY.with("name", Value.of("reader"))
                .with("joins", Sketch.time(CLEANED + STEP));
        if (asked.has(READS))
            group = group.with("from", Value.of("offset")).with("offset", Value.of(Json.number(asked, READS)));
        Value.Group log = Value.Group.EMPTY.with("compaction", Value.of("on"))
                .with("segment", Value.of(1))
                .with("cleanAt", Value.of(List.of(Sketch.time(CLEANED))))
                .with("groups", Value.of(List.of(group)));
        return new Sketch(DocShape.dialect(asked)).source(feed)
                .node("log", "log", log)
                .wire(Sketch.SOURCE, "log")
                .sink(Sketch.PANES)
                .wire("log.reader", Sketch.PANES)
                .design();
    }

    private static void append(Feed feed, long offset, JsonNode key, JsonNode value) {
        feed.row(offset * STEP, offset * STEP, key, value, (int) offset);
    }

    /** A record whose offset is to go has the key of the next that is left. */
    private static void leave(Feed feed, List<Integer> left) {
        for (int offset = 0; offset <= left.getLast(); offset++) {
            int at = offset;
            int key = left.stream().filter(l -> l >= at).findFirst().orElseThrow();
            append(feed, offset, StringNode.valueOf("K" + key), StringNode.valueOf("V" + offset));
        }
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        List<Row> rows = observed.at(Sketch.PANES);
        JsonNode answer = question.answer();
        if (answer.isArray())
            return Compared.exactly("offset", "key", "value")
                    .verdict(Json.rows(answer.valueStream().toList()),
                            rows.stream().map(DocCompaction::record).toList(),
                            "");
        Map<String, @Nullable Object> begins = new TreeMap<>(Map.of("offset", Compared.number(answer.asLong())));
        return Compared.exactly("offset")
                .verdict(List.of(begins), rows.stream().limit(1).map(DocCompaction::record).toList(), "");
    }

    private static Map<String, @Nullable Object> record(Row row) {
        Map<String, @Nullable Object> record = new TreeMap<>();
        record.put("offset", row.value(Feed.STEP));
        record.put("key", row.value(Feed.KEY));
        record.put("value", row.value(Feed.VALUE));
        return record;
    }
}
