package millrace.app.welcome;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import millrace.app.file.ShippedDesigns.Shipped;
import millrace.app.text.Texts;

/** What the design that is pointed at is about, and the button that opens a copy of it. */
final class DetailCard extends VBox {
    private final Picture picture = new Picture(Thumbnails.HEIGHT);
    private final Label number = new Label();
    private final Label title = new Label();
    private final Label about = new Label();
    private final Button open = new Button(Texts.of("welcome.from-template"));
    private Optional<Shipped> shown = Optional.empty();

    DetailCard(Consumer<Shipped> chosen) {
        getStyleClass().addAll("chapter-card", "detail-card");
        number.getStyleClass().add("chapter-line");
        title.getStyleClass().add("chapter-title");
        title.setWrapText(true);
        about.getStyleClass().add("detail-about");
        about.setWrapText(true);
        open.getStyleClass().add("primary");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setId("from-template");
        open.setOnAction(e -> shown.ifPresent(chosen));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        VBox words = new VBox(4, number, title, about, gap, open);
        words.getStyleClass().add("chapter-words");
        VBox.setVgrow(words, Priority.ALWAYS);
        getChildren().addAll(picture, words);
    }

    Optional<Shipped> shown() {
        return shown;
    }

    Picture picture() {
        return picture;
    }

    void show(Shipped design, String chapter) {
        shown = Optional.of(design);
        number.setText(design.number().isEmpty() ? chapter : Texts.of("welcome.numbered", chapter, design.number()));
        title.setText(design.title());
        about.setText(design.about());
    }
}
