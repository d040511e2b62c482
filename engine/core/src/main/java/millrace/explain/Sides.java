package millrace.explain;

import java.util.List;
import java.util.stream.IntStream;
import millrace.compile.Plan;
import millrace.event.Watermark;
import millrace.trace.Fact;
import millrace.trace.FactKind;

/** How far the two inputs of a join were before a row of the trace. */
final class Sides {
    private final Scene scene;
    private final String node;
    private final int before;

    Sides(Scene scene, String node, int before) {
        this.scene = scene;
        this.node = node;
        this.before = before;
    }

    /** Which input the watermark waits for; nothing if both are equally far. */
    void tell(Words w) {
        long[] marks = {mark(0), mark(1)};
        if (marks[0] == marks[1]) return;
        w.tell(marks[0] < marks[1] ? "sides.left" : "sides.right", scene.figures().event(marks[0]),
                scene.figures().event(marks[1]));
    }

    /** The smallest watermark of the wires that end at a port. */
    private long mark(int port) {
        int number = scene.plan.nodeNumber(node);
        List<Plan.PlanWire> into = scene.plan.wires().stream().filter(x -> x.to() == number).toList();
        return IntStream.range(0, into.size())
                .filter(i -> into.get(i).input() == port)
                .mapToLong(this::wire)
                .min()
                .orElse(Watermark.NONE);
    }

    private long wire(int input) {
        return scene.factsBack(node, FactKind.INPUT_ADVANCED, before)
                .map(Fact.InputAdvanced.class::cast)
                .filter(f -> f.input() == input)
                .findFirst()
                .map(Fact.InputAdvanced::watermark)
                .orElse(Watermark.NONE);
    }
}
