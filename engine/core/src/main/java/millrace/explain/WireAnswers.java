package millrace.explain;

import java.util.List;
import java.util.stream.IntStream;
import millrace.compile.Plan.PlanWire;
import millrace.design.Durations;
import millrace.trace.Fact;
import millrace.trace.Rows;

/** What passes between two nodes. */
final class WireAnswers {
    private final Scene scene;
    private final long at;

    /** @param at the processing time until which it is asked */
    WireAnswers(Scene scene, long at) {
        this.scene = scene;
        this.at = at;
    }

    Answer answer(PlanWire wire) {
        String from = scene.name(scene.plan.nodes().get(wire.from()).id());
        Words w = scene.words().tell(passed(wire));
        w.tell(wire.transit() == 0 ? Part.say("wire.at-once")
                : Part.say("wire.transit", Durations.format(wire.transit())));
        if (wire.capacity() != PlanWire.UNLIMITED)
            w.tell("wire.room", Part.counted("events", wire.capacity()), from);
        return w.ask("wire.question", from, scene.name(to(wire)));
    }

    private String to(PlanWire wire) {
        return scene.plan.nodes().get(wire.to()).id();
    }

    private Part passed(PlanWire wire) {
        List<Fact.Delivered> came = came(wire);
        return came.isEmpty() ? Part.say("wire.nothing")
                : Part.counted("wire.passed", came.size(), scene.figures().proc(came.getLast().at()));
    }

    private List<Fact.Delivered> came(PlanWire wire) {
        Rows got = scene.trace.received(to(wire));
        return IntStream.range(0, got.before(scene.trace.rowsUntil(at)))
                .mapToObj(i -> scene.trace.fact(got.get(i)))
                .filter(f -> f instanceof Fact.Delivered d && d.wire().equals(wire.id()))
                .map(Fact.Delivered.class::cast)
                .toList();
    }
}
