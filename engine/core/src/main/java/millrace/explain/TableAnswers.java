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
            case TableNote.Unchanged n -> words(f)
                    .say("The row that it writes was there already, the same in every field, at ")
                    .proc(f.at())
                    .say(".")
                    .answer("Why did " + scene.thing(n.subject()) + " change nothing?");
            case TableNote.NotThere n -> words(f)
                    .say("It takes a row back that was not there at ")
                    .proc(f.at())
                    .say(": nothing changed.")
                    .answer("Why did " + scene.thing(n.subject()) + " change nothing?");
            case TableNote.Duplicate n -> duplicate(f, n);
            case TableNote.NoPart n -> words(f)
                    .say(scene.name(f.node()) + " found no part in its text at ")
                    .proc(f.at())
                    .say(": no event came of it.")
                    .answer("What became of " + scene.thing(n.subject()) + "?");
        };
    }

    private Answer duplicate(Fact.Noted f, TableNote.Duplicate n) {
        return words(f).say("It came to " + scene.name(f.node()) + " at ")
                .proc(f.at())
                .say(", where the key had one of ")
                .event(n.kept().time)
                .say(" already, which is kept.")
                .answer("Why was " + scene.thing(n.subject()) + " left out?");
    }

    private Words words(Fact.Noted f) {
        return scene.words(f.node());
    }
}
