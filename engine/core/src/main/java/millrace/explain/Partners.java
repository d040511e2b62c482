package millrace.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Why none of those that came was its partner, and which input the watermark waits for. */
    void tell(Words w) {
        Object key = note.subject().value(shape.keys().get(note.side()));
        if (key == null) {
            w.tell("partner.no-key");
            return;
        }
        List<Fact.Delivered> sameKey = sameKey(key);
        Part named = Part.strong(key.toString());
        w.tell(sameKey.isEmpty() ? Part.say("partner.never-came", named) : nearest(named, sameKey));
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

    private Part nearest(Part key, List<Fact.Delivered> candidates) {
        return switch (scene.operator(fact.node())) {
            case IntervalJoin j -> interval(j, candidates);
            case WindowJoin j -> window(j, candidates);
            case StreamTableJoin j when j.asOf() == TimeDomain.PROCESSING -> tableThen(key, candidates);
            case StreamTableJoin j -> tableAsOf(key, candidates);
            default -> Part.say("partner.no-row", key);
        };
    }

    /** By how much a candidate lies outside of the interval; negative = before it, 0 = in it. */
    private long misses(IntervalJoin join, Event candidate) {
        boolean left = note.side() == 0;
        long apart = left ? candidate.time - note.subject().time : note.subject().time - candidate.time;
        long miss = apart < join.lower() ? apart - join.lower() : Math.max(0, apart - join.upper());
        return left ? miss : -miss;
    }

    private Part interval(IntervalJoin join, List<Fact.Delivered> candidates) {
        Fact.Delivered best = candidates.stream()
                .min(Comparator.comparingLong(d -> Math.abs(misses(join, event(d)))))
                .orElseThrow();
        long miss = misses(join, event(best));
        if (miss == 0) return nearestOne(wasLate(best) ? "partner.nearest.late" : "partner.nearest.apart", best);
        return nearestOne(miss < 0 ? "partner.nearest.too-early" : "partner.nearest.too-late", best,
                Part.strong(Figures.figure(Math.abs(miss))));
    }

    private Part nearestOne(String key, Fact.Delivered best, Object... more) {
        Part came = Part.say("partner.nearest", scene.figures().event(event(best).time),
                scene.figures().proc(best.at()));
        return Part.say(key, Stream.concat(Stream.of(came), Stream.of(more)).toArray());
    }

    private boolean wasLate(Fact.Delivered candidate) {
        long id = event(candidate).id;
        return scene.facts(fact.node(), FactKind.NOTED, 0, scene.trace.size())
                .map(Fact.Noted.class::cast)
                .anyMatch(n -> n.note() instanceof JoinNote.Late late && late.subject().id == id);
    }

    private Part window(WindowJoin join, List<Fact.Delivered> candidates) {
        long time = note.subject().time;
        Optional<Fact.Delivered> late = candidates.stream()
                .filter(d -> join.together(time, event(d).time))
                .findFirst();
        return late.map(d -> nearestOne("partner.nearest.after-window", d))
                .orElseGet(() -> nearestOne("partner.nearest.no-window", candidates.stream()
                        .min(Comparator.comparingLong(d -> Math.abs(event(d).time - time)))
                        .orElseThrow()));
    }

    private Part tableThen(Part key, List<Fact.Delivered> changes) {
        return changes.stream()
                .filter(d -> d.index() > fact.index())
                .findFirst()
                .map(d -> Part.say("partner.table-then.next", key, scene.figures().proc(d.at())))
                .orElseGet(() -> Part.say("partner.table-then", key));
    }

    private Part tableAsOf(Part key, List<Fact.Delivered> changes) {
        long time = note.subject().time;
        Part then = scene.figures().event(time);
        return changes.stream()
                .filter(d -> event(d).time > time)
                .min(Comparator.comparingLong(d -> event(d).time))
                .map(d -> Part.say("partner.table-as-of.next", key, then, scene.figures().event(event(d).time)))
                .orElseGet(() -> Part.say("partner.table-as-of", key, then));
    }
}
