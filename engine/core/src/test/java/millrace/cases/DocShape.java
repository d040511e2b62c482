package millrace.cases;

import java.util.List;
import millrace.design.Design;
import tools.jackson.databind.JsonNode;

/** One of the shapes that worked examples of manuals have: each has its own fields, and is known by them. */
interface DocShape {
    /** Whether a case has this shape, by what it asks. */
    boolean fits(JsonNode one);

    List<Question> questions(JsonNode one);

    Design design(JsonNode asked);

    Verdict judge(Question question, Observed observed);

    /** The engine that a manual is about. */
    static String dialect(JsonNode one) {
        String source = Json.text(one, "source", "");
        return source.contains("Flink") ? "flink" : source.contains("Kafka") ? "kafka-streams" : "millrace";
    }

    /** An instant as the manuals write it. */
    static long time(String text) {
        return millrace.design.Clock.MIDNIGHT.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("no time: " + text));
    }
}
