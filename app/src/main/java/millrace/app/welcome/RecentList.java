package millrace.app.welcome;

import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import millrace.app.file.RecentFiles.Recent;
import millrace.app.file.Times;
import millrace.app.look.Theme;
import millrace.app.text.Texts;

/** The files that were used last, each with its picture; one that is gone says so, and can be taken off the list. */
final class RecentList extends VBox {
    private static final double PICTURE_WIDTH = 64;
    private static final double PICTURE_HEIGHT = 36;

    private final Welcome.Requests requests;
    private final Thumbnails thumbnails;

    RecentList(Welcome.Requests requests, Thumbnails thumbnails) {
        super(4);
        this.requests = requests;
        this.thumbnails = thumbnails;
        getStyleClass().add("recent-list");
    }

    void show(List<Recent> files, Theme theme) {
        getChildren().clear();
        for (Recent recent : files)
            getChildren().add(recent.missing() ? missing(recent) : entry(recent, theme));
        if (files.isEmpty()) {
            Label none = new Label(Texts.of("welcome.recent.none"));
            none.getStyleClass().add("second");
            none.setWrapText(true);
            getChildren().add(none);
        }
    }

    private Button entry(Recent recent, Theme theme) {
        Picture picture = new Picture(PICTURE_HEIGHT);
        picture.setPrefWidth(PICTURE_WIDTH);
        picture.setMinWidth(PICTURE_WIDTH);
        thumbnails.file(recent.file(), theme, picture::show);
        return row(recent, picture, Times.of(recent.opened()), () -> requests.open(recent.file()));
    }

    private HBox missing(Recent recent) {
        Picture empty = new Picture(PICTURE_HEIGHT);
        empty.setPrefWidth(PICTURE_WIDTH);
        empty.setMinWidth(PICTURE_WIDTH);
        Button row = row(recent, empty, Texts.of("welcome.recent.missing"), () -> {});
        row.pseudoClassStateChanged(PseudoClass.getPseudoClass("missing"), true);
        row.setDisable(true);
        Button forget = new Button(Texts.of("welcome.recent.forget"));
        forget.getStyleClass().addAll("flat", "small");
        forget.setMinWidth(USE_PREF_SIZE);
        forget.setAccessibleText(Texts.of("welcome.recent.forget-what", name(recent.file())));
        forget.setOnAction(e -> requests.forget(recent.file()));
        HBox.setHgrow(row, Priority.ALWAYS);
        HBox both = new HBox(row, forget);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static Button row(Recent recent, Picture picture, String when, Runnable what) {
        Label name = new Label(name(recent.file()));
        name.getStyleClass().add("recent-name");
        Label time = new Label(when);
        time.getStyleClass().add("chapter-line");
        VBox words = new VBox(1, name, time);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        Button row = new Button("", new HBox(10, picture, words));
        row.getStyleClass().add("gallery-entry");
        row.getStyleClass().add("recent-entry");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        row.setAccessibleText(name(recent.file()) + ", " + when);
        row.setTooltip(new Tooltip(recent.file().toString()));
        row.setOnAction(e -> what.run());
        return row;
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
    }
}
