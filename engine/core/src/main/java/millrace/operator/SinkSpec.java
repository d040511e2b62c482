package millrace.operator;

/** What becomes of what reaches a sink. The engine writes nothing: files are written by whoever runs it. */
public sealed interface SinkSpec {
    /** A table on the screen. */
    record Results() implements SinkSpec {}

    /** Rows that become visible with a checkpoint; see {@link TransactionalSink}. */
    record Transactional() implements SinkSpec {}

    /** @param path relative to the design's folder */
    record File(String path, SourceSpec.File.Format format) implements SinkSpec {}
}
