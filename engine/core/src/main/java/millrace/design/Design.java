package millrace.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything a run depends on, as a value: a run is a pure function of it. Edits give a new design. A design may be wrong
 * (a broken setting, a wire to nowhere): the compiler says so.
 *
 * @param settings of the run, as written: {@code clock} (start of the virtual clock, "12:00:00" or "2018-01-31 00:00"),
 *        {@code seed}, {@code until} (where the run is cut), {@code transit} (default of all wires), {@code mode}
 *        ("streaming" or "batch"), {@code dialect}
 * @param expected what a run gives, checked by {@code millrace test}; as written
 * @param extra fields of the file that this version does not know, kept for saving
 */
public record Design(String name, String about, Value.Group settings, List<Node> nodes, List<Wire> wires,
        List<Note> notes, List<Frame> frames, List<Value.Group> expected, Value.Group extra) {

    public static final Design EMPTY = new Design("Untitled", "", Value.Group.EMPTY, List.of(), List.of(), List.of(),
            List.of(), List.of(), Value.Group.EMPTY);

    public Design {
        nodes = List.copyOf(nodes);
        wires = List.copyOf(wires);
        notes = List.copyOf(notes);
        frames = List.copyOf(frames);
        expected = List.copyOf(expected);
    }

    /** A design without frames. */
    public Design(String name, String about, Value.Group settings, List<Node> nodes, List<Wire> wires,
            List<Note> notes, List<Value.Group> expected, Value.Group extra) {
        this(name, about, settings, nodes, wires, notes, List.of(), expected, extra);
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    public Optional<Note> note(String id) {
        return notes.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    public Optional<Frame> frame(String id) {
        return frames.stream().filter(f -> f.id().equals(id)).findFirst();
    }

    /** The wires that end at the node, in their order. */
    public List<Wire> into(String node) {
        return wires.stream().filter(w -> w.to().node().equals(node)).toList();
    }

    /** The wires that begin at the node, in their order, which is the order of sending. */
    public List<Wire> outOf(String node) {
        return wires.stream().filter(w -> w.from().node().equals(node)).toList();
    }

    public Design withNodes(List<Node> next) {
        return new Design(name, about, settings, next, wires, notes, frames, expected, extra);
    }

    public Design withWires(List<Wire> next) {
        return new Design(name, about, settings, nodes, next, notes, frames, expected, extra);
    }

    public Design withNotes(List<Note> next) {
        return new Design(name, about, settings, nodes, wires, next, frames, expected, extra);
    }

    public Design withFrames(List<Frame> next) {
        return new Design(name, about, settings, nodes, wires, notes, next, expected, extra);
    }

    public Design withSettings(Value.Group next) {
        return new Design(name, about, next, nodes, wires, notes, frames, expected, extra);
    }

    public Design named(String next) {
        return new Design(next, about, settings, nodes, wires, notes, frames, expected, extra);
    }

    public Design add(Node node) {
        List<Node> next = new ArrayList<>(nodes);
        next.add(node);
        return withNodes(next);
    }

    /** Adds the wire unless it is there. */
    public Design add(Wire wire) {
        if (wires.stream().anyMatch(w -> w.id().equals(wire.id()))) return this;
        List<Wire> next = new ArrayList<>(wires);
        next.add(wire);
        return withWires(next);
    }

    /** Changes one node in place; nothing if there is none of that id. */
    public Design change(String id, UnaryOperator<Node> edit) {
        return withNodes(nodes.stream().map(n -> n.id().equals(id) ? edit.apply(n) : n).toList());
    }

    /** Removes the node and its wires. */
    public Design removeNode(String id) {
        return withNodes(nodes.stream().filter(n -> !n.id().equals(id)).toList())
                .withWires(
                        wires.stream().filter(w -> !w.from().node().equals(id) && !w.to().node().equals(id)).toList());
    }

    public Design removeWire(String id) {
        return withWires(wires.stream().filter(w -> !w.id().equals(id)).toList());
    }

    /** An id that is not in use: the stem, or the stem with the smallest number from 2 that makes it free. */
    public String freshId(String stem) {
        if (node(stem).isEmpty()) return stem;
        int n = 2;
        while (node(stem + "-" + n).isPresent())
            n++;
        return stem + "-" + n;
    }
}
