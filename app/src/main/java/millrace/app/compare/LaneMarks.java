package millrace.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import millrace.app.compare.Lanes.Mark;
import millrace.app.look.Marks;
import millrace.app.look.TimeAxis;
import millrace.app.look.Type;

/**
 * Where the marks of a lane stand so that none covers another: whole where there is room, else their figures alone; what is
 * still too close is counted.
 *
 * @param small the figures alone
 */
record LaneMarks(List<Spot> spots, boolean small) {
    /** Round what differs there is a ring, px at each side. */
    static final double RING = 4;
    private static final double PADDING = 12;
    private static final double APART = 3;
    /** So far right of its time a mark may stand, px. */
    private static final double FAR = 32;

    /**
     * One mark, or several that are counted.
     *
     * @param marks a part of the lane's
     * @param differing how many of them another run does not say
     */
    record Spot(double left, double right, List<Mark> marks, int differing) {
        double middle() {
            return (left + right) / 2;
        }

        /** All of it differs: a ring says so. */
        boolean ringed() {
            return differing == marks.size();
        }

        boolean counted() {
            return marks.size() > 1;
        }

        /** Nothing of it is said yet at an instant. */
        boolean after(long time) {
            return marks.getFirst().at() > time;
        }
    }

    /** @param marks by time */
    static LaneMarks of(List<Mark> marks, TimeAxis axis) {
        List<Spot> whole = spots(marks, axis, m -> Marks.resultWidth(m.figure()));
        if (whole.stream().noneMatch(Spot::counted)) return new LaneMarks(whole, false);
        return new LaneMarks(spots(marks, axis, m -> smallWidth(m.figure())), true);
    }

    static double smallWidth(String figure) {
        return Type.width(figure, Type.figures(12, 700)) + PADDING;
    }

    private static List<Spot> spots(List<Mark> marks, TimeAxis axis, ToDoubleFunction<Mark> width) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            double half = width.applyAsDouble(mark) / 2 + (mark.differs() ? RING : 0);
            double x = axis.px(mark.at());
            add(groups, new Group(x - half, x + half, i, i + 1, mark.differs() ? 1 : 0));
        }
        return groups.stream().map(g -> g.spot(marks)).toList();
    }

    /** Beside those before it, a little right of its own time if need be; with the last of them, if that is too far. */
    private static void add(List<Group> groups, Group next) {
        double pushed = groups.isEmpty() ? 0 : Math.max(0, groups.getLast().right() + APART - next.left());
        groups.add(pushed > FAR ? groups.removeLast().with(next) : next.pushed(pushed));
    }

    /** Marks that stand one after the other, by their places in the lane. */
    private record Group(double left, double right, int from, int to, int differing) {
        Group pushed(double by) {
            return new Group(left + by, right + by, from, to, differing);
        }

        Group with(Group next) {
            int both = differing + next.differing;
            return new Group(left, Math.max(next.right, left + countedWidth(next.to - from, both)), from, next.to,
                    both);
        }

        Spot spot(List<Mark> marks) {
            return new Spot(left, right, marks.subList(from, to), differing);
        }
    }

    private static double countedWidth(int count, int differing) {
        double sign = differing == 0 ? 0 : differing == count ? 2 * RING : Marks.differsWidth(differing) + 6;
        return Type.width("\u00d7" + count, Type.figures(12, 700)) + PADDING + sign;
    }
}
