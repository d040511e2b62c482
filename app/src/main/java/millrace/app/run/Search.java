package millrace.app.run;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import millrace.operator.FaultNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Rows;
import millrace.trace.Trace;

/** Finds the next and the last place of a run where something of a kind happened. A place is after the whole step. */
public record Search(Trace trace) {
    /** What is looked for. */
    public enum What {
        /** A source put an event out. */
        EVENT(FactKind.EMITTED),
        /** A result left; retractions are none. */
        FIRING(FactKind.FIRED),
        DROP(FactKind.DROPPED),
        /** A checkpoint is complete or was given up. */
        CHECKPOINT(FactKind.NOTED),
        CRASH(FactKind.NOTED);

        private final FactKind kind;

        What(FactKind kind) {
            this.kind = kind;
        }

        private boolean is(Trace trace, int row) {
            return switch (this) {
                case EVENT, DROP -> true;
                case FIRING -> trace.fact(row) instanceof Fact.Fired f && !f.pane().retraction();
                case CHECKPOINT -> trace.fact(row) instanceof Fact.Noted n
                        && (n.note() instanceof FaultNote.Completed || n.note() instanceof FaultNote.Aborted);
                case CRASH -> trace.fact(row) instanceof Fact.Noted n && n.note() instanceof FaultNote.Crashed;
            };
        }
    }

    /** How many rows are done at a place. */
    public int done(Place at) {
        return at.whole() ? trace.rowsUntil(at.time()) : at.rows();
    }

    public Optional<Place> next(What what, Place from) {
        return place(next(Set.of(what.kind), done(from), row -> what.is(trace, row)));
    }

    /** The last one that ended before this place. */
    public Optional<Place> previous(What what, Place from) {
        OptionalInt row = previous(Set.of(what.kind), done(from), r -> what.is(trace, r) && end(r) < done(from));
        return place(row);
    }

    /** The next step, whatever happens in it. */
    public Optional<Place> next(Place from) {
        int row = done(from);
        return row < trace.size() ? place(OptionalInt.of(row)) : Optional.empty();
    }

    public Optional<Place> previous(Place from) {
        int row = done(from) - 1;
        while (row >= 0 && end(row) >= done(from))
            row--;
        return row < 0 ? Optional.empty() : place(OptionalInt.of(row));
    }

    /** The next thing that a node does or that is done to it. */
    public Optional<Place> next(String node, Place from) {
        int best = -1;
        for (FactKind kind : EnumSet.complementOf(EnumSet.of(FactKind.INPUT_ADVANCED))) {
            Rows rows = trace.rows(node, kind);
            int n = rows.before(done(from));
            if (n < rows.size() && (best < 0 || rows.get(n) < best)) best = rows.get(n);
        }
        return best < 0 ? Optional.empty() : place(OptionalInt.of(best));
    }

    private OptionalInt next(Set<FactKind> kinds, int from, IntPredicate wanted) {
        int row = trace.next(kinds, from);
        while (row >= 0 && !wanted.test(row))
            row = trace.next(kinds, row + 1);
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    private OptionalInt previous(Set<FactKind> kinds, int before, IntPredicate wanted) {
        int row = trace.previous(kinds, before);
        while (row >= 0 && !wanted.test(row))
            row = trace.previous(kinds, row);
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    private int end(int row) {
        int to = row + 1;
        while (to < trace.size() && trace.step(to) == trace.step(row) && trace.at(to) == trace.at(row))
            to++;
        return to;
    }

    /** After the step of a row. */
    private Optional<Place> place(OptionalInt row) {
        if (row.isEmpty()) return Optional.empty();
        int end = end(row.getAsInt());
        long at = trace.at(row.getAsInt());
        return Optional.of(end == trace.rowsUntil(at) ? Place.at(at) : new Place(at, end));
    }
}
