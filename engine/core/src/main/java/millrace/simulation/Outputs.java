package millrace.simulation;

import java.util.Arrays;
import millrace.event.Element;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** The ways out of an instance of a node: of each output the lanes that begin there. */
final class Outputs {
    private final Simulation simulation;
    private final int[][] lanes;
    /** For each output who chooses lanes for events; null where an event takes all. */
    private final @Nullable Router[] routers;
    /** For each output its one lane, or -1 where there is not just one: sending is what happens most. */
    private final int[] only;

    Outputs(Simulation simulation, int[][] lanes, @Nullable Router[] routers) {
        this.simulation = simulation;
        this.lanes = lanes;
        this.routers = routers;
        only = Arrays.stream(lanes).mapToInt(l -> l.length == 1 ? l[0] : -1).toArray();
    }

    int size() {
        return lanes.length;
    }

    boolean wired(int output) {
        return lanes[output].length > 0;
    }

    /** @param partition for receivers that take their input as it is partitioned */
    void send(int output, int partition, Event event) {
        int lane = only[output];
        if (lane >= 0) simulation.hand(lane, event);
        else
            sendToMany(output, partition, event);
    }

    private void sendToMany(int output, int partition, Event event) {
        Router router = routers[output];
        if (router != null) router.send(simulation, event, partition);
        else
            forward(output, event);
    }

    /** Over all lanes. */
    void forward(int output, Element element) {
        for (int lane : lanes[output])
            simulation.send(lane, element);
    }

    /** A lane without room, or -1. */
    int full(int output) {
        for (int lane : lanes[output])
            if (simulation.full(lane)) return lane;
        return -1;
    }

    /** Whether a lane begins at an output. */
    boolean has(int output, int lane) {
        for (int one : lanes[output])
            if (one == lane) return true;
        return false;
    }
}
