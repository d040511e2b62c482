package millrace.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import millrace.app.look.Drawn;
import millrace.app.look.Matrix;
import millrace.app.look.Outline;

/** Reads the grounds and borders that a style sheet gave to a region. Corners of one region are all alike, as in ours. */
final class RegionReader {
    private final Region region;
    private final SceneReader.Seen seen;
    private final List<Drawn> drawn = new ArrayList<>();

    private RegionReader(Region region, SceneReader.Seen seen) {
        this.region = region;
        this.seen = seen;
    }

    static List<Drawn> read(Region region, SceneReader.Seen seen) {
        RegionReader reader = new RegionReader(region, seen);
        if (region.getBackground() != null) region.getBackground().getFills().forEach(reader::fill);
        if (region.getBorder() != null) region.getBorder().getStrokes().forEach(reader::border);
        return reader.drawn;
    }

    private void fill(BackgroundFill fill) {
        if (!ShapeReader.seen(fill.getFill())) return;
        if (region.getShape() instanceof SVGPath icon) icon(icon, fill.getFill());
        else
            box(fill.getInsets(), fill.getRadii(), 0).ifPresent(o -> add(o, fill.getFill(), Optional.empty()));
    }

    /** Arrows and ticks: a path that fills the region, or keeps its size in its middle. */
    private void icon(SVGPath icon, Paint paint) {
        Bounds bounds = icon.getLayoutBounds();
        if (bounds.getWidth() <= 0 || bounds.getHeight() <= 0) return;
        double sx = region.isScaleShape() ? region.getWidth() / bounds.getWidth() : 1;
        double sy = region.isScaleShape() ? region.getHeight() / bounds.getHeight() : 1;
        Matrix place = new Matrix(sx, 0, 0, sy,
                (region.getWidth() - sx * bounds.getWidth()) / 2 - sx * bounds.getMinX(),
                (region.getHeight() - sy * bounds.getHeight()) / 2 - sy * bounds.getMinY());
        drawn.add(new Drawn.Shape(new Drawn.Style(paint, seen.alpha(), place.then(seen.at()), seen.clips()),
                Outline.Room.of(0, 0, region.getWidth(), region.getHeight()), icon.getContent(), Optional.empty()));
    }

    private void border(BorderStroke stroke) {
        BorderWidths widths = stroke.getWidths();
        boolean alike = widths.getTop() == widths.getRight() && widths.getTop() == widths.getBottom()
                && widths.getTop() == widths.getLeft() && stroke.getTopStroke().equals(stroke.getRightStroke())
                && stroke.getTopStroke().equals(stroke.getBottomStroke())
                && stroke.getTopStroke().equals(stroke.getLeftStroke());
        if (alike) around(stroke);
        else
            sides(stroke);
    }

    private void around(BorderStroke stroke) {
        double width = stroke.getWidths().getTop();
        if (width <= 0 || !drawn(stroke.getTopStroke(), stroke.getTopStyle())) return;
        Drawn.Line line = line(width, stroke.getTopStyle());
        box(stroke.getInsets(), stroke.getRadii(), width / 2)
                .ifPresent(o -> add(o, stroke.getTopStroke(), Optional.of(line)));
    }

    private static boolean drawn(Paint paint, BorderStrokeStyle style) {
        return ShapeReader.seen(paint) && style != BorderStrokeStyle.NONE;
    }

    private static Drawn.Line line(double width, BorderStrokeStyle style) {
        Drawn.Line plain = Drawn.Line.of(width);
        return new Drawn.Line(width, plain.cap(), plain.join(), List.copyOf(style.getDashArray()),
                style.getDashOffset());
    }

    private void sides(BorderStroke s) {
        BorderWidths w = s.getWidths();
        Insets in = s.getInsets();
        double left = in.getLeft();
        double top = in.getTop();
        double right = region.getWidth() - in.getRight();
        double bottom = region.getHeight() - in.getBottom();
        side(Outline.rect(left, top, right - left, w.getTop()), w.getTop(), s.getTopStroke(), s.getTopStyle());
        side(Outline.rect(right - w.getRight(), top, w.getRight(), bottom - top), w.getRight(), s.getRightStroke(),
                s.getRightStyle());
        side(Outline.rect(left, bottom - w.getBottom(), right - left, w.getBottom()), w.getBottom(),
                s.getBottomStroke(), s.getBottomStyle());
        side(Outline.rect(left, top, w.getLeft(), bottom - top), w.getLeft(), s.getLeftStroke(), s.getLeftStyle());
    }

    private void side(Outline outline, double width, Paint paint, BorderStrokeStyle style) {
        if (width > 0 && drawn(paint, style)) add(outline, paint, Optional.empty());
    }

    /** The region's own box, with something cut off at each side. */
    private Optional<Outline> box(Insets in, CornerRadii radii, double more) {
        double x = in.getLeft() + more;
        double y = in.getTop() + more;
        double width = region.getWidth() - x - in.getRight() - more;
        double height = region.getHeight() - y - in.getBottom() - more;
        if (width <= 0 || height <= 0) return Optional.empty();
        double corner = radii.getTopLeftHorizontalRadius();
        if (radii.isTopLeftHorizontalRadiusAsPercentage()) corner *= region.getWidth();
        double arc = 2 * Math.max(0, corner - more);
        return Optional.of(Outline.round(x, y, width, height, arc, arc));
    }

    private void add(Outline outline, Paint paint, Optional<Drawn.Line> line) {
        drawn.add(new Drawn.Shape(seen.style(paint), outline.room(), outline.text(), line));
    }
}
