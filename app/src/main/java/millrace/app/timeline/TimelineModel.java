package millrace.app.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import millrace.design.Clock;
import millrace.event.Timing;
import millrace.operator.FaultNote;
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
        RESTORE;

        /** Of a fact that has a mark; a retraction has none. */
        public static Optional<Kind> of(Fact fact) {
            return switch (fact) {
                case Fact.Fired f -> f.pane().retraction() ? Optional.empty() : Optional.of(of(f.pane().timing()));
                case Fact.Dropped d -> Optional.of(DROPPED);
                case Fact.Noted n when n.note() instanceof FaultNote note -> FaultMarks.kind(note);
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

    /** Something worth stopping at: a result left, an event was dropped, a checkpoint is complete, a node crashed. {@code node} is the node's id. */
    public record Mark(long at, Kind kind, String node) {}

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
                marks.add(new Mark(fired.at(), Kind.of(fired.pane().timing()), fired.node()));
        });
        trace.rows(FactKind.DROPPED)
                .stream()
                .forEach(r -> marks.add(new Mark(trace.at(r), Kind.DROPPED, trace.node(r))));
        List<Mark> faults = FaultMarks.of(trace);
        marks.addAll(faults);
        marks.sort(Comparator.comparingLong(Mark::at));
        long[] arrivals = trace.rows(FactKind.EMITTED).stream().mapToLong(trace::at).toArray();
        return new TimelineModel(trace.plan().clock(), start, end, arrivals, lates(trace), marks,
                FaultMarks.outages(faults, end));
    }

    private static long[] lates(Trace trace) {
        LongStream added = trace.rows(FactKind.ADDED)
                .stream()
                .filter(r -> trace.fact(r) instanceof Fact.Added a && a.late())
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
