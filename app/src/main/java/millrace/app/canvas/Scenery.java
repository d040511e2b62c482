package millrace.app.canvas;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.app.tool.Box;
import millrace.design.Problem;

/**
 * Everything the layers are drawn from but the moment.
 *
 * @param problems the first error of each node, by its id
 * @param running whether there is a moment to show
 */
record Scenery(Layout layout, Selection selection, Viewport view, Theme theme, Labels labels,
        Map<String, String> problems, Focus focus, boolean running) {
    /** Below this zoom nodes show their header only, and below that one their icon and name. */
    static final double COMPACT_ZOOM = Tokens.COMPACT_ZOOM;
    static final double BARE_ZOOM = Tokens.BARE_ZOOM;
    /** Below this zoom no letter can be read: a node is a patch. */
    static final double PATCH_ZOOM = 0.24;

    static Map<String, String> problems(List<Problem> all) {
        Map<String, String> first = new HashMap<>();
        for (Problem problem : all) {
            if (problem.isError() && !problem.where().node().isEmpty())
                first.putIfAbsent(problem.where().node(), problem.message());
        }
        return first;
    }

    boolean bare() {
        return view.zoom() < BARE_ZOOM;
    }

    Scenery seenFrom(Viewport other) {
        return new Scenery(layout, selection, other, theme, labels, problems, focus, running);
    }

    boolean patches() {
        return view.zoom() < PATCH_ZOOM;
    }

    NodePainter.Detail detail() {
        if (patches()) return NodePainter.Detail.PATCH;
        return bare() ? NodePainter.Detail.NAME
                : view.zoom() < COMPACT_ZOOM ? NodePainter.Detail.HEADER : NodePainter.Detail.FULL;
    }

    NodePainter.Look look(Shape shape) {
        return new NodePainter.Look(selection.nodes().contains(shape.id()), focus.faint(shape.id()),
                running, problems.getOrDefault(shape.id(), ""));
    }

    /** The nodes that overlap another: their live state must be drawn with their frames, in order. */
    Set<String> stacked(Iterable<Shape> among) {
        Set<String> stacked = new HashSet<>();
        for (Shape shape : among) {
            if (layout.meets(shape.box().grown(6)) > 1) stacked.add(shape.id());
        }
        return stacked;
    }

    /**
     * The part of the canvas that looks different from before; empty if it may be all of it. What follows from edits of
     * nodes and wires, from selecting and from problems is found; anything else is everything. What rests
     * says nothing of the run but that there is one.
     */
    Optional<Box> changedSince(Scenery before) {
        boolean alike = theme == before.theme && focus.equals(before.focus)
                && running == before.running && view.equals(before.view)
                && layout.design().notes().equals(before.layout.design().notes())
                && layout.design().frames().equals(before.layout.design().frames())
                && selection.notes().equals(before.selection.notes())
                && selection.frames().equals(before.selection.frames());
        if (!alike) return Optional.empty();
        Set<String> nodes = differing(selection.nodes(), before.selection.nodes());
        nodes.addAll(
                differing(problems.entrySet(), before.problems.entrySet()).stream().map(Map.Entry::getKey).toList());
        Set<String> wires = differing(selection.wires(), before.selection.wires());
        return layout.changedSince(before.layout, nodes, wires);
    }

    private static <T> Set<T> differing(Collection<T> one, Collection<T> other) {
        Set<T> differing = new HashSet<>(one);
        differing.removeAll(other);
        other.stream().filter(o -> !one.contains(o)).forEach(differing::add);
        return differing;
    }
}
