package millrace.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Location;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;

/** Makes a design of the parts of a file. */
final class DesignShape {
    /** The code of what is wrong with a file of a newer version. */
    static final String NEWER = "newer-version";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
    private static final int COLUMNS = 5;
    private final Told told;

    DesignShape(Told told) {
        this.told = told;
    }

    Optional<Design> design(Part root) {
        if (root.broken()) return Optional.empty();
        if (!root.isGroup()) {
            told.loss(root.offset(), Location.DESIGN, "format.not-a-design", root.value().kind());
            return Optional.empty();
        }
        version(root);
        Shape shape = new Shape(root, Location.DESIGN, told);
        List<Value.Group> expected = new ArrayList<>();
        shape.groups("expected", Limits.ROWS, "format.too-many-expected")
                .forEach(p -> expected.add((Value.Group) p.value()));
        return Optional.of(new Design(shape.text("name").orElse("Untitled"), shape.text("about").orElse(""),
                shape.group("settings"), nodes(shape.groups("nodes", Limits.NODES, "format.too-many-nodes")),
                wires(shape.groups("wires", Limits.WIRES, "format.too-many-wires")),
                notes(shape.groups("notes", Limits.NODES, "format.too-many-notes")),
                frames(shape.groups("frames", Limits.NODES, "format.too-many-frames")), expected,
                FieldOrder.extra((Value.Group) root.value(), FieldOrder.DESIGN)));
    }

    private void version(Part root) {
        Optional<Part> part = root.field("millrace");
        if (part.isEmpty())
            told.loss(root.offset(), Location.DESIGN, "format.no-version", DesignReader.VERSION);
        else if (!part.get().broken()) version(part.get(), part.get().value());
    }

    private void version(Part part, Value value) {
        BigDecimal mine = BigDecimal.valueOf(DesignReader.VERSION);
        if (value instanceof Value.Number n && n.number().compareTo(mine) == 0) return;
        boolean newer = value instanceof Value.Number n && n.number().compareTo(mine) > 0;
        Location where = Location.setting("", "millrace");
        told.loss(part.offset(), where, newer ? "format.newer-version" : "format.wrong-version", ValueText.of(value),
                DesignReader.VERSION);
    }

    private List<Node> nodes(List<Part> parts) {
        List<Node> nodes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Part part : parts)
            node(part, nodes.size(), ids).ifPresent(nodes::add);
        return nodes;
    }

    private Optional<Node> node(Part part, int number, Set<String> ids) {
        Location where = Location
                .node(part.field("id").map(p -> p.value()).orElse(new Value.Nothing()) instanceof Value.Text t
                        ? t.text()
                        : "");
        Shape shape = new Shape(part, where, told);
        Optional<String> id = shape.required("id", "format.missing-id");
        Optional<String> type = shape.required("type", "format.missing-type");
        Point at = shape.point("at").orElse(usualPlace(number));
        Value.Group settings = shape.group("settings");
        if (id.isEmpty() || !goodId(part, id.get(), ids)) return Optional.empty();
        return Optional.of(new Node(id.get(), type.orElse(""), shape.text("name").orElse(id.get()), at, settings,
                FieldOrder.extra((Value.Group) part.value(), FieldOrder.NODE)));
    }

    private boolean goodId(Part node, String id, Set<String> ids) {
        int offset = node.field("id").orElse(node).offset();
        Location where = Location.node(id);
        if (!ID.matcher(id).matches()) {
            told.loss(offset, where, "format.bad-id", id);
            return false;
        }
        if (id.equals("settings")) {
            told.loss(offset, where, "format.bad-id.settings");
            return false;
        }
        if (ids.add(id)) return true;
        told.loss(offset, where, "format.duplicate-id", id);
        return false;
    }

    /** Where a node without a place stands: in rows of five. */
    private static Point usualPlace(int number) {
        return new Point(24 + number % COLUMNS * 184, 40 + number / COLUMNS * 160);
    }

    private List<Wire> wires(List<Part> parts) {
        List<Wire> wires = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Optional<Wire> wire = wire(part, new Shape(part, Location.setting("", "wires[" + i + "]"), told));
            if (wire.isPresent() && once(part, wire.get(), ids, i)) wires.add(wire.get());
        }
        return wires;
    }

    private boolean once(Part part, Wire wire, Set<String> ids, int number) {
        if (ids.add(wire.id())) return true;
        told.loss(part.offset(), Location.setting("", "wires[" + number + "]"), "format.duplicate-wire", wire.id());
        return false;
    }

    private static Optional<Wire> wire(Part part, Shape shape) {
        Optional<String> from = shape.required("from", "format.missing-from");
        Optional<String> to = shape.required("to", "format.missing-to");
        if (from.isEmpty() || to.isEmpty()) return Optional.empty();
        Value.Group settings = ((Value.Group) part.value()).without("from").without("to");
        return Optional.of(new Wire(PortRef.parse(from.get(), PortRef.OUT), PortRef.parse(to.get(), PortRef.IN),
                settings));
    }

    private List<Note> notes(List<Part> parts) {
        List<Note> notes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Shape shape = new Shape(part, Location.setting("", "notes[" + i + "]"), told);
            String id = shape.text("id").filter(ids::add).orElseGet(() -> freshId("n", ids));
            notes.add(new Note(id, shape.required("text", "format.missing-text").orElse(""),
                    shape.point("at").orElse(new Point(24, 24)),
                    shape.between("width", Note.NARROWEST, Note.WIDEST).orElse(0),
                    FieldOrder.extra((Value.Group) part.value(), FieldOrder.NOTE)));
        }
        return notes;
    }

    private List<Frame> frames(List<Part> parts) {
        List<Frame> frames = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Shape shape = new Shape(part, Location.setting("", "frames[" + i + "]"), told);
            String id = shape.text("id").filter(ids::add).orElseGet(() -> freshId("f", ids));
            Point size = shape.point("size").orElse(new Point(240, 160));
            frames.add(new Frame(id, shape.text("title").orElse(""),
                    shape.text("colour").orElse(Frame.USUAL_COLOUR), shape.point("at").orElse(new Point(24, 24)),
                    size.x(), size.y(), FieldOrder.extra((Value.Group) part.value(), FieldOrder.FRAME)));
        }
        return frames;
    }

    private static String freshId(String stem, Set<String> ids) {
        int n = 1;
        while (!ids.add(stem + n))
            n++;
        return stem + n;
    }
}
