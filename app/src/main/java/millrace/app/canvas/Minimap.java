package millrace.app.canvas;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import millrace.app.look.Ink;
import millrace.app.look.Tokens;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.design.Point;

/**
 * All of the design in small, at the lower right of the canvas: nodes, notes, what is wrong and selected, and a rectangle
 * around what is in sight, which can be dragged. Only there while something is out of sight.
 */
final class Minimap extends Region {
    private static final double WIDTH = 168;
    private static final double HEIGHT = 112;
    /** On a canvas lower than this it is smaller. */
    private static final double LOW = 420;
    private static final double SMALLER = 0.72;
    private static final double MARGIN = 12;
    private static final double PAD = 8;
    private final Canvas canvas = new Canvas();
    private final Consumer<Point> centred;
    /** What is shown: canvas point (x, y) is at the upper left corner. */
    private Viewport small = Viewport.START;

    /** @param centred hears what is to be brought into the middle of the view */
    Minimap(Consumer<Point> centred) {
        this.centred = centred;
        getChildren().add(canvas);
        getStyleClass().add("minimap");
        setVisible(false);
        setAccessibleText(Texts.of("canvas.minimap"));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    private void go(MouseEvent e) {
        centred.accept(small.toCanvas(e.getX(), e.getY()));
    }

    /** Takes its place in a canvas of this size. */
    void stand(double width, double height) {
        double share = height < LOW ? SMALLER : 1;
        canvas.setWidth(Math.round(WIDTH * share));
        canvas.setHeight(Math.round(HEIGHT * share));
        resizeRelocate(width - canvas.getWidth() - MARGIN, height - canvas.getHeight() - MARGIN, canvas.getWidth(),
                canvas.getHeight());
    }

    /** @param seen the part of the canvas that is in sight */
    void show(Scenery scenery, Box seen) {
        Optional<Box> all = scenery.layout().bounds();
        setVisible(all.filter(b -> !holds(seen, b)).isPresent());
        if (!isVisible()) return;
        Box whole = all.orElse(seen).with(seen);
        double zoom = Math.min((canvas.getWidth() - 2 * PAD) / whole.width(),
                (canvas.getHeight() - 2 * PAD) / whole.height());
        small = new Viewport(whole.centre().x() - canvas.getWidth() / 2 / zoom,
                whole.centre().y() - canvas.getHeight() / 2 / zoom, zoom);
        paint(scenery, seen);
    }

    private static boolean holds(Box outer, Box inner) {
        return outer.x() <= inner.x() && outer.y() <= inner.y() && outer.right() >= inner.right()
                && outer.bottom() >= inner.bottom();
    }

    /** Where a place of the canvas is in the map. */
    Point toMap(Point p) {
        return small.toView(p);
    }

    private void paint(Scenery s, Box seen) {
        Ink g = Ink.on(canvas);
        Pen pen = new Pen(g, s.theme());
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.box(0, 0, canvas.getWidth(), canvas.getHeight(), Tokens.CONTROL_CORNER, s.theme().panel());
        s.layout().frames().values().forEach(b -> patch(g, b, s.theme().sunken()));
        s.layout().notes().values().forEach(b -> patch(g, b, s.theme().line()));
        for (Shape shape : s.layout().shapes())
            patch(g, shape.box(), colour(s, shape.id()));
        sight(pen, seen);
        pen.rim(0.5, 0.5, canvas.getWidth() - 1, canvas.getHeight() - 1, Tokens.CONTROL_CORNER, s.theme().line2(), 1);
    }

    private static Color colour(Scenery s, String node) {
        if (s.problems().containsKey(node)) return s.theme().fail();
        return s.selection().nodes().contains(node) ? s.theme().ink() : s.theme().wire();
    }

    private void patch(Ink g, Box b, Color colour) {
        Point p = small.toView(new Point(b.x(), b.y()));
        g.setFill(colour);
        g.fillRect(p.x(), p.y(), Math.max(1.5, b.width() * small.zoom()), Math.max(1.5, b.height() * small.zoom()));
    }

    private void sight(Pen pen, Box seen) {
        Point p = small.toView(new Point(seen.x(), seen.y()));
        double x = Math.round(p.x()) + 0.5;
        double y = Math.round(p.y()) + 0.5;
        double width = Math.round(seen.width() * small.zoom());
        double height = Math.round(seen.height() * small.zoom());
        pen.box(x, y, width, height, 2, Pen.alpha(pen.theme().ink(), 0.07));
        pen.rim(x, y, width, height, 2, pen.theme().ink(), Tokens.HOVER_LINE);
    }
}
