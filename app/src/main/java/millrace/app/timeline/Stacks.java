package millrace.app.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.app.look.TimeAxis;
import millrace.app.look.Tokens;
import millrace.app.timeline.TimelineModel.Kind;
import millrace.app.timeline.TimelineModel.Mark;

/** Marks closer together than {@link #CLOSE} px stand over each other: at most three, then how many more. */
final class Stacks {
    static final double CLOSE = Tokens.MARKS_APART;
    private static final double CROWDED = 48;
    static final int MOST = Tokens.MARKS_STACKED;

    /**
     * Marks at one place.
     *
     * @param x of the first, px
     * @param from time of the first
     * @param to time of the last
     * @param shown the ones drawn, from below; all kinds that occur are among them if three suffice
     * @param more how many are not drawn
     */
    record Stack(double x, long from, long to, List<Kind> shown, int more) {}

    private Stacks() {}

    /**
     * Stacks from left to right of what can be seen. Marks on both sides of the playhead never share a stack. Where they
     * are crowded the stacks stand wider apart, so that each has room to say how many more there are.
     */
    static List<Stack> of(List<Mark> marks, TimeAxis axis, long playhead) {
        List<Stack> stacks = of(marks, axis, playhead, CLOSE);
        return crowded(stacks) ? of(marks, axis, playhead, CROWDED) : stacks;
    }

    private static boolean crowded(List<Stack> stacks) {
        for (int i = 0; i + 1 < stacks.size(); i++) {
            if (stacks.get(i).more() > 0 && stacks.get(i + 1).x() - stacks.get(i).x() < CROWDED * 0.75) return true;
        }
        return false;
    }

    private static List<Stack> of(List<Mark> marks, TimeAxis axis, long playhead, double close) {
        List<Stack> stacks = new ArrayList<>();
        List<Mark> open = new ArrayList<>();
        for (Mark mark : marks) {
            if (!axis.shows(mark.at())) continue;
            if (!open.isEmpty() && !together(open.getFirst(), mark, axis, playhead, close)) {
                stacks.add(stack(open, axis));
                open.clear();
            }
            open.add(mark);
        }
        if (!open.isEmpty()) stacks.add(stack(open, axis));
        return stacks;
    }

    private static boolean together(Mark first, Mark next, TimeAxis axis, long playhead, double close) {
        boolean sameSide = first.at() <= playhead == next.at() <= playhead;
        return sameSide && axis.px(next.at()) - axis.px(first.at()) < close;
    }

    private static Stack stack(List<Mark> marks, TimeAxis axis) {
        List<Kind> shown = marks.size() <= MOST ? marks.stream().map(Mark::kind).toList()
                : marks.stream().map(Mark::kind).distinct().limit(MOST).toList();
        return new Stack(axis.px(marks.getFirst().at()), marks.getFirst().at(), marks.getLast().at(), shown,
                marks.size() - shown.size());
    }

    /** The time of the mark within reach of a place, the nearest one. */
    static Optional<Mark> near(List<Mark> marks, TimeAxis axis, double x, double reach) {
        Mark best = null;
        for (Mark m : marks) {
            double distance = Math.abs(axis.px(m.at()) - x);
            if (distance <= reach && (best == null || distance < Math.abs(axis.px(best.at()) - x))) best = m;
        }
        return Optional.ofNullable(best);
    }
}
