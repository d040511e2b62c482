package millrace.app.shell;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import millrace.app.text.Texts;
import millrace.app.tool.Box;

/** "Why?", at the upper edge of the node that the pointer is over. */
final class WhyButton extends Button {
    private Optional<String> node = Optional.empty();


    /** The pointer has left the node, perhaps for this button. */
    private boolean leaving;

    WhyButton() {
        super(Texts.of("why.ask"));
        setId("why-node");
        getStyleClass().addAll("small", "why-node");
        setManaged(false);
        setFocusTraversable(false);
        setVisible(false);
        setOnMouseExited(e -> hide());
    }

    Optional<String> node() {
        return node;
    }

    /** Stands at the node; with none it goes, unless the pointer is on its way to it or on it. */
    void at(Optional<String> next, Optional<Box> place) {
        leaving = next.isEmpty();
        if (leaving) {
            Platform.runLater(() -> {
                if (leaving && !isHover()) hide();
            });
            return;
        }
        node = next;
        place.ifPresent(this::stand);
    }

    private void hide() {
        node = Optional.empty();
        setVisible(false);
    }

    private void stand(Box box) {
        autosize();
        follow(box);
        setVisible(true);
    }

    /** The node has moved, or the paper under it. */
    void follow(Box box) {
        relocate(Math.round(box.right() - getWidth() - 6), Math.round(box.y() - getHeight() / 2));
    }
}
