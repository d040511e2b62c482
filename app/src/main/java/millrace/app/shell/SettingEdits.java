package millrace.app.shell;

import millrace.app.editor.Edits;
import millrace.app.editor.Fixes;
import millrace.app.editor.Transaction;
import millrace.app.inspector.Subject;
import millrace.design.Frame;
import millrace.design.Value;

/** The step by which a setting of what the inspector shows gets a value, or, by {@link Value.Nothing}, loses it. */
record SettingEdits(Edits edits) {
    Transaction set(Subject subject, String path, Value value) {
        boolean none = value instanceof Value.Nothing;
        boolean away = none || value.equals(Value.of(""));
        return switch (subject) {
            case Subject.OfNode n -> node(n.node().id(), path, value);
            case Subject.OfNodes n -> all(n, path, value);
            case Subject.OfUnknown n -> Fixes.retyped(n.node().id(), value instanceof Value.Text t ? t.text() : "");
            case Subject.OfNote n -> edits.writeNote(n.note().id(), value instanceof Value.Text t ? t.text() : "");
            case Subject.OfFrame f -> frame(f.frame().id(), path, value instanceof Value.Text t ? t.text() : "");
            case Subject.OfWire w -> away ? edits.unsetWire(w.wire().id(), path).merging("set " + w.wire().id() + path)
                    : edits.setWire(w.wire().id(), path, value);
            case Subject.OfDesign d -> away ? edits.unsetRun(path) : edits.setRun(path, value);
        };
    }

    private Transaction frame(String id, String path, String text) {
        return path.equals(Subject.OfFrame.NOTE) ? edits.noteFrame(id, text)
                : edits.colourFrame(id, text.isEmpty() ? Frame.USUAL_COLOUR : text);
    }

    /** Both have one mark, so that a field that is emptied and written again is one step. */
    private Transaction node(String id, String path, Value value) {
        Transaction set = edits.set(id, path, value);
        return value instanceof Value.Nothing
                ? edits.unset(id, path).merging(set.merge().orElse(path))
                : set;
    }

    /** The same for several nodes, as one step. */
    private Transaction all(Subject.OfNodes nodes, String path, Value value) {
        return Transaction.of(node(nodes.nodes().getFirst().node().id(), path, value).naming(), state -> {
            var next = state;
            for (Subject.OfNode n : nodes.nodes())
                next = node(n.node().id(), path, value).change().apply(next);
            return next;
        }).merging("set all " + path);
    }
}
