package millrace.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.event.Watermark;
import millrace.operator.IntervalJoin;
import millrace.operator.JoinNote;
import millrace.operator.JoinShape;
import millrace.operator.Operator;
import millrace.operator.StreamTableJoin;
import millrace.operator.TableJoin;
import millrace.operator.TimeDomain;
import millrace.operator.WindowJoin;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import org.jspecify.annotations.Nullable;

/** The events that might have been partners of one that found none, and by how much each missed. */
final class Partners {
    private final Scene scene;
    private final Fact.Noted fact;
    private final JoinNote.Unmatched note;
    private final JoinShape shape;

    Partners(Scene scene, Fact.Noted fact, JoinNote.Unmatched note, JoinShape shape) {
        this.scene = scene;
        this.fact = fact;
        this.note = note;
        this.shape = shape;
    }

    /** How a join puts its results together; null if it is none. */
    static @Nullable JoinShape shape(Operator operator) {
        return switch (operator) {
            case IntervalJoin j -> j.shape();
            case WindowJoin j -> j.shape();
            case StreamTableJoin j -> j.shape();
            case TableJoin j -> j.shape();
            default -> null;
        };
    }

    private int other() {
        return 1 - note.side();
    }

    void tell(Words w) {
        Object key = note.subject().value(shape.keys().get(note.side()));
        if (key == null) {
            w.say("It has no key, and that equals none.");
            return;
        }
        List<Fact.Delivered> sameKey = sameKey(key);
        if (sameKey.isEmpty()) w.say("Nothing of the key ").strong(key.toString()).say(" ever came to the other side.");
        else
            nearest(w, key, sameKey);
        if (note.watermark() != Watermark.FINAL && !asOfArrival()) new Sides(scene, fact.node(), fact.index()).tell(w);
    }

    private boolean asOfArrival() {
        return scene.operator(fact.node()) instanceof StreamTableJoin j && j.asOf() == TimeDomain.PROCESSING;
    }

    /** What came to the other side with the same key, in the whole run. */
    private List<Fact.Delivered> sameKey(Object key) {
        int field = shape.keys().get(other());
        return scene.facts(fact.node(), FactKind.DELIVERED, 0, scene.trace.size())
                .map(Fact.Delivered.class::cast)
                .filter(d -> d.element() instanceof Event e && port(d) == other()
                        && Objects.equals(e.value(field), key))
                .toList();
    }

    private int port(Fact.Delivered d) {
        return scene.plan.wires()
                .stream()
                .filter(x -> x.id().equals(d.wire()))
                .findFirst()
                .map(Plan.PlanWire::input)
                .orElse(-1);
    }

    private static Event event(Fact.Delivered d) {
        return (Event) d.element();
    }

    private void nearest(Words w, Object key, List<Fact.Delivered> candidates) {
        Operator operator = scene.operator(fact.node());
        switch (operator) {
            case IntervalJoin j -> interval(w, j, candidates);
            case WindowJoin j -> window(w, j, candidates);
            case StreamTableJoin j -> table(w, j, key, candidates);
            default -> w.say("No row of the key ").strong(key.toString()).say(" was there.");
        }
    }

    /** By how much a candidate lies outside of the interval; negative = before it, 0 = in it. */
    private long misses(IntervalJoin join, Event candidate) {
        boolean left = note.side() == 0;
        long apart = left ? candidate.time - note.subject().time : note.subject().time - candidate.time;
        long miss = apart < join.lower() ? apart - join.lower() : Math.max(0, apart - join.upper());
        return left ? miss : -miss;
    }

    private void interval(Words w, IntervalJoin join, List<Fact.Delivered> candidates) {
        Fact.Delivered best = candidates.stream()
                .min(Comparator.comparingLong(d -> Math.abs(misses(join, event(d)))))
                .orElseThrow();
        long miss = misses(join, event(best));
        w.say("The nearest of its key, ").event(event(best).time).say(", came at ").proc(best.at());
        if (miss == 0) {
            w.say(" and lies in its interval, but ")
                    .say(wasLate(best) ? "it was late."
                            : "they were not kept together: "
                                    + "one of the two was let go before the other came.");
        } else {
            w.say(", ").strong(Words.figure(Math.abs(miss)) + (miss < 0 ? " too early" : " too late")).say(".");
        }
    }

    private boolean wasLate(Fact.Delivered candidate) {
        long id = event(candidate).id;
        return scene.facts(fact.node(), FactKind.NOTED, 0, scene.trace.size())
                .map(Fact.Noted.class::cast)
                .anyMatch(n -> n.note() instanceof JoinNote.Late late && late.subject().id == id);
    }

    private void window(Words w, WindowJoin join, List<Fact.Delivered> candidates) {
        long time = note.subject().time;
        Optional<Fact.Delivered> late = candidates.stream()
                .filter(d -> join.together(time, event(d).time))
                .findFirst();
        Fact.Delivered best = late.orElseGet(() -> candidates.stream()
                .min(Comparator.comparingLong(d -> Math.abs(event(d).time - time)))
                .orElseThrow());
        w.say("The nearest of its key, ").event(event(best).time).say(", came at ").proc(best.at());
        w.say(late.isPresent() ? ", too late for their window." : " and lies in no window with it.");
    }

    private void table(Words w, StreamTableJoin join, Object key, List<Fact.Delivered> changes) {
        if (join.asOf() == TimeDomain.PROCESSING) {
            w.say("The table had no row of the key ").strong(key.toString()).say(" then");
            changes.stream()
                    .filter(d -> d.index() > fact.index())
                    .findFirst()
                    .ifPresent(
                            d -> w.say("; the next change of it came at ").proc(d.at()));
            w.say(".");
            return;
        }
        w.say("No row of the key ").strong(key.toString()).say(" was valid at ").event(note.subject().time);
        changes.stream()
                .filter(d -> event(d).time > note.subject().time)
                .min(Comparator.comparingLong(d -> event(d).time))
                .ifPresent(d -> w.say("; the next begins at ").event(event(d).time));
        w.say(".");
    }
}
