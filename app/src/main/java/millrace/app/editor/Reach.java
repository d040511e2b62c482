package millrace.app.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import millrace.design.Design;
import millrace.design.Wire;

/** What lies before and behind the selected nodes, along the wires. */
public final class Reach {
    private Reach() {}

    /** The selection, with all nodes from which something comes to it and the wires on the way. */
    public static Selection upstream(EditorState state) {
        return follow(state, state.design()::into, wire -> wire.from().node());
    }

    /** The selection, with all nodes to which something goes from it and the wires on the way. */
    public static Selection downstream(EditorState state) {
        return follow(state, state.design()::outOf, wire -> wire.to().node());
    }

    private static Selection follow(EditorState state, Function<String, List<Wire>> wires,
            Function<Wire, String> next) {
        LinkedHashSet<String> nodes = new LinkedHashSet<>();
        LinkedHashSet<String> passed = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(starts(state, next));
        while (!open.isEmpty()) {
            String node = open.removeFirst();
            if (!nodes.add(node)) continue;
            for (Wire wire : wires.apply(node)) {
                passed.add(wire.id());
                open.addLast(next.apply(wire));
            }
        }
        return state.selection()
                .with(new Selection(nodes, passed, new LinkedHashSet<>()))
                .within(state.design());
    }

    /** The selected nodes, and those at the ends of selected wires. */
    private static List<String> starts(EditorState state, Function<Wire, String> next) {
        Design design = state.design();
        LinkedHashSet<String> starts = new LinkedHashSet<>(state.selection().nodes());
        design.wires()
                .stream()
                .filter(w -> state.selection().wires().contains(w.id()))
                .forEach(w -> starts.add(next.apply(w)));
        return List.copyOf(starts);
    }
}
