package millrace.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import millrace.event.Event;
import millrace.operator.BrokerNote;
import millrace.operator.JoinNote;
import millrace.operator.TableNote;
import millrace.trace.Fact;
import millrace.trace.Lineage;
import millrace.trace.Trace;

/** What became of an event. */
final class EventAnswers {
    private final Scene scene;
    private final LateAnswers late;
    private final PaneAnswers panes;
    private final PlainAnswers plain;

    EventAnswers(Scene scene) {
        this.scene = scene;
        late = new LateAnswers(scene);
        panes = new PaneAnswers(scene);
        plain = new PlainAnswers(scene);
    }

    /** Follows the event, and what was computed from it, to what decided its fate. */
    Answer answer(long id) {
        Trace trace = scene.trace;
        Event event = trace.event(id).orElseThrow(() -> new IllegalArgumentException("no event " + id));
        List<Fact> facts = trace.factsOf(id);
        Optional<Answer> doubled = doubled(facts);
        if (doubled.isPresent()) return doubled.get();
        Optional<Answer> decided = first(facts, Fact.Fired.class).filter(f -> f.event().id == id)
                .map(panes::answer)
                .or(() -> joined(event, facts))
                .or(() -> first(facts, Fact.Dropped.class).map(late::dropped))
                .or(() -> first(facts, Fact.LeftOut.class).map(plain::leftOut))
                .or(() -> first(facts, Fact.Failed.class).map(plain::failed))
                .or(() -> lateAdded(facts).map(late::added))
                .or(() -> first(facts, Fact.Added.class).map(f -> spread(f, facts)));
        return decided.orElseGet(() -> onward(event, facts));
    }

    /** A row that is written twice is what one asks about first. */
    private Optional<Answer> doubled(List<Fact> facts) {
        DoubleAnswers answers = new DoubleAnswers(scene);
        return facts.stream()
                .filter(Fact.Reached.class::isInstance)
                .flatMap(f -> answers.answer((Fact.Reached) f).stream())
                .findFirst();
    }

    /** What a join decided over it, or over the event that it made into a row without a partner. */
    private Optional<Answer> joined(Event event, List<Fact> facts) {
        Optional<Fact.Noted> own = byJoin(facts, n -> !(n instanceof JoinNote.Paired) || n.subject().id == event.id);
        if (own.isPresent()) return own.map(f -> new NoteAnswers(scene).answer(f));
        return facts.stream()
                .filter(f -> f instanceof Fact.Derived d && d.child().id == event.id)
                .map(f -> ((Fact.Derived) f).parent())
                .flatMap(p -> byJoin(scene.trace.factsOf(p.id), n -> !(n instanceof JoinNote.Paired)).stream())
                .filter(f -> facts.stream().anyMatch(d -> d instanceof Fact.Derived && d.node().equals(f.node())))
                .findFirst()
                .map(f -> new NoteAnswers(scene).answer(f));
    }

    private static Optional<Fact.Noted> byJoin(List<Fact> facts, Predicate<JoinNote> which) {
        return facts.stream()
                .filter(f -> f instanceof Fact.Noted n && n.note() instanceof JoinNote j && JoinAnswers.decides(j)
                        && which.test(j))
                .map(Fact.Noted.class::cast)
                .findFirst();
    }

    private static <T extends Fact> Optional<T> first(List<Fact> facts, Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static Optional<Fact.Added> lateAdded(List<Fact> facts) {
        return facts.stream()
                .filter(f -> f instanceof Fact.Added a && a.late())
                .map(Fact.Added.class::cast)
                .reduce((a, b) -> b.watermark() >= b.end() || a.watermark() < a.end() ? b : a);
    }

    /** An event of one window tells what that said; one of many, how many. */
    private Answer spread(Fact.Added added, List<Fact> facts) {
        long windows = facts.stream().filter(Fact.Added.class::isInstance).count();
        Answer answer = late.added(added);
        if (windows == 1) return answer;
        return scene.words()
                .tell("event.spread", scene.figures().proc(added.at()), Part.counted("windows", windows).strong(),
                        new Part(answer.spans()))
                .answer(answer.question());
    }

    /** Nothing decided: it went on, changed, arrived, or is on its way. */
    private Answer onward(Event event, List<Fact> facts) {
        List<Event> children = new Lineage(scene.trace).children(event.id);
        Optional<Fact.Derived> born = born(event, facts);
        if (event.schema.changelog() && born.isPresent()) return new ChangeAnswers(scene).why(born.get());
        if (children.isEmpty()) {
            Optional<Answer> nothing = nothing(facts);
            if (nothing.isPresent()) return nothing.get();
        }
        Optional<Event> change = ChangeAnswers.shown(children);
        if (change.isPresent()) return answer(change.get().id);
        if (!children.isEmpty()) return madeInto(children.getFirst(), first(facts, Fact.Derived.class).orElseThrow());
        Optional<Fact.Noted> sent = first(facts, Fact.Noted.class).filter(f -> f.note() instanceof BrokerNote.Sent);
        if (sent.isPresent()) return new BrokerAnswers(scene).answer(sent.get(), (BrokerNote) sent.get().note());
        Optional<Fact.Noted> kept = facts.stream()
                .filter(f -> f instanceof Fact.Noted n && n.note() instanceof JoinNote.Kept)
                .map(Fact.Noted.class::cast)
                .findFirst();
        if (kept.isPresent()) return new NoteAnswers(scene).answer(kept.get());
        Words w = scene.words().tell(journey(event, facts));
        new LogAnswers(scene).record(w, event);
        return w.ask("event.question", scene.thing(event));
    }

    private Answer madeInto(Event child, Fact.Derived made) {
        Answer next = answer(child.id);
        return scene.words()
                .tell("event.made", scene.name(made.node()), scene.label(child), scene.figures().proc(made.at()))
                .tell(next)
                .answer(next.question());
    }

    private static Optional<Fact.Derived> born(Event event, List<Fact> facts) {
        return facts.stream()
                .filter(f -> f instanceof Fact.Derived d && d.child().id == event.id)
                .map(Fact.Derived.class::cast)
                .findFirst();
    }

    /** Why it changed no table. */
    private Optional<Answer> nothing(List<Fact> facts) {
        return facts.stream()
                .filter(f -> f instanceof Fact.Noted n && n.note() instanceof TableNote)
                .map(f -> new NoteAnswers(scene).answer((Fact.Noted) f))
                .findFirst();
    }

    private Part journey(Event event, List<Fact> facts) {
        Part start = start(event, facts);
        Optional<Fact> reached = facts.stream().filter(Fact.Reached.class::isInstance).reduce((a, b) -> b);
        if (reached.isPresent()) return stop("event.reached", start, reached.get());
        return facts.isEmpty() ? Part.say("sentence", start) : stop("event.last-seen", start, facts.getLast());
    }

    private Part start(Event event, List<Fact> facts) {
        Part time = scene.figures().event(event.time);
        return first(facts, Fact.Emitted.class)
                .map(f -> Part.say("event.put-out", time, scene.name(f.node()), scene.figures().proc(f.at())))
                .orElseGet(() -> Part.say("event.time", time));
    }

    private Part stop(String key, Part start, Fact at) {
        return Part.say(key, start, scene.name(at.node()), scene.figures().proc(at.at()));
    }
}
