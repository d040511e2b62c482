package millrace.app.editor;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import millrace.design.Design;

/** Bringing things into line, and into equal distances; each is one step. */
public sealed interface Arranging permits Edits {
    /** Where to. */
    enum Way {
        LEFT,
        CENTRE,
        RIGHT,
        TOP,
        MIDDLE,
        BOTTOM,
        ACROSS,
        DOWN;

        /** How many things it takes. */
        public int least() {
            return this == ACROSS || this == DOWN ? 3 : 2;
        }
    }

    /** Lines things up at a side or middle of the box around all, or gives them equal distances within it. */
    default Transaction arrange(Way way, List<Extent> things) {
        Selection all = things.stream().map(Extent::what).reduce(Selection.NONE, Selection::with);
        return Transaction.design(d -> Words.of("arrange", Words.things(d, all)),
                design -> things.size() < way.least() ? design : arranged(design, way, things));
    }

    private static Design arranged(Design design, Way way, List<Extent> things) {
        return switch (way) {
            case LEFT -> aligned(design, things, least(things, Extent::x), Extent::x, true);
            case CENTRE -> aligned(design, things, middle(things, Extent::x, Extent::right),
                    e -> (e.x() + e.right()) / 2, true);
            case RIGHT -> aligned(design, things, -least(things, e -> -e.right()), Extent::right, true);
            case TOP -> aligned(design, things, least(things, Extent::y), Extent::y, false);
            case MIDDLE -> aligned(design, things, middle(things, Extent::y, Extent::bottom),
                    e -> (e.y() + e.bottom()) / 2, false);
            case BOTTOM -> aligned(design, things, -least(things, e -> -e.bottom()), Extent::bottom, false);
            case ACROSS -> distributed(design, things, Extent::x, Extent::width, true);
            case DOWN -> distributed(design, things, Extent::y, Extent::height, false);
        };
    }

    private static double least(List<Extent> things, ToDoubleFunction<Extent> of) {
        return things.stream().mapToDouble(of).min().orElse(0);
    }

    private static double middle(List<Extent> things, ToDoubleFunction<Extent> from, ToDoubleFunction<Extent> to) {
        return (least(things, from) - least(things, e -> -to.applyAsDouble(e))) / 2;
    }

    private static Design aligned(Design design, List<Extent> things, double goal, ToDoubleFunction<Extent> of,
            boolean across) {
        Design next = design;
        for (Extent thing : things)
            next = shifted(next, thing, goal - of.applyAsDouble(thing), across);
        return next;
    }

    /** The outer two stay; between all of them is the same room. */
    private static Design distributed(Design design, List<Extent> things, ToDoubleFunction<Extent> from,
            ToDoubleFunction<Extent> size, boolean across) {
        List<Extent> order = things.stream().sorted(Comparator.comparingDouble(from)).toList();
        Extent last = order.getLast();
        double sizes = order.stream().mapToDouble(size).sum();
        double first = from.applyAsDouble(order.getFirst());
        double room = from.applyAsDouble(last) + size.applyAsDouble(last) - first - sizes;
        Design next = design;
        double at = first;
        for (Extent thing : order) {
            if (thing != last) next = shifted(next, thing, at - from.applyAsDouble(thing), across);
            at += size.applyAsDouble(thing) + room / (order.size() - 1);
        }
        return next;
    }

    private static Design shifted(Design design, Extent thing, double by, boolean across) {
        double whole = Math.round(by);
        return Changes.shift(design, thing.what(), across ? whole : 0, across ? 0 : whole);
    }
}
