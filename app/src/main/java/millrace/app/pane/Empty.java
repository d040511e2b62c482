package millrace.app.pane;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Says in the place of a view why there is nothing to see, and what would change that. */
public final class Empty extends VBox {
    private final Label why = new Label();
    private final Label how = new Label();
    private final Button act = new Button();

    public Empty() {
        super(8);
        getStyleClass().add("empty-note");
        why.getStyleClass().add("strong");
        how.getStyleClass().add("second");
        for (Label label : new Label[] {why, how}) {
            label.setWrapText(true);
            label.setMaxWidth(460);
            label.setTextAlignment(TextAlignment.CENTER);
        }
        setAlignment(Pos.CENTER);
        setMinSize(0, 0);
        getChildren().addAll(why, how, act);
        say("", "");
    }

    public void say(String reason, String help) {
        why.setText(reason);
        how.setText(help);
        how.setVisible(!help.isEmpty());
        how.setManaged(!help.isEmpty());
        act.setVisible(false);
        act.setManaged(false);
    }

    /** As {@link #say(String, String)}, with a button. */
    public void say(String reason, String help, String button, Runnable then) {
        say(reason, help);
        act.setText(button);
        act.setOnAction(e -> then.run());
        act.setVisible(true);
        act.setManaged(true);
    }
}
