package millrace.app.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import millrace.app.arrange.Arrange;
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
    /** So far beyond its box something of a node may be seen: its ports, its shadow, the outline of what is selected. */
    private static final double AROUND = 12;

    private final SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
    private final SequencedMap<String, Box> notes = new LinkedHashMap<>();
    private final SequencedMap<String, Box> frames = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<PortRef, Point> outs = new HashMap<>();
    private final Map<PortRef, Point> ins = new HashMap<>();
    private final Wires wires;
    private final Design design;
    private final Cells<Shape> cells;
    private final Routes routes;

    private Layout(Design design, Types types, Sizes sizes, boolean compact, Routes before) {
        this.design = design;
        wires = new Wires(design);
        List<Draft> drafts = design.nodes().stream().map(n -> draft(n, types, sizes, compact)).toList();
        drafts.forEach(d -> d.outputs().forEach(p -> outs.put(p.ref(), p.at())));
        drafts.forEach(this::place);
        cells = new Cells<>(shapes.values(), Shape::box);
        SequencedMap<String, Box> boxes = new LinkedHashMap<>();
        shapes.forEach((id, shape) -> boxes.put(id, shape.box()));
        routes = before.next(boxes, ends());
        for (Note note : design.notes())
            notes.put(note.id(), noteBox(note));
        for (Frame f : design.frames())
            frames.put(f.id(), new Box(f.at().x(), f.at().y(), f.width(), f.height()));
    }

    /** @param compact whether nodes show their header only */
    static Layout of(Design design, Types types, Sizes sizes, boolean compact) {
        return new Layout(design, types, sizes, compact, Routes.NONE);
    }

    /** The layout after a change: what is as it was in this one costs little. */
    Layout next(Design changed, Types types, Sizes sizes, boolean compact) {
        return new Layout(changed, types, sizes, compact, routes);
    }

    private SequencedMap<String, Routes.Ends> ends() {
        SequencedMap<String, Routes.Ends> ends = new LinkedHashMap<>();
        wires.all().forEach((id, wire) -> {
            Point from = outs.get(wire.from());
            Point to = ins.get(wire.to());
            if (from != null && to != null)
                ends.put(id, new Routes.Ends(wire.from().node(), from, wire.to().node(), to, aside(wire)));
        });
        return ends;
    }

    /** Several wires into one input come side by side, the upper ones from above. */
    private double aside(Wire wire) {
        List<Wire> beside = wires.into(wire.to().node()).stream().filter(w -> w.to().equals(wire.to())).toList();
        Shape at = shapes.get(wire.to().node());
        if (beside.size() < 2 || at == null) return 0;
        double room = at.box().height() - Shape.SIDE;
        List<Wire> order = beside.stream().sorted(Comparator.comparingDouble(this::fromHeight)).toList();
        return (order.indexOf(wire) - (order.size() - 1) / 2.0) * Math.min(Routes.PITCH, room / order.size());
    }

    private double fromHeight(Wire wire) {
        Point from = outs.get(wire.from());
        return from == null ? 0 : from.y();
    }

    /** A node before its inputs are put in line with what comes in. */
    private record Draft(Node node, Optional<NodeType> type, Kind kind, Box box, List<Shape.Port> outputs,
            Sizes.Size size) {}

    private Draft draft(Node node, Types types, Sizes sizes, boolean compact) {
        Optional<NodeType> type = types.of(node);
        Kind kind = Kind.of(type);
        Sizes.Size size = sizes.of(node, type, kind, wires.into(node.id()));
        Box box = new Box(node.at().x(), node.at().y(), size.width(), compact ? Shape.COMPACT : size.height());
        return new Draft(node, type, kind, box, outputs(node, type, kind, box, size.instances()), size);
    }

    private List<Shape.Port> outputs(Node node, Optional<NodeType> type, Kind kind, Box box,
            int instances) {
        List<PortSpec> specs = type.map(t -> t.outputs(node.settings()))
                .orElseGet(() -> wired(wires.outOf(node.id()).stream().map(Wire::from)));
        List<Shape.Port> ports = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            double y = kind == Kind.WINDOW ? windowOutput(specs, i, box, instances) : spread(i, specs.size(), box);
            ports.add(new Shape.Port(new PortRef(node.id(), specs.get(i).name()), specs.get(i), true,
                    new Point(box.right(), box.y() + y)));
        }
        return ports;
    }

    /** The ports of a node of unknown type, as far as wires tell of them. */
    private static List<PortSpec> wired(Stream<PortRef> ends) {
        return ends.map(PortRef::port)
                .distinct()
                .map(name -> new PortSpec(name, name.equals("late") ? PortSpec.Carries.LATE : PortSpec.Carries.EVENTS,
                        true))
                .toList();
    }

    /** Results leave above the columns, late events from the foot. */
    private static double windowOutput(List<PortSpec> specs, int i, Box box, int instances) {
        if (box.height() <= Shape.COMPACT) return spread(i, specs.size(), box);
        return specs.get(i).carries() == PortSpec.Carries.LATE
                ? box.height() - InstancesBody.height(instances) - Shape.FOOT / 2
                : Shape.HEADER + 10;
    }

    private static double spread(int i, int count, Box box) {
        double pitch = Math.min(26, box.height() / (count + 0.0));
        return Math.round(box.height() / 2 + (i - (count - 1) / 2.0) * pitch);
    }

    private void place(Draft d) {
        List<PortSpec> specs = d.type()
                .map(t -> t.inputs(d.node().settings()))
                .orElseGet(() -> wired(wires.into(d.node().id()).stream().map(Wire::to)));
        List<Shape.Port> inputs = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            PortRef ref = new PortRef(d.node().id(), specs.get(i).name());
            double y = inLine(ref, d.box()).orElse(d.box().y() + spread(i, specs.size(), d.box()));
            Point at = new Point(d.box().x(), y);
            ins.put(ref, at);
            inputs.add(new Shape.Port(ref, specs.get(i), false, at));
        }
        places.put(d.node().id(), places.size());
        shapes.put(d.node().id(), new Shape(d.node(), d.type(), d.kind(), d.box(), inputs, d.outputs(),
                d.size().columns(), d.size().instances()));
    }

    /** The height of the one port that a wire comes from, if a straight wire from there meets the node's side. */
    private Optional<Double> inLine(PortRef input, Box box) {
        List<Wire> into = wires.into(input.node()).stream().filter(w -> w.to().equals(input)).toList();
        if (into.size() != 1) return Optional.empty();
        double margin = box.height() <= Shape.COMPACT ? 10 : 24;
        return Optional.ofNullable(outs.get(into.getFirst().from()))
                .filter(p -> p.x() < box.x() && p.y() >= box.y() + margin && p.y() <= box.bottom() - margin)
                .map(Point::y);
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

    /** The nodes that meet an area, those drawn first first. */
    List<Shape> shapesIn(Box area) {
        return cells.in(area).stream().sorted(Comparator.comparingInt(s -> order(s.id()))).toList();
    }

    /** Whether a note meets an area. */
    boolean onNote(Box area) {
        return notes.values().stream().anyMatch(area::meets);
    }

    /** How many nodes meet an area. */
    int meets(Box area) {
        return cells.in(area).size();
    }

    private int order(String node) {
        return Objects.requireNonNullElse(places.get(node), 0);
    }

    Optional<Curve> wireCurve(String wire) {
        return routes.of(wire);
    }

    /** The wires by their ids. */
    Wires wires() {
        return wires;
    }

    /** The output that a wire begins at, if its node has such a one. */
    Optional<Shape.Port> outputOf(Wire wire) {
        return shape(wire.from().node())
                .flatMap(s -> s.outputs().stream().filter(p -> p.ref().equals(wire.from())).findFirst());
    }

    SequencedMap<String, Box> notes() {
        return notes;
    }

    SequencedMap<String, Box> frames() {
        return frames;
    }

    Optional<Box> frame(String id) {
        return Optional.ofNullable(frames.get(id));
    }

    /** The rectangle around everything; empty if there is nothing. */
    Optional<Box> bounds() {
        return Stream.concat(boxes(), frames.values().stream()).reduce(Box::with);
    }

    /** The rectangle around what is selected. */
    Optional<Box> around(Selection selection) {
        Stream<Box> nodes = selection.nodes().stream().flatMap(id -> shape(id).stream()).map(Shape::box);
        Stream<Box> wired = selection.wires().stream().flatMap(id -> routes.of(id).stream()).map(Curve::bounds);
        Stream<Box> noted = selection.notes().stream().flatMap(id -> Optional.ofNullable(notes.get(id)).stream());
        Stream<Box> framed = selection.frames().stream().flatMap(id -> frame(id).stream());
        return Stream.of(nodes, wired, noted, framed).flatMap(s -> s).reduce(Box::with);
    }

    /** The nodes as they are to be put in order. */
    Map<String, Arrange.Size> sizes() {
        Map<String, Arrange.Size> sizes = new HashMap<>();
        shapes.forEach((id, s) -> sizes.put(id, new Arrange.Size(s.width(), s.box().height(), heights(s, s.inputs()),
                heights(s, s.outputs()))));
        return sizes;
    }

    private static Map<String, Double> heights(Shape shape, List<Shape.Port> ports) {
        Map<String, Double> heights = new HashMap<>();
        ports.forEach(p -> heights.put(p.ref().port(), p.at().y() - shape.y()));
        return heights;
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

    /**
     * The rectangle around what stands or looks otherwise than before, with these nodes and wires.
     *
     * @return of no size if nothing is different
     */
    Optional<Box> changedSince(Layout before, Set<String> nodes, Set<String> wired) {
        List<Box> changed = new ArrayList<>();
        changed(shapes, before.shapes, Layout::alike, nodes, s -> s.box().grown(AROUND), changed);
        SequencedMap<String, Curve> now = curves();
        changed(now, before.curves(), (a, b) -> a == b, wired, c -> c.bounds().grown(AROUND), changed);
        return Optional.of(changed.stream().reduce(Box::with).orElse(new Box(0, 0, 0, 0)));
    }

    SequencedMap<String, Curve> curves() {
        SequencedMap<String, Curve> curves = new LinkedHashMap<>();
        wires.all().keySet().forEach(id -> routes.of(id).ifPresent(c -> curves.put(id, c)));
        return curves;
    }

    private static boolean alike(Shape a, Shape b) {
        return a.node() == b.node() && a.box().equals(b.box()) && a.columns() == b.columns()
                && a.instances() == b.instances()
                && a.inputs().equals(b.inputs()) && a.outputs().equals(b.outputs());
    }

    private static <T> void changed(Map<String, T> now, Map<String, T> before, BiPredicate<T, T> alike,
            Set<String> anyway, Function<T, Box> box, List<Box> changed) {
        now.forEach((id, thing) -> {
            T was = before.get(id);
            if (was != null && !anyway.contains(id) && alike.test(thing, was)) return;
            changed.add(box.apply(thing));
            if (was != null) changed.add(box.apply(was));
        });
        before.forEach((id, was) -> {
            if (!now.containsKey(id)) changed.add(box.apply(was));
        });
    }

    /** Where a port is, of either side. */
    Optional<Point> at(PortRef ref, boolean output) {
        return Optional.ofNullable((output ? outs : ins).get(ref));
    }

    @Override
    public Hit hit(Point at) {
        Optional<Hit.OnPort> port = port(at);
        if (port.isPresent()) return port.get();
        List<Shape> there = shapesIn(new Box(at.x(), at.y(), 0, 0));
        if (!there.isEmpty()) return new Hit.OnNode(there.getLast().id());
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
        for (Shape shape : shapesIn(new Box(at.x(), at.y(), 0, 0).grown(PORT_REACH)).reversed()) {
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
        for (String wire : wires.all().keySet()) {
            double distance = routes.of(wire).map(c -> c.distance(at)).orElse(Double.MAX_VALUE);
            if (distance < least && which.test(wire)) {
                least = distance;
                best = wire;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    @Override
    public Selection within(Box box) {
        LinkedHashSet<String> nodes = new LinkedHashSet<>();
        shapesIn(box).forEach(s -> nodes.add(s.id()));
        LinkedHashSet<String> wires = new LinkedHashSet<>();
        this.wires.all().forEach((id, w) -> {
            if (nodes.contains(w.from().node()) && nodes.contains(w.to().node())) wires.add(id);
        });
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
