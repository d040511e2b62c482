package millrace.trace;

import java.util.OptionalLong;
import millrace.compile.Change.What;
import millrace.compile.Plan;
import millrace.event.ChangeKind;
import millrace.operator.ChangeNote;

/**
 * The number, from 1, of an event among those that its source would have sent by itself: what {@code touched} of the source names it by. It
 * follows from what the source sent and left out before.
 */
public final class SourceNumbers {
    private SourceNumbers() {}

    /**
     * @param row of an event's leaving its source; empty = it has no number, since it was inserted, or none that is known, since the
     *        source may have gone back, or is another, by then
     */
    public static OptionalLong of(Trace trace, int row) {
        if (!(trace.fact(row) instanceof Fact.Emitted emitted) || disturbed(trace.plan(), emitted))
            return OptionalLong.empty();
        long number = own(trace, emitted);
        Rows noted = trace.rows(emitted.node(), FactKind.NOTED);
        int last = noted.before(row + 2);
        for (int i = 0; i < last; i++) {
            Fact.Noted fact = (Fact.Noted) trace.fact(noted.get(i));
            if (fact.note() instanceof ChangeNote.Came c && c.subject().id == emitted.event().id)
                return c.number() == 0 ? OptionalLong.empty() : OptionalLong.of(c.number());
            if (fact.index() < row) number += shift(fact);
        }
        return OptionalLong.of(number);
    }

    private static boolean disturbed(Plan plan, Fact.Emitted emitted) {
        boolean crashed = plan.recovery().crashes().stream().anyMatch(c -> c.at() <= emitted.at())
                || plan.recovery().upgrade().filter(u -> u.at() <= emitted.at()).isPresent();
        int node = plan.nodeNumber(emitted.node());
        return crashed || plan.changes()
                .stream()
                .anyMatch(c -> c.at() <= emitted.at() && c.what() instanceof What.OfNode(int n, var after, boolean w)
                        && n == node);
    }

    /** How many it has sent until now; an update is one. */
    private static long own(Trace trace, Fact.Emitted emitted) {
        Rows sent = trace.rows(emitted.node(), FactKind.EMITTED);
        int place = sent.before(emitted.index()) + 1;
        if (!emitted.event().schema.changelog()) return place;
        long halves = sent.stream()
                .limit(place)
                .filter(r -> ChangeKind.of(((Fact.Emitted) trace.fact(r)).event()) == ChangeKind.UPDATE_BEFORE)
                .count();
        return ChangeKind.of(emitted.event()) == ChangeKind.UPDATE_BEFORE ? place - halves + 1 : place - halves;
    }

    private static long shift(Fact.Noted fact) {
        return switch (fact.note()) {
            case ChangeNote.Dropped d -> 1;
            case ChangeNote.Lost l -> 1;
            case ChangeNote.HeldBack h -> 1;
            case ChangeNote.Came c -> c.why() == ChangeNote.Came.Why.STOPPED || half(c) ? 0 : -1;
            default -> 0;
        };
    }

    /** The first half of an update counts with the second. */
    private static boolean half(ChangeNote.Came came) {
        return came.subject().schema.changelog() && ChangeKind.of(came.subject()) == ChangeKind.UPDATE_BEFORE;
    }
}
