package millrace.app.look;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a canvas, as things that can be drawn elsewhere. Canvases keep tapes only while somebody records. For the
 * interface's thread only.
 */
public final class Tape {
    private static int recorders;
    private final Outline.Room whole;
    private final List<Drawn> drawn = new ArrayList<>();
    private final Deque<List<Drawn.Clip>> saved = new ArrayDeque<>();
    private List<Drawn.Clip> clips = List.of();

    private Tape(Canvas canvas) {
        whole = Outline.Room.of(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    /** From now on what is drawn is kept, until the result is closed. */
    public static Recording record() {
        recorders++;
        return () -> recorders--;
    }

    /** Canvases in this scene are looked at on their tapes alone: while somebody records nothing is drawn on them. */
    public static void alone(Scene scene) {
        scene.getProperties().put(Tape.class, true);
    }

    static boolean alone(Canvas canvas) {
        Scene scene = canvas.getScene();
        return recorders > 0 && scene != null && scene.hasProperties() && scene.getProperties().containsKey(Tape.class);
    }

    /** While it is open canvases keep what is drawn on them. */
    public interface Recording extends AutoCloseable {
        @Override
        void close();
    }

    /** What was drawn on the canvas while somebody recorded. */
    public static Optional<List<Drawn>> of(Canvas canvas) {
        return Optional.ofNullable(kept(canvas)).map(t -> List.copyOf(t.drawn));
    }

    private static @Nullable Tape kept(Canvas canvas) {
        return canvas.hasProperties() && canvas.getProperties().get(Tape.class) instanceof Tape tape ? tape : null;
    }

    /** The tape to record on: anew if the canvas has another size, since it was cleared then. */
    static @Nullable Tape recorded(Canvas canvas) {
        Tape tape = kept(canvas);
        if (recorders == 0) {
            if (tape != null) canvas.getProperties().remove(Tape.class);
            return null;
        }
        if (tape != null && tape.whole.equals(Outline.Room.of(0, 0, canvas.getWidth(), canvas.getHeight())))
            return tape;
        Tape made = new Tape(canvas);
        canvas.getProperties().put(Tape.class, made);
        return made;
    }

    List<Drawn.Clip> clips() {
        return clips;
    }

    void add(Drawn next) {
        if (covers(next)) clear(seen());
        drawn.add(next);
    }

    /** What lies under a ground that fills the canvas can't be seen any more. */
    private boolean covers(Drawn next) {
        return next instanceof Drawn.Shape s && s.line().isEmpty() && s.style().alpha() == 1
                && s.style().paint() instanceof Color c && c.isOpaque() && s.room().holds(whole);
    }

    /** Where the clips let something be seen. */
    private Outline.Room seen() {
        Outline.Room room = whole;
        for (Drawn.Clip clip : clips)
            room = room.common(clip.room());
        return room;
    }

    /** What lies in a room that is cleared is gone; of what reaches into it, what has its middle there and is not much larger. */
    void clear(Outline.Room room) {
        drawn.removeIf(d -> d.room().mostlyIn(room));
    }

    void clip(Drawn.Clip next) {
        List<Drawn.Clip> more = new ArrayList<>(clips);
        more.add(next);
        clips = List.copyOf(more);
    }

    void save() {
        saved.push(clips);
    }

    void restore() {
        clips = saved.isEmpty() ? List.of() : saved.pop();
    }
}
