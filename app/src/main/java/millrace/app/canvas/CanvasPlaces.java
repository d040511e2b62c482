package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import millrace.app.editor.Selection;
import millrace.app.tool.Box;
import millrace.app.tool.Ground;
import millrace.app.tool.Hit;
import millrace.app.tool.Part;
import millrace.app.tool.Standing;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;

/** Where things are on the canvas: for the pointer, and for cards that stand beside them. */
public final class CanvasPlaces {
    private final CanvasView canvas;

    CanvasPlaces(CanvasView canvas) {
        this.canvas = canvas;
    }

    /** The layout, and above it the events that can be pointed at. */
    Ground ground() {
        return new Ground() {
            @Override
            public Hit hit(Point at) {
                return port(at).map(Hit.class::cast)
                        .or(() -> event(at))
                        .orElseGet(() -> part(canvas.plan().hit(at), at));
            }

            @Override
            public Optional<Hit.OnPort> port(Point at) {
                return canvas.plan().port(at);
            }

            @Override
            public Optional<String> wire(Point at, Predicate<String> which) {
                return canvas.plan().wire(at, which);
            }

            @Override
            public Selection within(Box box) {
                return canvas.plan().within(box);
            }

            @Override
            public List<Standing> standing() {
                return canvas.plan().standing();
            }

            @Override
            public boolean title(Point at) {
                return canvas.plan().title(at);
            }

            @Override
            public Optional<String> link(Point at) {
                return canvas.plan().link(at);
            }
        };
    }

    private Optional<Hit> event(Point at) {
        if (canvas.moment().isEmpty() || canvas.bare()) return Optional.empty();
        for (Spot spot : travelling()) {
            if (spot.contains(at)) return Optional.of(new Hit.OnEvent(spot.event(), spot.node(), false));
        }
        return spots().stream()
                .filter(s -> s.contains(at))
                .findFirst()
                .map(
                        s -> new Hit.OnEvent(s.event(), s.node(), true));
    }

    /** What of the node that was hit can be asked about by itself, else the node. */
    private Hit part(Hit hit, Point at) {
        if (!(hit instanceof Hit.OnNode n) || canvas.bare()) return hit;
        return canvas.plan()
                .shape(n.id())
                .flatMap(s -> canvas.moment().flatMap(m -> Parts.at(s, m, at)))
                .<Hit>map(a -> new Hit.OnPart(n.id(), a.part()))
                .orElse(hit);
    }

    /** Where a part of a node is to be seen, in the coordinates of this view. */
    public Optional<Box> placeOf(String node, Part part) {
        return canvas.plan()
                .shape(node)
                .flatMap(s -> canvas.moment().flatMap(m -> Parts.place(s, m, part)))
                .map(this::inView);
    }

    private List<Spot> travelling() {
        return new TravelPainter(canvas.pen(), canvas.plan(), canvas.labels(), canvas.focus(),
                canvas.moment().map(Moment::facts).orElse(0))
                .spots(canvas.travellers());
    }

    /** Where the middle of a wire is, in the coordinates of this view. */
    public Optional<Point> placeOfWire(String wire) {
        return canvas.plan().wireCurve(wire).map(c -> c.at(0.5)).map(canvas.viewport()::toView);
    }

    /** The events inside nodes that can be pointed at, those drawn last first. */
    private List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        int rows = canvas.moment().map(Moment::facts).orElse(0);
        for (NodeMoment m : canvas.moment().map(Moment::nodes).orElse(List.of()))
            canvas.plan()
                    .shape(m.node())
                    .ifPresent(shape -> spots.addAll(BodyPainter.spots(shape, m, canvas.labels(), rows)));
        canvas.moment()
                .ifPresent(m -> spots.addAll(
                        new NodeBadges(canvas.pen(), canvas.plan(), canvas.labels(), canvas.focus()).spots(m)));
        canvas.moment()
                .ifPresent(m -> spots
                        .addAll(new LoadPainter(canvas.pen(), canvas.plan(), canvas.labels()).spots(m)));
        return spots.reversed();
    }

    /** Where a node stands, in the coordinates of this view. */
    public Optional<Box> placeOf(String node) {
        return canvas.plan().shape(node).map(s -> {
            Point p = canvas.viewport().toView(new Point(s.x(), s.y()));
            return new Box(p.x(), p.y(), s.width() * canvas.viewport().zoom(),
                    s.box().height() * canvas.viewport().zoom());
        });
    }

    /**
     * Where something small can stand at the rim of a node, outside it, and cover neither a node, nor a note, nor the
     * title of a frame; in the coordinates of this view.
     */
    public Optional<Point> beside(String node, double width, double height) {
        return placeOf(node).map(box -> {
            List<Box> written = written(box.grown(Math.max(width, height)));
            Box sight = new Box(0, 0, canvas.getWidth(), canvas.getHeight());
            List<Box> places = Rim.places(box, width, height);
            return places.stream()
                    .filter(p -> sight.holds(p) && written.stream().noneMatch(p.grown(-1)::meets))
                    .findFirst()
                    .or(() -> places.stream().filter(sight::holds).findFirst())
                    .orElse(places.getFirst());
        }).map(p -> new Point(Math.round(p.x()), Math.round(p.y())));
    }

    private List<Box> written(Box area) {
        Stream<Box> titles = canvas.plan()
                .frames()
                .values()
                .stream()
                .map(f -> new Box(f.x(), f.y(), f.width(), FramePainter.TITLE));
        return Stream.concat(canvas.plan().boxes(), titles).map(this::inView).filter(area::meets).toList();
    }

    /** Where a frame stands, in the coordinates of this view. */
    public Optional<Box> placeOfFrame(String frame) {
        return canvas.plan().frame(frame).map(this::inView);
    }

    /** Where a note stands, in the coordinates of this view. */
    public Optional<Box> placeOfNote(String note) {
        return Optional.ofNullable(canvas.plan().notes().get(note)).map(this::inView);
    }

    private Box inView(Box box) {
        Point p = canvas.viewport().toView(new Point(box.x(), box.y()));
        return new Box(p.x(), p.y(), box.width() * canvas.viewport().zoom(), box.height() * canvas.viewport().zoom());
    }

    /** Where an event is to be seen inside a node or on a wire, in the coordinates of this view. */
    public Optional<Point> placeOf(long event) {
        return Stream.concat(spots().stream(), travelling().stream())
                .filter(s -> s.event().id == event)
                .findFirst()
                .map(Spot::at)
                .map(canvas.viewport()::toView);
    }

    /** For tests and pictures: where an output or input port is, in the coordinates of the view. */
    Optional<Point> placeOf(Hit.OnPort port) {
        return canvas.plan().at(port.port(), port.output()).map(canvas.viewport()::toView);
    }

    /** Where a port, written as in wires, is to be seen in the coordinates of this view. */
    public Optional<Point2D> portAt(String port, boolean output) {
        return placeOf(new Hit.OnPort(PortRef.parse(port, output ? PortRef.OUT : PortRef.IN), output))
                .map(p -> new Point2D(p.x(), p.y()));
    }
}
