package millrace.explain;

import millrace.operator.TableNote;
import millrace.trace.Fact;

/** Why a table changed, or did not. */
final class TableAnswers {
    private final Scene scene;

    TableAnswers(Scene scene) {
        this.scene = scene;
    }

    Answer answer(Fact.Noted f, TableNote note) {
        return switch (note) {
            case TableNote.Unchanged n -> scene.words()
                    .say("The row that it writes was there already, the same in every field, at ")
                    .proc(f.at())
                    .say(".")
                    .answer("Why did " + scene.thing(n.subject()) + " change nothing?");
        };
    }
}
