package millrace.cases;

import java.util.List;
import millrace.design.Design;
import tools.jackson.databind.JsonNode;

/** Turns the cases of one schema into designs, and the runs of those into the words of the schema. */
interface Adapter {
    String schema();

    /** The runs that a case holds, each with what is asked and the answer apart. */
    List<Question> questions(JsonNode one);

    /**
     * The design, as a design file would hold it.
     *
     * @param asked a case without its results
     * @throws NotYet if no design can say it
     */
    Design design(JsonNode asked);

    /** Holds what came against the answer. */
    Verdict judge(Question question, Observed observed);
}
