package millrace.cases;

import java.util.ArrayList;
import java.util.List;
import millrace.design.Design;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** doc-case/1: worked examples of manuals, each in the shape that its manual gave it; see {@link DocShape}. */
final class DocCases implements Adapter {
    private static final String SHAPE = "shape";
    private static final List<DocShape> SHAPES = shapes();

    private static List<DocShape> shapes() {
        List<DocShape> shapes = new ArrayList<>(
                List.of(new DocChangelogs(), new DocLastRows(), new DocAssignments(), new DocBounds(),
                        new DocRunning(), new DocSliding(), new DocEnvelope(), new DocCompaction(), new DocKafkaJoins(),
                        new DocFlinkJoins(), new DocBarriers()));
        shapes.add(new DocWindows());
        return shapes;
    }

    @Override
    public String schema() {
        return "doc-case/1";
    }

    @Override
    public List<Question> questions(JsonNode one) {
        for (int i = 0; i < SHAPES.size(); i++) {
            if (!SHAPES.get(i).fits(one)) continue;
            int shape = i;
            return SHAPES.get(i)
                    .questions(one)
                    .stream()
                    .map(q -> new Question(q.name(), ((ObjectNode) q.asked().deepCopy()).put(SHAPE, shape),
                            q.answer()))
                    .toList();
        }
        throw new IllegalArgumentException("an example of unknown shape: " + Json.shortened(one));
    }

    private static DocShape shape(JsonNode asked) {
        return SHAPES.get((int) Json.number(asked, SHAPE));
    }

    @Override
    public Design design(JsonNode asked) {
        return shape(asked).design(asked);
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        return shape(question.asked()).judge(question, observed);
    }
}
