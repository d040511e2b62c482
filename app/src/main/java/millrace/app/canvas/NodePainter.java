package millrace.app.canvas;

import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import millrace.app.look.Ink;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.catalog.NodeType;

/** A node at rest: frame, icon, name, setting, ports, and the outline of its state. */
final class NodePainter {
    private static final String UNKNOWN_ICON = "M7 7.5 C7 3.5 13 3.5 13 7.5 C13 10 10 10 10 12.2 M10 15.2 V15.3";

    private final Pen pen;

    NodePainter(Pen pen) {
        this.pen = pen;
    }

    /**
     * What is special about a node now.
     *
     * @param live whether a run is shown: then the second line of a sink belongs to its live state
     * @param problem the first error's message, "" if there is none
     */
    record Look(boolean selected, boolean faint, boolean live, String problem) {
        static final Look REST = new Look(false, false, false, "");
    }

    /** How much is to be seen of a node: the less, the farther off it is. */
    enum Detail {
        FULL,
        HEADER,
        NAME,
        PATCH
    }

    void paint(Shape shape, Look look, Detail detail, boolean shadow) {
        if (look.faint()) pen.g().setGlobalAlpha(Tokens.OUT_OF_FOCUS);
        if (detail == Detail.PATCH) patch(shape.box(), look);
        else
            inDetail(shape, look, detail, shadow && detail == Detail.FULL);
        pen.g().setGlobalAlpha(1);
    }

    /** Rectangles only: they cost next to nothing. */
    private void patch(Box b, Look look) {
        double line = 1 / pen.g().getTransform().getMxx();
        boolean wrong = !look.problem().isEmpty();
        double rim = wrong || look.selected() ? 2 * line : line;
        Color colour = wrong ? pen.theme().fail() : look.selected() ? pen.theme().ink() : pen.theme().nodeLine();
        pen.g().setFill(colour);
        pen.g().fillRect(b.x(), b.y(), b.width(), b.height());
        pen.g().setFill(wrong ? pen.theme().failSoft() : pen.theme().raised());
        pen.g().fillRect(b.x() + rim, b.y() + rim, b.width() - 2 * rim, b.height() - 2 * rim);
        pen.g().setFill(pen.theme().line2());
        pen.g().fillRect(b.x() + 9, b.y() + 9, Tokens.ICON_TILE, Tokens.ICON_TILE);
    }

    private void inDetail(Shape shape, Look look, Detail detail, boolean shadow) {
        frame(shape, look, shadow);
        if (look.selected()) selection(shape.box());
        header(shape, look, detail == Detail.NAME);
        if (!shape.compact()) {
            double y = shape.y() + Shape.HEADER + 0.5;
            pen.line(shape.x() + 1, y, shape.box().right() - 1, y, pen.theme().line(), 1);
            if (shape.kind() == Kind.WINDOW) foot(shape);
        }
        ports(shape);
    }

    private void frame(Shape shape, Look look, boolean shadow) {
        Box b = shape.box();
        pen.solid();
        boolean wrong = !look.problem().isEmpty();
        if (shadow) pen.marks().shadow(b.x(), b.y(), b.width(), b.height(), Tokens.NODE_CORNER);
        pen.marks()
                .frame(b.x(), b.y(), b.width(), b.height(), Tokens.NODE_CORNER, pen.theme().raised(),
                        wrong ? pen.theme().fail() : pen.theme().nodeLine(),
                        wrong ? Tokens.STATE_LINE : Tokens.NODE_LINE);
    }

    private void selection(Box b) {
        Box out = b.grown(Tokens.SELECTION_APART);
        pen.rim(out.x(), out.y(), out.width(), out.height(), Tokens.SELECTION_CORNER, pen.theme().ink(),
                Tokens.SELECTION_LINE);
    }

    private void header(Shape shape, Look look, boolean bare) {
        title(shape, look.problem().isEmpty() ? 9 : 30, bare);
        double x = shape.x() + Sizes.textStart(shape.clockBadge());
        if (!bare && (shape.kind() != Kind.SINK || !look.live() || !look.problem().isEmpty())) second(shape, look, x);
        if (!look.problem().isEmpty()) alarm(shape);
    }

    /** Icon and name, with so many px free at the right. */
    void title(Shape shape, double free) {
        title(shape, free, false);
    }

    private void title(Shape shape, double free, boolean bare) {
        pen.box(shape.x() + 9, shape.y() + 9, Tokens.ICON_TILE, Tokens.ICON_TILE, Tokens.CONTROL_CORNER,
                pen.theme().sunken());
        icon(pen, shape.type().map(NodeType::icon).orElse(UNKNOWN_ICON), shape.x() + 12.5, shape.y() + 12.5,
                Tokens.ICON,
                pen.theme().text());
        if (shape.clockBadge()) badge(shape);
        double x = shape.x() + Sizes.textStart(shape.clockBadge());
        String name = Type.fit(shape.node().name(), Type.nodeName(), shape.box().right() - x - free);
        pen.onBaseline(x, shape.y() + (bare ? 28 : 20.5), name, Type.nodeName(), pen.theme().text());
    }

