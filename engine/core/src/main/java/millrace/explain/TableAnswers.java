package millrace.explain;

import millrace.design.Durations;
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
            case TableNote.Lags n -> lags(f, n);
            case TableNote.Wiped n -> scene.words()
                    .say(scene.name(f.node()) + " was wiped at ")
                    .proc(f.at())
                    .say(n.seen() ? ", and it went with all the rows"
                            : ", where it had come and was not to be seen yet")
                    .say(": unless it is sent again it is missing from then on.")
                    .answer("Why is " + scene.thing(n.subject()) + " missing?");
            case TableNote.Late n -> words(f)
                    .say("The watermark was ")
                    .event(n.watermark())
                    .say(" already as it came at ")
                    .proc(f.at())
                    .say(": which version held before that is final.")
                    .answer("Why is " + scene.thing(n.subject()) + " late?");
            case TableNote.Awaits n -> scene.words()
                    .say(scene.name(f.node()) + " says it once the watermark has passed ")
                    .event(n.subject().time)
                    .say(": until then an older row of its key may come, and one of the same time takes its place.")
                    .answer("Why does " + scene.thing(n.subject()) + " wait?");
            case TableNote.Ended n -> words(f)
                    .say("It held from ")
                    .event(n.from())
                    .say(" until the next row of its key, which begins at ")
                    .event(n.until())
                    .say(". That was known at ")
                    .proc(f.at())
                    .say(".")
                    .answer("Why does this version end?");
            case TableNote.Outranked n -> words(f)
                    .say("Only the last " + n.most() + " of its group count, and from ")
                    .proc(f.at())
                    .say(" on it is none of them.")
                    .answer("Why does " + scene.thing(n.subject()) + " not count?");
            case TableNote.Expired n -> scene.words()
                    .say("It was written at ")
                    .proc(n.written())
                    .say(" and is kept for " + Durations.format(f.at() - n.written()) + ": it went at ")
                    .proc(f.at())
                    .say(".")
                    .answer("Why is " + scene.thing(n.subject()) + " gone?");
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

    private Answer lags(Fact.Noted f, TableNote.Lags n) {
        String name = scene.name(f.node());
        Words w = scene.words().say("It came at ").proc(f.at()).say(", and " + name + " lags by ");
        w.strong(Durations.format(n.until() - f.at())).say(": it is to be seen from ").proc(n.until());
        return w.say(" on. Until then " + name + " says what was before it.")
                .answer("Why does " + name + " still say the old value?");
    }
}
