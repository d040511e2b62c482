package millrace.app.look;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import millrace.event.ChangeKind;
import millrace.event.Timing;

/**
 * Draws everything that travels, rests in a window or leaves it, with the same shapes on every picture. Places are
 * centres, sizes in px. What a mark sets on the context (colours, line width, font, dashes) stays set.
 */
public final class Marks {
    /** Radius of an event on a wire; 11.5 in the chart, 8 to 9.5 in nodes. */
    public static final double ON_WIRE = Tokens.EVENT_ON_WIRE;
    public static final double IN_CHART = Tokens.EVENT_IN_CHART;
    /** Half the diagonal of a diamond, in radii of the disc that it replaces. */
    public static final double DIAMOND = Tokens.DIAMOND;
    public static final double CHANGE_WIDTH = 27;
    /** A frame of more square pixels than this is drawn as a shape. */
    private static final double LARGE = 12_000;
    private static final double CHANGE_HEIGHT = 20;
    private static final double TAG_HEIGHT = 17;
    private static final double RESULT_HEIGHT = 22;
    private static final double DIFFERS = 20;

    private final Ink g;
    private final Theme theme;

    public Marks(GraphicsContext g, Theme theme) {
        this(Ink.of(g), theme);
    }

    public Marks(Ink g, Theme theme) {
        this.g = g;
        this.theme = theme;
    }

    /** An event: a disc in the key's colour with its value, rim 1.5 in {@code rim} (what it lies on). */
    public void event(double x, double y, double r, KeyColour key, Color rim, String figure) {
        plain();
        if (!RoundPictures.draw(g, x, y, RoundPictures.Look.disc(r, key.fill(), rim, 1.5))) {
            oval(x, y, r, key.fill());
            ring(x, y, r, 1.5, rim);
        }
        if (key.ring()) ring(x, y, r - 2.5, 2, key.figure());
        figure(x, y, r, key.figure(), figure);
    }

    /** A late event: a diamond with a rim in the colour of late. */
    public void late(double x, double y, double r, KeyColour key, Color rim, String figure) {
        plain();
        double half = r * DIAMOND;
        diamondPath(x, y, half);
        g.setStroke(rim);
        g.setLineWidth(5.6);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.stroke();
        g.setFill(key.fill());
        g.fill();
        g.setStroke(theme.late());
        g.setLineWidth(Tokens.RIM);
        g.stroke();
        if (key.ring()) {
            diamondPath(x, y, half - 4);
            g.setStroke(key.figure());
            g.setLineWidth(1.5);
            g.stroke();
        }
        figure(x, y, r, key.figure(), figure);
    }

    /** A dropped event: the diamond hollow and dashed, a cross at the lower right. */
    public void dropped(double x, double y, double r, Color ground, String figure) {
        plain();
        diamondPath(x, y, r * DIAMOND);
        g.setFill(ground);
        g.fill();
        dashed(theme.late(), 2);
        g.stroke();
        g.setLineDashes();
        figure(x, y, r, theme.text(), figure);
        badge(x + r * 0.75, y + r * 0.75, theme.late(), ground);
    }

    /** Lost in a crash: a hollow dashed disc, a cross in the colour of failure. */
    public void lost(double x, double y, double r, Color ground, String figure) {
        notCommitted(x, y, r, ground, figure);
        badge(x + r * 0.75, y + r * 0.75, theme.fail(), ground);
    }

    /** What could not be worked out: the disc with a cross in the colour of failure. */
    public void failed(double x, double y, double r, KeyColour key, Color rim, String figure) {
        event(x, y, r, key, rim, figure);
        badge(x + r * 0.75, y + r * 0.75, theme.fail(), rim);
    }

    /** Not committed yet: a hollow dashed disc. */
    public void notCommitted(double x, double y, double r, Color ground, String figure) {
        plain();
        oval(x, y, r, ground);
        dashed(theme.text3(), 1.6);
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
        g.setLineDashes();
        figure(x, y, r, theme.text(), figure);
    }

    private void badge(double x, double y, Color colour, Color ground) {
        oval(x, y, 6, ground);
        oval(x, y, 5, colour);
        cross(x, y, 1.9, 1.5, theme.onAccent());
    }

    /** Two events that became one: a capsule with two discs, each of radius {@code r}. */
    public void pair(double x, double y, double r, Color left, Color right, Color ground) {
        plain();
        double width = r * 4 + 5;
        double height = r * 2 + 4;
        g.setFill(ground);
        g.fillRoundRect(x - width / 2, y - height / 2, width, height, height, height);
        g.setStroke(theme.text2());
        g.setLineWidth(1.2);
        g.strokeRoundRect(x - width / 2, y - height / 2, width, height, height, height);
        oval(x - r - 0.5, y, r, left);
        oval(x + r + 0.5, y, r, right);
    }

