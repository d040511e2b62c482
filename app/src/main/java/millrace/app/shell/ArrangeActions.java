package millrace.app.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import millrace.app.editor.Arranging.Way;
import millrace.app.editor.Editor;
import millrace.app.editor.EditorState;
import millrace.app.editor.Reach;
import millrace.app.editor.Selection;
import millrace.design.Frame;

/** Choosing along wires, bringing into line, frames, names in place. */
final class ArrangeActions {
    private final Designer parts;
    private final Editor editor;
    private final Map<Way, Action> ways = new LinkedHashMap<>();
    private final Action upstream;
    private final Action downstream;
    private final Action rename;
    private final Action colour;

    ArrangeActions(Designer parts, Actions actions) {
        this.parts = parts;
        editor = parts.workspace.editor();
        upstream = actions.add("select-upstream", "Shortcut+Shift+LEFT",
                () -> editor.select(Reach.upstream(editor.state())));
        downstream = actions.add("select-downstream", "Shortcut+Shift+RIGHT",
                () -> editor.select(Reach.downstream(editor.state())));
        way(actions, Way.LEFT, "align-left", "Alt+Shift+LEFT");
        way(actions, Way.CENTRE, "align-centre", "Alt+Shift+C");
        way(actions, Way.RIGHT, "align-right", "Alt+Shift+RIGHT");
        way(actions, Way.TOP, "align-top", "Alt+Shift+UP");
        way(actions, Way.MIDDLE, "align-middle", "Alt+Shift+M");
        way(actions, Way.BOTTOM, "align-bottom", "Alt+Shift+DOWN");
        way(actions, Way.ACROSS, "distribute-across", "Alt+Shift+H");
        way(actions, Way.DOWN, "distribute-down", "Alt+Shift+V");
        rename = actions.add("rename", "F2", () -> parts.canvas.hand().rename());
        actions.add("frame", "Shortcut+G", () -> parts.canvas.hand().addFrame());
        colour = actions.add("frame-colour", "", this::colour);
    }

    private void way(Actions actions, Way way, String id, String keys) {
        ways.put(way, actions.add(id, keys,
                () -> editor.dispatch(parts.edits.arrange(way, parts.canvas.hand().hand().extents()))));
    }

    void edited(EditorState state) {
        Selection selection = state.selection();
        int things = selection.size() - selection.wires().size();
        ways.forEach((way, action) -> action.possible().set(things >= way.least()));
        boolean reaches = !selection.nodes().isEmpty() || !selection.wires().isEmpty();
        upstream.possible().set(reaches);
        downstream.possible().set(reaches);
        rename.possible().set(selection.size() == 1 && things == 1);
        colour.possible().set(!selection.frames().isEmpty());
    }

    /** The next colour for the frame that was selected last. */
    private void colour() {
        editor.design().frame(editor.state().selection().frames().getLast()).ifPresent(frame -> {
            int next = (Frame.COLOURS.indexOf(frame.colour()) + 1) % Frame.COLOURS.size();
            editor.dispatch(parts.edits.colourFrame(frame.id(), Frame.COLOURS.get(next)));
        });
    }
}
