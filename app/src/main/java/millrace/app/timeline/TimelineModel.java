package millrace.app.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import millrace.design.Clock;
import millrace.event.Timing;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/**
 * What the timeline shows of a run. Times are processing times, ms.
 *
 * @param start of the run
 * @param end of what has been run so far
 * @param arrivals when sources put events out, in order
 * @param lates when events came late to a window, in order
 * @param marks in order
 * @param outages when pipelines stood still, in order
 */
public record TimelineModel(Clock clock, long start, long end, long[] arrivals, long[] lates, List<Mark> marks,
        List<Outage> outages) {
    /** What a mark stands for. */
    public enum Kind {
        EARLY,
        ON_TIME,
        LATE,
        DROPPED,
        /** A checkpoint is complete. */
        CHECKPOINT,
        /** A checkpoint was given up. */
        ABORTED,
        CRASH,
        /** A pipeline goes on with the state of a checkpoint. */
        RESTORE,
        /** Rows of a transaction became visible. */
        COMMIT,
        /** A join found two events that belong together. */
        PAIR,
        /** Sessions became one. */
        MERGE,
        /** An input is waited for no longer. */
        IDLE,
        /** A message was given up. */
        DEAD_LETTER;

        /** As it stands in the names of texts: "dead-letter". */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Of a fact that has a mark; a retraction has none. */
        public static Optional<Kind> of(Fact fact) {
            return switch (fact) {
                case Fact.Fired f -> f.pane().retraction() ? Optional.empty() : Optional.of(of(f.pane().timing()));
                case Fact.Dropped d -> Optional.of(DROPPED);
                case Fact.Noted n -> NoteMarks.kind(n.note());
                default -> Optional.empty();
            };
        }

        static Kind of(Timing timing) {
            return switch (timing) {
                case EARLY -> EARLY;
                case ON_TIME -> ON_TIME;
                case LATE -> LATE;
            };
        }
    }

    /**
     * Something worth stopping at: a result left, an event was dropped, a checkpoint is complete, a node crashed.
     *
     * @param node the node's id
     * @param row of the trace, which tells it
     */
    public record Mark(long at, Kind kind, String node, int row) {}

    /** From a crash until the restore. */
    public record Outage(long from, long to) {}

    public TimelineModel {
        marks = List.copyOf(marks);
        outages = List.copyOf(outages);
    }

    /** Reads a run's marks; retractions have none of their own. */
    public static TimelineModel of(Trace trace, long start, long end) {
        List<Mark> marks = new ArrayList<>();
        trace.rows(FactKind.FIRED).stream().mapToObj(trace::fact).forEach(f -> {
            if (f instanceof Fact.Fired fired && !fired.pane().retraction())
                marks.add(new Mark(fired.at(), Kind.of(fired.pane().timing()), fired.node(), fired.index()));
        });
        trace.rows(FactKind.DROPPED).stream().forEach(r -> marks.add(mark(trace, r, Kind.DROPPED)));
        trace.rows(FactKind.MERGED)
                .stream()
                .filter(r -> !trace.grew(r))
                .forEach(r -> marks.add(mark(trace, r, Kind.MERGE)));
        trace.rows(FactKind.WENT_IDLE)
                .stream()
                .filter(r -> trace.fact(r) instanceof Fact.WentIdle w && w.idle())
                .forEach(r -> marks.add(mark(trace, r, Kind.IDLE)));
        List<Mark> faults = NoteMarks.of(trace);
        marks.addAll(faults);
        marks.sort(Comparator.comparingInt(Mark::row));
        long[] arrivals = trace.rows(FactKind.EMITTED).stream().mapToLong(trace::at).toArray();
        return new TimelineModel(trace.plan().clock(), start, end, arrivals, lates(trace), marks,
                NoteMarks.outages(faults, end));
    }

    private static Mark mark(Trace trace, int row, Kind kind) {
        return new Mark(trace.at(row), kind, trace.node(row), row);
    }

    /** The kinds that occur, in their order. */
    public List<Kind> kinds() {
        return marks.stream().map(Mark::kind).distinct().sorted().toList();
    }

    /** The same with no marks of these kinds. */
    public TimelineModel without(Set<Kind> hidden) {
        return hidden.isEmpty() ? this
                : new TimelineModel(clock, start, end, arrivals, lates,
                        marks.stream().filter(m -> !hidden.contains(m.kind())).toList(), outages);
    }

    private static long[] lates(Trace trace) {
        LongStream added = trace.rows(FactKind.ADDED)
                .stream()
                .filter(trace::late)
                .mapToLong(trace::at);
        LongStream dropped = trace.rows(FactKind.DROPPED).stream().mapToLong(trace::at);
        return LongStream.concat(added, dropped).sorted().distinct().toArray();
    }

    /** The next mark after an instant. */
    public OptionalLong next(long time) {
        return next(time, m -> true);
    }

    public OptionalLong next(long time, Predicate<Mark> wanted) {
        return marks.stream().filter(m -> m.at() > time && wanted.test(m)).mapToLong(Mark::at).findFirst();
    }

    /** The last mark before an instant. */
    public OptionalLong previous(long time) {
        return previous(time, m -> true);
    }

    public OptionalLong previous(long time, Predicate<Mark> wanted) {
        return marks.stream().filter(m -> m.at() < time && wanted.test(m)).mapToLong(Mark::at).reduce((a, b) -> b);
    }
}
