package millrace.app.canvas;

import java.util.Optional;
import millrace.app.editor.Partners;
import millrace.app.editor.Selection;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.tool.Box;
import millrace.app.tool.Brushing;
import millrace.app.tool.Connecting;
import millrace.app.tool.DraggingNodes;
import millrace.app.tool.DrawingWire;
import millrace.app.tool.DroppingNew;
import millrace.app.tool.Framing;
import millrace.app.tool.Guides;
import millrace.app.tool.Hit;
import millrace.app.tool.Idle;
import millrace.app.tool.Panning;
import millrace.app.tool.PointingNode;
import millrace.app.tool.Resizing;
import millrace.app.tool.Tool;
import millrace.catalog.NodeType;
import millrace.design.Point;

/** Draws what the hand is about to do, and what it points at. */
final class Previews {
    /** Around the port that is pointed at. */
    private static final double RING = Tokens.PORT_RING;
    private final Pen pen;
    private final Layout layout;
    private final Selection selection;

    Previews(Pen pen, Layout layout, Selection selection) {
        this.pen = pen;
        this.layout = layout;
        this.selection = selection;
    }

    void paint(Tool tool) {
        pen.solid();
        switch (tool) {
            case Idle idle -> {
                hover(idle.hover());
                ends();
            }
            case Brushing b -> brush(b.box());
            case DrawingWire w -> wire(w);
            case Connecting c -> connecting(c);
            case DroppingNew d -> dropping(d);
            case DraggingNodes d -> {
                d.wire().ifPresent(this::target);
                d.lines().forEach(this::guide);
            }
            case Framing f -> brush(f.box());
            case Resizing r -> {
            }
            case PointingNode p -> {
            }
            case Panning p -> {
            }
        }
    }

    private void hover(Hit hit) {
        switch (hit) {
            case Hit.OnNode n -> node(n.id());
            case Hit.OnPort p -> {
                node(p.port().node());
                layout.at(p.port(), p.output())
                        .ifPresent(at -> pen.marks()
                                .ring(at.x(), at.y(), RING, 1.6, pen.theme()
                                        .text()));
            }
            case Hit.OnWire w -> target(w.id());
            case Hit.OnEvent e -> {
                if (e.inside()) node(e.node());
            }
            case Hit.OnPart p -> node(p.node());
            case Hit.OnNote n -> {
            }
            case Hit.OnFrame f -> {
            }
            case Hit.OnEdge e -> {
            }
            case Hit.Nothing n -> {
            }
        }
    }

    private void node(String id) {
        layout.shape(id).ifPresent(shape -> {
            Box b = shape.box();
            pen.rim(b.x(), b.y(), b.width(), b.height(), 10, pen.theme().line2(), 1.5);
            shape.ports().forEach(p -> new NodePainter(pen).port(p, 1));
        });
    }

    private void target(String wire) {
        layout.wireCurve(wire).ifPresent(c -> {
            c.trace(pen.g());
            pen.g().setStroke(Pen.alpha(pen.theme().ink(), 0.55));
            pen.g().setLineWidth(3);
            pen.g().stroke();
        });
    }

    /** One pixel of the screen thin, at any zoom. */
    private void guide(Guides.Line line) {
        double thin = 1 / Math.max(0.1, pen.g().getTransform().getMxx());
        double reach = 8;
        if (line.upright())
            pen.line(line.at(), line.from() - reach, line.at(), line.to() + reach, pen.theme().event(), thin);
        else
            pen.line(line.from() - reach, line.at(), line.to() + reach, line.at(), pen.theme().event(), thin);
    }

    private void brush(Box b) {
        pen.box(b.x(), b.y(), b.width(), b.height(), 2, Pen.alpha(pen.theme().ink(), 0.06));
        pen.rim(b.x(), b.y(), b.width(), b.height(), 2, pen.theme().ink(), 1);
    }