    /** Rows became visible: a tick in a square. */
    public void commit(double x, double y, Color colour) {
        plain();
        g.setFill(colour);
        g.fillRoundRect(x - 4.5, y - 4.5, 9, 9, 3, 3);
        g.setStroke(theme.onAccent());
        g.setLineWidth(1.4);
        g.strokePolyline(new double[] {x - 2.3, x - 0.6, x + 2.4}, new double[] {y, y + 1.9, y - 2}, 3);
    }

    /** Two that became one: two lines that meet. */
    public void merge(double x, double y, double r, Color colour) {
        plain();
        g.setStroke(colour);
        g.setLineWidth(1.7);
        g.setLineCap(StrokeLineCap.ROUND);
        g.strokePolyline(new double[] {x - r, x, x - r}, new double[] {y - r * 0.8, y, y + r * 0.8}, 3);
        g.strokeLine(x, y, x + r, y);
    }

    /** The sign of what rests: two upright bars in a ring. */
    public void rest(double x, double y, double r, Color colour) {
        ring(x, y, r, 1.2, colour);
        g.setLineWidth(1.3);
        g.strokeLine(x - 1.3, y - r * 0.42, x - 1.3, y + r * 0.42);
        g.strokeLine(x + 1.3, y - r * 0.42, x + 1.3, y + r * 0.42);
    }

    /** An event that is sent once more: a disc with a turning arrow around it. */
    public void replayed(double x, double y, double r, KeyColour key, Color rim, String figure) {
        event(x, y, r, key, rim, figure);
        restore(x, y, r + 4, theme.checkpoint());
    }

    /** An event that is there twice: a disc on a square. */
    public void doubled(double x, double y, double r, KeyColour key, Color rim, String figure) {
        plain();
        double half = r + 3;
        g.setFill(theme.fail());
        g.fillRoundRect(x - half, y - half, 2 * half, 2 * half, 4, 4);
        event(x, y, r, key, rim, figure);
    }

    /** Two crossed lines, {@code half} px from the centre to each side. */
    public void cross(double x, double y, double half, double width, Color colour) {
        plain();
        g.setStroke(colour);
        g.setLineWidth(width);
        g.setLineCap(StrokeLineCap.ROUND);
        g.strokeLine(x - half, y - half, x + half, y + half);
        g.strokeLine(x - half, y + half, x + half, y - half);
    }

    /** The sign of a timing in its colour: a clock, a full disc, a diamond; {@code r} is 4.5 beside 12 px text. */
    public void timing(Timing timing, double x, double y, double r) {
        timing(timing, x, y, r, theme.timing(timing));
    }

    /** The sign of a timing in a colour of one's own, say a fainter one. */
    public void timing(Timing timing, double x, double y, double r, Color colour) {
        switch (timing) {
            case EARLY -> clock(x, y, r, colour);
            case ON_TIME -> oval(x, y, r, colour);
            case LATE -> diamond(x, y, r * 1.22, colour);
        }
    }

    /** A clock face with two hands. */
    public void clock(double x, double y, double r, Color colour) {
        plain();
        double width = Math.max(1.2, r * 0.36);
        ring(x, y, r - width / 2 + 0.4, width, colour);
        g.setLineWidth(Math.max(1, r * 0.28));
        g.setLineCap(StrokeLineCap.ROUND);
        g.strokeLine(x, y - r * 0.5, x, y);
        g.strokeLine(x, y, x + r * 0.4, y);
    }

    public void diamond(double x, double y, double half, Paint fill) {
        diamondPath(x, y, half);
        g.setFill(fill);
        g.fill();
    }

    /** How wide {@link #watermark} is for this text. */
    public static double watermarkWidth(String text) {
        return Type.width(text, tagFont()) + 24;
    }

    /** A watermark: a tag pointing right whose point is at x, and a tick on the wire {@code drop} px below its centre. */
    public void watermark(double x, double y, String text, double drop) {
        plain();
        double width = watermarkWidth(text);
        double top = y - TAG_HEIGHT / 2;
        g.setFill(theme.event());
        g.beginPath();
        g.moveTo(x, y);
        g.lineTo(x - 7, top);
        g.lineTo(x - width + 3, top);
        g.quadraticCurveTo(x - width, top, x - width, top + 3);
        g.lineTo(x - width, top + TAG_HEIGHT - 3);
        g.quadraticCurveTo(x - width, top + TAG_HEIGHT, x - width + 3, top + TAG_HEIGHT);
        g.lineTo(x - 7, top + TAG_HEIGHT);
        g.closePath();
        g.fill();
        text(x - 7 - (width - 7) / 2, y, text, tagFont(), theme.onAccent());
        if (drop > 0) {
            g.setStroke(theme.event());
            g.setLineWidth(2.2);
            g.strokeLine(x - width / 2, y + drop - 7, x - width / 2, y + drop + 7);
        }
    }

