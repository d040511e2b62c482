package millrace.app.chart;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import millrace.app.chart.ChartModel.Arrival;
import millrace.app.chart.ChartModel.Fate;

/**
 * The events that came to a node, in order of arrival. What must be known of each is held in columns, so that a million
 * of them can be looked through; the rest is asked for one by one.
 */
public final class Arrivals {
    private static final Fate[] FATES = Fate.values();
    private final long[] eventTimes;
    private final long[] ats;
    private final int[] keys;
    private final byte[] fates;
    private final IntFunction<Arrival> details;
    private final boolean[] present = new boolean[FATES.length];

    private Arrivals(long[] eventTimes, long[] ats, int[] keys, byte[] fates, IntFunction<Arrival> details) {
        this.eventTimes = eventTimes;
        this.ats = ats;
        this.keys = keys;
        this.fates = fates;
        this.details = details;
        note();
    }

    private void note() {
        for (byte fate : fates)
            present[fate] = true;
    }

    /** Reads every place once, and again whenever its details are asked for. */
    public static Arrivals of(int size, IntFunction<Arrival> details, millrace.app.look.Keys order) {
        Arrivals made = new Arrivals(new long[size], new long[size], new int[size], new byte[size], details);
        for (int i = 0; i < size; i++)
            made.fill(i, details.apply(i), order);
        Arrays.fill(made.present, false);
        made.note();
        return made;
    }

    public static Arrivals of(List<Arrival> list, millrace.app.look.Keys order) {
        List<Arrival> copy = List.copyOf(list);
        return of(copy.size(), copy::get, order);
    }

    private void fill(int place, Arrival arrival, millrace.app.look.Keys order) {
        eventTimes[place] = arrival.eventTime();
        ats[place] = arrival.at();
        keys[place] = order.place(arrival.key());
        fates[place] = (byte) arrival.fate().ordinal();
    }

    public int size() {
        return ats.length;
    }

    public long eventTime(int place) {
        return eventTimes[place];
    }

    public long at(int place) {
        return ats[place];
    }

    /** Place of the key in {@link millrace.app.look.Keys}, -1 for none. */
    public int key(int place) {
        return keys[place];
    }

    public Fate fate(int place) {
        return FATES[fates[place]];
    }

    public Arrival get(int place) {
        return details.apply(place);
    }

    /** How many came at or before an instant. */
    public int before(long time) {
        int low = 0;
        int high = ats.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ats[middle] <= time) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    LongStream eventTimes() {
        return LongStream.of(eventTimes);
    }

    /** Where the event with this id is. */
    public OptionalInt find(long event) {
        return IntStream.range(0, size()).filter(i -> get(i).event() == event).findFirst();
    }

    boolean has(Fate fate) {
        return present[fate.ordinal()];
    }

    Arrivals ofKey(int key) {
        int[] places = IntStream.range(0, size()).filter(i -> keys[i] == key).toArray();
        return new Arrivals(IntStream.of(places).mapToLong(i -> eventTimes[i]).toArray(),
                IntStream.of(places).mapToLong(i -> ats[i]).toArray(),
                IntStream.of(places).map(i -> keys[i]).toArray(), bytes(places), i -> details.apply(places[i]));
    }

    private byte[] bytes(int[] places) {
        byte[] chosen = new byte[places.length];
        for (int i = 0; i < places.length; i++)
            chosen[i] = fates[places[i]];
        return chosen;
    }
}
