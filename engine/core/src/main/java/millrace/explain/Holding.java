package millrace.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
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
                new GroupHolding(GroupScene.of(scene, at, wire.output(), rows), scene.figures(), now()).explain(w,
                        needed);
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
        Input slowest = slowest(inputs);
        Part all = Part.list(inputs.stream().map(this::said).toList());
        w.tell(slowest.idle() ? "holding.minimum.idle" : "holding.minimum", all, slowest.name());
    }

    private Part said(Input in) {
        return in.idle()
                ? Part.say("holding.input.idle", in.name(), scene.figures().proc(in.idleSince().orElse(0)))
                : Part.say("holding.input", in.name(), scene.figures().event(in.watermark()));
    }

    private void source(Words w, String node, SourceSpec spec, long needed) {
        List<String> partitions = spec.timing().partitions();
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < partitions.size(); i++)
            inputs.add(input(node, i, i, partitions.get(i), partitions.size() == 1));
        if (watermark(node) >= needed) {
            w.tell("holding.enough", scene.name(node));
            return;
        }
        if (inputs.size() > 1) minimum(w, inputs);
        boolean ended = scene.facts(node, FactKind.ENDED, 0, rows).findAny().isPresent();
        if (ended) return;
        String where = inputs.size() > 1 ? slowest(inputs).name() : scene.name(node);
        w.tell(move(where, spec.timing().watermark(), needed));
    }

    private Part move(String where, WatermarkSpec strategy, long needed) {
        return switch (strategy) {
            case WatermarkSpec.None n -> Part.say("holding.none", where);
            case WatermarkSpec.Ascending a -> Part.say("holding.ascending", where, scene.figures().event(needed));
            case WatermarkSpec.Bounded b -> Part.say("holding.bounded", where,
                    scene.figures().event(needed + b.maxOutOfOrderness()), Durations.format(b.maxOutOfOrderness()));
            case WatermarkSpec.Perfect p -> Part.say("holding.perfect", where);
            case WatermarkSpec.Script s -> script(where, s, needed);
        };
    }

    private Part script(String where, WatermarkSpec.Script script, long needed) {
        return IntStream.range(0, script.at().length)
                .filter(i -> script.to()[i] >= needed)
                .mapToObj(i -> Part.say("holding.script", where, scene.figures().event(script.to()[i]),
                        scene.figures().proc(script.at()[i])))
                .findFirst()
                .orElseGet(() -> Part.say("holding.script.ends", where));
    }
}
