package millrace.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import millrace.compile.Change;
import millrace.compile.Change.What;
import millrace.compile.Pipelines;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.compile.Recovery.Guarantee;
import millrace.operator.BrokerProcessor;
import millrace.operator.KeyGroups;
import millrace.operator.Operator;
import millrace.operator.Processor;
import millrace.operator.SourceSpec;
import millrace.operator.Work;
import org.jspecify.annotations.Nullable;

/**
 * Makes the parts of a simulation from a plan: sources and tasks, a lane for each pair of instances that a wire joins, and the
 * pipelines that live and die together.
 */
final class Assembly {
    /** A node's source, or its instances. */
    private record Made(Optional<Source> source, List<Task> tasks) {
        int instances() {
            return Math.max(1, tasks.size());
        }
    }

    private final Simulation simulation;
    private final Plan plan;
    private final @Nullable Recorder recorder;
    private final Upgrading upgrading;
    private final List<Made> made = new ArrayList<>();
    final List<Source> sources = new ArrayList<>();
    final List<Task> tasks = new ArrayList<>();
    final List<Sender> senders = new ArrayList<>();
    final List<Lane> lanes = new ArrayList<>();
    final List<Channel> channels = new ArrayList<>();
    final List<Pipeline> pipelines = new ArrayList<>();
    /** For each lane the instance that it begins at. */
    private final List<Integer> origins = new ArrayList<>();

    Assembly(Simulation simulation, Plan plan, @Nullable Recorder recorder, Upgrading upgrading) {
        this.simulation = simulation;
        this.plan = plan;
        this.recorder = recorder;
        this.upgrading = upgrading;
        for (int n = 0; n < plan.nodes().size(); n++)
            made.add(make(n));
        for (int w = 0; w < plan.wires().size(); w++)
            lanes(w);
    }

    private Made make(int n) {
        PlanNode node = plan.nodes().get(n);
        return switch (node.work()) {
            case Work.Source(var spec) -> {
                long start = plan.clock().start();
                List<SwitchedFeed.Part> parts = parts(n, spec, start);
                SourceFeed feed = parts.size() == 1 ? parts.getFirst().feed() : new SwitchedFeed(parts);
                List<SourceSpec> specs = parts.stream().map(SwitchedFeed.Part::spec).toList();
                Source source = new Source(simulation, recorder, n, specs, feed, start, senders.size());
                sources.add(source);
                senders.add(source);
                yield new Made(Optional.of(source), List.of());
            }
            case Work.Transform t -> new Made(Optional.empty(), tasks(n));
            case Work.Sink s -> new Made(Optional.empty(), tasks(n));
        };
    }

    /** What a source gives, from when on; each change of its settings begins a part. */
    private List<SwitchedFeed.Part> parts(int n, SourceSpec first, long start) {
        List<SwitchedFeed.Part> parts = new ArrayList<>();
        parts.add(part(n, first, start, Long.MIN_VALUE));
        for (Change change : plan.changes())
            if (change.what() instanceof What.OfNode(int node, PlanNode after, boolean work) && node == n
                    && after.work() instanceof Work.Source(var spec))
                parts.add(part(n, spec, start, change.at()));
        return parts;
    }

    private SwitchedFeed.Part part(int n, SourceSpec spec, long start, long from) {
        SourceFeed feed = SourceFeed.of(spec, start, plan.seed(), plan.nodes().get(n).id());
        return new SwitchedFeed.Part(from, spec, feed);
    }

    /** What a node does at first, and after each change of its settings. */
    private List<Versions.Version> versions(int n) {
        PlanNode node = plan.nodes().get(n);
        List<Versions.Version> versions = new ArrayList<>();
        versions.add(new Versions.Version(operator(n, node), node.effort().workTime()));
        for (Change change : plan.changes())
            if (change.what() instanceof What.OfNode(int number, PlanNode after, boolean work) && number == n)
                versions.add(new Versions.Version(work ? operator(n, after) : versions.getLast().operator(),
                        after.effort().workTime()));
        return versions;
    }

    private Operator operator(int n, PlanNode node) {
        return switch (node.work()) {
            case Work.Transform(var operator) when upgrading.rescales(n) ->
                    () -> new KeyGroups(operator, node.inputs());
            case Work.Transform(var operator) -> operator;
            case Work.Sink(var spec) -> () -> Sinks.of(spec);
            case Work.Source s -> throw new IllegalArgumentException("no operator: " + s);
        };
    }

    private List<Task> tasks(int n) {
        List<Task> all = new ArrayList<>();
        List<Versions.Version> versions = versions(n);
        Processor probe = versions.getFirst().operator().start();
        int instances = probe instanceof BrokerProcessor ? 1 : plan.most(n);
        for (int i = 0; i < instances; i++) {
            Task task = new Task(simulation, recorder, upgrading, n, new Versions(versions), senders.size(), i);
            all.add(task);
            tasks.add(task);
            senders.add(task);
        }
        return all;
    }

    private void lanes(int w) {
        PlanWire wire = plan.wires().get(w);
        List<Task> to = made.get(wire.to()).tasks();
        if (to.isEmpty()) throw new IllegalArgumentException("a wire into a source: " + wire.id());
        Made from = made.get(wire.from());
        for (int i = 0; i < from.instances(); i++) {
            Sender sender = from.source().isPresent() ? from.source().get() : from.tasks().get(i);
            for (Task task : to)
                lane(w, wire, sender, task, i);
        }
    }

