package millrace.app.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
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
    static final double COMPACT_ZOOM = 0.6;
    static final double BARE_ZOOM = 0.35;

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

    NodePainter.Look look(Shape shape) {
        return new NodePainter.Look(selection.nodes().contains(shape.id()), focus.faint(shape.id()),
                running, problems.getOrDefault(shape.id(), ""));
    }

    /** The nodes that overlap another: their live state must be drawn with their frames, in order. */
    Set<String> stacked() {
        Set<String> stacked = new HashSet<>();
        for (Shape a : layout.shapes()) {
            for (Shape b : layout.shapes()) {
                if (a != b && a.box().grown(6).meets(b.box())) stacked.add(a.id());
            }
        }
        return stacked;
    }
}
