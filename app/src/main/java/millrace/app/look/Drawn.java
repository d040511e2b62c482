package millrace.app.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** One thing that was drawn, with all that is to be known to draw it again elsewhere. */
public sealed interface Drawn {
    Style style();

    /** The room that it takes in the picture, px. */
    Outline.Room room();

    /** The same, drawn into another picture. */
    Drawn in(Style style, Outline.Room room);

    /** A filled path, or a stroked one. */
    record Shape(Style style, Outline.Room room, String path, Optional<Line> line) implements Drawn {
        @Override
        public Shape in(Style next, Outline.Room place) {
            return new Shape(next, place, path, line);
        }
    }

    /** A line of text; {@code line} if only its outline is drawn. */
    record Words(Style style, Outline.Room room, String text, double x, double y, Font font, TextAlignment align,
            VPos baseline, Optional<Line> line) implements Drawn {
        @Override
        public Words in(Style next, Outline.Room place) {
            return new Words(next, place, text, x, y, font, align, baseline, line);
        }
    }

    record Picture(Style style, Outline.Room room, Image image, double x, double y, double width, double height)
            implements Drawn {
        @Override
        public Picture in(Style next, Outline.Room place) {
            return new Picture(next, place, image, x, y, width, height);
        }
    }

    /**
     * How it is drawn.
     *
     * @param clips it is seen only within all of these
     */
    record Style(Paint paint, double alpha, Matrix at, List<Clip> clips) {
        Style under(Matrix more, double opacity, List<Clip> outer) {
            List<Clip> all = new ArrayList<>(outer);
            clips.forEach(c -> all.add(new Clip(c.path, c.at.then(more), c.room.under(more))));
            return new Style(paint, alpha * opacity, at.then(more), List.copyOf(all));
        }
    }

    record Clip(String path, Matrix at, Outline.Room room) {}

    record Line(double width, StrokeLineCap cap, StrokeLineJoin join, List<Double> dashes, double offset) {
        public static Line of(double width) {
            return new Line(width, StrokeLineCap.SQUARE, StrokeLineJoin.MITER, List.of(), 0);
        }
    }

    /** The same as part of a larger picture, fainter, and seen only within some more clips. */
    default Drawn under(Matrix more, double opacity, List<Clip> outer) {
        return in(style().under(more, opacity, outer), room().under(more));
    }
}
