package millrace.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.event.Schema;
import millrace.event.Timing;
import millrace.operator.JoinShape.From;
import org.jspecify.annotations.Nullable;

/** Puts results of a join together, by slots that are found once. Holds no state. */
final class JoinRow {
    private final Schema out;
    private final Copies[] copies;
    private final int[] times = {-1, -1};
    /** Where numbers are put together; not state. */
    private final long[] nums;

    /** From which slots of a side into which of the result: pairs of places. */
    private static final class Copies {
        private final List<int[]> pairs = new ArrayList<>();
        private int[] flat = {};

        void add(int from, int to) {
            pairs.add(new int[] {from, to});
            flat = pairs.stream().flatMapToInt(Arrays::stream).toArray();
        }
    }

    JoinRow(JoinShape shape) {
        out = shape.out().schema();
        nums = out.newNums();
        copies = new Copies[] {new Copies(), new Copies(), new Copies(), new Copies()};
        for (int i = 0; i < shape.fields().size(); i++) {
            switch (shape.fields().get(i)) {
                case From.Side f -> add(shape, f.side(), f.field(), i);
                case From.Time t -> times[t.side()] = out.slot(i);
                case From.Own o -> {}
                case From.Key k -> {
                    add(shape, 1, shape.keys().get(1), i);
                    add(shape, 0, shape.keys().get(0), i);
                }
            }
        }
    }

    private void add(JoinShape shape, int side, int field, int to) {
        Schema in = shape.inputs().get(side).schema();
        copies[side * 2 + (in.type(field).isReference() ? 1 : 0)].add(in.slot(field), out.slot(to));
    }

    Event make(Context c, @Nullable Event left, @Nullable Event right, long time) {
        fill(left, right);
        return finish(c, left, right, time);
    }

    /** Several results of one event and packed ones of the other side follow, where nobody watches; see {@link #with}. */
    void begin(Event event, int side) {
        copy(event, side);
    }

    /** As {@link #make}, with the later of their times. Their keys are the same. */
    Event with(Context c, Event event, int side, RowBuffer partners, int at) {
        long time = partners.time(at);
        copy(partners, at, time, 1 - side);
        @Nullable
        Object[] refs = out.newRefs();
        copyRefs(event, copies[side * 2 + 1].flat, refs);
        return c.event(Math.max(event.time, time), out, nums, refs);
    }

    private void copy(RowBuffer from, int at, long time, int side) {
        from.copyNums(at, copies[side * 2].flat, nums);
        if (times[side] >= 0) nums[times[side]] = time;
    }

    /** A result of a window. */
    Event inWindow(Context c, @Nullable Event left, @Nullable Event right, long start, long end) {
        fill(left, right);
        Pane.write(nums, start, end, Timing.ON_TIME, 0, true, false);
        return finish(c, left, right, end - 1);
    }

    /** An event that came too late for a window. */
    Event lateInWindow(Context c, @Nullable Event left, @Nullable Event right, long start, long end, long time) {
        fill(left, right);
        Pane.write(nums, start, end, Timing.LATE, 0, true, false);
        return finish(c, left, right, time);
    }

    /** A change of a table of results. */
    Event change(Context c, @Nullable Event left, @Nullable Event right, ChangeKind kind, long time) {
        fill(left, right);
        kind.write(nums);
        return finish(c, left, right, time);
    }

    /** A change that says what another said, in another way or at another time. */
    Event again(Context c, Event said, ChangeKind kind, long time) {
        @Nullable
        Object[] refs = out.newRefs();
        for (int i = 0; i < nums.length; i++)
            nums[i] = said.num(i);
        for (int i = 0; i < refs.length; i++)
            refs[i] = said.ref(i);
        kind.write(nums);
        return c.event(time, out, nums, refs);
    }

    /** Whether a change says what these two would. */
    boolean says(Event said, @Nullable Event left, @Nullable Event right) {
        fill(left, right);
        for (int i = 1; i < nums.length; i++)
            if (said.num(i) != nums[i]) return false;
        @Nullable
        Object[] refs = refs(left, right);
        for (int i = 0; i < refs.length; i++)
            if (!Objects.equals(said.ref(i), refs[i])) return false;
        return true;
    }

    private void fill(@Nullable Event left, @Nullable Event right) {
        if (left == null || right == null) Arrays.fill(nums, Event.ABSENT);
        if (right != null) copy(right, 1);
        if (left != null) copy(left, 0);
    }

    private void copy(Event event, int side) {
        int[] pairs = copies[side * 2].flat;
        for (int i = 0; i < pairs.length; i += 2)
            nums[pairs[i + 1]] = event.num(pairs[i]);
        if (times[side] >= 0) nums[times[side]] = event.time;
    }

    private Event finish(Context c, @Nullable Event left, @Nullable Event right, long time) {
        Event made = c.event(time, out, nums, refs(left, right));
        if (left != null) c.derived(made, left);
        if (right != null) c.derived(made, right);
        return made;
    }

    private @Nullable Object[] refs(@Nullable Event left, @Nullable Event right) {
        @Nullable
        Object[] refs = out.newRefs();
        if (right != null) copyRefs(right, copies[3].flat, refs);
        if (left != null) copyRefs(left, copies[1].flat, refs);
        return refs;
    }

    private static void copyRefs(Event event, int[] pairs, @Nullable Object[] refs) {
        for (int i = 0; i < pairs.length; i += 2)
            refs[pairs[i + 1]] = event.ref(pairs[i]);
    }
}
