package millrace.operator;

import java.util.Optional;
import millrace.event.Event;
import millrace.text.Sentences;

/**
 * What happens with checkpoints, crashes and recovery. Checkpoints are numbered from 1 within their pipeline; pipelines are numbered
 * as {@code compile.Pipelines} gives them.
 */
public sealed interface FaultNote extends Note {
    @Override
    default Optional<Event> event() {
        return Optional.empty();
    }

    /** A source of the pipeline sent the barrier. */
    record Began(long checkpoint, int pipeline) implements FaultNote {}

    /** No checkpoint began when it was due: the one before is still on its way. */
    record Skipped(long checkpoint, int pipeline) implements FaultNote {}

    /** A barrier came in at an input wire; {@code missing} of the node's inputs have not had theirs. */
    record BarrierArrived(long checkpoint, int input, int missing) implements FaultNote {}

    /**
     * The node handed in its state.
     *
     * @param overtaken events that the barrier overtook, which are part of the snapshot
     */
    record Snapshot(long checkpoint, int overtaken) implements FaultNote {}

    /**
     * Every node has handed in its state.
     *
     * @param began when, ms
     * @param overtaken events that barriers overtook at all its nodes
     */
    record Completed(long checkpoint, long began, int overtaken, int pipeline) implements FaultNote {}

    /** @param crashed the node of its pipeline that has crashed; "" = none has */
    record Aborted(long checkpoint, Reason because, String crashed, int pipeline) implements FaultNote {
        public enum Reason {
            /** It took longer than it may. */
            TIMEOUT,
            /** A node of its pipeline crashed. */
            CRASH,
            /** The coordinator crashed. */
            COORDINATOR,
            /** A savepoint was asked for, and there is one at a time. */
            SAVEPOINT
        }

        /** The reason in words: a clause. */
        public String reason() {
            return switch (because) {
                case TIMEOUT -> Sentences.of("operator.aborted.timeout");
                case CRASH -> Sentences.of("operator.aborted.crash", crashed);
                case COORDINATOR -> Sentences.of("operator.aborted.coordinator");
                case SAVEPOINT -> Sentences.of("operator.aborted.savepoint");
            };
        }
    }

    /** The node lost its state; {@code coordinator} = it was the coordinator, whose loss stops no node. */
    record Crashed(boolean coordinator) implements FaultNote {}

    /**
     * A node of the pipeline stopped, and is back at {@code until}, ms.
     *
     * @param because the node that crashed; "" = none did, and the pipeline is upgraded
     */
    record Stopped(String because, long until) implements FaultNote {}

    /**
     * The node has the state of this checkpoint again; 0 = its first, empty state.
     *
     * @param upgraded its pipeline is the one after the upgrade of the run
     */
    record Restored(long checkpoint, boolean upgraded) implements FaultNote {}

    /** A source could not rewind: rows that arrived while it was down are lost. */
    record Missed(long rows) implements FaultNote {}

    /** Rows of a transaction became visible. */
    record Committed(long checkpoint, long rows) implements FaultNote {}

    record RolledBack(long rows) implements FaultNote {}

    /** A snapshot holds state for a node that is not there, or not the same any more. */
    record Orphaned(String node) implements FaultNote {}
}
