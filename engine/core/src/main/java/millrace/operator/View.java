package millrace.operator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.event.Event;

/** What a node's state looks like from outside, at most {@link #MOST} of each thing in it. For display; immutable. */
public sealed interface View {
    int MOST = 64;

    /** Instances, and groups of keys, share what a node holds: this and the share of another, as if one held both. */
    default View and(View other) {
        return this;
    }

    /** Nothing that is shown. */
    record None() implements View {
        @Override
        public View and(View other) {
            return other;
        }
    }

    /**
     * A table: its rows in the order in which their keys first came.
     *
     * @param size how many there are, shown or not
     */
    record Table(List<Event> rows, long size) implements View {
        @Override
        public View and(View other) {
            return other instanceof Table t ? with(t) : this;
        }

        private Table with(Table other) {
            return new Table(both(rows, other.rows), size + other.size);
        }
    }

    /**
     * A copy that follows a table.
     *
     * @param table what is to be seen in it
     * @param waiting what has come and is not to be seen yet, in the order in which it will be
     */
    record Follower(Table table, List<Waiting> waiting, long waitingSize) implements View {
        /**
         * A change on its way.
         *
         * @param due when it is to be seen, ms of processing time
         * @param removes it takes the row away
         */
        public record Waiting(Event event, long due, boolean removes) {}

        @Override
        public View and(View other) {
            if (!(other instanceof Follower f)) return this;
            List<Waiting> all = Stream.concat(waiting.stream(), f.waiting.stream())
                    .sorted(Comparator.comparingLong(Waiting::due))
                    .limit(MOST)
                    .toList();
            return new Follower(table.with(f.table), all, waitingSize + f.waitingSize);
        }
    }

    /**
     * Two tables that are joined row by row. Where there are more rows than are shown, those are left that changed last, and of
     * right rows those that shown left rows are joined with; a shown row without a pair has no partner at all.
     *
     * @param rows of the view, as of any table
     * @param left rows of the left table in the order in which their keys first came
     * @param right rows of the right table in that order
     * @param pairs the shown rows that are together, in the order of the left ones; several left rows may name one right row
     * @param pairsSize how many there are, shown or not
     * @param alone how many right rows there are that no left row is joined with, shown or not
     */
    record JoinedTables(Table rows, Table left, Table right, List<Pair> pairs, long pairsSize, long alone)
            implements View {
        /** A left row and the right row that it is joined with, as they were written, and the row of the view that they make. */
        public record Pair(Event left, Event right, Event made) {}

        /** How many lines it takes to show all: one for each left row, one for each right row that is alone. */
        public long lines() {
            return left.size() + alone;
        }

        /** Of two parts of the same tables, dealt out by the field that they are joined by: no pair is torn. */
        public JoinedTables with(JoinedTables other) {
            return JoinedParts.both(this, other);
        }

        @Override
        public View and(View other) {
            return other instanceof JoinedTables j ? with(j) : this;
        }
    }

    /** The events that each side keeps for partners to come, oldest first, and how many there are. */
    record Join(List<Event> left, List<Event> right, long leftSize, long rightSize) implements View {
        @Override
        public View and(View other) {
            return other instanceof Join j ? new Join(both(left, j.left), both(right, j.right), leftSize + j.leftSize,
                    rightSize + j.rightSize) : this;
        }
    }

    record Log(List<Partition> partitions, List<Group> groups) implements View {
        /** Records that are still there, the newest last; the next to be appended gets offset {@code end}. */
        public record Partition(List<Record> records, long start, long end) {}

        public record Record(long offset, Event event, boolean tombstone) {}

        /**
         * @param positions for each partition the offset that is read next
         * @param lag how many offsets lie between those and the ends
         * @param busy for each reader the event that it is busy with
         */
        public record Group(String name, List<Long> positions, boolean paused, long lag, List<Optional<Event>> busy) {}
    }

    record Queue(List<Event> waiting, long waitingSize, List<Worker> workers, long done, long dead) implements View {
        /**
         * @param message the one that it is busy with
         * @param delivery how often that has been delivered, 1 = the first time
         * @param held how many it holds, that one among them
         */
        public record Worker(String name, Optional<Event> message, int delivery, int held) {}
    }

    /**
     * A sink that writes in transactions.
     *
     * @param open written since the last barrier
     * @param pending written before a barrier whose checkpoint is not complete
     * @param committed the last that became visible
     */
    record Transactions(List<Event> open, long openSize, List<Event> pending, long pendingSize, List<Event> committed,
            long committedSize) implements View {
        @Override
        public View and(View other) {
            return other instanceof Transactions t
                    ? new Transactions(both(open, t.open), openSize + t.openSize, both(pending, t.pending),
                            pendingSize + t.pendingSize, both(committed, t.committed),
                            committedSize + t.committedSize)
                    : this;
        }
    }

    private static List<Event> both(List<Event> a, List<Event> b) {
        return Stream.concat(a.stream(), b.stream()).limit(MOST).toList();
    }
}
