package millrace.app.checkpoints;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import millrace.compile.Recovery.Guarantee;
import millrace.design.Clock;
import millrace.measure.Course;

/**
 * What is to be seen of a run's checkpoints. Times are ms of processing time.
 *
 * @param every between the starts of two; empty if none begins by itself
 * @param nodes ids of those that have a part in it, in the order of the plan
 * @param checkpoints in the order in which they began
 * @param signs all that can be pointed at, in the order of the trace
 */
public record CheckpointsModel(Clock clock, long start, long end, Guarantee guarantee, OptionalLong every,
        List<String> nodes, List<Checkpoint> checkpoints, List<Outage> outages, List<Sign> signs) {
    /**
     * @param name "1", or "1a" where several pipelines have checkpoints of their own
     * @param starts nodes from which its barriers set out
     * @param roads that its barriers took
     */
    public record Checkpoint(String name, Course course, List<String> starts, List<Road> roads) {
        public Checkpoint {
            starts = List.copyOf(starts);
            roads = List.copyOf(roads);
        }

        /** How it stands at an instant; empty before it began. */
        public Optional<Course.Outcome> at(long time) {
            if (time < course.began()) return Optional.empty();
            boolean ended = course.ended().isPresent() && course.ended().getAsLong() <= time;
            return Optional.of(ended ? course.outcome() : Course.Outcome.ON_ITS_WAY);
        }

        /** From its beginning so far, ms. */
        public long lasted(long time) {
            return Math.min(time, course.ended().orElse(Long.MAX_VALUE)) - course.began();
        }

        /** What has been handed in so far. */
        public long size(long time) {
            return course.stations()
                    .stream()
                    .filter(s -> s.handedIn().orElse(Long.MAX_VALUE) <= time)
                    .mapToLong(Course.Station::size)
                    .sum();
        }
    }

    /** A barrier went from one node to another. */
    public record Road(String from, long left, String to, long came) {}

    /** A node was not there. {@code crashed} = it was the one that lost its state; else it stopped with it. */
    public record Outage(String node, long from, long to, boolean crashed) {}

    public enum Kind {
        BEGAN,
        ARRIVED,
        HANDED_IN,
        COMPLETED,
        ABORTED,
        CRASHED,
        RESTORED
    }

    /**
     * @param fact row of the trace that tells of it
     * @param checkpoint its number, 0 if it is about none
     */
    public record Sign(Kind kind, String node, long at, int fact, long checkpoint) {}

    /** Why there is nothing to see. */
    public enum Nothing {
        OFF,
        NONE_BEGAN
    }

    public CheckpointsModel {
        nodes = List.copyOf(nodes);
        checkpoints = List.copyOf(checkpoints);
        outages = List.copyOf(outages);
        signs = List.copyOf(signs);
    }

    public Optional<Nothing> nothing() {
        if (guarantee == Guarantee.NONE) return Optional.of(Nothing.OFF);
        return checkpoints.isEmpty() ? Optional.of(Nothing.NONE_BEGAN) : Optional.empty();
    }

    /** A line of the list, as things stood at an instant. */
    public record Line(Checkpoint checkpoint, Course.Outcome outcome, long lasted, long size) {}

    /** Those that had begun, the newest first. */
    public List<Line> lines(long time) {
        return checkpoints.reversed()
                .stream()
                .flatMap(c -> c.at(time).map(o -> new Line(c, o, c.lasted(time), c.size(time))).stream())
                .toList();
    }

    /** The newest that had begun at an instant; the first if none had. */
    public Optional<Checkpoint> newest(long time) {
        return checkpoints.reversed()
                .stream()
                .filter(c -> c.course().began() <= time)
                .findFirst()
                .or(() -> checkpoints.stream().findFirst());
    }
}
