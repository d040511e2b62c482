package millrace.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import millrace.compile.Plan;
import millrace.design.Durations;
import millrace.event.Watermark;
import millrace.operator.SourceSpec;
import millrace.operator.WatermarkSpec;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.FactKind;

/** Who holds a watermark back, and what would move it. */
final class Holding {
    /** An input wire or a partition, as of a row. */
    private record Input(int number, String name, long watermark, boolean idle, OptionalLong idleSince) {}

    private final Scene scene;
    private final int rows;

    Holding(Scene scene, int rows) {
        this.scene = scene;
        this.rows = rows;
    }

    long watermark(String node) {
        return scene.advancedBefore(node, rows).map(Fact.Advanced::watermark).orElse(Watermark.NONE);
    }

    /** Says what keeps the node's watermark below {@code needed}, up to the source, and which event would do. */
    void explain(Words w, String node, long needed) {
        String at = node;
        for (int hops = 0; hops < scene.plan.nodes().size(); hops++) {
            if (scene.node(at).work() instanceof Work.Source s) {
                source(w, at, s.spec(), needed);
                return;
            }
            List<Input> inputs = wires(at);
            if (inputs.isEmpty()) return;
            if (inputs.size() > 1) minimum(w, inputs);
            Plan.PlanWire wire = scene.plan.wires().get(slowest(inputs).number());
            at = scene.plan.nodes().get(wire.from()).id();
            if (GroupScene.log(scene, at).isPresent()) {
                new GroupHolding(GroupScene.of(scene, at, wire.output(), rows), now()).explain(w, needed);
                return;
            }
        }
    }

    /** Processing time of the last row that counts. */
    private long now() {
        return rows == 0 ? scene.plan.clock().start() : scene.trace.fact(rows - 1).at();
    }

    private static Input slowest(List<Input> inputs) {
        Input best = inputs.getFirst();
        for (Input i : inputs)
            if (best.idle() && !i.idle() || best.idle() == i.idle() && i.watermark() < best.watermark()) best = i;
        return best;
    }

    private List<Input> wires(String node) {
        int number = scene.plan.nodeNumber(node);
        List<Input> all = new ArrayList<>();
        List<Plan.PlanWire> into = new ArrayList<>(scene.plan.wires().stream().filter(p -> p.to() == number).toList());
        for (int i = 0; i < into.size(); i++) {
            String from = scene.plan.nodes().get(into.get(i).from()).id();
            boolean alone = into.size() == 1;
            all.add(input(node, i, scene.plan.wires().indexOf(into.get(i)), scene.name(from), alone));
        }
        return all;
    }

    private Input input(String node, int input, int number, String name, boolean alone) {
        long watermark = alone ? watermark(node)
                : scene.factsBack(node, FactKind.INPUT_ADVANCED, rows)
                        .map(Fact.InputAdvanced.class::cast)
                        .filter(f -> f.input() == input)
                        .findFirst()
                        .map(Fact.InputAdvanced::watermark)
                        .orElse(Watermark.NONE);
        Optional<Fact.WentIdle> idle = scene.factsBack(node, FactKind.WENT_IDLE, rows)
                .map(Fact.WentIdle.class::cast)
                .filter(f -> f.input() == input)
                .findFirst()
                .filter(Fact.WentIdle::idle);
        return new Input(number, name, watermark, idle.isPresent(),
                idle.map(f -> OptionalLong.of(f.at())).orElse(OptionalLong.empty()));
    }

    private void minimum(Words w, List<Input> inputs) {
        w.say(" It is the minimum over ");
        for (int i = 0; i < inputs.size(); i++) {
            Input in = inputs.get(i);
            w.say(i == 0 ? "" : i == inputs.size() - 1 ? " and " : ", ").say(in.name() + " (");
            if (in.idle()) {
                w.say("idle since ").proc(in.idleSince().orElse(0)).say(", not counted)");
            } else {
                w.event(in.watermark()).say(")");
            }
        }
        Input slowest = slowest(inputs);
        w.say(slowest.idle() ? "; all are idle, so it stays." : "; " + slowest.name() + " holds it back.");
    }

    private void source(Words w, String node, SourceSpec spec, long needed) {
        List<String> partitions = spec.timing().partitions();
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < partitions.size(); i++)
            inputs.add(input(node, i, i, partitions.get(i), partitions.size() == 1));
        if (watermark(node) >= needed) {
            w.say(" " + scene.name(node) + " has stated enough; it is still on its way.");
            return;
        }
        if (inputs.size() > 1) minimum(w, inputs);
        boolean ended = scene.facts(node, FactKind.ENDED, 0, rows).findAny().isPresent();
        if (ended) return;
        String where = inputs.size() > 1 ? slowest(inputs).name() : scene.name(node);
        move(w, where, spec.timing().watermark(), needed);
    }

    private void move(Words w, String where, WatermarkSpec strategy, long needed) {
        switch (strategy) {
            case WatermarkSpec.None n -> w.say(" " + where + " states no watermark before its input ends.");
            case WatermarkSpec.Ascending a -> event(w, where, needed, " states the largest event time it has seen");
            case WatermarkSpec.Bounded b -> event(w, where, needed + b.maxOutOfOrderness(),
                    " states the largest event time it has seen less " + Durations.format(b.maxOutOfOrderness()));
            case WatermarkSpec.Perfect p -> w.say(" " + where + " knows of an earlier event that is still to come.");
            case WatermarkSpec.Script s -> script(w, where, s, needed);
        }
    }

    private void event(Words w, String where, long time, String how) {
        w.say(" " + where + how + ", so an event of ").event(time).say(" or later is needed.");
    }

    private void script(Words w, String where, WatermarkSpec.Script script, long needed) {
        for (int i = 0; i < script.at().length; i++) {
            if (script.to()[i] < needed) continue;
            w.say(" The script of " + where + " gives ")
                    .event(script.to()[i])
                    .say(" at ")
                    .proc(script.at()[i])
                    .say(".");
            return;
        }
        w.say(" The script of " + where + " never gets that far.");
    }
}
