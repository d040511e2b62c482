package millrace.app.welcome;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import millrace.app.file.ShippedDesigns.Shipped;
import millrace.app.look.Theme;

/**
 * Lets the picture of the design that is pointed at play its run, some time after the pointer came to rest; one picture at
 * a time, and only while it is to be seen.
 */
final class LivePicture extends AnimationTimer {
    /** ms until it begins: who passes by is not to be startled. */
    private static final double REST = 600;
    /** Every so many frames it is drawn anew. */
    private static final int EVERY = 3;

    private final Thumbnails thumbnails;
    private final Picture picture;
    private Optional<Playing> playing = Optional.empty();
    private String wanted = "";
    private Theme theme = Theme.LIGHT;
    private boolean asked;
    private long since;
    private int frame;
    private boolean moves = true;

    private record Playing(Staged staged, Staged.Framed framed) {}

    LivePicture(Thumbnails thumbnails, Picture picture) {
        this.thumbnails = thumbnails;
        this.picture = picture;
        picture.sceneProperty().addListener((o, was, is) -> {
            if (is == null) stop();
            else if (moves) start();
        });
    }

    /** Nothing moves for those who want it so. */
    void setMoves(boolean wants) {
        moves = wants;
        if (!wants) {
            stop();
            still();
        } else if (picture.getScene() != null) start();
    }

    void point(Shipped design, Theme in) {
        if (wanted.equals(design.path()) && theme == in) return;
        wanted = design.path();
        theme = in;
        still();
    }

    private void still() {
        playing = Optional.empty();
        picture.still();
        asked = false;
        since = 0;
    }

    boolean plays() {
        return playing.isPresent();
    }

    @Override
    public void handle(long now) {
        if (since == 0) since = now;
        double passed = (now - since) / 1e6;
        if (playing.isPresent()) {
            if (frame++ % EVERY == 0) playing.get().staged.play(playing.get().framed.canvas(), passed);
        } else if (!asked && passed > REST && picture.getWidth() > 0 && !wanted.isEmpty()) ask();
    }

    private void ask() {
        asked = true;
        String path = wanted;
        thumbnails.staged(path, staged -> {
            if (path.equals(wanted) && moves) play(staged);
        });
    }

    private void play(Staged staged) {
        if (staged.timeline().isEmpty()) return;
        Staged.Framed framed = staged.framed(theme, picture.getWidth(), picture.getHeight());
        staged.play(framed.canvas(), 0);
        playing = Optional.of(new Playing(staged, framed));
        since = 0;
        picture.live(framed.canvas(), framed.scale());
    }
}
