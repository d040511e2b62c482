package millrace.simulation;

import java.util.ArrayList;
import java.util.List;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.operator.Dialect;
import millrace.operator.Operator;
import millrace.operator.SinkSpec;
import millrace.operator.SourceSpec;
import millrace.operator.StreamType;
import millrace.operator.WindowOperator;
import millrace.operator.Work;

/** Small plans made by hand. */
final class Plans {
    private Plans() {}

    /** A source, operators one after the other, and a sink for each output of the last. */
    static Plan of(long transit, SourceSpec source, Operator... operators) {
        List<PlanNode> nodes = new ArrayList<>();
        List<PlanWire> wires = new ArrayList<>();
        nodes.add(new PlanNode("source", "timetable", new Work.Source(source), List.of(), List.of("out"),
                List.of(source.type())));
        StreamType type = source.type();
        for (int i = 0; i < operators.length; i++) {
            StreamType out = operators[i] instanceof WindowOperator w ? w.out() : type;
            List<String> ports = operators[i] instanceof WindowOperator ? List.of("out", "late") : List.of("out");
            List<StreamType> types = operators[i] instanceof WindowOperator ? List.of(out, type) : List.of(out);
            nodes.add(new PlanNode("node" + i, "any", new Work.Transform(operators[i]), List.of(type), ports, types));
            wires.add(new PlanWire("w" + i, i, 0, i + 1, 0, transit));
            type = out;
        }
        PlanNode last = nodes.getLast();
        int from = nodes.size() - 1;
        for (int o = 0; o < last.outputs().size(); o++) {
            nodes.add(new PlanNode("sink" + o, "results", new Work.Sink(new SinkSpec.Results()),
                    List.of(last.outputs().get(o)), List.of(), List.of()));
            wires.add(new PlanWire("s" + o, from, o, nodes.size() - 1, 0, transit));
        }
        return new Plan(Design.EMPTY, Clock.MIDNIGHT, Long.MAX_VALUE, 1, Dialect.MILLRACE, nodes, wires);
    }
}
