package millrace.simulation;

import java.util.Arrays;
import millrace.event.Element;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** The lanes that begin at an instance of a node, by output, and who chooses among them for events. */
final class Exits {
    private final Simulation simulation;
    private final int[][] lanes;
    /** For each output who chooses; null where an event takes all lanes. */
    private final @Nullable Router[] routers;
    /** For each output its lane, if it has just one; else -1. */
    private final int[] only;

    Exits(Simulation simulation, int[][] lanes, @Nullable Router[] routers) {
        this.simulation = simulation;
        this.lanes = lanes;
        this.routers = routers;
        only = Arrays.stream(lanes).mapToInt(l -> l.length == 1 ? l[0] : -1).toArray();
    }

    int count() {
        return lanes.length;
    }

    void send(int output, int partition, Event event) {
        int lane = only[output];
        if (lane >= 0) simulation.send(lane, event);
        else
            sendTo(output, partition, event);
    }

    private void sendTo(int output, int partition, Event event) {
        Router router = routers[output];
        if (router != null) router.send(simulation, event, partition);
        else
            forward(output, event);
    }

    void forward(int output, Element element) {
        for (int lane : lanes[output])
            simulation.send(lane, element);
    }

    /** The wire of a lane of an output that has no room, or -1. */
    int fullWire(int output) {
        for (int lane : lanes[output])
            if (simulation.full(lane)) return simulation.wire(lane);
        return -1;
    }

    /** The first wire of an output. */
    int wire(int output) {
        return simulation.wire(lanes[output][0]);
    }
}
