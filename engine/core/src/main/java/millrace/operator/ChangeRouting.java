package millrace.operator;

import java.util.Optional;
import millrace.event.ChangeKind;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Deals changes out so that what leaves at each output is a changelog of its own: if only one half of an update goes there, it
 * is a row that goes or one that comes.
 */
final class ChangeRouting extends UpdatePairs {
    /** Where a row goes, and as what. */
    record Placed(int output, Event event) {}

    /** Finds the way of each row, by the row alone; nowhere is null. */
    @FunctionalInterface
    interface Ways {
        @Nullable
        Placed place(Context c, Event event);
    }

    private final Ways ways;

    ChangeRouting(Ways ways) {
        this.ways = ways;
    }

    @Override
    void single(Context c, ChangeKind kind, Event event) {
        send(c, kind.adds() ? ChangeKind.INSERT : ChangeKind.DELETE, ways.place(c, event), event);
    }

    @Override
    void pair(Context c, Event before, Event after) {
        Placed from = ways.place(c, before);
        Placed to = ways.place(c, after);
        if (from == null || to == null || from.output != to.output) {
            send(c, ChangeKind.DELETE, from, after);
            send(c, ChangeKind.INSERT, to, after);
        } else if (Changes.same(from.event, to.event)) {
            if (c.watched()) c.note(new TableNote.Unchanged(after));
        } else {
            c.send(from.output, from.event);
            c.send(to.output, to.event);
        }
    }

    private static void send(Context c, ChangeKind kind, @Nullable Placed placed, Event cause) {
        if (placed == null) return;
        if (ChangeKind.of(placed.event) == kind) c.send(placed.output, placed.event);
        else
            Changes.send(c, placed.output, kind, placed.event, cause);
    }

    /** Nothing is held between two instants: only the way of what comes is another. */
    @Override
    public Optional<Processor> under(Operator next) {
        return next.start() instanceof ChangeRouting other ? Optional.of(copyTo(new ChangeRouting(other.ways)))
                : Optional.empty();
    }

    @Override
    public Processor copy() {
        return copyTo(new ChangeRouting(ways));
    }
}
