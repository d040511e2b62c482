package millrace.simulation;

import java.util.List;
import millrace.event.Schema;
import millrace.operator.SourceSpec.Generator;
import millrace.operator.SourceSpec.Values;
import millrace.operator.SourceTiming.EndPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Random events in order of arrival. They are drawn in order of happening; one leaves as soon as none drawn later can
 * arrive before it. What is on its way meanwhile is bounded: no delay (an outage too) is longer than
 * {@value #MOST_IN_FLIGHT} events take to happen at the highest rate.
 *
 * <p>Keys, values and delays have random streams of their own, so a change of one leaves the others as they were. An
 * endless generator with an {@link EndPolicy.At} is cut there. With several partitions an event goes to the one that
 * is named as its key, else to the one whose place is the key's number modulo their number.
 */
final class GeneratorFeed extends SourceFeed {
    private static final int MOST_IN_FLIGHT = 1 << 20;
    private static final String KEY = "key";
    private static final String VALUE = "value";

    /** What never changes; shared by copies. */
    private record Make(Generator spec, long start, long cut, Beat beat, Transit transit, KeyChoice keys, int keySlot,
            int valueSlot) {
        static Make of(Generator spec, long start) {
            Schema schema = spec.type().schema();
            Beat beat = new Beat(spec);
            long most = (long) Math.ceil(Math.min(MOST_IN_FLIGHT / Math.max(beat.peak(), 1e-12), 1e15));
            return new Make(spec, start, cut(spec, start), beat, new Transit(spec.delay(), most),
                    new KeyChoice(spec.keys()), slot(schema, KEY), slot(schema, VALUE));
        }

        private static int slot(Schema schema, String field) {
            return schema.slot(schema.indexOf(field).orElseThrow());
        }

        private static long cut(Generator spec, long start) {
            boolean endless = spec.count() == Long.MAX_VALUE;
            return endless && spec.timing().end() instanceof EndPolicy.At(long time) ? Math.max(time, start)
                    : Long.MAX_VALUE;
        }

        /** Whether what happens at that time belongs to the run. */
        boolean happens(long number, double beat) {
            return number < spec.count() && beat != Beat.NEVER && at(beat) <= cut;
        }

        long at(double beat) {
            return start + Math.round(beat);
        }

        int partition(int key) {
            List<String> partitions = spec.timing().partitions();
            if (partitions.size() == 1) return 0;
            int named = partitions.indexOf(keys.name(key));
            return named >= 0 ? named : key % partitions.size();
        }
    }

    private final Make make;
    private final RandomStream forKeys;
    private final RandomStream forValues;
    private final RandomStream forDelays;
    private final InFlight inFlight;
    /** How many events have been drawn. */
    private long drawn;
    /** When the next one to be drawn happens, ms since the start. */
    private double beat;
    /** The present row. */
    private long eventTime;
    private long arrival;
    private int partition;
    private int key;
    private long value;

    GeneratorFeed(Generator spec, long start, long seed, String node) {
        make = Make.of(spec, start);
        forKeys = RandomStream.of(seed, node, "keys");
        forValues = RandomStream.of(seed, node, "values");
        forDelays = RandomStream.of(seed, node, "delays");
        inFlight = new InFlight(spec.timing().partitions().size());
        arrival = start;
    }

    private GeneratorFeed(GeneratorFeed other) {
        make = other.make;
        forKeys = other.forKeys.copy();
        forValues = other.forValues.copy();
        forDelays = other.forDelays.copy();
        inFlight = other.inFlight.copy();
        drawn = other.drawn;
        beat = other.beat;
        eventTime = other.eventTime;
        arrival = other.arrival;
        partition = other.partition;
        key = other.key;
        value = other.value;
    }

    @Override
    boolean advance() {
        while (make.happens(drawn, beat) && !decided())
            draw();
        if (inFlight.isEmpty()) return false;
        int slot = inFlight.take();
        eventTime = inFlight.eventTime(slot);
        arrival = inFlight.arrival(slot);
        partition = inFlight.partition(slot);
        key = inFlight.key(slot);
        value = inFlight.value(slot);
        return true;
    }

    /** Whether nothing drawn later can arrive before the next on its way. */
    private boolean decided() {
        return !inFlight.isEmpty() && inFlight.nextArrival() <= make.transit.earliest(make.at(beat));
    }

    private void draw() {
        long happens = make.at(beat);
        long arrives = make.transit.arrival(happens, forDelays);
        int drawnKey = make.keys.draw(forKeys);
        long drawnValue = value(make.spec.values());
        if (arrives <= make.cut) {
            inFlight.add(drawn, happens, arrives, make.partition(drawnKey), drawnKey, drawnValue);
        }
        drawn++;
        beat = make.beat.after(beat);
    }

    private long value(Values values) {
        return switch (values) {
            case Values.Constant(long constant) -> constant;
            case Values.Uniform(long from, long to) -> forValues.between(from, to);
            case Values.Normal(double mean, double deviation) -> Math.round(mean + deviation * forValues.normal());
            case Values.Sequence() -> drawn + 1;
        };
    }

    @Override
    long arrival() {
        return arrival;
    }

    @Override
    long eventTime() {
        return make.spec.timing().ingestion() ? arrival : eventTime;
    }

    @Override
    int partition() {
        return partition;
    }

    @Override
    void values(long[] nums, @Nullable Object[] refs) {
        refs[make.keySlot] = make.keys.name(key);
        nums[make.valueSlot] = value;
    }

    @Override
    long upcoming(int asked) {
        long next = make.happens(drawn, beat) ? make.at(beat) : NOTHING;
        return Math.min(inFlight.oldest(asked), next);
    }

    /** How many events have happened and not arrived. */
    int onTheWay() {
        return inFlight.size();
    }

    @Override
    long total() {
        return make.spec.count() == Long.MAX_VALUE ? -1 : make.spec.count();
    }

    @Override
    SourceFeed copy() {
        return new GeneratorFeed(this);
    }

    @Override
    long hash() {
        long hash = Hashing.add(drawn, Double.doubleToRawLongBits(beat));
        hash = Hashing.add(Hashing.add(hash, arrival), inFlight.hash());
        return Hashing.add(hash, forKeys.hash() ^ forValues.hash() ^ forDelays.hash());
    }
}
