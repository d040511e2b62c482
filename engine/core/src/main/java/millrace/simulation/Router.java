package millrace.simulation;

import java.util.List;
import java.util.function.IntSupplier;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** Chooses lanes for the events of one output where a receiver has several instances. Control elements take all lanes. */
final class Router {
    /**
     * The lanes of one wire.
     *
     * @param lanes by the receiver's instance
     * @param rescaled how many instances share groups of keys at present; null = all, and each takes keys as they fall
     */
    record Way(int[] lanes, Share share, @Nullable IntSupplier rescaled) {
        private int choose(Event event, int partition) {
            if (rescaled != null) return lanes[share.instance(event, partition, rescaled.getAsInt())];
            return lanes.length == 1 ? lanes[0] : lanes[share.instance(event, partition, lanes.length)];
        }
    }

    private final Way[] ways;

    Router(List<Way> ways) {
        this.ways = ways.toArray(Way[]::new);
    }

    void send(Simulation simulation, Event event, int partition) {
        for (Way way : ways)
            simulation.send(way.choose(event, partition), event);
    }
}
