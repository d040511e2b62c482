package millrace.app.pane;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import millrace.app.text.Texts;

/** What a view shows; or, while there is nothing to see, why not. */
public final class Covered extends StackPane {
    private final Node shown;
    private final Empty empty = new Empty();

    /** @param style of the whole view */
    public Covered(Node shown, String style) {
        super(shown);
        this.shown = shown;
        getChildren().add(empty);
        getStyleClass().addAll("panel", style);
        setMinSize(0, 0);
        nothing(Texts.of("pane.being-made"), "");
    }

    public void something() {
        cover(false);
    }

    public void nothing(String reason, String help) {
        empty.say(reason, help);
        cover(true);
    }

    /** As {@link #nothing(String, String)}, with a button. */
    public void nothing(String reason, String help, String button, Runnable then) {
        empty.say(reason, help, button, then);
        cover(true);
    }

    private void cover(boolean is) {
        empty.setVisible(is);
        shown.setVisible(!is);
    }
}
