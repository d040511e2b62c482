package millrace.app.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import millrace.design.Point;

/**
 * Moves ways that would run over each other apart: each stretch that several share gets a lane for each of them, beside
 * the wires that run straight there.
 */
final class Apart {
    /** Between two ways, px; narrower if there are many. */
    private static final double LANE = 8;
    /** So far may a way go from the line on which it was found: it still passes the boxes beside it. */
    private static final double MOST = Detour.BESIDE - 6;
    private static final double[] ASIDE = {0, LANE / 2, -LANE / 2, LANE, -LANE, MOST, -MOST};

    /** One straight piece within a way, neither the first nor the last. */
    private record Stretch(String wire, int from, boolean level, double line, double start, double end) {
        boolean meets(Stretch other) {
            return start < other.end + LANE && other.start < end + LANE;
        }
    }

    /** Wires that run straight and level, by the line they keep to. */
    private final TreeMap<Double, List<Stretch>> fixed = new TreeMap<>();
    private final Map<String, List<Point>> ways = new HashMap<>();

    Apart(List<Routes.Ends> level) {
        for (Routes.Ends e : level)
            fixed.computeIfAbsent(e.from().y(), k -> new ArrayList<>())
                    .add(new Stretch("", 0, true, e.from().y(), Math.min(e.from().x(), e.arrival().x()),
                            Math.max(e.from().x(), e.arrival().x())));
    }

    /** The ways, by wires, with shared stretches in lanes. */
    Map<String, List<Point>> of(SequencedMap<String, List<Point>> found) {
        found.forEach((wire, way) -> ways.put(wire, new ArrayList<>(way)));
        Map<Boolean, TreeMap<Long, List<Stretch>>> lines = new HashMap<>();
        found.forEach((wire, way) -> stretches(wire, way).forEach(s -> lines
                .computeIfAbsent(s.level, k -> new TreeMap<>())
                .computeIfAbsent(Math.round(s.line / LANE), k -> new ArrayList<>())
                .add(s)));
        lines.values().forEach(l -> l.values().forEach(this::spread));
        return ways;
    }

    private static List<Stretch> stretches(String wire, List<Point> way) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 1; i < way.size() - 2; i++) {
            Point a = way.get(i);
            Point b = way.get(i + 1);
            boolean level = Math.abs(a.y() - b.y()) < 1e-6;
            double one = level ? a.x() : a.y();
            double other = level ? b.x() : b.y();
            found.add(new Stretch(wire, i, level, level ? a.y() : a.x(), Math.min(one, other), Math.max(one, other)));
        }
        return found;
    }

    /** Stretches of one line: those that meet, directly or through others, share its lanes. */
    private void spread(List<Stretch> line) {
        line.sort(Comparator.comparingDouble(Stretch::start).thenComparing(Stretch::wire));
        List<Stretch> group = new ArrayList<>();
        double end = Double.NEGATIVE_INFINITY;
        for (Stretch stretch : line) {
            if (stretch.start > end + LANE && !group.isEmpty()) {
                lanes(group);
                group.clear();
            }
            group.add(stretch);
            end = Math.max(end, stretch.end);
        }
        lanes(group);
    }

    private void lanes(List<Stretch> group) {
        int[] lanes = new int[group.size()];
        int count = 1;
        for (int i = 0; i < lanes.length; i++) {
            while (taken(group, lanes, i))
                lanes[i]++;
            count = Math.max(count, lanes[i] + 1);
        }
        double apart = count == 1 ? 0 : Math.min(LANE, 2 * MOST / (count - 1));
        double line = group.stream().mapToDouble(Stretch::line).average().orElseThrow();
        double first = line - (count - 1) / 2.0 * apart + aside(group, line, count * LANE / 2);
        for (int i = 0; i < lanes.length; i++)
            move(group.get(i), first + lanes[i] * apart);
    }

    /** How far a group goes aside so that no straight wire runs on one of its lanes. */
    private double aside(List<Stretch> group, double line, double half) {
        if (!group.getFirst().level) return 0;
        for (double aside : ASIDE) {
            boolean free = fixed.subMap(line + aside - half, line + aside + half)
                    .values()
                    .stream()
                    .flatMap(List::stream)
                    .noneMatch(f -> group.stream().anyMatch(f::meets));
            if (free) return aside;
        }
        return 0;
    }

    private static boolean taken(List<Stretch> group, int[] lanes, int i) {
        for (int j = 0; j < i; j++) {
            if (lanes[j] == lanes[i] && group.get(i).meets(group.get(j))) return true;
        }
        return false;
    }

    private void move(Stretch s, double line) {
        List<Point> way = ways.getOrDefault(s.wire, List.of());
        for (int i = s.from; i <= s.from + 1; i++) {
            Point p = way.get(i);
            way.set(i, s.level ? new Point(p.x(), line) : new Point(line, p.y()));
        }
    }
}
