package millrace.operator;

/** What a node of a plan is made of. */
public sealed interface Work {
    record Source(SourceSpec spec) implements Work {}

    record Transform(Operator operator) implements Work {}

    /** Results leave the graph here. */
    record Sink(SinkSpec spec) implements Work {}
}
