package millrace.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import millrace.app.editor.Selection;
import millrace.app.editor.Types;
import millrace.app.tool.Box;
import millrace.app.tool.Ground;
import millrace.app.tool.Hit;
import millrace.app.tool.Standing;
import millrace.catalog.NodeType;
import millrace.catalog.PortSpec;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Wire;

/** Where everything of a design stands: nodes with their ports, the ways of wires, notes, frames. A function of its arguments. */
final class Layout implements Ground {
    /** How near the pointer must be to a port, and to a wire. */
    private static final double PORT_REACH = 12;
    private static final double WIRE_REACH = 7;
    private static final double EDGE_REACH = 5;

    private final SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
    private final SequencedMap<String, Curve> curves = new LinkedHashMap<>();
    private final SequencedMap<String, Box> notes = new LinkedHashMap<>();
    private final SequencedMap<String, Box> frames = new LinkedHashMap<>();
    private final Map<PortRef, Point> outs = new LinkedHashMap<>();
    private final Map<PortRef, Point> ins = new LinkedHashMap<>();
    private final Design design;

    private Layout(Design design) {
        this.design = design;
    }

    /** @param compact whether nodes show their header only */
    static Layout of(Design design, Types types, Sizes sizes, boolean compact) {
        Layout layout = new Layout(design);
        List<Draft> drafts = design.nodes().stream().map(n -> layout.draft(n, types, sizes, compact)).toList();
        drafts.forEach(d -> d.outputs().forEach(p -> layout.outs.put(p.ref(), p.at())));
        drafts.forEach(layout::place);
        for (Wire wire : design.wires())
            layout.curve(wire).ifPresent(c -> layout.curves.put(wire.id(), c));
        for (Note note : design.notes())
            layout.notes.put(note.id(), noteBox(note));
        for (Frame f : design.frames())
            layout.frames.put(f.id(), new Box(f.at().x(), f.at().y(), f.width(), f.height()));
        return layout;
    }

    /** A node before its inputs are put in line with what comes in. */
    private record Draft(Node node, Optional<NodeType> type, Kind kind, Box box, List<Shape.Port> outputs,
            int columns) {}

    private Draft draft(Node node, Types types, Sizes sizes, boolean compact) {
        Optional<NodeType> type = types.of(node);
        Kind kind = Kind.of(type);
        double height = compact ? Shape.COMPACT : sizes.height(node, type, kind);
        Box box = new Box(node.at().x(), node.at().y(), sizes.width(node, type, kind), height);
        return new Draft(node, type, kind, box, outputs(node, type, kind, box), sizes.columns(node));
    }

