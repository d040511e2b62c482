package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polyline;
import millrace.design.Problem;
import millrace.design.Problem.Slip;
import millrace.design.Value;

/** An expression: completed while it is typed, and what is wrong with it is underlined where it stands. */
final class ExpressionEditor implements FieldEditor {
    private static final double WAVE = 2.5;

    private final TextField field = new TextField();
    private final Polyline wave = new Polyline();
    private final StackPane box;
    private final Value usual;
    private final LiveText live;
    private Optional<Slip> slip = Optional.empty();
    /** The text that the slip is in: another text is not underlined until it has been checked. */
    private String checked = "";

    ExpressionEditor(Completions completions, Value usual, Change change) {
        this.usual = usual;
        field.getStyleClass().add("figures");
        wave.getStyleClass().add("slip");
        Pane over = new Pane(wave);
        over.setMouseTransparent(true);
        box = new StackPane(field, over);
        new Completing(field, completions);
        live = LiveText.of(field, Value::of, change);
        field.textProperty().addListener(o -> underline());
        field.caretPositionProperty().addListener(o -> Platform.runLater(this::underline));
        field.widthProperty().addListener(o -> Platform.runLater(this::underline));
        field.skinProperty().addListener(o -> Platform.runLater(this::underline));
    }

    @Override
    public void mark(String own, List<Problem> problems) {
        slip = problems.stream().flatMap(p -> p.slip().stream()).findFirst();
        checked = field.getText();
        Platform.runLater(this::underline);
    }

    /** Where the underlined characters are; for tests, too. */
    Optional<Slip> underlined() {
        return slip.filter(s -> field.getText().equals(checked) && s.from() < field.getLength());
    }

    private void underline() {
        wave.getPoints().clear();
        if (field.getSkin() instanceof TextFieldSkin skin) underlined().ifPresent(s -> draw(skin, s));
    }

    private void draw(TextFieldSkin skin, Slip at) {
        Rectangle2D first = skin.getCharacterBounds(at.from());
        Rectangle2D last = skin.getCharacterBounds(Math.max(at.from(), Math.min(at.to(), field.getLength()) - 1));
        double from = Math.max(4, first.getMinX());
        double to = Math.min(field.getWidth() - 4, last.getMaxX());
        double y = first.getMaxY() + 1;
        for (double x = from, i = 0; x <= to; x += WAVE, i++)
            wave.getPoints().addAll(x, y + (i % 2 == 0 ? 0 : WAVE));
    }

    @Override
    public Region view() {
        return box;
    }

    @Override
    public Node entry() {
        return field;
    }

    @Override
    public void show(Optional<Value> value) {
        live.show(Values.text(value.orElse(usual)), value);
    }
}
