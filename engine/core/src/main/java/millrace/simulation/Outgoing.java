package millrace.simulation;

import millrace.event.Element;
import millrace.event.End;
import millrace.event.Event;
import millrace.event.Idle;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/** What an instance of a node does to what is around it: it makes events and sends them. */
abstract class Outgoing extends Reporter {
    final Simulation simulation;
    final int instance;
    Outputs outputs;

    Outgoing(Simulation simulation, @Nullable Recorder recorder, int node, int instance) {
        super(recorder, node);
        this.simulation = simulation;
        this.instance = instance;
        outputs = new Outputs(simulation, new int[0][], new Router[0]);
    }

    int instance() {
        return instance;
    }

    @Override
    public final long now() {
        return simulation.now();
    }

    @Override
    public final Event event(long time, Schema schema, long[] nums, @Nullable Object[] refs) {
        return Event.of(simulation.nextId(), time, schema, nums, refs);
    }

    @Override
    public final void send(int output, Event event) {
        outputs.send(output, instance, event);
    }

    @Override
    public final void send(int output, int partition, Event event) {
        outputs.send(output, partition, event);
    }

    @Override
    public final boolean wired(int output) {
        return outputs.wired(output);
    }

    @Override
    public final void reached(Event event) {
        if (recorder != null) recorder.reached(node, event);
        simulation.outlet().row(node, simulation.now(), event);
    }

    @Override
    public final void idle(int output, boolean isIdle) {
        forward(output, isIdle ? Idle.IDLE : Idle.ACTIVE);
    }

    @Override
    public final void end(int output) {
        forward(output, End.END);
    }

    final void forward(int output, Element element) {
        outputs.forward(output, element);
    }
}