    private List<Shape.Port> outputs(Node node, Optional<NodeType> type, Kind kind, Box box) {
        List<PortSpec> specs = type.map(t -> t.outputs(node.settings()))
                .orElseGet(() -> wired(design.wires().stream().map(Wire::from), node));
        List<Shape.Port> ports = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            double y = kind == Kind.WINDOW ? windowOutput(specs, i, box) : spread(i, specs.size(), box);
            ports.add(new Shape.Port(new PortRef(node.id(), specs.get(i).name()), specs.get(i), true,
                    new Point(box.right(), box.y() + y)));
        }
        return ports;
    }

    /** The ports of a node of unknown type, as far as wires tell of them. */
    private static List<PortSpec> wired(Stream<PortRef> ends, Node node) {
        return ends.filter(p -> p.node().equals(node.id()))
                .map(PortRef::port)
                .distinct()
                .map(name -> new PortSpec(name, name.equals("late") ? PortSpec.Carries.LATE : PortSpec.Carries.EVENTS,
                        true))
                .toList();
    }

    /** Results leave above the columns, late events from the foot. */
    private static double windowOutput(List<PortSpec> specs, int i, Box box) {
        if (box.height() <= Shape.COMPACT) return spread(i, specs.size(), box);
        return specs.get(i).carries() == PortSpec.Carries.LATE ? box.height() - Shape.FOOT / 2 : Shape.HEADER + 10;
    }

    private static double spread(int i, int count, Box box) {
        double pitch = Math.min(26, box.height() / (count + 0.0));
        return Math.round(box.height() / 2 + (i - (count - 1) / 2.0) * pitch);
    }

    private void place(Draft d) {
        List<PortSpec> specs = d.type()
                .map(t -> t.inputs(d.node().settings()))
                .orElseGet(() -> wired(design.wires().stream().map(Wire::to), d.node()));
        List<Shape.Port> inputs = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            PortRef ref = new PortRef(d.node().id(), specs.get(i).name());
            double y = inLine(ref, d.box()).orElse(d.box().y() + spread(i, specs.size(), d.box()));
            Point at = new Point(d.box().x(), y);
            ins.put(ref, at);
            inputs.add(new Shape.Port(ref, specs.get(i), false, at));
        }
        shapes.put(d.node().id(), new Shape(d.node(), d.type(), d.kind(), d.box(), inputs, d.outputs(), d.columns()));
    }

    /** The height of the one port that a wire comes from, if a straight wire from there meets the node's side. */
    private Optional<Double> inLine(PortRef input, Box box) {
        List<Wire> wires = design.wires().stream().filter(w -> w.to().equals(input)).toList();
        if (wires.size() != 1) return Optional.empty();
        double margin = box.height() <= Shape.COMPACT ? 10 : 24;
        return Optional.ofNullable(outs.get(wires.getFirst().from()))
                .filter(p -> p.x() < box.x() && p.y() >= box.y() + margin && p.y() <= box.bottom() - margin)
                .map(Point::y);
    }

    private Optional<Curve> curve(Wire wire) {
        Point from = outs.get(wire.from());
        Point to = ins.get(wire.to());
        return from == null || to == null ? Optional.empty() : Optional.of(Curve.between(from, to));
    }

    private static Box noteBox(Note note) {
        NoteText text = NoteText.of(note.text(), note.width());
        return new Box(note.at().x(), note.at().y(), text.width(), text.height());
    }

    Design design() {
        return design;
    }

    /** The nodes, those drawn first first. */
    Iterable<Shape> shapes() {
        return shapes.values();
    }

    Optional<Shape> shape(String node) {
        return Optional.ofNullable(shapes.get(node));
    }

    Optional<Curve> wireCurve(String wire) {
        return Optional.ofNullable(curves.get(wire));
    }

    SequencedMap<String, Box> notes() {
        return notes;
    }

    Optional<Box> frame(String id) {
        return Optional.ofNullable(frames.get(id));
    }

    /** The rectangle around everything; empty if there is nothing. */
    Optional<Box> bounds() {
        return Stream.concat(boxes(), frames.values().stream()).reduce(Box::with);
    }

    /** Whether a node or note lies in that part of the view. */
    boolean touches(Viewport view, Box part) {
        Point from = view.toCanvas(part.x(), part.y());
        Box there = new Box(from.x(), from.y(), part.width() / view.zoom(), part.height() / view.zoom());
        return boxes().anyMatch(box -> box.meets(there));
    }

    /** The rectangles of all nodes and notes. */
    Stream<Box> boxes() {
        return Stream.concat(shapes.values().stream().map(Shape::box), notes.values().stream());
    }

    /** Where a port is, of either side. */
    Optional<Point> at(PortRef ref, boolean output) {
        return Optional.ofNullable((output ? outs : ins).get(ref));
    }

    @Override
    public Hit hit(Point at) {
        Optional<Hit.OnPort> port = port(at);
        if (port.isPresent()) return port.get();
        for (Shape shape : shapes.sequencedValues().reversed()) {
            if (shape.box().contains(at)) return new Hit.OnNode(shape.id());
        }
        Optional<String> wire = wire(at);
        if (wire.isPresent()) return new Hit.OnWire(wire.get());
        return note(at).or(() -> frameHit(at)).orElse(Hit.NOTHING);
    }

    private Optional<Hit> note(Point at) {
        return topmost(notes).filter(e -> e.getValue().grown(1).contains(at)).findFirst().map(e -> {
            boolean edge = e.getValue().right() - at.x() <= EDGE_REACH;
            return edge ? new Hit.OnEdge(e.getKey(), true, 1, 0) : new Hit.OnNote(e.getKey());
        });
    }

    private static Stream<Map.Entry<String, Box>> topmost(SequencedMap<String, Box> boxes) {
        return boxes.sequencedEntrySet().reversed().stream();
    }

    private Optional<Hit> frameHit(Point at) {
        return topmost(frames).map(e -> frameHit(e.getKey(), e.getValue(), at)).flatMap(Optional::stream).findFirst();
    }

    /** A frame is sized at its edges and moved by its title; within it there is nothing. */
    private static Optional<Hit> frameHit(String id, Box box, Point at) {
        if (!box.grown(EDGE_REACH).contains(at)) return Optional.empty();
        int across = near(at.x(), box.x(), box.right());
        int down = near(at.y(), box.y(), box.bottom());
        if (across != 0 || down != 0) return Optional.of(new Hit.OnEdge(id, false, across, down));
        return at.y() <= box.y() + FramePainter.TITLE ? Optional.of(new Hit.OnFrame(id)) : Optional.empty();
    }

    private static int near(double at, double from, double to) {
        return Math.abs(at - from) <= EDGE_REACH ? -1 : Math.abs(at - to) <= EDGE_REACH ? 1 : 0;
    }

    @Override
    public boolean title(Point at) {
        return shapes.values()
                .stream()
                .anyMatch(s -> s.box().contains(at) && at.y() <= s.y() + Shape.HEADER);
    }

    @Override
    public Optional<String> link(Point at) {
        return design.notes().stream().flatMap(note -> {
            Point within = new Point(at.x() - note.at().x(), at.y() - note.at().y());
            return NoteText.of(note.text(), note.width()).link(within).stream();
        }).findFirst();
    }

    @Override
    public List<Standing> standing() {
        List<Standing> all = new ArrayList<>();
        frames.forEach((id, box) -> all.add(new Standing(Selection.frame(id), box, List.of())));
        notes.forEach((id, box) -> all.add(new Standing(Selection.note(id), box, List.of())));
        shapes.forEach((id, shape) -> all.add(new Standing(Selection.node(id), shape.box(),
                shape.ports().stream().map(p -> p.at().y()).toList())));
        return all;
    }

    @Override
    public Optional<Hit.OnPort> port(Point at) {
        for (Shape shape : shapes.sequencedValues().reversed()) {
            if (!shape.box().grown(PORT_REACH).contains(at)) continue;
            for (Shape.Port port : shape.ports()) {
                if (Math.hypot(port.at().x() - at.x(), port.at().y() - at.y()) <= PORT_REACH)
                    return Optional.of(new Hit.OnPort(port.ref(), port.output()));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> wire(Point at, Predicate<String> which) {
        String best = "";
        double least = WIRE_REACH;
        for (Map.Entry<String, Curve> e : curves.entrySet()) {
            double distance = e.getValue().distance(at);
            if (distance < least && which.test(e.getKey())) {
                least = distance;
                best = e.getKey();
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    @Override
    public Selection within(Box box) {
        LinkedHashSet<String> nodes = new LinkedHashSet<>();
        shapes.values().stream().filter(s -> s.box().meets(box)).forEach(s -> nodes.add(s.id()));
        LinkedHashSet<String> wires = new LinkedHashSet<>();
        design.wires()
                .stream()
                .filter(w -> nodes.contains(w.from().node()) && nodes.contains(w.to().node()))
                .forEach(w -> wires.add(w.id()));
        LinkedHashSet<String> met = new LinkedHashSet<>();
        notes.forEach((id, b) -> {
            if (b.meets(box)) met.add(id);
        });
        // A frame is met as a whole only: else no box could be drawn within it.
        LinkedHashSet<String> held = new LinkedHashSet<>();
        frames.forEach((id, b) -> {
            if (box.holds(b)) held.add(id);
        });
        return new Selection(nodes, wires, met, held);
    }
}
