package millrace.app.look;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Paint;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;

/**
 * What all painters draw with: the context of a canvas, which can't be taken the place of, and, while somebody records, a
 * tape of what was drawn, from which the same picture is made elsewhere (SVG, a page of the web). Its calls are those of
 * the context.
 */
public final class Ink {
    private final GraphicsContext g;
    private final @Nullable Tape tape;
    /** False: only the tape is looked at, and drawing costs more than all else. */
    private final boolean drawn;
    private Outline path = new Outline();

    private Ink(GraphicsContext g, @Nullable Tape tape) {
        this.g = g;
        this.tape = tape;
        drawn = tape == null || !Tape.alone(g.getCanvas());
    }

    public static Ink on(Canvas canvas) {
        return of(canvas.getGraphicsContext2D());
    }

    public static Ink of(GraphicsContext g) {
        return new Ink(g, Tape.recorded(g.getCanvas()));
    }

    /** Whether pictures may stand for shapes: they are faster, but can't be drawn larger. */
    boolean pictures() {
        return tape == null;
    }

    // How it is drawn

    public void setFill(Paint paint) {
        g.setFill(paint);
    }

    public void setStroke(Paint paint) {
        g.setStroke(paint);
    }

    public void setLineWidth(double width) {
        g.setLineWidth(width);
    }

    public void setLineCap(StrokeLineCap cap) {
        g.setLineCap(cap);
    }

    public void setLineJoin(StrokeLineJoin join) {
        g.setLineJoin(join);
    }

    public void setLineDashes(double... dashes) {
        g.setLineDashes(dashes);
    }

    public void setLineDashOffset(double offset) {
        g.setLineDashOffset(offset);
    }

    public void setGlobalAlpha(double alpha) {
        g.setGlobalAlpha(alpha);
    }

    public double getGlobalAlpha() {
        return g.getGlobalAlpha();
    }

    public void setFont(Font font) {
        g.setFont(font);
    }

    public void setTextAlign(TextAlignment align) {
        g.setTextAlign(align);
    }

    public void setTextBaseline(VPos baseline) {
        g.setTextBaseline(baseline);
    }

    public void setFontSmoothingType(FontSmoothingType type) {
        g.setFontSmoothingType(type);
    }

    // Where it is drawn

    public void save() {
        g.save();
        if (tape != null) tape.save();
    }

    public void restore() {
        g.restore();
        if (tape != null) tape.restore();
    }

    public void translate(double x, double y) {
        g.translate(x, y);
    }

    public void scale(double x, double y) {
        g.scale(x, y);
    }

    public void transform(double xx, double yx, double xy, double yy, double tx, double ty) {
        g.transform(xx, yx, xy, yy, tx, ty);
    }

    public void rotate(double degrees) {
        g.rotate(degrees);
    }

    public Affine getTransform() {
        return g.getTransform();
    }

    public void setTransform(Affine to) {
        g.setTransform(to);
    }

    public void setTransform(double xx, double yx, double xy, double yy, double tx, double ty) {
        g.setTransform(xx, yx, xy, yy, tx, ty);
    }

    public void clip() {
        if (drawn) g.clip();
        if (tape != null) tape.clip(new Drawn.Clip(path.text(), at(), path.room().under(at())));
    }

    public void clearRect(double x, double y, double width, double height) {
        if (drawn) g.clearRect(x, y, width, height);
        if (tape != null) tape.clear(Outline.Room.of(x, y, width, height).under(at()));
    }

    // Paths

    public void beginPath() {
        g.beginPath();
        path = new Outline();
    }

    public void moveTo(double x, double y) {
        g.moveTo(x, y);
        if (tape != null) path.move(x, y);
    }

    public void lineTo(double x, double y) {
        g.lineTo(x, y);
        if (tape != null) path.line(x, y);
    }

    public void quadraticCurveTo(double bx, double by, double x, double y) {
        g.quadraticCurveTo(bx, by, x, y);
        if (tape != null) path.quadratic(bx, by, x, y);
    }

    public void bezierCurveTo(double bx, double by, double cx, double cy, double x, double y) {
        g.bezierCurveTo(bx, by, cx, cy, x, y);
        if (tape != null) path.cubic(bx, by, cx, cy, x, y);
    }

    public void rect(double x, double y, double width, double height) {
        g.rect(x, y, width, height);
        if (tape != null) path.move(x, y).line(x + width, y).line(x + width, y + height).line(x, y + height).close();
    }

    /** Icons lie on a grid of 20. */
    public void appendSVGPath(String written) {
        g.appendSVGPath(written);
        if (tape != null) path.written(written, 20);
    }

    public void closePath() {
        g.closePath();
        if (tape != null) path.close();
    }

    public void fill() {
        if (drawn) g.fill();
        filled(() -> path);
    }

    public void stroke() {
        if (drawn) g.stroke();
        stroked(() -> path);
    }

    // Shapes

