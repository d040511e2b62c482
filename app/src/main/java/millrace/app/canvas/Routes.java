package millrace.app.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import millrace.app.tool.Box;
import millrace.design.Point;

/**
 * The ways of all wires: a smooth curve where nothing is between its ends, else around the nodes in between. A way depends
 * on its ends and on the nodes near it alone; where those are as they were before, the way is kept and not found anew.
 */
final class Routes {
    static final Routes NONE = new Routes(Map.of(), Map.of(), Map.of(), Map.of());
    /** Around the rectangle of both ends, so much is looked at for nodes in the way. */
    private static final double NEAR = 60;
    /** How near a curve may come to a node that is not its own. */
    private static final double CLEAR = 4;
    private static final int TRIES = 8;

    /** Between wires that come to one input, px. */
    static final double PITCH = 9;
    /** Wires that come side by side meet only so near to their port, px. */
    private static final double MEET = 18;

    /**
     * The ends of a wire and the nodes it joins.
     *
     * @param aside how far below the port it comes, where it has company; 0 if it is alone
     */
    record Ends(String fromNode, Point from, String toNode, Point to, double aside) {
        Ends(String fromNode, Point from, String toNode, Point to) {
            this(fromNode, from, toNode, to, 0);
        }

        boolean forward() {
            return arrival().x() - from.x() >= 16;
        }

        /** Where it is beside its company still. */
        Point arrival() {
            return aside == 0 ? to : new Point(to.x() - MEET, to.y() + aside);
        }

        Curve curve(Curve arriving) {
            return aside == 0 ? arriving : arriving.into(to);
        }
    }

    /**
     * What was found for a wire.
     *
     * @param corners of a way around nodes; empty = straight there in one curve
     * @param near the part of the canvas that was looked at
     */
    private record Found(Ends ends, List<Point> corners, Box near) {}

    private final Map<String, Box> boxes;
    private final Map<String, Found> found;
    /** Those that go around nodes, with their corners as they are drawn. */
    private final Map<String, List<Point>> ways;
    private final Map<String, Curve> curves;

    private Routes(Map<String, Box> boxes, Map<String, Found> found, Map<String, List<Point>> ways,
            Map<String, Curve> curves) {
        this.boxes = boxes;
        this.found = found;
        this.ways = ways;
        this.curves = curves;
    }

    Optional<Curve> of(String wire) {
        return Optional.ofNullable(curves.get(wire));
    }

    /** The ways of these wires around these nodes; what stays as it was here is kept. */
    Routes next(SequencedMap<String, Box> nodes, SequencedMap<String, Ends> wires) {
        Search search = new Search(nodes);
        List<Box> changed = changed(nodes);
        SequencedMap<String, Found> all = new LinkedHashMap<>();
        wires.forEach((id, ends) -> {
            Found before = found.get(id);
            boolean same = before != null && before.ends.equals(ends)
                    && changed.stream().noneMatch(before.near::meets);
            all.put(id, same ? before : search.find(ends));
        });
        Map<String, List<Point>> apart = apart(all, search);
        return new Routes(Map.copyOf(nodes), all, apart, curves(all, apart));
    }

    /** Where nodes came, went or changed their size. */
    private List<Box> changed(Map<String, Box> nodes) {
        Set<String> ids = new LinkedHashSet<>(nodes.keySet());
        ids.addAll(boxes.keySet());
        List<Box> changed = new ArrayList<>();
        for (String id : ids) {
            Box before = boxes.get(id);
            Box now = nodes.get(id);
            if (Objects.equals(before, now)) continue;
            if (before != null) changed.add(before);
            if (now != null) changed.add(now);
        }
        return changed;
    }

    private static Map<String, List<Point>> apart(SequencedMap<String, Found> all, Search search) {
        SequencedMap<String, List<Point>> around = new LinkedHashMap<>();
        List<Ends> level = new ArrayList<>();
        all.forEach((id, f) -> {
            if (f.corners.size() > 2) around.put(id, f.corners);
            else if (Math.abs(f.ends.from.y() - f.ends.arrival().y()) < 1) level.add(f.ends);
        });
        Map<String, List<Point>> apart = new Apart(level).of(around);
        // Where so many share a gap that the lanes would leave it, a way stays where it was found.
        around.forEach((id, way) -> apart.computeIfPresent(id, (k, moved) -> search.passes(moved) ? moved : way));
        return apart;
    }

    private Map<String, Curve> curves(SequencedMap<String, Found> all, Map<String, List<Point>> apart) {
        Map<String, Curve> next = new HashMap<>();
        all.forEach((id, f) -> {
            List<Point> way = apart.get(id);
            Curve before = curves.get(id);
            boolean kept = before != null && Objects.equals(way, ways.get(id))
                    && (way != null || f.equals(found.get(id)));
            next.put(id, kept ? before
                    : f.ends.curve(way == null ? Curve.between(f.ends.from, f.ends.arrival()) : Curve.along(way)));
        });
        return next;
    }

    /** A node as something to go around. */
    private record Block(String id, Box box) {}

    /** Finds ways among the nodes as they stand now. */
    private static final class Search {
        private final Cells<Block> cells;

        Search(SequencedMap<String, Box> nodes) {
            List<Block> blocks = new ArrayList<>();
            nodes.forEach((id, box) -> blocks.add(new Block(id, box)));
            cells = new Cells<>(blocks, Block::box);
        }

        Found find(Ends ends) {
            Box between = Box.between(ends.from, ends.arrival());
            Curve direct = Curve.between(ends.from, ends.arrival());
            Box near = between.grown(CLEAR + 2).with(direct.bounds());
            if (ends.forward() && free(direct, ends, cells.in(near))) return new Found(ends, List.of(), near);
            return around(ends, between.grown(NEAR));
        }

        private static boolean free(Curve curve, Ends ends, Collection<Block> blocks) {
            return blocks.stream()
                    .filter(b -> !b.id.equals(ends.fromNode) && !b.id.equals(ends.toNode))
                    .noneMatch(b -> curve.crosses(b.box.grown(CLEAR)));
        }

        /** If the way meets nodes that were too far off to be thought of, they are and it is looked for again. */
        private Found around(Ends ends, Box first) {
            Box near = first;
            Set<Block> known = new LinkedHashSet<>(cells.in(near));
            List<Point> way = List.of();
            for (int i = 0; i < TRIES; i++) {
                way = Detour.around(ends.from, ends.arrival(), known.stream().map(Block::box).toList());
                if (way.isEmpty()) break;
                for (Point p : way)
                    near = near.with(new Box(p.x(), p.y(), 0, 0).grown(Detour.BESIDE));
                if (!known.addAll(met(way))) break;
            }
            return new Found(ends, way, near);
        }

        /** Whether nodes leave room for a way. */
        boolean passes(List<Point> way) {
            Curve curve = Curve.along(way);
            return cells.in(curve.bounds()).stream().noneMatch(b -> curve.crosses(b.box));
        }

        private Set<Block> met(List<Point> way) {
            Set<Block> met = new LinkedHashSet<>();
            for (int i = 1; i < way.size(); i++) {
                Box line = Box.between(way.get(i - 1), way.get(i)).grown(Detour.BESIDE - 1);
                met.addAll(cells.in(line));
            }
            return met;
        }
    }
}
