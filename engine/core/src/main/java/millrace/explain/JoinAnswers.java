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
        Words w = scene.words().tell("join.kept", scene.name(f.node()), scene.figures().event(n.until()));
        if (waits(f)) new Sides(scene, f.node(), scene.trace.size()).tell(w);
        return w.ask("join.kept.question", scene.thing(n.subject()));
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
        Words w = scene.words().tell(n.early() ? "join.let-go.early" : "join.let-go", reached(f, n.watermark()));
        if (!n.paired()) w.tell("join.had-none");
        return w.ask("join.let-go.question", scene.thing(n.subject()));
    }

    private Part reached(Fact.Noted f, long watermark) {
        return Part.say("join.reached", scene.figures().event(watermark), scene.figures().proc(f.at()));
    }

    private Answer paired(Fact.Noted f, JoinNote.Paired n) {
        Part left = scene.figures().event(n.left().time);
        Part right = scene.figures().event(n.right().time);
        Part at = scene.figures().proc(f.at());
        Words w = scene.words();
        Optional<IntervalJoin> interval = interval(f.node());
        if (interval.isPresent()) w.tell(near(at, left, right, n.right().time - n.left().time, interval.get()));
        else if (n.pair().schema.panes()) w.tell("join.window", at, left, right, window(Pane.of(n.pair())));
        else
            w.tell("join.row", at, left, right);
        return w.ask("join.question");
    }

    private Part window(Pane pane) {
        return scene.figures().window(pane.start(), pane.end());
    }

    private static Part near(Part at, Part left, Part right, long apart, IntervalJoin join) {
        return Part.say(apart < 0 ? "join.near.before" : "join.near.after", at, left, right,
                Part.strong(Figures.figure(Math.abs(apart))), Durations.format(join.lower()),
                Durations.format(join.upper()));
    }

    private Optional<IntervalJoin> interval(String node) {
        return scene.operator(node) instanceof IntervalJoin j ? Optional.of(j) : Optional.empty();
    }

    private Answer unmatched(Fact.Noted f, JoinNote.Unmatched n) {
        Words w = scene.words().tell(n.leaves() ? "join.alone" : "join.nothing", when(f, n));
        JoinShape shape = Partners.shape(scene.operator(f.node()));
        if (shape != null) new Partners(scene, f, n, shape).tell(w);
        return w.ask("join.alone.question", scene.thing(n.subject()));
    }

    private Part when(Fact.Noted f, JoinNote.Unmatched n) {
        Part at = scene.figures().proc(f.at());
        if (atArrival(f.node())) return Part.say("join.came", at);
        return n.watermark() == Watermark.FINAL ? Part.say("join.ended", at) : reached(f, n.watermark());
    }

    /** Whether a table is asked for what it holds as an event comes. */
    private boolean atArrival(String node) {
        return scene.operator(node) instanceof StreamTableJoin j && j.asOf() == TimeDomain.PROCESSING;
    }

    private Answer late(Fact.Noted f, JoinNote.Late n) {
        Figures figures = scene.figures();
        return scene.words()
                .tell("join.late", figures.event(n.subject().time), figures.event(n.watermark()), figures.proc(f.at()))
                .ask("join.late.question", scene.thing(n.subject()));
    }

    private Answer lookedUp(Fact.Noted f, JoinNote.LookedUp n) {
        boolean waited = scene.operator(f.node()) instanceof StreamTableJoin j && j.asOf() == TimeDomain.EVENT;
        Figures figures = scene.figures();
        return scene.words()
                .tell(waited ? "join.looked-up" : "join.looked-up.as-it-came", figures.event(n.subject().time),
                        figures.proc(f.at()), figures.event(n.since()))
                .ask("join.looked-up.question", scene.thing(n.subject()));
    }

    private Answer forgotten(Fact.Noted f, JoinNote.Forgotten n) {
        boolean marked = Figures.finite(n.watermark());
        return scene.words()
                .tell(marked ? "join.forgotten.watermark" : "join.forgotten", scene.figures().proc(f.at()),
                        scene.figures().event(n.watermark()))
                .ask("join.forgotten.question");
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
