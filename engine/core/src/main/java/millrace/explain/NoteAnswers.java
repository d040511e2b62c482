package millrace.explain;

import millrace.operator.BrokerNote;
import millrace.operator.ChangeNote;
import millrace.operator.FaultNote;
import millrace.operator.JoinNote;
import millrace.operator.TableNote;
import millrace.operator.WorkNote;
import millrace.trace.Fact;

/** Why a note was made: each family of nodes has answers of its own. */
final class NoteAnswers {
    private final Scene scene;

    NoteAnswers(Scene scene) {
        this.scene = scene;
    }

    Answer answer(Fact.Noted fact) {
        return switch (fact.note()) {
            case JoinNote n -> new JoinAnswers(scene).answer(fact, n);
            case TableNote n -> new TableAnswers(scene).answer(fact, n);
            case BrokerNote n -> new BrokerAnswers(scene).answer(fact, n);
            case FaultNote n -> new FaultAnswers(scene).answer(fact, n);
            case ChangeNote n -> new InterventionAnswers(scene).answer(fact, n);
            case WorkNote n -> new WorkAnswers(scene).answer(fact, n);
        };
    }
}