    private static Font tagFont() {
        return Type.figures(11.5, 700);
    }

    /** How wide {@link #result} is for this text. */
    public static double resultWidth(String text) {
        return Type.width(text, Type.figures(12.5, 700)) + 31;
    }

    /** A result: a round rectangle, rim and sign in the colour of its timing. */
    public void result(double x, double y, Timing timing, String text) {
        plain();
        double width = resultWidth(text);
        box(x, y, width, RESULT_HEIGHT, theme.raised(), theme.timing(timing), 2);
        timing(timing, x - width / 2 + 12, y, 4.3);
        text(x + 8, y, text, Type.figures(12.5, 700), theme.text());
    }

    /** A result taken back: hollow, its figure struck through. */
    public void retraction(double x, double y, Timing timing, String text) {
        plain();
        double width = resultWidth(text);
        double figure = Type.width(text, Type.figures(12.5, 700));
        box(x, y, width, RESULT_HEIGHT, Color.TRANSPARENT, theme.timing(timing), 1.6);
        timing(timing, x - width / 2 + 12, y, 4.3);
        text(x + 8, y, text, Type.figures(12.5, 700), theme.text2());
        g.setStroke(theme.text2());
        g.setLineWidth(1.6);
        g.strokeLine(x + 8 - figure / 2 - 2, y, x + 8 + figure / 2 + 2, y);
    }

    private void box(double x, double y, double width, double height, Color fill, Color rim, double stroke) {
        var look = new RoundPictures.Look(width / 2, height / 2, 4, fill, rim, stroke);
        if (RoundPictures.draw(g, x, y, look)) return;
        g.setFill(fill);
        g.fillRoundRect(x - width / 2, y - height / 2, width, height, 8, 8);
        g.setStroke(rim);
        g.setLineWidth(stroke);
        g.strokeRoundRect(x - width / 2, y - height / 2, width, height, 8, 8);
    }

    /** The frame of a node or card; from far off it is a picture that is made once for all that are alike. */
    public void frame(double x, double y, double width, double height, double corner, Color fill, Color rim,
            double stroke) {
        double zoom = g.getTransform().getMxx();
        var look = new RoundPictures.Look(width / 2, height / 2, corner, fill, rim, stroke);
        boolean small = width * height * zoom * zoom < LARGE;
        if (small && RoundPictures.draw(g, x + width / 2, y + height / 2, look)) return;
        g.setFill(fill);
        g.fillRoundRect(x, y, width, height, 2 * corner, 2 * corner);
        g.setStroke(rim);
        g.setLineWidth(stroke);
        g.strokeRoundRect(x, y, width, height, 2 * corner, 2 * corner);
    }

    /** How wide {@link #differs} is. */
    public static double differsWidth(int count) {
        return count < 2 ? DIFFERS : Type.width("\u2260 " + count, tagFont()) + 10;
    }

    /** Another run does not say it: the sign of inequality on a plate, with how many there are. */
    public void differs(double x, double y, int count) {
        double width = differsWidth(count);
        g.setFill(theme.ink());
        g.fillRoundRect(x - width / 2, y - 8, width, 16, 8, 8);
        text(x, y, count < 2 ? "\u2260" : "\u2260 " + count, tagFont(), theme.onInk());
    }

    /** An idle input: a dashed capsule with two bars. */
    public void idle(double x, double y) {
        plain();
        g.setFill(theme.raised());
        g.fillRoundRect(x - 14, y - 8, 28, 16, 16, 16);
        dashed(theme.text3(), 1.5);
        g.strokeRoundRect(x - 14, y - 8, 28, 16, 16, 16);
        g.setLineDashes();
        g.setLineWidth(2);
        g.setLineCap(StrokeLineCap.ROUND);
        g.strokeLine(x - 2.5, y - 3, x - 2.5, y + 3);
        g.strokeLine(x + 2.5, y - 3, x + 2.5, y + 3);
    }

    /** The end of a stream: a square with the sign of infinity. */
    public void end(double x, double y) {
        plain();
        g.setFill(theme.event());
        g.fillRoundRect(x - 10, y - 10, 20, 20, 6, 6);
        g.setStroke(theme.onAccent());
        g.setLineWidth(1.7);
        g.setLineCap(StrokeLineCap.ROUND);
        g.strokeOval(x - 7, y - 3, 7, 6);
        g.strokeOval(x, y - 3, 7, 6);
    }

