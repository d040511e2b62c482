package millrace.app.shell;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;
import millrace.app.canvas.CanvasPlaces;
import millrace.app.look.Tokens;
import millrace.app.text.Texts;

/** "Why?", at the rim of the node that the pointer is over. */
final class WhyButton extends Button {
    private final CanvasPlaces places;
    private Optional<String> node = Optional.empty();

    /** The pointer has left the node, perhaps for this button: it has so long to get there. */
    private final PauseTransition leaving = new PauseTransition(Duration.millis(Tokens.ON_THE_WAY));

    WhyButton(CanvasPlaces places) {
        super(Texts.of("why.ask"));
        this.places = places;
        setId("why-node");
        getStyleClass().addAll("small", "why-node");
        setManaged(false);
        setFocusTraversable(false);
        setVisible(false);
        setOnMouseExited(e -> hide());
        leaving.setOnFinished(e -> {
            if (!isHover()) hide();
        });
    }

    Optional<String> node() {
        return node;
    }

    /** Stands at the node; with none it goes, unless the pointer is on its way to it or on it. */
    void at(Optional<String> next) {
        if (next.isEmpty()) {
            leaving.playFromStart();
            return;
        }
        leaving.stop();
        node = next;
        stand();
    }

    private void hide() {
        node = Optional.empty();
        setVisible(false);
    }

    private void stand() {
        autosize();
        follow();
        setVisible(true);
    }

    /** The node has moved, or the paper under it. */
    void follow() {
        node.flatMap(n -> places.beside(n, getWidth(), getHeight())).ifPresent(p -> relocate(p.x(), p.y()));
    }
}
