package millrace.operator;

import java.util.List;

/** What becomes of what reaches a sink. The engine writes nothing: files are written by whoever runs it. */
public sealed interface SinkSpec {
    /** How what arrives is written. */
    enum Mode {
        /** Every arrival is a row of its own, a change too. */
        APPEND,
        /** By key: a row overwrites that of its key, a deletion takes it away. Writing the same twice changes nothing. */
        UPSERT
    }

    /**
     * A table on the screen.
     *
     * @param key the fields that tell rows apart; none = there is one row. Only of {@link Mode#UPSERT}
     */
    record Results(Mode mode, List<Integer> key) implements SinkSpec {
        public Results {
            key = List.copyOf(key);
        }

        /** Every arrival a row. */
        public Results() {
            this(Mode.APPEND, List.of());
        }
    }

    /** Rows that become visible with a checkpoint; see {@link TransactionalSink}. */
    record Transactional() implements SinkSpec {}

    /** @param path relative to the design's folder */
    record File(String path, SourceSpec.File.Format format) implements SinkSpec {}
}
