package millrace.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import millrace.compile.Change;
import millrace.compile.Plan;
import millrace.compile.Recovery;
import millrace.event.Element;
import millrace.event.Event;
import millrace.operator.Note;
import millrace.operator.View;
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
    /**
     * After so many steps what is on its way moves to new arrays: for the collector that is usual, G1,
     * to write a reference into an old object takes a fence, and that is what every step does.
     */
    private static final long RENEWAL = 1 << 16;
    /** So many handlers may be at work within one another, see {@link #hand}: a long chain of filters must not fill the stack. */
    private static final int DEEPEST = 8;
    private final @Nullable Recorder recorder;
    private final Outlet outlet;
    private final Plan plan;
    private final long until;
    private final List<Source> sources;
    private final List<Task> tasks;
    private final List<Sender> senders;
    private final List<Channel> channels;
    private final List<Pipeline> pipelines;
    private final Lane[] lanes;
    private final ChangeScript changes;
    private final CrashScript crashes;
    private final Upgrading upgrade;
    private final Agenda agenda;
    private final Waiting waiting;
    private Cascade cascade = new Cascade();
    /** When that was done last. Not state. */
    private long renewed;
    /** How many more handlers may begin before those at work have returned; 0 = somebody looks after each step. Not state. */
    private int deeper;
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
        this.plan = plan;
        until = plan.until();
        now = plan.clock().start();
        changes = new ChangeScript(this, plan);
        upgrade = new Upgrading(this, plan);
        crashes = new CrashScript(this, plan.recovery(), now);
        Assembly parts = new Assembly(this, plan, recorder, upgrade);
        sources = parts.sources;
        tasks = parts.tasks;
        senders = parts.senders;
        channels = parts.channels;
        pipelines = parts.pipelines;
        lanes = parts.lanes.toArray(Lane[]::new);
        waiting = new Waiting(senders.size());
        parts.connect();
        agenda = new Agenda(agents());
    }

    private List<Agent> agents() {
        List<Agent> agents = new ArrayList<>(sources);
        tasks.forEach(t -> agents.add(t.wake()));
        tasks.stream().map(Task::intake).filter(Objects::nonNull).forEach(i -> agents.add(i.worker()));
        agents.addAll(channels);
        agents.add(changes);
        agents.add(crashes);
        agents.add(upgrade);
        for (Pipeline pipeline : pipelines) {
            agents.add(pipeline.recoverer());
            agents.add(pipeline.coordinator());
            agents.add(pipeline.coordinator().timeout());
        }
        agents.removeIf(a -> (a == changes || a == crashes || a == upgrade) && a.time == Agent.NEVER);
        return agents;
    }

    /** Does one step; false = there is nothing to do any more, or nothing before the run is cut. */
    public boolean step() {
        if (cascade.isEmpty()) return act();
        steps++;
        if (steps - renewed >= RENEWAL) renew();
        if (recorder != null) recorder.moment(steps, now);
        Element element = cascade.take();
        deliver(cascade.wire(), now, element);
        cascade.seal();
        return true;
    }

    private void renew() {
        renewed = steps;
        cascade = cascade.copy();
    }

    private boolean act() {
        if (!waiting.isEmpty()) return goOn();
        long next = agenda.isEmpty() ? Agent.NEVER : agenda.first().time;
        if (next > until || next == Agent.NEVER) return false;
        Agent agent = agenda.first();
        now = next;
        steps++;
        if (recorder != null) recorder.moment(steps, now);
        // What acts once may move others meanwhile: the heap must hold for all of them, so it is at rest by then.
        if (agent.actsOnce()) agenda.rest(agent);
        agent.due();
        agenda.moved(agent);
        cascade.seal();
        return true;
    }

    /** Somebody who waited can go on. */
    private boolean goOn() {
        steps++;
        if (recorder != null) recorder.moment(steps, now);
        senders.get(waiting.remove()).woken();
        cascade.seal();
        return true;
    }

    /** Steps until there is nothing to do. */
    public void run() {
        run(Long.MAX_VALUE - steps);
    }

    /**
     * Does so many steps, or a few more: nobody looks between two of them, so where nobody watches either, steps that follow one another
     * in any case are done within one another. False = there is nothing to do any more.
     */
    public boolean run(long many) {
        long end = steps + many;
        boolean more = true;
        deeper = recorder == null ? DEEPEST : 0;
        try {
            while (more && steps < end)
                more = step();
        } finally {
            deeper = 0;
        }
        return more;
    }

    void deliver(int lane, long sentAt, Element element) {
        Lane way = lanes[lane];
        if (recorder != null) recorder.delivered(way.wire, sentAt, element);
        way.to.deliver(element, way.input, way.port);
    }

    void send(int lane, Element element) {
        Lane way = lanes[lane];
        if (way.plain) cascade.add(lane, element);
        else
            send(lane, way, element);
    }

    /**
     * As {@link #send(int, Element)}, for an event; where it comes to the same, it is delivered before this returns: what is sent first is
     * next in any case, if who sends it does nothing after it that can be told apart (see {@link Lane#straight}).
     */
    void hand(int lane, Event event) {
        Lane way = lanes[lane];
        if (deeper == 0 || !way.straight || cascade.begun()) send(lane, event);
        else
            deliverAtOnce(way, event);
    }

    private void deliverAtOnce(Lane way, Event event) {
        steps++;
        deeper--;
        way.to.deliver(event, way.input, way.port);
        deeper++;
    }

    private void send(int lane, Lane way, Element element) {
        if (way.limited) way.sent(element);
        if (way.channel == null) cascade.add(lane, element);
        else
            way.channel.put(element, now, sent++);
    }

    boolean limited(int lane) {
        return lanes[lane].limited;
    }

    /** The number of a lane's wire. */
    int wire(int lane) {
        return lanes[lane].wire;
    }

    boolean full(int lane) {
        return lanes[lane].limited && lanes[lane].full();
    }

    /** Lets somebody go on, after all that is on its way without transit time. */
    void wake(Sender sender) {
        waiting.add(sender.number());
    }

    List<Pipeline> pipelines() {
        return pipelines;
    }

    Upgrading upgrade() {
        return upgrade;
    }

    /** What holds for checkpoints and crashes now. */
    Recovery recovery() {
        return changes.recovery();
    }

    /** A node's settings are others from now on. */
    void change(int node, Change change) {
        sources.stream().filter(source -> source.node() == node).forEach(source -> source.change(change));
        tasks.stream().filter(t -> t.node == node).forEach(t -> t.change(change));
    }

    void transit(int wire, long millis) {
        for (Lane lane : lanes) {
            if (lane.wire != wire) continue;
            lane.transit(millis);
            if (lane.channel != null) agenda.moved(lane.channel);
        }
    }

    /** Every wire is as it was at first. */
    void beginTransits() {
        for (Lane lane : lanes)
            lane.begin(plan.wires().get(lane.wire).transit());
    }

    void note(int node, Note note) {
        if (recorder != null) recorder.noted(node, note);
    }

    /** Whether nobody but coordinators has anything to do. */
    boolean nothingElse() {
        return cascade.isEmpty() && waiting.isEmpty() && agenda.onlyCheckpoints();
    }

    void crash(int node, long delay) {
        crash(node, tasks.stream().filter(t -> t.node == node).toList(), delay);
    }

    /** One of a node's instances. */
    void crashOne(int node, int instance, long delay) {
        crash(node, tasks.stream().filter(t -> t.node == node && t.instance() == instance).toList(), delay);
    }

    private void crash(int node, List<Task> all, long delay) {
        String name = plan.nodes().get(node).id();
        for (Pipeline pipeline : pipelines) {
            boolean member = all.stream().anyMatch(pipeline::has)
                    || sources.stream().anyMatch(s -> s.node() == node && pipeline.has(s));
            if (!member || !pipeline.up()) continue;
            all.stream().filter(t -> !t.isBroker()).forEach(Task::crash);
            pipeline.crashed(name, delay);
        }
    }

    void crash(int node, int output, long delay) {
        Task broker = tasks.stream().filter(t -> t.node == node).findFirst().orElseThrow();
        for (Pipeline pipeline : pipelines)
            if (pipeline.has(broker, output)) pipeline.crashed(plan.nodes().get(node).id(), delay);
    }

    void crashCoordinator(long delay) {
        pipelines.forEach(p -> p.coordinator().crashed(delay));
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
        if (!cascade.isEmpty() || !waiting.isEmpty()) return now;
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

    /** What the state of each of a node's instances looks like. */
    public List<View> views(int node) {
        return tasks.stream().filter(t -> t.node == node).map(t -> t.processor().view()).toList();
    }

    /** What the state of a node looks like; of an instance, where there are several. */
    public View view(int node, int instance) {
        return task(node, instance).map(t -> t.processor().view()).orElse(new View.None());
    }

    /** What an instance of a node is doing. */
    public Activity activity(int node, int instance) {
        return task(node, instance).map(Task::activity).orElseGet(() -> ofSource(node));
    }

    /** Whether a source is held up by a full wire. */
    private Activity ofSource(int node) {
        return sources.stream().filter(s -> s.node() == node).findFirst().map(Source::activity).orElse(Activity.NONE);
    }

    private Optional<Task> task(int node, int instance) {
        return tasks.stream().filter(t -> t.node == node).skip(instance).findFirst();
    }

    /** Everything between two steps, to come back to. */
    public Keyframe save() {
        return new Keyframe(now, steps, ids, sent, cascade.copy(), waiting.save(), loads(), changes.save(),
                crashes.save(),
                upgrade.save(), sources.stream().map(Source::save).toList(), tasks.stream().map(Task::save).toList(),
                channels.stream().map(Channel::save).toList(), pipelines.stream().map(Pipeline::save).toList());
    }

    private int[] loads() {
        return Arrays.stream(lanes).mapToInt(Lane::load).toArray();
    }

    /** Goes to where another simulation of the same plan (or this one) was saved. Every mutable part is set. */
    public void restore(Keyframe keyframe) {
        now = keyframe.now;
        steps = keyframe.steps;
        ids = keyframe.ids;
        sent = keyframe.sent;
        cascade = keyframe.cascade.copy();
        renewed = steps;
        waiting.restore(keyframe.waiting);
        for (int i = 0; i < lanes.length; i++)
            lanes[i].load(keyframe.loads[i]);
        changes.restore(keyframe.changes);
        crashes.restore(keyframe.crashes);
        upgrade.restore(keyframe.upgrade);
        for (int i = 0; i < tasks.size(); i++)
            tasks.get(i).restore(keyframe.tasks.get(i));
        for (int i = 0; i < sources.size(); i++)
            sources.get(i).restore(keyframe.sources.get(i));
        for (int i = 0; i < channels.size(); i++)
            channels.get(i).restore(keyframe.channels.get(i));
        for (int i = 0; i < pipelines.size(); i++)
            pipelines.get(i).restore(keyframe.pipelines.get(i));
        agenda.rebuild();
    }

    /** A stable hash of everything that decides how the run goes on. */
    public long hash() {
        long h = Hashing.add(Hashing.add(now, steps), Hashing.add(ids, sent));
        h = Hashing.add(Hashing.add(h, cascade.hash()), waiting.hash());
        for (Source source : sources)
            h = Hashing.add(h, source.hash());
        for (Task task : tasks)
            h = Hashing.add(h, task.hash());
        for (Channel channel : channels)
            h = Hashing.add(h, channel.hash());
        for (Pipeline pipeline : pipelines)
            h = Hashing.add(h, pipeline.hash());
        for (Lane lane : lanes)
            if (lane.limited) h = Hashing.add(h, lane.load());
        return h + upgrade.hash();
    }
}
