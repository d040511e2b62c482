package millrace.explain;

import millrace.design.Durations;
import millrace.operator.TableNote;
import millrace.trace.Fact;

/** Why a table changed, or did not. */
final class TableAnswers {
    private final Scene scene;
    private final Figures times;

    TableAnswers(Scene scene) {
        this.scene = scene;
        times = scene.figures();
    }

    Answer answer(Fact.Noted f, TableNote note) {
        Part at = times.proc(f.at());
        String thing = scene.thing(note.event().orElseThrow());
        Words w = scene.words();
        return switch (note) {
            case TableNote.Unchanged n -> w.tell("table.unchanged", at).ask("table.unchanged.question", thing);
            case TableNote.NotThere n -> w.tell("table.not-there", at).ask("table.not-there.question", thing);
            case TableNote.Duplicate n -> w.tell("table.duplicate", name(f), at, times.event(n.kept().time))
                    .ask("table.duplicate.question", thing);
            case TableNote.NoPart n -> w.tell("table.no-part", name(f), at).ask("table.no-part.question", thing);
            case TableNote.Lags n -> lags(f, n);
            case TableNote.Wiped n -> w.tell(n.seen() ? "table.wiped" : "table.wiped.unseen", name(f), at)
                    .ask("table.wiped.question", thing);
            case TableNote.Late n -> w.tell("table.late", times.event(n.watermark()), at)
                    .ask("table.late.question", thing);
            case TableNote.Awaits n -> w.tell("table.awaits", name(f), times.event(n.subject().time))
                    .ask("table.awaits.question", thing);
            case TableNote.Ended n -> w.tell("table.ended", times.event(n.from()), times.event(n.until()), at)
                    .ask("table.ended.question");
            case TableNote.Outranked n -> w.tell("table.outranked", n.most(), at)
                    .ask("table.outranked.question", thing);
            case TableNote.Expired n -> w
                    .tell("table.expired", times.proc(n.written()), Durations.format(f.at() - n.written()), at)
                    .ask("table.expired.question", thing);
        };
    }

    private String name(Fact.Noted f) {
        return scene.name(f.node());
    }

    private Answer lags(Fact.Noted f, TableNote.Lags n) {
        Part lag = Part.strong(Durations.format(n.until() - f.at()));
        return scene.words()
                .tell("table.lags", times.proc(f.at()), name(f), lag, times.proc(n.until()))
                .ask("table.lags.question", name(f));
    }
}
