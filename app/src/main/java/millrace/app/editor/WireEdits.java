package millrace.app.editor;

import java.util.List;
import java.util.function.UnaryOperator;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;

/** Drawing, moving and setting wires. */
sealed interface WireEdits permits Edits {
    default Transaction connect(PortRef from, PortRef to) {
        return Transaction.of(d -> Words.of("connect", Words.name(d, from.node()), Words.name(d, to.node())),
                state -> new EditorState(state.design().add(new Wire(from, to)), state.selection()));
    }

    default Transaction disconnect(String wire) {
        return Transaction.design(d -> Words.of("disconnect", Words.wire(d, wire)), design -> design.removeWire(wire));
    }

    /** Takes an end of a wire, its beginning at an output or its end at an input, to another port. */
    default Transaction reconnect(String wire, PortRef port, boolean output) {
        return Transaction.of(d -> Words.of("reconnect", Words.wire(d, wire)), state -> {
            List<Wire> wires = state.design()
                    .wires()
                    .stream()
                    .map(w -> w.id().equals(wire) ? bent(w, port, output) : w)
                    .toList();
            boolean selected = state.selection().equals(Selection.wire(wire));
            Wire now = wires.get(state.design().wires().stream().map(Wire::id).toList().indexOf(wire));
            return new EditorState(state.design().withWires(wires),
                    selected ? Selection.wire(now.id()) : state.selection());
        });
    }

    private static Wire bent(Wire wire, PortRef port, boolean output) {
        return output ? new Wire(port, wire.to(), wire.settings()) : new Wire(wire.from(), port, wire.settings());
    }

    /** Sets a setting of a wire: "transit". */
    default Transaction setWire(String id, String path, Value value) {
        return changeWire("change", path, id, settings -> SettingPath.set(settings, path, value))
                .merging("set " + id + "." + path);
    }

    /** Takes a setting of a wire away. */
    default Transaction unsetWire(String id, String path) {
        return changeWire("reset", path, id, settings -> SettingPath.remove(settings, path));
    }

    private static Transaction changeWire(String how, String path, String id, UnaryOperator<Value.Group> change) {
        return Transaction.design(d -> Words.of(how, Words.wireSetting(path), Words.wire(d, id)),
                design -> design.withWires(design.wires()
                        .stream()
                        .map(w -> w.id().equals(id) ? new Wire(w.from(), w.to(), change.apply(w.settings())) : w)
                        .toList()));
    }
}