    private void second(Shape shape, Look look, double x) {
        double room = shape.box().right() - x - 9;
        if (!look.problem().isEmpty()) {
            pen.onBaseline(x, shape.y() + 35, Type.fit(look.problem(), Sizes.setting(), room), Sizes.setting(),
                    pen.theme()
                            .fail());
        } else {
            String text = Type.fit(Sizes.summary(shape.node(), shape.type()), Sizes.setting(), room);
            pen.onBaseline(x, shape.y() + 35, text, Sizes.setting(), pen.theme().text2());
        }
    }

    private void badge(Shape shape) {
        double x = shape.x() + 35;
        double y = shape.y() + 34;
        pen.marks().oval(x, y, 6.6, pen.theme().raised());
        pen.marks().clock(x, y, 5, shape.processingTime() ? pen.theme().proc() : pen.theme().event());
    }

    private void alarm(Shape shape) {
        double x = shape.box().right() - 15;
        double y = shape.y() + 17;
        pen.marks().oval(x, y, 9.5, pen.theme().fail());
        pen.marks().text(x, y, "!", Type.words(13, 700), pen.theme().onAccent());
    }

    /** An icon on its 20x20 grid, drawn {@code size} px wide. */
    static void icon(Pen pen, String path, double x, double y, double size, Color colour) {
        Ink g = pen.g();
        g.save();
        g.translate(x, y);
        g.scale(size / 20, size / 20);
        g.setLineDashes();
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineWidth(Tokens.ICON_LINE);
        g.setStroke(colour);
        g.beginPath();
        g.appendSVGPath(path);
        g.stroke();
        g.restore();
    }

    private void foot(Shape shape) {
        double y = Math.floor(shape.bottom() - Shape.FOOT) + 0.5;
        pen.line(shape.x() + 1, y, shape.box().right() - 1, y, pen.theme().line(), 1);
        boolean late = shape.outputs().stream().anyMatch(Shape.Port::late);
        if (late)
            pen.right(shape.box().right() - 18, shape.bottom() - Shape.FOOT / 2, Texts.of("canvas.late"),
                    Type.words(11.5, 600),
                    pen.theme().late());
    }

    /** Ports lie over the outline, whatever that says. */
    void ports(Shape shape) {
        for (Shape.Port port : shape.ports())
            port(port, 0);
        PortNames.paint(pen, shape);
    }

    void port(Shape.Port port, double grown) {
        double x = port.at().x();
        double y = port.at().y();
        pen.solid();
        if (port.late()) {
            diamond(x, y, Tokens.LATE_PORT + grown, pen.theme().raised(), pen.theme().late());
        } else if (port.changes()) {
            square(x, y, Tokens.PORT - 0.5 + grown, pen.theme().raised(), pen.theme().portLine());
        } else {
            pen.marks().disc(x, y, Tokens.PORT + grown, pen.theme().raised(), pen.theme().portLine(), 2);
        }
    }

    /** While a wire is drawn: filled and ringed where it may end, faint where not. */
    void port(Shape.Port port, boolean fits) {
        double x = port.at().x();
        double y = port.at().y();
        if (fits) fits(x, y, port);
        else
            faint(x, y, port);
    }

    private void faint(double x, double y, Shape.Port port) {
        Color veil = Pen.alpha(pen.theme().raised(), 0.65);
        if (port.late()) diamond(x, y, Tokens.LATE_PORT + 1.2, veil, Color.TRANSPARENT);
        else if (port.changes()) square(x, y, Tokens.PORT + 0.7, veil, Color.TRANSPARENT);
        else
            pen.marks().oval(x, y, Tokens.PORT + 1.2, veil);
    }

    private void fits(double x, double y, Shape.Port port) {
        Color colour = port.late() ? pen.theme().late() : pen.theme().ink();
        if (port.changes()) {
            square(x, y, 9, pen.theme().raised(), pen.theme().ink());
            pen.box(x - 4.5, y - 4.5, 9, 9, 1, colour);
        } else if (port.late()) {
            diamond(x, y, Tokens.LATE_PORT + 4, pen.theme().raised(), colour);
            diamond(x, y, Tokens.LATE_PORT, colour, colour);
        } else {
            pen.marks().oval(x, y, 9.5, pen.theme().raised());
            pen.marks().ring(x, y, 9, 1.6, pen.theme().ink());
            pen.marks().oval(x, y, 5.5, colour);
        }
    }

    private void square(double x, double y, double half, Color fill, Color stroke) {
        pen.g().setFill(fill);
        pen.g().fillRect(x - half, y - half, 2 * half, 2 * half);
        pen.g().setStroke(stroke);
        pen.g().setLineWidth(2);
        pen.g().setLineJoin(StrokeLineJoin.MITER);
        pen.g().strokeRect(x - half, y - half, 2 * half, 2 * half);
    }

    private void diamond(double x, double y, double half, Color fill, Color stroke) {
        double[] xs = {x, x + half, x, x - half};
        double[] ys = {y - half, y, y + half, y};
        Ink g = pen.g();
        g.setLineJoin(StrokeLineJoin.MITER);
        g.setFill(fill);
        g.fillPolygon(xs, ys, 4);
        g.setStroke(stroke);
        g.setLineWidth(2);
        g.strokePolygon(xs, ys, 4);
    }
}
