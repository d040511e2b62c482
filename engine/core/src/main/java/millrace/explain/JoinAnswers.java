package millrace.explain;

import java.util.Optional;
import millrace.design.Durations;
import millrace.event.Pane;
import millrace.event.Watermark;
import millrace.operator.IntervalJoin;
import millrace.operator.JoinNote;
import millrace.operator.JoinShape;
import millrace.operator.StreamTableJoin;
import millrace.operator.TimeDomain;
import millrace.trace.Fact;

/** Why events of two inputs met, why one found no partner, and how long it waited for one. */
final class JoinAnswers {
    private final Scene scene;

    JoinAnswers(Scene scene) {
        this.scene = scene;
    }

    Answer answer(Fact.Noted f, JoinNote note) {
        return switch (note) {
            case JoinNote.Kept n -> kept(f, n);
            case JoinNote.LetGo n -> letGo(f, n);
            case JoinNote.Paired n -> paired(f, n);
            case JoinNote.Unmatched n -> unmatched(f, n);
            case JoinNote.Late n -> late(f, n);
            case JoinNote.LookedUp n -> lookedUp(f, n);
            case JoinNote.Forgotten n -> forgotten(f, n);
        };
    }

    private Answer kept(Fact.Noted f, JoinNote.Kept n) {
        Words w = scene.words().say(scene.name(f.node()) + " keeps it until the watermark passes ");
        w.event(n.until()).say(": until then a partner may come.");
        if (waits(f)) new Sides(scene, f.node(), scene.trace.size()).tell(w);
        return w.answer("How long is " + scene.thing(n.subject()) + " kept?");
    }

    /** Whether it is kept as far as the run is known. */
    private boolean waits(Fact.Noted kept) {
        long id = kept.subject().orElseThrow().id;
        return scene.trace.factsOf(id)
                .stream()
                .noneMatch(f -> f instanceof Fact.Noted n && n.node().equals(kept.node())
                        && n.note() instanceof JoinNote.LetGo);
    }

    private Answer letGo(Fact.Noted f, JoinNote.LetGo n) {
        Words w = reached(f, n.watermark());
        if (n.early()) w.say(": its time to live is over, though partners could still come.");
        else
            w.say(": no partner of it can come any more.");
        return w.say(n.paired() ? "" : " It had none.").answer("Why was " + scene.thing(n.subject()) + " let go?");
    }

    private Words reached(Fact.Noted f, long watermark) {
        return scene.words().say("The watermark reached ").event(watermark).say(" at ").proc(f.at());
    }

    private Answer paired(Fact.Noted f, JoinNote.Paired n) {
        Words w = scene.words().say("Both were there at ").proc(f.at());
        Optional<IntervalJoin> interval = interval(f.node());
        if (interval.isPresent()) {
            near(w.say(": the right one, ").event(n.right().time).say(", comes "), n, interval.get());
        } else if (n.pair().schema.panes()) {
            Pane pane = Pane.of(n.pair());
            w.say(", in the same window ").window(pane.start(), pane.end()).say(": ").event(n.left().time);
            w.say(" and ").event(n.right().time).say(". Its pairs leave as the watermark passes its end.");
        } else {
            w.say(": the left row of ").event(n.left().time).say(" names the right one, of ");
            w.event(n.right().time).say(".");
        }
        return w.answer("Why did these two join?");
    }

    private static void near(Words w, JoinNote.Paired n, IntervalJoin join) {
        long apart = n.right().time - n.left().time;
        w.strong(apart < 0 ? Words.figure(-apart) + " before" : Words.figure(apart) + " after").say(" the left one, ");
        w.event(n.left().time).say(", and may come from " + bounds(join) + " after it.");
    }

    private static String bounds(IntervalJoin join) {
        return Durations.format(join.lower()) + " to " + Durations.format(join.upper());
    }

    private Optional<IntervalJoin> interval(String node) {
        return scene.operator(node) instanceof IntervalJoin j ? Optional.of(j) : Optional.empty();
    }

    private Answer unmatched(Fact.Noted f, JoinNote.Unmatched n) {
        Words w = atArrival(f.node()) ? scene.words().say("It came at ").proc(f.at())
                : n.watermark() == Watermark.FINAL ? scene.words().say("The inputs ended at ").proc(f.at())
                        : reached(f, n.watermark());
        w.say(n.leaves() ? ", and it left alone. " : ", and it left nothing. ");
        JoinShape shape = Partners.shape(scene.operator(f.node()));
        if (shape != null) new Partners(scene, f, n, shape).tell(w);
        return w.answer("Why did " + scene.thing(n.subject()) + " find no partner?");
    }

    /** Whether a table is asked for what it holds as an event comes. */
    private boolean atArrival(String node) {
        return scene.operator(node) instanceof StreamTableJoin j && j.asOf() == TimeDomain.PROCESSING;
    }

    private Answer late(Fact.Noted f, JoinNote.Late n) {
        Words w = scene.words().say("Its event time ").event(n.subject().time).say(" lay before the watermark, ");
        w.event(n.watermark()).say(", when it came at ").proc(f.at());
        w.say(": what it might have joined may be gone, so it left by the port for late events.");
        return w.answer("Why is " + scene.thing(n.subject()) + " late?");
    }

    private Answer lookedUp(Fact.Noted f, JoinNote.LookedUp n) {
        boolean waited = scene.operator(f.node()) instanceof StreamTableJoin j && j.asOf() == TimeDomain.EVENT;
        Words w = scene.words();
        if (waited) {
            w.say("The watermark passed its event time ").event(n.subject().time).say(" at ").proc(f.at());
            w.say(". The row that was valid then is of ").event(n.since()).say(".");
        } else {
            w.say("When it came at ").proc(f.at()).say(" the table held the row of ").event(n.since()).say(".");
        }
        return w.answer("Why this row for " + scene.thing(n.subject()) + "?");
    }

    private Answer forgotten(Fact.Noted f, JoinNote.Forgotten n) {
        Words w = scene.words().say("At ").proc(f.at()).say(" another row, or none, was in its place");
        if (Words.finite(n.watermark())) w.say(", and the watermark was at ").event(n.watermark());
        return w.say(": nobody can ask for it any more.").answer("Why is this row gone?");
    }

    /** What of an event's notes decides its fate, if a join has decided it. */
    static boolean decides(JoinNote note) {
        return switch (note) {
            case JoinNote.Paired n -> true;
            case JoinNote.Unmatched n -> true;
            case JoinNote.Late n -> true;
            case JoinNote.LookedUp n -> true;
            case JoinNote.Kept n -> false;
            case JoinNote.LetGo n -> false;
            case JoinNote.Forgotten n -> false;
        };
    }
}
