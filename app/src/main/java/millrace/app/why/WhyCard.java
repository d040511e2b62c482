package millrace.app.why;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import millrace.app.text.Texts;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.explain.Answer;
import millrace.explain.Span;
import millrace.explain.Tone;

/**
 * An answer as a card: its question with a sign, one or two sentences with times in the colour of their clock, at most
 * two actions.
 */
public final class WhyCard extends VBox {
    static final double WIDTH = 380;
    private static final int MOST_ACTIONS = 2;

    /** Something to do about it: "What if lateness were 2 min?". */
    public record Action(String text, Runnable doing) {}

    public WhyCard(Answer answer, Sign sign, List<Action> actions, Theme theme, Runnable close) {
        super(8);
        getStyleClass().add("why-card");
        setMinWidth(300);
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setAccessibleText(answer.question() + " " + answer.text());
        getChildren().addAll(head(answer, sign, theme, close), sentences(answer, theme));
        if (!actions.isEmpty()) getChildren().add(buttons(actions));
    }

    private static HBox head(Answer answer, Sign sign, Theme theme, Runnable close) {
        Label question = new Label(answer.question());
        question.setFont(Type.nodeName());
        question.setStyle("-fx-font-family: 'Inter Semi Bold'; -fx-font-size: 13.5px;");
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(9, sign.drawn(theme), question, cross(theme, close));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Button cross(Theme theme, Runnable close) {
        SVGPath lines = new SVGPath();
        lines.setContent("M0 0 L9 9 M9 0 L0 9");
        lines.setStroke(theme.text2());
        lines.setStrokeWidth(1.6);
        lines.setStrokeLineCap(StrokeLineCap.ROUND);
        Button button = new Button();
        button.setGraphic(lines);
        button.getStyleClass().addAll("flat", "icon", "close");
        button.setAccessibleText(Texts.of("why.close"));
        button.setOnAction(e -> close.run());
        return button;
    }

    private static TextFlow sentences(Answer answer, Theme theme) {
        TextFlow flow = new TextFlow();
        flow.setLineSpacing(2.5);
        flow.setPrefWidth(WIDTH - 30);
        answer.spans().forEach(span -> flow.getChildren().add(text(span, theme)));
        return flow;
    }

    private static Text text(Span span, Theme theme) {
        Text text = new Text(span.text());
        text.setFont(font(span));
        text.setFill(switch (span.tone()) {
            case PLAIN, STRONG -> theme.text();
            case EVENT -> theme.event();
            case PROC -> theme.proc();
        });
        return text;
    }

    private static Font font(Span span) {
        boolean figures = span.text().chars().anyMatch(Character::isDigit);
        if (span.tone() == Tone.PLAIN) return Type.words(12.5, 400);
        return figures ? Type.figures(12.5, 700) : Type.words(12.5, 600);
    }

    private static HBox buttons(List<Action> actions) {
        HBox row = new HBox(8);
        actions.stream().limit(MOST_ACTIONS).forEach(action -> {
            Button button = new Button(action.text());
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> action.doing().run());
            row.getChildren().add(button);
        });
        return row;
    }
}
