package millrace.app.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import millrace.app.file.ShippedDesigns.Chapter;
import millrace.app.file.ShippedDesigns.Shipped;
import millrace.app.text.Texts;

/** A chapter of the gallery: a picture of the design that is pointed at, and the names of all. */
final class ChapterCard extends VBox {
    private static final double NARROW = 250;

    private final Chapter chapter;
    private final Picture picture = new Picture(Thumbnails.HEIGHT);
    private final Label count = new Label();
    private final VBox names = new VBox();
    private final List<Button> entries = new ArrayList<>();
    private final Consumer<Shipped> pointed;
    private final Consumer<Shipped> chosen;

    ChapterCard(Chapter chapter, Consumer<Shipped> pointed, Consumer<Shipped> chosen) {
        this.chapter = chapter;
        this.pointed = pointed;
        this.chosen = chosen;
        getStyleClass().add("chapter-card");
        Label number = new Label(String.valueOf(chapter.number()));
        number.getStyleClass().add("chapter-number");
        Label title = new Label(title());
        title.getStyleClass().add("chapter-title");
        title.setMinWidth(USE_PREF_SIZE);
        widthProperty().addListener(o -> count());
        count.getStyleClass().add("chapter-count");
        count.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(7, number, title, gap, count);
        heading.setAlignment(Pos.BASELINE_LEFT);
        Label line = new Label(Texts.of("welcome.chapter." + chapter.number() + ".line"));
        line.getStyleClass().add("chapter-line");
        VBox words = new VBox(heading, line, names);
        words.getStyleClass().add("chapter-words");
        getChildren().addAll(picture, words);
        setAccessibleRole(AccessibleRole.PARENT);
    }

    String title() {
        return Texts.of("welcome.chapter." + chapter.number());
    }

    Chapter chapter() {
        return chapter;
    }

    Picture picture() {
        return picture;
    }

    /** The names that are to be seen, to walk through by keys. */
    List<Button> entries() {
        return entries;
    }

    /** Shows the designs that are found; how many those are. */
    int show(Search search) {
        List<Shipped> found = chapter.designs().stream().filter(d -> search.finds(d, title())).toList();
        entries.clear();
        found.forEach(d -> entries.add(entry(d)));
        names.getChildren().setAll(entries);
        count();
        return found.size();
    }

    /** In a narrow card the figure alone. */
    private void count() {
        String words = Texts.counted("welcome.designs", entries.size());
        count.setText(getWidth() < NARROW ? String.valueOf(entries.size()) : words);
        count.setAccessibleText(words);
    }

    private Button entry(Shipped design) {
        Button entry = new Button(design.title());
        entry.getStyleClass().add("gallery-entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setAccessibleText(Texts.of("welcome.entry", design.number(), design.title(), design.about()));
        entry.setUserData(design);
        entry.setOnAction(e -> chosen.accept(design));
        entry.hoverProperty().addListener((o, was, is) -> {
            if (is) pointed.accept(design);
        });
        entry.focusedProperty().addListener((o, was, is) -> {
            if (is) pointed.accept(design);
        });
        return entry;
    }
}
