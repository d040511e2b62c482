package millrace.app.shell;

import java.util.Optional;
import millrace.app.editor.EditorState;
import millrace.app.help.NodeHelp;
import millrace.catalog.NodeType;

/** What explains, and what finds. */
final class HelpActions {
    private final Designer parts;

    HelpActions(Designer parts, Actions actions) {
        this.parts = parts;
        actions.add("help", "F1", this::help);
        actions.add("shortcuts", "Shift+Slash", () -> parts.shortcuts.open());
        actions.add("search", "Shortcut+F", () -> parts.search.open());
        actions.add("inspector", "Shortcut+I", () -> parts.inspector.enter());
        actions.add("fix", "Shortcut+Period", this::fixFirst);
    }

    /** Of the one node that is selected; without one, the keys. */
    private void help() {
        Optional<NodeType> type = selected();
        if (type.isEmpty()) parts.shortcuts.open();
        else
            parts.help.show(type.get(), new FromHelp());
    }

    private Optional<NodeType> selected() {
        EditorState state = parts.workspace.editor().state();
        if (state.selection().nodes().size() != 1) return Optional.empty();
        return state.design().node(state.selection().nodes().getFirst()).flatMap(parts.types::of);
    }

    /** The first problem that a click can put right. */
    private void fixFirst() {
        parts.workspace.problems()
                .stream()
                .flatMap(p -> parts.fix(p).stream())
                .findFirst()
                .ifPresent(f -> parts.workspace.editor().dispatch(f.transaction()));
    }

    private final class FromHelp implements NodeHelp.Requests {
        @Override
        public void open(String example) {
            parts.host().copy(example);
        }

        @Override
        public void closed() {
            parts.canvas.requestFocus();
        }
    }
}
