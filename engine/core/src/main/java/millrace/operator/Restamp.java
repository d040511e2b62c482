package millrace.operator;

import java.util.OptionalLong;
import millrace.event.Event;
import millrace.event.Schema;
import millrace.event.Watermark;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Gives each event the time that one of its fields says. What the watermark asserted of the times before need not hold for the
 * new ones; so it is either held back by as much as an event may become older, or made anew.
 *
 * @param in type of input and output
 * @param field a timestamp, or a number of ms
 * @param time how the watermark follows
 */
public record Restamp(StreamType in, int field, Time time) implements Operator {
    /** The years -9999 to 9999, as for times that are read: far from where sums could overflow. */
    private static final long LATEST = 253_402_300_799_999L;

    /** What is said of the times that are still to come. */
    public sealed interface Time {
        /** The input's watermark less {@code earlier}: no event becomes older than that, or it is late from here on. */
        record Held(long earlier) implements Time {}

        /** The newest new time less {@code bound}; of the input's watermarks only the last one counts. */
        record Anew(long bound) implements Time {}
    }

    @Override
    public Processor start() {
        return new Worker(this, Watermark.NONE);
    }

    private static final class Worker extends Processor {
        private final Restamp spec;
        private final int slot;
        /** The watermark that was made last. */
        private long made;

        Worker(Restamp spec, long made) {
            this.spec = spec;
            this.made = made;
            slot = spec.in.schema().slot(spec.field);
        }

        @Override
        public void onEvent(Context c, Event event, int port) {
            long time = event.num(slot);
            if (time == Event.ABSENT || Math.abs(time) > LATEST) {
                c.failed(event,
                        Sentences.of(time == Event.ABSENT ? "operator.restamp.absent" : "operator.restamp.too-far",
                                spec.in.schema().fields().get(spec.field).name()));
                return;
            }
            Event child = stamped(c, event, time);
            c.derived(child, event);
            c.send(0, child);
            if (spec.time instanceof Time.Anew(long bound)) advance(c, less(time, bound));
        }

        private static Event stamped(Context c, Event event, long time) {
            Schema schema = event.schema;
            long[] nums = schema.newNums();
            for (int i = 0; i < nums.length; i++)
                nums[i] = event.num(i);
            @Nullable
            Object[] refs = schema.newRefs();
            for (int i = 0; i < refs.length; i++)
                refs[i] = event.ref(i);
            return c.event(time, schema, nums, refs);
        }

        private void advance(Context c, long watermark) {
            if (watermark <= made) return;
            made = watermark;
            c.advance(0, watermark);
        }

        @Override
        public OptionalLong passesOn(long watermark) {
            if (watermark == Watermark.FINAL) return OptionalLong.of(watermark);
            return switch (spec.time) {
                case Time.Held(long earlier) -> OptionalLong.of(less(watermark, earlier));
                case Time.Anew a -> OptionalLong.empty();
            };
        }

        /** Never below what there is. */
        private static long less(long time, long by) {
            return time < Watermark.NONE + by ? Watermark.NONE : time - by;
        }

        @Override
        public Processor copy() {
            return new Worker(spec, made);
        }

        @Override
        public long hash() {
            return Numbers.mix(1, made);
        }
    }
}
