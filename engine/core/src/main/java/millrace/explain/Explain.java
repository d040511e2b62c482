package millrace.explain;

import java.util.Optional;
import millrace.compile.Plan.PlanWire;
import millrace.trace.Fact;
import millrace.trace.Moments;
import millrace.trace.NodeMoment;
import millrace.trace.Run;
import millrace.trace.Status;
import millrace.trace.Timeline;
import millrace.trace.Trace;

/**
 * Answers to "why?" about a run, from its trace. Every answer is a sentence or two with the figures that decided; none
 * changes anything.
 */
public final class Explain {
    private final Scene scene;

    private Explain(Trace trace) {
        scene = new Scene(trace);
    }

    /**
     * What became of an event, or why a pane left.
     *
     * @throws IllegalArgumentException if the run has no event of this id
     */
    public static Answer event(Trace trace, long id) {
        Scene scene = new Scene(trace);
        Answer answer = new LossAnswers(scene).with(id,
                new ReplayAnswers(scene).with(id, new EventAnswers(scene).answer(id)));
        return scene.told(trace.node(trace.bornIn(id).orElseThrow()), answer);
    }

    /**
     * How a window stands at a processing time: why it is not there, has not fired, or what it said last.
     *
     * @param key as text, "" where the stream has none
     * @param start of the window, ms
     * @throws IllegalArgumentException if {@code node} is not a window node of the plan
     */
    public static Answer window(Trace trace, String node, String key, long start, long at) {
        Scene scene = ofWindows(trace, node);
        return scene.told(node, new WindowAnswers(scene, node, key, at).answer(start));
    }

    /** As {@link #window(Trace, String, String, long, long)}, of the window [start, end) where several share a start. */
    public static Answer window(Trace trace, String node, String key, long start, long end, long at) {
        Scene scene = ofWindows(trace, node);
        return scene.told(node, new WindowAnswers(scene, node, key, at).answer(start, end));
    }

    /** Whether windows can be asked about at a node. */
    public static boolean windowed(Trace trace, String node) {
        return trace.plan().nodeNumber(node) >= 0 && new Scene(trace).windowed(node).isPresent();
    }

    private static Scene ofWindows(Trace trace, String node) {
        Scene scene = new Scene(trace);
        boolean known = trace.plan().nodeNumber(node) >= 0 && scene.windowed(node).isPresent();
        if (!known) throw new IllegalArgumentException("no window node " + node);
        return scene;
    }

    /**
     * Where a consumer group of a log stands at a processing time, how far it lags, and what its watermark waits for.
     *
     * @throws IllegalArgumentException if {@code node} is not a log of the plan with such a group
     */
    public static Answer group(Trace trace, String node, String group, long at) {
        Scene scene = new Scene(trace);
        boolean known = trace.plan().nodeNumber(node) >= 0 && GroupScene.log(scene, node).isPresent();
        int output = known ? trace.plan().nodes().get(trace.plan().nodeNumber(node)).outputPorts().indexOf(group) : -1;
        if (output < 0) throw new IllegalArgumentException("no group " + group + " of a log " + node);
        GroupScene there = GroupScene.of(scene, node, output, trace.rowsUntil(at));
        return scene.told(node, new GroupHolding(there, scene.figures(), at).standing(scene.words()));
    }

    /**
     * How a node is at a processing time, and why: crashed, held up, aligning, at work, silent since when, waiting for what.
     *
     * @param moment what it shows then
     * @param status how it is then
     */
    public static Answer node(Trace trace, NodeMoment moment, Status status, long at) {
        Scene scene = new Scene(trace);
        return scene.told(moment.node(), new NodeAnswers(scene, moment.node(), at).answer(moment, status));
    }

