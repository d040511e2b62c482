package millrace.app.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import millrace.app.tool.Box;
import millrace.design.Point;

/**
 * The shortest way around boxes, in level and upright lines with few corners. It leaves to the right and comes in from the
 * left. The lines that it may use lie beside the boxes and in line with its ends: on those the shortest ways lie.
 */
final class Detour {
    /** How far it stays from a box. */
    static final double BESIDE = 18;
    /** It leaves its port and comes to the other one by so much at least. */
    static final double STUB = 22;
    /** A corner is as bad as so many px. */
    private static final double BEND = 48;
    /** Nearer than this to a box it may not go: a corner that is rounded off still passes. */
    private static final double CLEAR = 7;
    private static final int[][] TURNS = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    private static final int LEFT = 2;

    private final Point start;
    private final Point end;
    private final double[] xs;
    private final double[] ys;
    private final List<Box> boxes;
    private final double[] cost;
    private final int[] before;

    private Detour(Point from, Point to, Collection<Box> around) {
        start = new Point(from.x() + STUB, from.y());
        end = new Point(to.x() - STUB, to.y());
        boxes = around.stream().map(b -> b.grown(CLEAR)).toList();
        TreeSet<Double> columns = new TreeSet<>(List.of(start.x(), end.x()));
        TreeSet<Double> rows = new TreeSet<>(List.of(start.y(), end.y()));
        for (Box b : around) {
            columns.addAll(List.of(b.x() - BESIDE, b.right() + BESIDE));
            rows.addAll(List.of(b.y() - BESIDE, b.bottom() + BESIDE));
        }
        xs = columns.stream().mapToDouble(Double::doubleValue).toArray();
        ys = rows.stream().mapToDouble(Double::doubleValue).toArray();
        cost = new double[xs.length * ys.length * TURNS.length];
        before = new int[cost.length];
        Arrays.fill(cost, Double.MAX_VALUE);
        Arrays.fill(before, -1);
    }

    /** The corners of the way with both ends; empty if there is none. */
    static List<Point> around(Point from, Point to, Collection<Box> boxes) {
        Detour detour = new Detour(from, to, boxes);
        List<Point> found = detour.search();
        if (found.isEmpty()) return found;
        List<Point> way = new ArrayList<>();
        way.add(from);
        way.addAll(found);
        way.add(to);
        return straightened(way);
    }

    private record Step(int state, double least) {}

    /** A state is a crossing of two lines and the direction in which one comes to it. */
    private List<Point> search() {
        PriorityQueue<Step> open = new PriorityQueue<>((a, b) -> Double.compare(a.least, b.least));
        int first = state(Arrays.binarySearch(xs, start.x()), Arrays.binarySearch(ys, start.y()), 0);
        cost[first] = 0;
        open.add(new Step(first, 0));
        while (!open.isEmpty()) {
            Step step = open.remove();
            if (point(step.state).equals(end) && step.state % TURNS.length != LEFT) return back(step.state);
            if (step.least > cost[step.state] + rest(step.state) + 1e-6) continue;
            for (int turn = 0; turn < TURNS.length; turn++)
                go(step.state, turn, open);
        }
        return List.of();
    }

    private void go(int state, int turn, PriorityQueue<Step> open) {
        int direction = state % TURNS.length;
        if ((turn + 2) % TURNS.length == direction) return;
        int x = state / TURNS.length / ys.length + TURNS[turn][0];
        int y = state / TURNS.length % ys.length + TURNS[turn][1];
        if (x < 0 || y < 0 || x >= xs.length || y >= ys.length) return;
        Point here = point(state);
        Point there = new Point(xs[x], ys[y]);
        int next = state(x, y, turn);
        double total = cost[state] + Math.abs(there.x() - here.x()) + Math.abs(there.y() - here.y())
                + (turn == direction ? 0 : BEND);
        if (total >= cost[next] || blocked(here, there)) return;
        cost[next] = total;
        before[next] = state;
        open.add(new Step(next, total + rest(next)));
    }

    private boolean blocked(Point a, Point b) {
        for (Box box : boxes) {
            if (Curve.crosses(a, b, box)) return true;
        }
        return false;
    }

    /** What is left at least. */
    private double rest(int state) {
        Point p = point(state);
        return Math.abs(end.x() - p.x()) + Math.abs(end.y() - p.y());
    }

    private int state(int x, int y, int direction) {
        return (x * ys.length + y) * TURNS.length + direction;
    }

    private Point point(int state) {
        int place = state / TURNS.length;
        return new Point(xs[place / ys.length], ys[place % ys.length]);
    }

    private List<Point> back(int last) {
        List<Point> way = new ArrayList<>();
        for (int state = last; state >= 0; state = before[state])
            way.add(point(state));
        return way.reversed();
    }

    /** Without the points that are no corners. */
    private static List<Point> straightened(List<Point> way) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            boolean end = i == 0 || i == way.size() - 1;
            if (end || !inLine(corners.getLast(), way.get(i), way.get(i + 1))) corners.add(way.get(i));
        }
        return corners;
    }

    private static boolean inLine(Point a, Point b, Point c) {
        return Math.abs(a.x() - b.x()) < 1e-6 && Math.abs(b.x() - c.x()) < 1e-6
                || Math.abs(a.y() - b.y()) < 1e-6 && Math.abs(b.y() - c.y()) < 1e-6;
    }
}