    private void lane(int w, PlanWire wire, Sender from, Task to, int origin) {
        Channel channel = wire.transit() > 0 || slows(w) ? new Channel(simulation, lanes.size(), wire.transit())
                : null;
        if (channel != null) channels.add(channel);
        int input = (int) lanes.stream().filter(l -> l.to == to).count();
        lanes.add(new Lane(w, from, to, input, wire.input(), channel, wire.capacity()));
        origins.add(origin);
    }

    /** Whether a wire takes time from some time on. */
    private boolean slows(int w) {
        return plan.changes()
                .stream()
                .anyMatch(c -> c.what() instanceof What.OfWire(int wire, PlanWire after) && wire == w
                        && after.transit() > 0);
    }

    /** Joins the parts; the simulation must know the lanes by now. */
    void connect() {
        findPipelines();
        for (int n = 0; n < made.size(); n++) {
            if (made.get(n).source().isPresent()) made.get(n).source().get().wire(outputs(n, 0)[0], routers(n, 0)[0]);
            for (int i = 0; i < made.get(n).tasks().size(); i++)
                connect(n, i);
        }
        lanes.forEach(Lane::look);
        pipelines.forEach(Pipeline::begun);
    }

    private void connect(int n, int instance) {
        List<Task> all = made.get(n).tasks();
        Task task = all.get(instance);
        Lane[] in = lanes.stream().filter(l -> l.to == task).toArray(Lane[]::new);
        int[][] outputs = outputs(n, instance);
        int[] wires = Arrays.stream(in).mapToInt(l -> l.wire).distinct().toArray();
        int[] places = Arrays.stream(in).mapToInt(l -> place(wires, l.wire)).toArray();
        task.wire(places, outputs, routers(n, instance), all);
        Pipeline pipeline = pipelines.stream().filter(p -> p.has(task)).findFirst().orElse(null);
        if (pipeline != null) {
            boolean closes = plan.recovery().guarantee() != Guarantee.AT_LEAST_ONCE;
            task.align(new Alignment(task, pipeline, in.length, closes, plan.recovery().unaligned()));
        }
        // A broker takes what comes, whether or not its readers have room.
        Lane[] limited = task.isBroker() ? new Lane[0]
                : IntStream.of(Arrays.stream(outputs).flatMapToInt(IntStream::of).toArray())
                        .mapToObj(lanes::get)
                        .filter(l -> l.limited)
                        .toArray(Lane[]::new);
        boolean works = versions(n).stream().anyMatch(v -> v.workTime() > 0);
        boolean gated = works || limited.length > 0 || List.of(in).stream().anyMatch(l -> l.limited)
                || pipeline != null && in.length > 1;
        if (!gated) return;
        Intake intake = new Intake(simulation, task);
        intake.wire(in, limited);
        task.take(intake);
    }

    private static int place(int[] wires, int wire) {
        return (int) IntStream.of(wires).takeWhile(w -> w != wire).count();
    }

    private int[][] outputs(int n, int instance) {
        int count = plan.nodes().get(n).outputs().size();
        return IntStream.range(0, count)
                .mapToObj(o -> IntStream.range(0, lanes.size()).filter(l -> begins(l, n, o, instance)).toArray())
                .toArray(int[][]::new);
    }

    private boolean begins(int lane, int node, int output, int instance) {
        PlanWire wire = plan.wires().get(lanes.get(lane).wire);
        return wire.from() == node && wire.output() == output && origins.get(lane) == instance;
    }

    private @Nullable Router[] routers(int n, int instance) {
        int[][] outputs = outputs(n, instance);
        @Nullable
        Router[] routers = new Router[outputs.length];
        for (int o = 0; o < outputs.length; o++)
            routers[o] = router(outputs[o]);
        return routers;
    }

    private @Nullable Router router(int[] all) {
        int[] wires = IntStream.of(all).map(l -> lanes.get(l).wire).distinct().toArray();
        if (wires.length == all.length) return null;
        return new Router(IntStream.of(wires).mapToObj(w -> way(all, w)).toList());
    }

    private Router.Way way(int[] all, int w) {
        int[] own = IntStream.of(all).filter(l -> lanes.get(l).wire == w).toArray();
        PlanWire wire = plan.wires().get(w);
        return new Router.Way(own, Share.of(plan, wire),
                upgrading.rescales(wire.to()) ? () -> upgrading.instances(wire.to()) : null);
    }

    /** Only where something is saved or can crash. */
    private void findPipelines() {
        boolean needed = plan.recovery().checkpoints() || !plan.recovery().crashes().isEmpty()
                || plan.recovery().upgrade().isPresent();
        if (needed) Pipelines.of(plan).forEach(this::pipeline);
    }

    private void pipeline(Pipelines.Members members) {
        Pipeline pipeline = new Pipeline(simulation, pipelines.size(), plan.clock().start());
        for (int n : members.nodes()) {
            made.get(n).source().ifPresent(pipeline::add);
            made.get(n).tasks().forEach(pipeline::add);
        }
        for (Pipelines.Consumer c : members.consumers())
            pipeline.add(new Pipeline.Consumer(made.get(c.node()).tasks().getFirst(), c.output()));
        lanes.stream().filter(l -> members.wires().contains(l.wire)).forEach(pipeline::add);
        pipelines.add(pipeline);
    }
}
