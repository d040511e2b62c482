package millrace.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Outcome;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.event.Watermark;
import millrace.operator.Files;
import millrace.simulation.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a design gave.
 *
 * @param rows what reached the sinks, in order
 * @param dropped how many events came too late, as the dialect counts them
 * @param failed for how many events a condition had no result
 * @param faults what happened with checkpoints and crashes, and which events reached sinks, all in order
 */
record Observed(List<Row> rows, long dropped, long failed, List<Happened> faults) {
    /**
     * @param node where
     * @param what a {@link millrace.operator.FaultNote}, or the {@link Event} that reached a sink
     */
    record Happened(long at, String node, Object what) {}

    /**
     * @param sink that it reached
     * @param at processing time
     * @param watermark of the window node when the pane left; {@link Watermark#NONE} before any, and for what is no pane
     */
    record Row(String sink, long at, Event event, long watermark) {
        boolean isPane() {
            return event.schema.panes();
        }

        Pane pane() {
            return Pane.of(event);
        }

        /** A field as it is compared; null if it has no value. */
        @Nullable
        Object value(String field) {
            Object value = event.value(event.schema.indexOf(field).orElseThrow());
            return switch (value) {
                case Long n -> Compared.number(n);
                case Double d -> Compared.number(BigDecimal.valueOf(d));
                case null, default -> value;
            };
        }
    }

    static Observed of(Design design) {
        Outcome<Plan> compiled = Compiler.compile(design, Files.NONE);
        if (!compiled.problems().isEmpty())
            throw new IllegalArgumentException("the design does not compile: "
                    + compiled.problems().stream().map(Object::toString).collect(Collectors.joining("; ")));
        Plan plan = compiled.value().orElseThrow();
        Witness witness = new Witness(plan);
        List<Row> rows = new ArrayList<>();
        Simulation simulation = new Simulation(plan, witness,
                (node, at, event) -> rows
                        .add(new Row(plan.nodes().get(node).id(), at, event, witness.watermarkOf(event))));
        simulation.run();
        return new Observed(rows, simulation.dropped(), witness.failed(), witness.faults());
    }

    List<Row> at(String sink) {
        return rows.stream().filter(r -> r.sink.equals(sink)).toList();
    }
}
