package millrace.operator;

import java.util.List;
import java.util.OptionalInt;
import millrace.design.Counts;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Schema;
import millrace.expression.Expression;
import millrace.operator.ChangeRouting.Placed;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event with more fields, or other values in them, from each event.
 *
 * @param in type of the input
 * @param out type of the output: the input's schema with fields added or replaced (see {@code Schema.with})
 * @param assignments the fields that are set; every field of {@code out} without one is copied from the input's of the
 *        same name
 */
public record Compute(StreamType in, StreamType out, List<Assignment> assignments) implements Operator {
    private static final int LONGEST_TEXT = 100_000;

    /**
     * A computed field.
     *
     * @param outField its index in the output's schema
     * @param value an expression over the fields of the input, of the field's type
     */
    public record Assignment(int outField, Expression value) {}

    public Compute {
        assignments = List.copyOf(assignments);
    }

    @Override
    public Processor start() {
        Worker worker = new Worker(this);
        return in.schema().changelog() ? new ChangeRouting(worker::place) : worker;
    }

    /** Copies and computes by slots found once. */
    private static final class Worker extends OneByOne {
        private final Compute spec;
        private final Schema out;
        /** For each field of the output the input's slot it is copied from, or -1. */
        private final int[] copied;

        Worker(Compute spec) {
            this.spec = spec;
            this.out = spec.out.schema();
            copied = new int[out.fields().size()];
            for (int i = 0; i < copied.length; i++) {
                copied[i] = source(spec.in.schema(), out.fields().get(i).name());
            }
            spec.assignments.forEach(a -> copied[a.outField()] = -1);
        }

        private static int source(Schema in, String name) {
            OptionalInt field = in.indexOf(name);
            return field.isPresent() ? in.slot(field.getAsInt()) : -1;
        }

        @Override
        public void onEvent(Context context, Event event, int port) {
            Event child = child(context, event);
            if (child != null) context.send(0, child);
        }

        @Nullable
        Placed place(Context context, Event event) {
            Event child = child(context, event);
            return child == null ? null : new Placed(0, child);
        }

        /** The event with its new fields; null if one of them has no result. */
        private @Nullable Event child(Context context, Event event) {
            long[] nums = out.newNums();
            @Nullable
            Object[] refs = out.newRefs();
            if (out.changelog()) ChangeKind.of(event).write(nums);
            if (out.panes()) System.arraycopy(marks(event), 0, nums, 0, 3);
            copy(event, nums, refs);
            try {
                for (Assignment a : spec.assignments)
                    set(a.outField(), result(a.value(), event), nums, refs);
            } catch (Expression.EvaluationException e) {
                context.failed(event, message(e));
                return null;
            }
            Event child = context.event(event.time, out, nums, refs);
            context.derived(child, event);
            return child;
        }

        /** Texts that double from node to node would soon fill the memory. */
        private static @Nullable Object result(Expression value, Event event) throws Expression.EvaluationException {
            Object result = value.evaluate(event);
            if (!(result instanceof String text) || text.length() <= LONGEST_TEXT) return result;
            throw new Expression.EvaluationException(Sentences.of("operator.text-too-long", value.source(),
                    Counts.grouped(text.length()), Counts.grouped(LONGEST_TEXT)));
        }

        /** The bounds and the hidden marks of a pane, which stay what they are. */
        private static long[] marks(Event pane) {
            return new long[] {pane.num(0), pane.num(1), pane.num(2)};
        }

        private void copy(Event event, long[] nums, @Nullable Object[] refs) {
            for (int i = 0; i < copied.length; i++) {
                if (copied[i] < 0) continue;
                if (out.type(i).isReference()) refs[out.slot(i)] = event.ref(copied[i]);
                else
                    nums[out.slot(i)] = event.num(copied[i]);
            }
        }

        private void set(int field, @Nullable Object value, long[] nums, @Nullable Object[] refs) {
            if (out.type(field).isReference()) refs[out.slot(field)] = value;
            else
                nums[out.slot(field)] = Numbers.pack(value);
        }

        private static String message(Expression.EvaluationException e) {
            String message = e.getMessage();
            return message == null ? Sentences.of("operator.no-result") : message;
        }
    }
}
