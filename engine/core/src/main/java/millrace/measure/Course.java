package millrace.measure;

import java.util.List;
import java.util.OptionalLong;

/**
 * The course of one checkpoint through its pipeline. Times are ms of processing time.
 *
 * @param pipeline its number, as {@link millrace.compile.Pipelines} gives them
 * @param number of the checkpoint within the pipeline, from 1
 * @param ended when it was complete or given up; empty while it is on its way
 * @param reason why it was given up; "" if it was not
 * @param stations nodes that its barriers came to, in the order in which they did
 */
public record Course(int pipeline, long number, long began, OptionalLong ended, Outcome outcome, String reason,
        List<Station> stations) {
    public enum Outcome {
        ON_ITS_WAY,
        COMPLETED,
        ABORTED
    }

    /**
     * One instance's part in it; instances of a node follow each other as they hand in.
     *
     * @param arrivals of the barriers, in the order in which they came
     * @param handedIn when its state was; empty if it never was
     * @param overtaken events that are part of the snapshot since the barrier overtook them
     * @param size how much the node held when it handed in, see {@link StateSize}
     */
    public record Station(String node, List<Arrival> arrivals, OptionalLong handedIn, int overtaken, long size) {
        /** How long it waited for the last barrier after the first had come, ms. */
        public long aligned() {
            return arrivals.isEmpty() ? 0 : arrivals.getLast().at() - arrivals.getFirst().at();
        }
    }

    /** A barrier came in; {@code input} is the place of its wire among those into the node. */
    public record Arrival(int input, long at) {}

    public Course {
        stations = List.copyOf(stations);
    }

    /** From its beginning to its end, ms; empty while it is on its way. */
    public OptionalLong duration() {
        return ended.isPresent() ? OptionalLong.of(ended.getAsLong() - began) : OptionalLong.empty();
    }

    /** What all its nodes handed in. */
    public long size() {
        return stations.stream().mapToLong(Station::size).sum();
    }
}
