package millrace.simulation;

import java.util.ArrayList;
import java.util.List;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.event.Element;
import millrace.operator.Processor;
import millrace.operator.View;
import millrace.operator.Work;
import org.jspecify.annotations.Nullable;

/**
 * A run of a plan: the one loop, for the screen and without it. {@link #step()} does one delivery or one thing that an agent
 * (a source, a wire, a timer) has due, and can be stopped between any two of them. The same plan gives the same run, step for
 * step; a recorder hears of it and can't change it.
 *
 * <p>Order at one instant: what sources send, then deliveries in the order in which they were sent, then timers. Without
 * transit time everything that an event sets off is delivered before anything else, depth first, in the order of the wires.
 *
 * <p>Not for several threads at once.
 */
public final class Simulation {
    private final @Nullable Recorder recorder;
    private final Outlet outlet;
    private final long until;
    private final List<Source> sources = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Channel> channels = new ArrayList<>();
    private final Port[] wires;
    private final Agenda agenda;
    private Cascade cascade = new Cascade();
    private long now;
    private long steps;
    /** Events made so far. */
    private long ids;
    /** Elements put on wires with a transit time so far. */
    private long sent;

    /** @param recorder hears everything; null = nobody watches */
    public Simulation(Plan plan, @Nullable Recorder recorder, Outlet outlet) {
        this.recorder = recorder;
        this.outlet = outlet;
        until = plan.until();
        now = plan.clock().start();
        wires = new Port[plan.wires().size()];
        @Nullable
        Task[] byNode = new Task[plan.nodes().size()];
        for (int n = 0; n < byNode.length; n++)
            byNode[n] = start(plan, n);
        for (int w = 0; w < wires.length; w++)
            wires[w] = port(plan, w, byNode);
        List<Agent> agents = new ArrayList<>(sources);
        tasks.forEach(t -> agents.add(t.wake()));
        agents.addAll(channels);
        agenda = new Agenda(agents);
    }

    private @Nullable Task start(Plan plan, int n) {
        PlanNode node = plan.nodes().get(n);
        int[][] outputs = Graph.outputs(plan, n);
        return switch (node.work()) {
            case Work.Source(var spec) -> {
                long start = plan.clock().start();
                SourceFeed feed = SourceFeed.of(spec, start, plan.seed(), node.id());
                sources.add(new Source(this, recorder, n, spec, feed, start, outputs[0]));
                yield null;
            }
            case Work.Transform(var operator) -> task(plan, n, operator.start(), outputs);
            case Work.Sink sink -> task(plan, n, new Sink(), outputs);
        };
    }

    private Task task(Plan plan, int n, Processor processor, int[][] outputs) {
        Task task = new Task(this, recorder, n, processor, Graph.inputs(plan, n), outputs);
        tasks.add(task);
        return task;
    }

    private Port port(Plan plan, int w, @Nullable Task[] byNode) {
        PlanWire wire = plan.wires().get(w);
        Task to = byNode[wire.to()];
        if (to == null) throw new IllegalArgumentException("a wire into a source: " + wire.id());
        Channel channel = wire.transit() > 0 ? new Channel(this, w, wire.transit()) : null;
        if (channel != null) channels.add(channel);
        return new Port(to, Graph.input(plan, w), wire.input(), channel);
    }

    /** Does one step; false = there is nothing to do any more, or nothing before the run is cut. */
    public boolean step() {
        if (cascade.isEmpty()) return act();
        steps++;
        if (recorder != null) recorder.moment(steps, now);
        Element element = cascade.take();
        deliver(cascade.wire(), now, element);
        cascade.seal();
        return true;
    }

    private boolean act() {
        long next = next();
        if (next > until || next == Agent.NEVER) return false;
        Agent agent = agenda.first();
        now = next;
        steps++;
        if (recorder != null) recorder.moment(steps, now);
        agent.due();
        agenda.moved(agent);
        cascade.seal();
        return true;
    }

    /** Steps until there is nothing to do. */
    public void run() {
        boolean more = true;
        while (more)
            more = step();
    }

    void deliver(int wire, long sentAt, Element element) {
        if (recorder != null) recorder.delivered(wire, sentAt, element);
        Port port = wires[wire];
        port.to.deliver(element, port.input, port.port);
    }

    void send(int wire, Element element) {
        Channel channel = wires[wire].channel;
        if (channel == null) cascade.add(wire, element);
        else
            channel.put(element, now, sent++);
    }

    long nextId() {
        return ++ids;
    }

    Agenda agenda() {
        return agenda;
    }

    Outlet outlet() {
        return outlet;
    }

    /** Steps done so far; the recorder counts them from 1. */
    public long steps() {
        return steps;
    }

    /** Processing time, ms. */
    public long now() {
        return now;
    }

    /** Processing time of the next step, whether or not the run is cut before; {@link Long#MAX_VALUE} = there is none. */
    public long next() {
        if (!cascade.isEmpty()) return now;
        return agenda.isEmpty() ? Agent.NEVER : agenda.first().time;
    }

    /** Events that came too late for their windows, over all nodes, as the dialect counts them. */
    public long dropped() {
        long all = 0;
        for (Task task : tasks)
            all += task.droppedEvents();
        return all;
    }

    /** Rows of all sources; -1 if one of them does not know. For progress. */
    public long total() {
        long all = 0;
        for (Source source : sources) {
            if (source.total() < 0) return -1;
            all += source.total();
        }
        return all;
    }

    /** Events made so far, by sources and operators. */
    public long events() {
        return ids;
    }

    /** Everything between two steps, to come back to. */
    public Keyframe save() {
        return new Keyframe(now, steps, ids, sent, cascade.copy(), sources.stream().map(Source::save).toList(),
                tasks.stream().map(Task::save).toList(), channels.stream().map(Channel::save).toList());
    }

    /** Goes to where another simulation of the same plan (or this one) was saved. Every mutable part is set. */
    public void restore(Keyframe keyframe) {
        now = keyframe.now;
        steps = keyframe.steps;
        ids = keyframe.ids;
        sent = keyframe.sent;
        cascade = keyframe.cascade.copy();
        for (int i = 0; i < sources.size(); i++)
            sources.get(i).restore(keyframe.sources.get(i));
        for (int i = 0; i < tasks.size(); i++)
            tasks.get(i).restore(keyframe.tasks.get(i));
        for (int i = 0; i < channels.size(); i++)
            channels.get(i).restore(keyframe.channels.get(i));
        agenda.rebuild();
    }

    /** What a node's state looks like now; of one of its parallel instances, from 0. */
    public View view(int node, int instance) {
        return tasks.stream().filter(t -> t.node == node).findFirst().map(Task::view).orElse(new View.None());
    }

    /** A stable hash of everything that decides how the run goes on. */
    public long hash() {
        long h = Hashing.add(Hashing.add(now, steps), Hashing.add(ids, sent));
        h = Hashing.add(h, cascade.hash());
        for (Source source : sources)
            h = Hashing.add(h, source.hash());
        for (Task task : tasks)
            h = Hashing.add(h, task.hash());
        for (Channel channel : channels)
            h = Hashing.add(h, channel.hash());
        return h;
    }
}