    public void fillRect(double x, double y, double width, double height) {
        if (drawn) g.fillRect(x, y, width, height);
        filled(() -> Outline.rect(x, y, width, height));
    }

    public void strokeRect(double x, double y, double width, double height) {
        if (drawn) g.strokeRect(x, y, width, height);
        stroked(() -> Outline.rect(x, y, width, height));
    }

    public void fillRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        if (drawn) g.fillRoundRect(x, y, width, height, arcWidth, arcHeight);
        filled(() -> Outline.round(x, y, width, height, arcWidth, arcHeight));
    }

    public void strokeRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        if (drawn) g.strokeRoundRect(x, y, width, height, arcWidth, arcHeight);
        stroked(() -> Outline.round(x, y, width, height, arcWidth, arcHeight));
    }

    public void fillOval(double x, double y, double width, double height) {
        if (drawn) g.fillOval(x, y, width, height);
        filled(() -> Outline.oval(x, y, width, height));
    }

    public void strokeOval(double x, double y, double width, double height) {
        if (drawn) g.strokeOval(x, y, width, height);
        stroked(() -> Outline.oval(x, y, width, height));
    }

    public void strokeArc(double x, double y, double width, double height, double start, double extent, ArcType type) {
        if (drawn) g.strokeArc(x, y, width, height, start, extent, type);
        stroked(() -> Outline.arcOf(x, y, width, height, start, extent));
    }

    public void strokeLine(double x1, double y1, double x2, double y2) {
        if (drawn) g.strokeLine(x1, y1, x2, y2);
        stroked(() -> new Outline().move(x1, y1).line(x2, y2));
    }

    public void strokePolyline(double[] xs, double[] ys, int count) {
        if (drawn) g.strokePolyline(xs, ys, count);
        stroked(() -> Outline.points(xs, ys, count, false));
    }

    public void fillPolygon(double[] xs, double[] ys, int count) {
        if (drawn) g.fillPolygon(xs, ys, count);
        filled(() -> Outline.points(xs, ys, count, true));
    }

    public void strokePolygon(double[] xs, double[] ys, int count) {
        if (drawn) g.strokePolygon(xs, ys, count);
        stroked(() -> Outline.points(xs, ys, count, true));
    }

    // Words and pictures

    public void fillText(String text, double x, double y) {
        if (drawn) g.fillText(text, x, y);
        if (tape != null) tape.add(words(g.getFill(), text, x, y, Optional.empty()));
    }

    /** Made narrower where it would be wider than {@code most} px; elsewhere it keeps its width. */
    public void fillText(String text, double x, double y, double most) {
        if (drawn) g.fillText(text, x, y, most);
        if (tape != null) tape.add(words(g.getFill(), text, x, y, Optional.empty()));
    }

    public void strokeText(String text, double x, double y) {
        if (drawn) g.strokeText(text, x, y);
        if (tape != null) tape.add(words(g.getStroke(), text, x, y, Optional.of(line())));
    }

    public void drawImage(Image image, double x, double y) {
        drawImage(image, x, y, image.getWidth(), image.getHeight());
    }

    public void drawImage(Image image, double x, double y, double width, double height) {
        if (drawn) g.drawImage(image, x, y, width, height);
        if (tape != null)
            tape.add(new Drawn.Picture(style(g.getFill()),
                    Outline.Room.of(x, y, width, height).under(at()), image, x, y, width, height));
    }

    private Drawn words(Paint paint, String text, double x, double y, Optional<Drawn.Line> line) {
        double width = Type.width(text, g.getFont());
        double size = g.getFont().getSize();
        double left = x - switch (g.getTextAlign()) {
            case LEFT, JUSTIFY -> 0;
            case CENTER -> width / 2;
            case RIGHT -> width;
        };
        return new Drawn.Words(style(paint), Outline.Room.of(left, y - size / 2, width, size).under(at()), text, x, y,
                g.getFont(), g.getTextAlign(), g.getTextBaseline(), line);
    }

    private void filled(Supplier<Outline> outline) {
        if (tape != null) tape.add(shape(outline.get(), g.getFill(), Optional.empty()));
    }

    private void stroked(Supplier<Outline> outline) {
        if (tape != null) tape.add(shape(outline.get(), g.getStroke(), Optional.of(line())));
    }

    private Drawn shape(Outline outline, Paint paint, Optional<Drawn.Line> line) {
        return new Drawn.Shape(style(paint), outline.room().under(at()), outline.text(), line);
    }

    private Drawn.Style style(Paint paint) {
        List<Drawn.Clip> clips = tape == null ? List.of() : tape.clips();
        return new Drawn.Style(paint, g.getGlobalAlpha(), at(), clips);
    }

    private Drawn.Line line() {
        double[] dashes = g.getLineDashes();
        return new Drawn.Line(g.getLineWidth(), g.getLineCap(), g.getLineJoin(),
                dashes == null ? List.of() : Arrays.stream(dashes).boxed().toList(), g.getLineDashOffset());
    }

    private Matrix at() {
        return Matrix.of(g.getTransform());
    }
}
