package millrace.catalog;

import java.util.List;
import millrace.catalog.PortSpec.Carries;
import millrace.design.Value;

/** What the joins of two streams share: a left and a right input, the pairs, and what came too late. */
abstract class StreamJoinType extends BaseType {
    private static final PortSpec LATE = new PortSpec("late", Carries.LATE, true);

    StreamJoinType(String id, String title, String line, Form form) {
        super(id, title, line, Group.JOINS, form);
    }

    @Override
    public final List<PortSpec> inputs(Value.Group settings) {
        return JoinFields.ports("left", "right");
    }

    @Override
    public final List<PortSpec> outputs(Value.Group settings) {
        return List.of(OUT, LATE);
    }
}
