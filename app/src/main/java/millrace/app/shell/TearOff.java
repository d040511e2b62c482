package millrace.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import millrace.app.text.Texts;

/**
 * Views in windows of their own. They show what they showed in their tab, at the same moment; the keys of the program work in them, too.
 * When its window is closed a view is back in its tab.
 */
final class TearOff {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 520;
    private final Designer parts;
    private final Map<Tab, Stage> torn = new LinkedHashMap<>();

    TearOff(Designer parts) {
        this.parts = parts;
    }

    /** Gives the view of a tab a window of its own, or brings that window to the front. */
    Stage tear(Tab tab) {
        Stage there = torn.get(tab);
        if (there != null) {
            there.toFront();
            return there;
        }
        Stage stage = new Stage();
        torn.put(tab, stage);
        Node view = tab.getContent();
        BorderPane page = page(view, tab);
        tab.setContent(instead(tab, stage));
        stage.setTitle(tab.getText() + ", " + parts.workspace.editor().design().name());
        Scene scene = new Scene(page, WIDTH, HEIGHT);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, parts.window.actions()::key);
        stage.setScene(scene);
        stage.setOnHidden(e -> back(tab, view, page));
        stage.show();
        parts.panes.opened();
        return stage;
    }

    private BorderPane page(Node view, Tab tab) {
        HBox beside = new HBox(8);
        beside.setAlignment(Pos.CENTER_RIGHT);
        beside.getStyleClass().add("torn-bar");
        parts.panes.controlsOf(tab).ifPresent(beside.getChildren()::add);
        BorderPane page = new BorderPane(view, beside.getChildren().isEmpty() ? null : beside, null, null, null);
        page.getStyleClass().addAll("root", "designer", "torn");
        Bindings.bindContent(page.getStylesheets(), parts.getStylesheets());
        return page;
    }

    /** What stands in the tab meanwhile. */
    private static VBox instead(Tab tab, Stage stage) {
        Label words = new Label(Texts.of("shell.torn", tab.getText()));
        Button back = new Button(Texts.of("shell.torn.back"));
        back.setOnAction(e -> stage.close());
        VBox instead = new VBox(12, words, back);
        instead.setAlignment(Pos.CENTER);
        return instead;
    }

    private void back(Tab tab, Node view, BorderPane page) {
        Bindings.unbindContent(page.getStylesheets(), parts.getStylesheets());
        page.setCenter(null);
        page.setTop(null);
        torn.remove(tab);
        tab.setContent(view);
        parts.panes.opened();
    }

    boolean isTorn(Tab tab) {
        return torn.containsKey(tab);
    }

    /** The program, or this design, is left. */
    void closeAll() {
        List<Stage> all = new ArrayList<>(torn.values());
        all.forEach(Stage::close);
    }
}
