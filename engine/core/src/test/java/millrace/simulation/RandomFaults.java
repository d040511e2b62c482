package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.compile.Recovery;
import millrace.compile.Recovery.Crash;
import millrace.compile.Recovery.Guarantee;
import millrace.compile.Recovery.Target;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.format.DesignReader;
import millrace.operator.Effort;
import millrace.operator.Files;
import millrace.operator.View;
import millrace.operator.Work;
import millrace.trace.Run;
import millrace.trace.Timeline;

/** Plans whose inputs, work, room, roads and crashes are drawn from a seed. */
final class RandomFaults {
    private static final long SPAN = 60_000;

    /** Rows by sink, each as text without the number of the event, in order of arrival. */
    record Outcome(TreeMap<String, List<String>> rows, TreeMap<String, List<String>> tables, long hash) {
        List<String> sorted(String sink) {
            return rows.getOrDefault(sink, List.of()).stream().sorted().toList();
        }
    }

    private RandomFaults() {}

    static Plan compile(String text) {
        var compiled = Compiler.compile(DesignReader.read(text, "x").wholeDesign().orElseThrow(), Files.NONE);
        return compiled.value().orElseThrow(() -> new AssertionError(compiled.errors().toString()));
    }

    /** Crashes of any node, of a reader or of the coordinator. */
    static Recovery faults(Plan plan, Random random, Guarantee guarantee) {
        List<Crash> crashes = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            long at = plan.clock().start() + random.nextLong(SPAN);
            crashes.add(new Crash(at, target(plan, random), OptionalLong.of(random.nextInt(9_000))));
        }
        crashes.sort(Comparator.comparingLong(Crash::at));
        return new Recovery(guarantee, 1_000 + random.nextInt(9_000), 30_000 + random.nextInt(20_000),
                random.nextBoolean(), 0, random.nextInt(3) == 0 ? random.nextInt(3_000) : 0, random.nextBoolean(),
                crashes, Optional.empty());
    }

    /** What writes to the log is left alone: if it had to write again, the log would rightly hold both. */
    private static Target target(Plan plan, Random random) {
        int n = random.nextInt(plan.nodes().size() + 1);
        if (n == plan.nodes().size() || plan.nodes().get(n).work() instanceof Work.Source)
            return new Target.OfCoordinator();
        return plan.nodes().get(n).type().equals("log") ? new Target.OfConsumer(n, 0) : new Target.OfNode(n);
    }

    /** Roads that take time, little room, work that takes time; as likely none of it. */
    static Plan disturbed(Plan plan, Random random, int instances) {
        List<PlanNode> nodes = new ArrayList<>();
        for (PlanNode node : plan.nodes())
            nodes.add(new PlanNode(node.id(), node.type(), node.work(), node.inputs(), node.outputPorts(),
                    node.outputs(), effort(node, random, instances)));
        List<PlanWire> wires = new ArrayList<>();
        for (PlanWire w : plan.wires())
            wires.add(new PlanWire(w.id(), w.from(), w.output(), w.to(), w.input(),
                    random.nextInt(3) == 0 ? random.nextInt(4_000) : 0,
                    random.nextInt(3) == 0 ? 1 + random.nextInt(3) : PlanWire.UNLIMITED));
        return new Plan(plan.design(), plan.clock(), plan.until(), plan.seed(), plan.dialect(), nodes, wires,
                plan.recovery(), plan.changes());
    }

    private static Effort effort(PlanNode node, Random random, int instances) {
        if (node.work() instanceof Work.Source || node.type().equals("log")) return Effort.NONE;
        long work = random.nextInt(4) == 0 ? random.nextInt(300) : 0;
        boolean several = node.work() instanceof Work.Transform && instances > 1;
        return new Effort(work, several ? 1 + random.nextInt(instances) : 1, false);
    }

    static Outcome run(Plan plan, Recorder recorder) {
        Outcome outcome = new Outcome(new TreeMap<>(), new TreeMap<>(), 0);
        Simulation simulation = simulation(plan, recorder, outcome);
        simulation.run();
        return finished(plan, simulation, outcome);
    }

    static Simulation simulation(Plan plan, Recorder recorder, Outcome outcome) {
        return new Simulation(plan, recorder, (node, now, event) -> outcome.rows
                .computeIfAbsent(plan.nodes().get(node).id(), k -> new ArrayList<>())
                .add(text(event)));
    }

    static Outcome finished(Plan plan, Simulation simulation, Outcome outcome) {
        for (int n = 0; n < plan.nodes().size(); n++) {
            if (plan.nodes().get(n).work() instanceof Work.Sink
                    && simulation.view(n, 0) instanceof View.Table(var rows, var size))
                outcome.tables.put(plan.nodes().get(n).id(), rows.stream().map(RandomFaults::values).sorted().toList());
        }
        return new Outcome(outcome.rows, outcome.tables, simulation.hash());
    }

    /** At a step that chance chooses the run is in the same state, whether one has sought there or run there. */
    static void seekingIsRunning(Plan plan, Random random) {
        Run run = Run.of(plan);
        long step = random.nextLong(run.steps() + 1);
        Simulation simulation = new Simulation(plan, null, Outlet.NONE);
        while (simulation.steps() < step)
            simulation.step();
        assertEquals(simulation.hash(), new Timeline(run).seek(step).hash());
    }

    static String text(Event event) {
        return event.time + " " + ChangeKind.of(event).sign() + " " + values(event);
    }

    private static String values(Event event) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < event.schema.fields().size(); i++)
            text.append(event.value(i)).append(' ');
        return text.toString();
    }
}
