package millrace.app.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import millrace.app.tool.Box;
import millrace.design.Point;

/** Things with boxes, found by where they lie: the plane in square cells, each with what lies in it. */
final class Cells<T> {
    private static final double SIDE = 320;
    private static final long SPREAD = 1_000_003;
    private final Map<Long, List<T>> cells = new HashMap<>();
    private final Function<T, Box> box;

    Cells(Collection<T> things, Function<T, Box> box) {
        this.box = box;
        for (T thing : things)
            each(box.apply(thing), cell -> cells.computeIfAbsent(cell, k -> new ArrayList<>(4)).add(thing));
    }

    private interface Visitor {
        void visit(long cell);
    }

    private static void each(Box b, Visitor visitor) {
        long right = (long) Math.floor(b.right() / SIDE);
        long bottom = (long) Math.floor(b.bottom() / SIDE);
        for (long x = (long) Math.floor(b.x() / SIDE); x <= right; x++) {
            for (long y = (long) Math.floor(b.y() / SIDE); y <= bottom; y++)
                visitor.visit(x * SPREAD + y);
        }
    }

    /** All whose box meets this one, each once. They are told apart as they are: to compare what they hold would take long. */
    List<T> in(Box area) {
        Set<T> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<T> found = new ArrayList<>();
        each(area, cell -> {
            for (T thing : cells.getOrDefault(cell, List.of()))
                if (box.apply(thing).meets(area) && seen.add(thing)) found.add(thing);
        });
        return found;
    }

    List<T> at(Point p) {
        return in(new Box(p.x(), p.y(), 0, 0));
    }
}
