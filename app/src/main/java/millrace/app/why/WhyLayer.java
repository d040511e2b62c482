package millrace.app.why;

import java.util.List;
import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.util.Duration;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.explain.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Lies over a view and shows one card at a time, joined to the thing it is about by a line. Where there is no card the
 * mouse reaches what lies below.
 */
public final class WhyLayer extends Pane {
    private static final Duration RISE = Duration.millis(Tokens.PANEL);
    /** A card that is too high becomes wider by so much at a time, px. */
    private static final double STEP = 40;
    private final Line line = new Line();
    private final Circle end = new Circle(3);
    private @Nullable WhyCard card;
    private Rectangle2D thing = Rectangle2D.EMPTY;
    private Runnable onClosed = () -> {};
    private boolean motion = true;
    private Going going = Going.NOWHERE;

    public WhyLayer() {
        setPickOnBounds(false);
        setMinSize(0, 0);
        line.setStrokeWidth(1.6);
        line.setMouseTransparent(true);
        end.setMouseTransparent(true);
        line.setManaged(false);
        end.setManaged(false);
    }

    /**
     * Shows an answer.
     *
     * @param about where the thing lies that it is about, in px of this layer
     */
    public void show(Answer answer, Sign sign, Rectangle2D about, List<WhyCard.Action> actions, Theme theme) {
        WhyCard next = new WhyCard(answer, sign, actions, theme, going, this::close);
        boolean fresh = card == null;
        card = next;
        thing = about;
        line.setStroke(theme.text());
        end.setFill(theme.text());
        getChildren().setAll(line, end, next);
        if (fresh && motion) rise(next);
        requestLayout();
    }

    /** The thing has moved, say because the paper under it did; empty: it is out of sight, and so is the card. */
    public void follow(Optional<Rectangle2D> about) {
        boolean seen = !getChildren().isEmpty() && getChildren().getLast().isVisible();
        if (seen == about.isPresent() && about.filter(r -> !r.equals(thing)).isEmpty()) return;
        getChildren().forEach(n -> n.setVisible(about.isPresent()));
        about.ifPresent(r -> thing = r);
        requestLayout();
    }

    public void hide() {
        card = null;
        getChildren().clear();
    }

    public boolean showing() {
        return card != null;
    }

    /** Hears that the card was closed by its cross. */
    public void setOnClosed(Runnable hear) {
        onClosed = hear;
    }

    /** Where times and names of the cards lead. */
    public void setGoing(Going next) {
        going = next;
    }

    /** Without motion a card is simply there. */
    public void setMotion(boolean on) {
        motion = on;
    }

    private void close() {
        hide();
        onClosed.run();
    }

    private static void rise(WhyCard card) {
        FadeTransition fade = new FadeTransition(RISE, card);
        fade.setFromValue(0);
        fade.setToValue(1);
        TranslateTransition up = new TranslateTransition(RISE, card);
        up.setFromY(Tokens.RISE);
        up.setToY(0);
        fade.setInterpolator(Interpolator.EASE_OUT);
        up.setInterpolator(Interpolator.EASE_OUT);
        new ParallelTransition(fade, up).play();
    }

    @Override
    protected void layoutChildren() {
        WhyCard shown = card;
        if (shown == null || getWidth() <= 0) return;
        double width = width(shown);
        double height = shown.prefHeight(width);
        Point2D at = Beside.place(thing, new Dimension2D(width, height),
                new Rectangle2D(0, 0, getWidth(), getHeight()));
        shown.resizeRelocate(Math.round(at.getX()), Math.round(at.getY()), width, height);
        join(new Rectangle2D(at.getX(), at.getY(), width, height));
    }

    /** As narrow as it is read best; where it would be too high then, as wide as it needs to be whole. */
    private double width(WhyCard shown) {
        double most = Math.clamp(getWidth() - 2 * Beside.EDGE, Tokens.LEAST_CARD, WhyCard.WIDEST);
        double width = Math.min(most, WhyCard.WIDTH);
        while (width < most && shown.prefHeight(width) > getHeight() - 2 * Beside.EDGE)
            width = Math.min(most, width + STEP);
        return width;
    }

    private void join(Rectangle2D place) {
        Point2D middle = new Point2D(thing.getMinX() + thing.getWidth() / 2, thing.getMinY() + thing.getHeight() / 2);
        Point2D there = Beside.nearest(place, middle);
        Point2D here = Beside.nearest(thing, there);
        line.setStartX(here.getX());
        line.setStartY(here.getY());
        line.setEndX(there.getX());
        line.setEndY(there.getY());
        end.setCenterX(here.getX());
        end.setCenterY(here.getY());
    }
}
