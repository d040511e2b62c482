package millrace.app.why;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import millrace.app.look.Tokens;
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
    /** Where there is little height. */
    static final double WIDEST = 620;
    private static final int MOST_ACTIONS = 2;

    private static final int MOST_MOMENTS = 4;
    private static final int MOST_NODES = 3;

    /**
     * Something to do about it: "What if lateness were 2 min?".
     *
     * @param choices what there is to choose from, where there are several; then {@code doing} is nothing
     */
    public record Action(String text, Runnable doing, List<MenuItem> choices) {
        public Action {
            choices = List.copyOf(choices);
        }

        public Action(String text, Runnable doing) {
            this(text, doing, List.of());
        }
    }

    /** An action as a menu has it: its choices, or itself. */
    public static Stream<MenuItem> items(Action action) {
        if (!action.choices().isEmpty()) return action.choices().stream();
        MenuItem item = new MenuItem(action.text());
        item.setOnAction(e -> action.doing().run());
        return Stream.of(item);
    }

    public WhyCard(Answer answer, Sign sign, List<Action> actions, Theme theme, Going going, Runnable close) {
        super(8);
        getStyleClass().add("why-card");
        setMinWidth(Tokens.LEAST_CARD);
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setAccessibleText(answer.question() + " " + answer.text());
        getChildren().addAll(head(answer, sign, theme, close), sentences(answer, theme, going));
        FlowPane goes = goes(answer, going);
        if (!goes.getChildren().isEmpty()) getChildren().add(goes);
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

    /** The moments and nodes that it names, to go to. */
    private static FlowPane goes(Answer answer, Going going) {
        FlowPane row = new FlowPane(6, 6);
        row.getStyleClass().add("why-goes");
        answer.moments()
                .stream()
                .filter(m -> !going.time(m).isEmpty())
                .limit(MOST_MOMENTS)
                .forEach(m -> row.getChildren().add(go(going.time(m), "moment", () -> going.moment(m))));
        if (going != Going.NOWHERE)
            answer.nodes()
                    .stream()
                    .limit(MOST_NODES)
                    .forEach(n -> row.getChildren()
                            .add(go(Texts.of("why.show", going.name(n)), "node", () -> going.node(n))));
        return row;
    }

    private static Button go(String text, String kind, Runnable doing) {
        Button button = new Button(text);
        button.getStyleClass().addAll("small", "go", kind);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> doing.run());
        return button;
    }

    private static TextFlow sentences(Answer answer, Theme theme, Going going) {
        TextFlow flow = new TextFlow();
        flow.setLineSpacing(2.5);
        flow.setPrefWidth(WIDTH - 30);
        answer.spans().forEach(span -> flow.getChildren().add(text(span, theme, going)));
        return flow;
    }

    private static Text text(Span span, Theme theme, Going going) {
        Text text = new Text(span.text());
        span.at().ifPresent(at -> link(text, () -> going.moment(at)));
        text.setFont(font(span));
        text.setFill(switch (span.tone()) {
            case PLAIN, STRONG -> theme.text();
            case EVENT -> theme.event();
            case PROC -> theme.proc();
        });
        return text;
    }

    private static void link(Text text, Runnable doing) {
        text.setUnderline(true);
        text.setCursor(Cursor.HAND);
        text.setAccessibleRole(AccessibleRole.HYPERLINK);
        text.setOnMouseClicked(e -> doing.run());
    }

    private static Font font(Span span) {
        boolean figures = span.text().chars().anyMatch(Character::isDigit);
        if (span.tone() == Tone.PLAIN) return Type.words(12.5, 400);
        return figures ? Type.figures(12.5, 700) : Type.words(12.5, 600);
    }

    private static HBox buttons(List<Action> actions) {
        HBox row = new HBox(8);
        actions.stream().limit(MOST_ACTIONS).forEach(action -> {
            ButtonBase button = action.choices().isEmpty() ? new Button(action.text()) : menu(action);
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> action.doing().run());
            row.getChildren().add(button);
        });
        return row;
    }

    private static MenuButton menu(Action action) {
        MenuButton menu = new MenuButton(action.text());
        menu.getItems().setAll(action.choices());
        return menu;
    }
}
