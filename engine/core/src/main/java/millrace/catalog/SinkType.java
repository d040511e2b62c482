package millrace.catalog;

import java.util.List;
import millrace.design.Value;
import millrace.operator.SinkSpec;
import millrace.operator.Work;

/** Where results leave the graph: no outputs. */
abstract class SinkType extends BaseType {
    SinkType(String id, String title, String line, Form form) {
        super(id, title, line, Group.SINKS, form);
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of();
    }

    static Binding.Bound sink(SinkSpec spec) {
        return new Binding.Bound(new Work.Sink(spec), List.of());
    }
}
