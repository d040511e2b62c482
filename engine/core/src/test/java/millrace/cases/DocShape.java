package millrace.cases;

import java.util.List;
import java.util.Set;
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

    /** A shape that no design can say yet: by its fields, and what it needs. */
    record Missing(List<Set<String>> signs, String needs) implements DocShape {
        static final List<Missing> ALL = List.of(
                new Missing(List.of(Set.of("steps", "unaligned"), Set.of("steps", "at_least_once")), "checkpoints"));

        @Override
        public boolean fits(JsonNode one) {
            return signs.stream().anyMatch(s -> s.stream().allMatch(one::has));
        }

        @Override
        public List<Question> questions(JsonNode one) {
            return List.of(new Question(Json.text(one, "id", "a case"), one, one));
        }

        @Override
        public Design design(JsonNode asked) {
            throw new NotYet(needs);
        }

        @Override
        public Verdict judge(Question question, Observed observed) {
            throw new IllegalStateException("nothing was run");
        }
    }
}
