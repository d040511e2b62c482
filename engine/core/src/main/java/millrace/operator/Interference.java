package millrace.operator;

import java.util.List;
import millrace.operator.SourceSpec.Timetable.Entry;

/**
 * What is done to a source's events on their way out.
 *
 * @param touched single events of it
 * @param inserted events that it would not have sent, by arrival
 * @param stops when it sends nothing
 */
public record Interference(List<Touch> touched, List<Entry> inserted, List<Stop> stops) {
    public static final Interference NONE = new Interference(List.of(), List.of(), List.of());

    public Interference {
        touched = List.copyOf(touched);
        inserted = List.copyOf(inserted);
        stops = List.copyOf(stops);
    }

    public enum What {
        DROP,
        DELAY,
        DUPLICATE
    }

    /**
     * @param event which, from 1, in the order in which the source would have sent them; an update of a table is one
     * @param by how much later it, or the second of it, arrives, ms
     */
    public record Touch(long event, What what, long by) {}

    /**
     * From {@code from} until before {@code to}, ms, it is silent.
     *
     * @param held whether what arrives meanwhile arrives at its end; else it is lost
     */
    public record Stop(long from, long to, boolean held) {
        boolean covers(long time) {
            return from <= time && time < to;
        }
    }

    public boolean isEmpty() {
        return touched.isEmpty() && inserted.isEmpty() && stops.isEmpty();
    }

    /** When what would arrive at a time does; {@link Long#MAX_VALUE} = never. */
    public long arrival(long time) {
        long at = time;
        for (Stop stop : stops) {
            if (!stop.covers(at)) continue;
            if (!stop.held) return Long.MAX_VALUE;
            at = stop.to;
        }
        return at;
    }
}
