package millrace.simulation;

import millrace.operator.Processor;
import millrace.operator.SinkSpec;
import millrace.operator.TransactionalSink;

/** Makes the processors of sinks. */
final class Sinks {
    private Sinks() {}

    static Processor of(SinkSpec spec) {
        return switch (spec) {
            case SinkSpec.Results results -> new Sink();
            case SinkSpec.Transactional t -> new TransactionalSink();
            case SinkSpec.File file -> new Sink();
        };
    }
}