    /**
     * As {@link #node(Trace, NodeMoment, Status, long)}.
     *
     * @throws IllegalArgumentException if the plan has no such node
     */
    public static Answer node(Run run, String node, long at) {
        int number = run.plan().nodeNumber(node);
        if (number < 0) throw new IllegalArgumentException("no node " + node);
        Moments moments = new Timeline(run).moments();
        return node(run.trace(), moments.node(number, at), moments.status(number, at), at);
    }

    /**
     * What passes over a wire, until a processing time.
     *
     * @throws IllegalArgumentException if the plan has no such wire
     */
    public static Answer wire(Trace trace, String wire, long at) {
        Scene scene = new Scene(trace);
        PlanWire found = trace.plan()
                .wires()
                .stream()
                .filter(w -> w.id().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no wire " + wire));
        String to = trace.plan().nodes().get(found.to()).id();
        return scene.told(to, new WireAnswers(scene, at).answer(found));
    }

    /**
     * Why a window node has no window at a time, or how that stands which it has.
     *
     * @param key as text; "" = of any key
     * @param time in the windows' own time, ms
     * @throws IllegalArgumentException if {@code node} is not a window node of the plan
     */
    public static Answer gap(Trace trace, String node, String key, long time, long at) {
        Scene scene = ofWindows(trace, node);
        return scene.told(node, new GapAnswers(scene, node).answer(key, time, at));
    }

    /** Why the fact in a row of the trace is as it is. */
    public static Answer fact(Trace trace, int row) {
        Explain explain = new Explain(trace);
        return explain.scene.told(trace.node(row), explain.of(trace.fact(row)));
    }

    /** What allowed lateness decides over an event; empty if no lateness would change its fate. */
    public static Optional<Lateness> latenessNeeded(Trace trace, long id) {
        return new LateAnswers(new Scene(trace)).needed(id);
    }

    /** As {@link #event(Trace, long)}. */
    public static Answer event(Run run, long id) {
        return event(run.trace(), id);
    }

    /** As {@link #window(Trace, String, String, long, long)}. */
    public static Answer window(Run run, String node, String key, long start, long at) {
        return window(run.trace(), node, key, start, at);
    }

    /** As {@link #fact(Trace, int)}. */
    public static Answer fact(Run run, int row) {
        return fact(run.trace(), row);
    }

    /** As {@link #latenessNeeded(Trace, long)}. */
    public static Optional<Lateness> latenessNeeded(Run run, long id) {
        return latenessNeeded(run.trace(), id);
    }

    private Answer of(Fact fact) {
        return switch (fact) {
            case Fact.Emitted f -> event(scene.trace, f.event().id);
            case Fact.Delivered f -> f.subject().map(e -> event(scene.trace, e.id)).orElseGet(() -> flows(f));
            case Fact.Derived f -> event(scene.trace, f.child().id);
            case Fact.LeftOut f -> new PlainAnswers(scene).leftOut(f);
            case Fact.Failed f -> new PlainAnswers(scene).failed(f);
            case Fact.Rejected f -> new PlainAnswers(scene).rejected(f);
            case Fact.Added f -> new LateAnswers(scene).added(f);
            case Fact.Dropped f -> new LateAnswers(scene).dropped(f);
            case Fact.Merged f -> new PlainAnswers(scene).merged(f);
            case Fact.Fired f -> new PaneAnswers(scene).answer(f);
            case Fact.Expired f -> new PlainAnswers(scene).expired(f);
            case Fact.Advanced f -> new FlowAnswers(scene).advanced(f);
            case Fact.InputAdvanced f -> new FlowAnswers(scene).inputAdvanced(f);
            case Fact.WentIdle f -> new FlowAnswers(scene).idle(f);
            case Fact.Ended f -> new FlowAnswers(scene).ended(f);
            case Fact.Reached f -> new DoubleAnswers(scene).answer(f).orElseGet(() -> event(scene.trace, f.event().id));
            case Fact.Noted f -> new NoteAnswers(scene).answer(f);
        };
    }

    private Answer flows(Fact.Delivered f) {
        return new FlowAnswers(scene).delivered(f);
    }
}
