package millrace.simulation;

import millrace.operator.Context;
import millrace.operator.Processor;
import millrace.operator.SinkSpec;
import millrace.operator.TransactionalSink;
import millrace.operator.UpsertTable;

/** Makes the processors of sinks. */
final class Sinks {
    private Sinks() {}

    static Processor of(SinkSpec spec) {
        return switch (spec) {
            case SinkSpec.Results r when r.mode() == SinkSpec.Mode.UPSERT -> new UpsertTable(r.key(), Context::reached);
            case SinkSpec.Results r -> new Sink();
            case SinkSpec.Transactional t -> new TransactionalSink();
            case SinkSpec.File file -> new Sink();
        };
    }
}
