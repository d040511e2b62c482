package millrace.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextLineInfo;
import millrace.app.look.Drawn;
import millrace.app.look.Matrix;
import millrace.app.look.Outline;
import millrace.app.look.Tape;

/**
 * Reads what a part of the window shows, as things that can be drawn elsewhere: canvases from their tapes, all else from the
 * scene. To be called when all is laid out, on the interface's thread.
 */
public final class SceneReader {
    private final List<Drawn> found = new ArrayList<>();

    /** Where a node is in the picture, and how it is seen. */
    record Seen(Matrix at, double alpha, List<Drawn.Clip> clips) {
        Drawn.Style style(Paint paint) {
            return new Drawn.Style(paint, alpha, at, clips);
        }

        Seen within(Drawn.Clip clip) {
            List<Drawn.Clip> more = new ArrayList<>(clips);
            more.add(clip);
            return new Seen(at, alpha, List.copyOf(more));
        }
    }

    private SceneReader() {}

    /** What a node and all within it show, from behind to the front; its upper left corner lies at the origin. */
    public static List<Drawn> read(Node root) {
        SceneReader reader = new SceneReader();
        reader.visit(root, new Seen(Matrix.NONE, 1, List.of()));
        return reader.found;
    }

    private void child(Node node, Seen parent) {
        if (!node.isVisible() || node.getOpacity() <= 0) return;
        Matrix at = Matrix.of(node.getLocalToParentTransform()).then(parent.at);
        visit(node, new Seen(at, parent.alpha * node.getOpacity(), parent.clips));
    }

    private void visit(Node node, Seen plain) {
        Seen seen = clip(node.getClip()).map(c -> plain.within(placed(c, node.getClip(), plain.at))).orElse(plain);
        switch (node) {
            case Canvas canvas -> canvas(canvas, seen);
            case Text text -> text(text, seen);
            case ImageView view -> Optional.ofNullable(view.getImage()).ifPresent(i -> picture(i, view, seen));
            case Shape shape -> found.addAll(ShapeReader.read(shape, seen));
            case Region region -> {
                found.addAll(RegionReader.read(region, seen));
                region.getChildrenUnmodifiable().forEach(n -> child(n, seen));
            }
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(n -> child(n, seen));
            default -> {
            }
        }
    }

    private static Drawn.Clip placed(Outline path, Node clip, Matrix at) {
        Matrix own = Matrix.of(clip.getLocalToParentTransform()).then(at);
        return new Drawn.Clip(path.text(), own, path.room());
    }

    private static Optional<Outline> clip(@org.jspecify.annotations.Nullable Node clip) {
        return switch (clip) {
            case Rectangle r -> Optional.of(Outline.round(r.getX(), r.getY(), r.getWidth(), r.getHeight(),
                    r.getArcWidth(), r.getArcHeight()));
            case Region r -> Optional.of(Outline.rect(0, 0, r.getWidth(), r.getHeight()));
            case null, default -> Optional.empty();
        };
    }

    /** A canvas of which there is no tape becomes a picture. */
    private void canvas(Canvas canvas, Seen seen) {
        if (canvas.getWidth() < 1 || canvas.getHeight() < 1) return;
        Optional<List<Drawn>> tape = Tape.of(canvas);
        if (tape.isPresent()) tape.get().forEach(d -> found.add(d.under(seen.at, seen.alpha, seen.clips)));
        else {
            SnapshotParameters clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            picture(canvas.snapshot(clear, null), canvas, seen);
        }
    }

    private void picture(Image image, Node node, Seen seen) {
        double width = node.getLayoutBounds().getWidth();
        double height = node.getLayoutBounds().getHeight();
        found.add(new Drawn.Picture(seen.style(Color.BLACK), Outline.Room.of(0, 0, width, height), image, 0, 0, width,
                height));
    }

    private void text(Text text, Seen seen) {
        if (text.getText().isBlank() || text.getFill() == null) return;
        double ascent = Letters.of(text.getFont()).ascent();
        for (TextLineInfo line : text.getLayoutInfo().getTextLines(false)) {
            String words = text.getText().substring(line.start(), line.end()).stripTrailing();
            Rectangle2D room = line.bounds();
            if (!words.isEmpty())
                found.add(new Drawn.Words(seen.style(text.getFill()),
                        Outline.Room.of(room.getMinX(), room.getMinY(), room.getWidth(), room.getHeight()), words,
                        room.getMinX(), room.getMinY() + ascent, text.getFont(), TextAlignment.LEFT, VPos.BASELINE,
                        Optional.empty()));
        }
    }
}
