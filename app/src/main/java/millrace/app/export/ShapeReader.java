package millrace.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.VLineTo;
import millrace.app.look.Drawn;
import millrace.app.look.Outline;

/** Reads the shapes of a scene: signs, icons, lines between rows. */
final class ShapeReader {
    private ShapeReader() {}

    static List<Drawn> read(Shape shape, SceneReader.Seen seen) {
        Outline outline = outline(shape);
        List<Drawn> drawn = new ArrayList<>();
        if (seen(shape.getFill()) && !(shape instanceof Line))
            drawn.add(new Drawn.Shape(seen.style(shape.getFill()), outline.room(), outline.text(), Optional.empty()));
        if (seen(shape.getStroke()) && shape.getStrokeWidth() > 0)
            drawn.add(new Drawn.Shape(seen.style(shape.getStroke()), outline.room(), outline.text(),
                    Optional.of(line(shape))));
        return drawn;
    }

    /** Whether something is to be seen where this is painted. */
    static boolean seen(@org.jspecify.annotations.Nullable Paint paint) {
        return paint != null && !(paint instanceof Color c && c.getOpacity() == 0);
    }

    private static Drawn.Line line(Shape shape) {
        return new Drawn.Line(shape.getStrokeWidth(), shape.getStrokeLineCap(), shape.getStrokeLineJoin(),
                List.copyOf(shape.getStrokeDashArray()), shape.getStrokeDashOffset());
    }

    private static Outline outline(Shape shape) {
        return switch (shape) {
            case SVGPath p -> new Outline().written(p.getContent(),
                    Math.max(p.getLayoutBounds().getMaxX(), p.getLayoutBounds().getMaxY()));
            case Line l -> new Outline().move(l.getStartX(), l.getStartY()).line(l.getEndX(), l.getEndY());
            case Rectangle r -> Outline.round(r.getX(), r.getY(), r.getWidth(), r.getHeight(), r.getArcWidth(),
                    r.getArcHeight());
            case Circle c -> Outline.oval(c.getCenterX() - c.getRadius(), c.getCenterY() - c.getRadius(),
                    2 * c.getRadius(), 2 * c.getRadius());
            case Ellipse e -> Outline.oval(e.getCenterX() - e.getRadiusX(), e.getCenterY() - e.getRadiusY(),
                    2 * e.getRadiusX(), 2 * e.getRadiusY());
            case Polygon p -> points(p.getPoints(), true);
            case Polyline p -> points(p.getPoints(), false);
            case Path p -> path(p);
            default -> new Outline();
        };
    }

    private static Outline points(ObservableList<Double> all, boolean closed) {
        int count = all.size() / 2;
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = all.get(2 * i);
            ys[i] = all.get(2 * i + 1);
        }
        return Outline.points(xs, ys, count, closed);
    }

    private static Outline path(Path path) {
        Outline outline = new Outline();
        double x = 0;
        double y = 0;
        for (PathElement element : path.getElements()) {
            switch (element) {
                case MoveTo m -> outline.move(x = m.getX(), y = m.getY());
                case LineTo l -> outline.line(x = l.getX(), y = l.getY());
                case HLineTo h -> outline.line(x = h.getX(), y);
                case VLineTo v -> outline.line(x, y = v.getY());
                case QuadCurveTo q -> outline.quadratic(q.getControlX(), q.getControlY(), x = q.getX(), y = q.getY());
                case CubicCurveTo c -> outline.cubic(c.getControlX1(), c.getControlY1(), c.getControlX2(),
                        c.getControlY2(), x = c.getX(), y = c.getY());
                case ClosePath c -> outline.close();
                default -> throw new IllegalArgumentException("a piece of a path that is not drawn: " + element);
            }
        }
        return outline;
    }
}
