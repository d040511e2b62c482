package millrace.trace;

import java.util.List;
import millrace.event.Event;
import millrace.operator.View;
import millrace.simulation.Activity;

/**
 * How a node is at one moment, whatever it does.
 *
 * @param since when it went down or, while it is up, when it was restored last, ms; {@link Long#MIN_VALUE} = never
 * @param until when it is to be back, ms; {@link Long#MAX_VALUE} = that is not known yet
 * @param checkpoint the one that it was restored from last, 0 = its first state; -1 = it never was
 * @param activities what each of its instances is doing; empty where nothing takes time, fills up or waits
 * @param held what each of its instances holds; empty if it never has several, or if the trace says what it holds
 */
public record Status(String node, Health health, long since, long until, long checkpoint,
        List<Activity> activities, List<View> held) {
    public enum Health {
        UP,
        /** It lost what it held. */
        CRASHED,
        /** It stands still since another node of its pipeline crashed. */
        STOPPED
    }

    public Status {
        activities = List.copyOf(activities);
        held = List.copyOf(held);
    }

    /** As its notes tell of it. */
    Status(String node, Health health, long since, long until, long checkpoint) {
        this(node, health, since, until, checkpoint, List.of(), List.of());
    }

    static Status up(String node) {
        return new Status(node, Health.UP, Long.MIN_VALUE, Long.MAX_VALUE, -1);
    }

    public boolean isUp() {
        return health == Health.UP;
    }

    /** Whether a wire behind it is full, so that it may not send. */
    public boolean heldUp() {
        return activities.stream().anyMatch(Activity::heldUp);
    }

    /** Whether an input waits for the barrier of another; {@code input} is an input wire's place among the node's. */
    public boolean blocked(int input) {
        return activities.stream().anyMatch(a -> input < a.blocked().size() && a.blocked().get(input));
    }

    public boolean aligning() {
        return activities.stream().anyMatch(a -> a.blocked().contains(true));
    }

    /** How many events wait to be taken, as far as they are counted. */
    public int waiting() {
        return activities.stream().flatMap(a -> a.waiting().stream()).mapToInt(List::size).sum();
    }

    /** The events in hand. */
    public List<Event> inHand() {
        return activities.stream().flatMap(a -> a.working().stream()).toList();
    }
}