    private void wire(DrawingWire w) {
        light(w.anchor(), w.partners());
        Point anchor = layout.at(w.anchor().port(), w.anchor().output()).orElse(w.at());
        Point end = w.target().flatMap(p -> layout.at(p, !w.anchor().output())).orElse(w.at());
        hanging(w.anchor().output(), anchor, end, w.target().isPresent());
        if (w.refusal().isPresent())
            w.over()
                    .flatMap(p -> layout.at(p.port(), p.output()))
                    .ifPresent(p -> pen.marks().ring(p.x(), p.y(), RING, 1.6, pen.theme().fail()));
    }

    private void connecting(Connecting c) {
        light(c.anchor(), c.partners());
        Hit.OnPort target = c.target();
        layout.at(c.anchor().port(), c.anchor().output())
                .ifPresent(from -> layout.at(target.port(), target.output()).ifPresent(to -> {
                    hanging(c.anchor().output(), from, to, true);
                    pen.marks().ring(to.x(), to.y(), RING + 3, 2, pen.theme().ink());
                }));
    }

    /** The ports where the wire may end light up. */
    private void light(Hit.OnPort anchor, Partners partners) {
        NodePainter painter = new NodePainter(pen);
        for (Shape shape : layout.shapes()) {
            for (Shape.Port port : shape.ports()) {
                if (!anchor.equals(new Hit.OnPort(port.ref(), port.output())))
                    painter.port(port, partners.refusal(port.ref(), port.output()).isEmpty());
            }
        }
    }

    private void hanging(boolean fromOutput, Point anchor, Point end, boolean fits) {
        Curve curve = fromOutput ? Curve.between(anchor, end) : Curve.between(end, anchor);
        curve.trace(pen.g());
        pen.g().setStroke(pen.theme().ink());
        pen.g().setLineWidth(2);
        if (!fits) pen.g().setLineDashes(6, 5);
        pen.g().stroke();
        pen.solid();
        pen.marks().oval(end.x(), end.y(), 4, pen.theme().ink());
    }

    /** Both ends of the one selected wire can be taken to other ports: they look like grips. */
    private void ends() {
        if (selection.size() != 1 || selection.wires().isEmpty()) return;
        layout.wireCurve(selection.wires().getFirst()).ifPresent(c -> {
            grip(c.from());
            grip(c.to());
        });
    }

    private void grip(Point at) {
        pen.marks().oval(at.x(), at.y(), 6.5, pen.theme().raised());
        pen.marks().ring(at.x(), at.y(), 6.5, 1.6, pen.theme().ink());
        pen.marks().oval(at.x(), at.y(), 3.5, pen.theme().ink());
    }

    /** The new node, by its frame and name. */
    private void dropping(DroppingNew d) {
        d.wire().ifPresent(this::target);
        Point p = d.corner();
        NodeType type = d.type();
        String name = type.suggestedName(type.initial()).text();
        double width = Math.clamp(43 + Type.width(name, Type.nodeName()) + Shape.SIDE, Sizes.LEAST, Sizes.MOST);
        pen.g().setGlobalAlpha(0.85);
        pen.marks().shadow(p.x(), p.y(), width, Shape.COMPACT, 10);
        pen.box(p.x(), p.y(), width, Shape.COMPACT, 10, pen.theme().raised());
        pen.rim(p.x(), p.y(), width, Shape.COMPACT, 10, pen.theme().ink(), 1.6);
        pen.box(p.x() + 9, p.y() + 9, 26, 26, 6, pen.theme().sunken());
        NodePainter.icon(pen, type.icon(), p.x() + 12.5, p.y() + 12.5, 19, pen.theme().text());
        pen.onBaseline(p.x() + 43, p.y() + 28, name, Type.nodeName(), pen.theme().text());
        pen.g().setGlobalAlpha(1);
    }

    /** Where a card about an event may stand: nothing is shown while the hand is busy. */
    static Optional<Hit.OnEvent> pointedEvent(Tool tool) {
        return tool instanceof Idle idle && idle.hover() instanceof Hit.OnEvent e ? Optional.of(e) : Optional.empty();
    }
}