    /** A checkpoint's barrier: two bars across the wire, its number above. */
    public void barrier(double x, double y, long checkpoint) {
        plain();
        g.setFill(theme.checkpoint());
        g.fillRoundRect(x - 5, y - 11, 4, 22, 2, 2);
        g.fillRoundRect(x + 1, y - 11, 4, 22, 2, 2);
        g.fillRoundRect(x - 9, y - 28, 18, 14, 5, 5);
        text(x, y - 21, Long.toString(checkpoint), Type.figures(10, 700), theme.onAccent());
    }

    /** A checkpoint in a small place: two bars, dashed if it was given up. */
    public void checkpoint(double x, double y, boolean complete) {
        plain();
        g.setStroke(theme.checkpoint());
        g.setLineWidth(2.4);
        if (!complete) g.setLineDashes(2.2, 1.8);
        g.strokeLine(x - 2.2, y - 5.5, x - 2.2, y + 5.5);
        g.strokeLine(x + 2.2, y - 5.5, x + 2.2, y + 5.5);
        g.setLineDashes();
    }

    /** State that is restored: a turning arrow. */
    public void restore(double x, double y, double r, Color colour) {
        plain();
        g.setStroke(colour);
        g.setLineWidth(1.7);
        g.strokeArc(x - r, y - r, 2 * r, 2 * r, 60, 290, javafx.scene.shape.ArcType.OPEN);
        double px = x + r * Math.cos(Math.toRadians(60));
        double py = y - r * Math.sin(Math.toRadians(60));
        g.setFill(colour);
        g.fillPolygon(new double[] {px - 0.5, px + 3.2, px - 1.2}, new double[] {py - 3.6, py + 1.2, py + 2.4}, 3);
    }

    /** A change of a row: a box in the key's colour with its sign, hollow where the row is taken back. */
    public void change(double x, double y, KeyColour key, Color ground, ChangeKind kind) {
        plain();
        boolean hollow = !kind.adds();
        box(x, y, CHANGE_WIDTH, CHANGE_HEIGHT, hollow ? ground : key.fill(), hollow ? key.fill() : ground,
                hollow ? 2 : 1.5);
        text(x, y, kind.sign(), Type.figures(11.5, 700), hollow ? theme.text() : key.figure());
    }

    /** A node's shadow, no blur: three round rectangles under it, of which only what looks out is drawn. */
    public void shadow(double x, double y, double width, double height, double corner) {
        double[] grow = {0, 1, 2};
        double[] below = {2, 4, 6};
        double foot = Math.min(height - 1, 2 * corner + 4);
        for (int i = 2; i >= 0; i--) {
            g.setFill(Theme.alpha(theme.shadow(), theme.shadowAlphas().get(i)));
            g.fillRoundRect(x - grow[i], y + height - foot, width + 2 * grow[i], foot + below[i], 2 * corner + grow[i],
                    2 * corner + grow[i]);
            double side = height - foot - corner / 2;
            if (grow[i] == 0 || side <= 0) continue;
            g.fillRect(x - grow[i], y + corner / 2, grow[i], side);
            g.fillRect(x + width, y + corner / 2, grow[i], side);
        }
    }

    /** A line of text, its middle at the point. */
    public void text(double x, double y, String text, Font font, Paint colour) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colour);
        Type.write(g, font, text, x, y);
    }

    private void figure(double x, double y, double r, Color colour, String figure) {
        if (figure.isEmpty() || r < 5) return;
        Font full = Type.token(figure);
        Font font = r >= 9 ? full : Type.figures(Math.max(7.5, full.getSize() * r / 10.5), 700);
        text(x, y, figure, font, colour);
    }

    /** A disc with a rim whose middle is at {@code r}. */
    public void disc(double x, double y, double r, Color fill, Color rim, double width) {
        if (RoundPictures.draw(g, x, y, RoundPictures.Look.disc(r, fill, rim, width))) return;
        oval(x, y, r, fill);
        ring(x, y, r, width, rim);
    }

    /** A full disc. */
    public void oval(double x, double y, double r, Paint fill) {
        g.setFill(fill);
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
    }

    /** A circle whose line has its middle at {@code r}. */
    public void ring(double x, double y, double r, double width, Paint colour) {
        g.setStroke(colour);
        g.setLineWidth(width);
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
    }

    private void diamondPath(double x, double y, double half) {
        g.beginPath();
        g.moveTo(x, y - half);
        g.lineTo(x + half, y);
        g.lineTo(x, y + half);
        g.lineTo(x - half, y);
        g.closePath();
    }

    private void dashed(Color colour, double width) {
        g.setStroke(colour);
        g.setLineWidth(width);
        g.setLineDashes(3.5, 3);
    }

    private void plain() {
        g.setLineDashes();
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.MITER);
    }
}
