package millrace.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.Accumulation;
import millrace.operator.AggregateSpec;
import millrace.operator.WindowOperator;
import millrace.trace.Fact;
import millrace.trace.Lineage;

/** How a pane's value came about, where it is a sum or a count of few parts: "5 + 9 = 14". */
final class Sums {
    private static final int MOST_PARTS = 8;

    private final Scene scene;
    private final Lineage lineage;

    Sums(Scene scene) {
        this.scene = scene;
        lineage = new Lineage(scene.trace);
    }

    /** The whole pane from its events: "7 + 3 + 8 = 18"; empty if it is not a sum of two to eight. */
    Optional<String> whole(Fact.Fired pane, WindowOperator operator) {
        return sum(operator).flatMap(spec -> {
            List<Event> events = lineage.parents(pane.event().id);
            if (events.size() < 2 || events.size() > MOST_PARTS) return Optional.empty();
            return Optional.of(line(events.stream().map(e -> part(spec, e)).toList(), spec, pane));
        });
    }

    /** The pane from the one before it and what came since: "5 + 9 = 14". */
    Optional<String> increment(Fact.Fired pane, WindowOperator operator) {
        Optional<Fact.Fired> before = scene.firedBefore(pane);
        if (before.isEmpty() || operator.accumulation() == Accumulation.DISCARDING) return whole(pane, operator);
        return sum(operator).flatMap(spec -> {
            List<String> parts = new ArrayList<>(List.of(scene.aggregate(spec, before.get().event())));
            Set<Long> old = lineage.parents(before.get().event().id)
                    .stream()
                    .map(e -> e.id)
                    .collect(Collectors.toSet());
            lineage.parents(pane.event().id)
                    .stream()
                    .filter(e -> !old.contains(e.id))
                    .forEach(e -> parts.add(part(spec, e)));
            boolean few = parts.size() > 1 && parts.size() <= MOST_PARTS;
            return few ? Optional.of(line(parts, spec, pane)) : Optional.empty();
        });
    }

    private String line(List<String> parts, AggregateSpec spec, Fact.Fired pane) {
        return String.join(" + ", parts).replace("+ -", "- ") + " = " + scene.aggregate(spec, pane.event());
    }

    /** The first aggregate, if it adds up. */
    private static Optional<AggregateSpec> sum(WindowOperator operator) {
        return operator.aggregates()
                .stream()
                .findFirst()
                .filter(a -> a.kind() == AggregateSpec.Kind.SUM || a.kind() == AggregateSpec.Kind.COUNT);
    }

    private static String part(AggregateSpec spec, Event event) {
        String value = spec.kind() == AggregateSpec.Kind.COUNT ? "1" : Scene.value(event.value(spec.field()));
        if (ChangeKind.of(event).adds()) return value;
        return value.startsWith("-") ? value.substring(1) : "-" + value;
    }
}
