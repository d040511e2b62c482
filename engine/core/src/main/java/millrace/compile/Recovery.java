package millrace.compile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checkpoints, crashes and what follows on them. All times in ms of processing time.
 *
 * @param every between the starts of two checkpoints, multiples of it from the start of the run
 * @param at when one begins besides; ascending
 * @param timeout after which a checkpoint is given up
 * @param unaligned whether barriers overtake what is queued
 * @param restartDelay from the notice of a crash until the pipeline is back
 * @param detectAfter from a crash until it is noticed
 * @param fromLastRead without checkpoints: whether a log's reader goes on from where it stopped, else from where the world is
 * @param crashes by time
 * @param upgrade the one planned stop
 */
public record Recovery(Guarantee guarantee, long every, List<Long> at, long timeout, boolean unaligned,
        long restartDelay,
        long detectAfter, boolean fromLastRead, List<Crash> crashes, Optional<Upgrade> upgrade) {
    /** What a checkpoint is worth (Flink's checkpointing modes); none = there are none. */
    public enum Guarantee {
        NONE,
        AT_LEAST_ONCE,
        EXACTLY_ONCE
    }

    /** Nothing is saved and nothing fails. */
    public static final Recovery NONE = new Recovery(Guarantee.NONE, Long.MAX_VALUE, List.of(), Long.MAX_VALUE, false,
            0, 0, false,
            List.of(), Optional.empty());

    public Recovery {
        at = List.copyOf(at);
        crashes = List.copyOf(crashes);
    }

    /** At multiples of the interval only. */
    public Recovery(Guarantee guarantee, long every, long timeout, boolean unaligned, long restartDelay,
            long detectAfter, boolean fromLastRead, List<Crash> crashes, Optional<Upgrade> upgrade) {
        this(guarantee, every, List.of(), timeout, unaligned, restartDelay, detectAfter, fromLastRead, crashes,
                upgrade);
    }

    public boolean checkpoints() {
        return guarantee != Guarantee.NONE;
    }

    /** Whether a node has another number of instances from the upgrade on. */
    public boolean rescales(int node) {
        return upgrade.isPresent() && upgrade.get().rescales().contains(node);
    }

    /** The same without anything that goes wrong: the truth. */
    public Recovery withoutCrashes() {
        return new Recovery(guarantee, every, at, timeout, unaligned, restartDelay, detectAfter, fromLastRead,
                List.of(),
                upgrade);
    }

    /**
     * A node loses what it holds.
     *
     * @param restartDelay of this crash, if it has one of its own
     */
    public record Crash(long at, Target what, OptionalLong restartDelay) {}

    public sealed interface Target {
        /** A node by number. */
        record OfNode(int node) implements Target {}

        /** One instance of a node, counted from 0. */
        record OfInstance(int node, int instance) implements Target {}

        /** The consumer at an output of a broker. */
        record OfConsumer(int node, int output) implements Target {}

        record OfCoordinator() implements Target {}
    }

    /**
     * The pipeline stops with a savepoint and comes back changed.
     *
     * @param restart when it is back; not before the savepoint is complete
     * @param byPosition whether state finds its node by its place in the graph, else by the node's id
     * @param adds nodes that are only there afterwards; before, what comes to them goes past
     * @param removes nodes that are only there before
     * @param rescales nodes that have another number of instances afterwards
     * @param instances how many they have then
     */
    public record Upgrade(long at, long restart, boolean byPosition, List<Integer> adds, List<Integer> removes,
            List<Integer> rescales, int instances) {
        public Upgrade {
            adds = List.copyOf(adds);
            removes = List.copyOf(removes);
            rescales = List.copyOf(rescales);
        }
    }
}
