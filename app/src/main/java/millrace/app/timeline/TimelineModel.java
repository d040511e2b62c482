package millrace.app.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
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
 */
public record TimelineModel(Clock clock, long start, long end, long[] arrivals, long[] lates, List<Mark> marks) {
    /** What a mark stands for. */
    public enum Kind {
        EARLY,
        ON_TIME,
        LATE,
        DROPPED;

        static Kind of(Timing timing) {
            return switch (timing) {
                case EARLY -> EARLY;
                case ON_TIME -> ON_TIME;
                case LATE -> LATE;
            };
        }
    }

    /** Something worth stopping at: a result left, an event was dropped. {@code node} is the node's id. */
    public record Mark(long at, Kind kind, String node) {}

    public TimelineModel {
        marks = List.copyOf(marks);
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
        marks.sort(Comparator.comparingLong(Mark::at));
        long[] arrivals = trace.rows(FactKind.EMITTED).stream().mapToLong(trace::at).toArray();
        return new TimelineModel(trace.plan().clock(), start, end, arrivals, lates(trace), marks);
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
