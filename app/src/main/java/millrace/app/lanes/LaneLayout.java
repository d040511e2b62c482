package millrace.app.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.app.lanes.LanesModel.Place;
import millrace.app.look.Marks;
import millrace.app.look.TimeAxis;
import millrace.event.ChangeKind;

/**
 * Where the marbles of a run stand in a view of a size: lanes one below the other, time across. What left at one instant
 * stands side by side, right of its time, as long as there is room; then it is counted.
 *
 * @param axis of processing time; its ends are those of the lanes in px
 * @param lane height of a lane; {@code top} where the first begins (less than nothing when scrolled)
 */
record LaneLayout(LanesModel model, TimeAxis axis, double top, double lane, double height) {
    static final double NAMES = 158;
    static final double AXIS = 30;
    static final double RIGHT = 48;
    static final double RADIUS = 10.5;
    static final double PAIR = 40;
    static final double CHANGE = 42;
    static final double BARE_CHANGE = 30;
    private static final double TALL = 39;
    private static final double LOW = 29;
    private static final double APART = 3;
    /** So far right of its time a marble may stand. */
    private static final double PUSHED = 84;
    /** What "+12" takes at the right edge. */
    private static final double COUNTED = 34;
    /** Fewer px than that for each: how many there are is drawn instead. */
    private static final double DENSE = 5;

    /**
     * A marble in sight.
     *
     * @param x its middle
     * @param update it is both halves of an update, of which the first is the one before it
     * @param more how many could not be shown beside it
     */
    record Spot(Place place, Marble marble, double x, double width, boolean update, int more) {
        double right() {
            return x + width / 2;
        }
    }

    /** As high as there is room for; at least so high that marbles do not touch. */
    static double lane(int lanes, double height) {
        return Math.clamp((height - AXIS) / Math.max(1, lanes), LOW, TALL);
    }

    double y(int number) {
        return top + (number + 0.5) * lane;
    }

    /** The lowest place of a lane; below is the axis. */
    double bottom() {
        return Math.min(height - AXIS, model.lanes().size() * lane + 2);
    }

    /** How far everything can be scrolled. */
    static double scroll(int lanes, double height) {
        return Math.max(0, lanes * lane(lanes, height) - (height - AXIS));
    }

    boolean shows(int number) {
        return y(number) > -lane / 2 && y(number) < bottom() + lane / 2;
    }

    private int first(Lane of) {
        return of.until((long) Math.floor(axis.time(axis.start() - PUSHED)) - 1);
    }

    private int last(Lane of) {
        return of.until((long) Math.ceil(axis.time(axis.end() + RADIUS)));
    }

    /** Whether there are so many in sight that they are drawn as a density. */
    boolean dense(int number) {
        Lane of = model.lanes().get(number);
        return (last(of) - first(of)) * DENSE > axis.end() - axis.start();
    }

    List<Spot> spots(int number) {
        Lane of = model.lanes().get(number);
        List<Spot> spots = new ArrayList<>();
        if (dense(number)) return spots;
        for (int i = first(of), last = last(of); i < last; i++) {
            Place place = new Place(number, i);
            Marble marble = model.marble(place);
            boolean half = i + 1 < last && isUpdate(marble, model.marble(new Place(number, i + 1)));
            if (half) continue;
            boolean update = i > 0 && isUpdate(model.marble(new Place(number, i - 1)), marble);
            add(spots, place, marble, update);
        }
        return spots;
    }

    private void add(List<Spot> spots, Place place, Marble marble, boolean update) {
        double width = width(marble);
        double own = axis.px(marble.at());
        double x = spots.isEmpty() ? own : Math.max(own, spots.getLast().right() + APART + width / 2);
        if (x <= own + PUSHED && (x == own || x + width / 2 <= axis.end() + RIGHT - COUNTED)) {
            spots.add(new Spot(place, marble, x, width, update, 0));
            return;
        }
        Spot last = spots.removeLast();
        spots.add(new Spot(last.place(), last.marble(), last.x(), last.width(), last.update(), last.more() + 1));
    }

    static boolean isUpdate(Marble before, Marble after) {
        return before.kind() instanceof Marble.Kind.Change b && b.change() == ChangeKind.UPDATE_BEFORE
                && after.kind() instanceof Marble.Kind.Change a && a.change() == ChangeKind.UPDATE_AFTER
                && before.at() == after.at() && before.key().equals(after.key());
    }

    private static double width(Marble marble) {
        return switch (marble.kind()) {
            case Marble.Kind.Plain p -> 2 * RADIUS;
            case Marble.Kind.Pair p -> PAIR;
            case Marble.Kind.Change c -> marble.key().isEmpty() ? BARE_CHANGE : CHANGE;
            case Marble.Kind.Result r -> Marks.resultWidth(marble.figure());
        };
    }

    /** What stands under the pointer. */
    Optional<Spot> at(double x, double y) {
        int number = (int) Math.floor((y - top) / lane);
        if (number < 0 || number >= model.lanes().size() || y > bottom()) return Optional.empty();
        return spots(number).stream()
                .filter(s -> Math.abs(s.x() - x) <= s.width() / 2 + 1 && Math.abs(y(number) - y) <= RADIUS + 3)
                .findFirst();
    }
}
