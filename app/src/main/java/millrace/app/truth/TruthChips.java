package millrace.app.truth;

import java.util.function.DoubleSupplier;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import millrace.app.look.Ink;
import millrace.app.look.Keys;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.pane.PaneRequests;
import millrace.app.text.Texts;
import millrace.app.truth.TruthModel.Missed;
import millrace.app.truth.TruthModel.Said;
import millrace.app.truth.TruthModel.Window;
import millrace.design.Clock;

/** What stands in the cells of the windows: answers with their signs, the wrong ones struck out. What is to come is faint. */
record TruthChips(PaneRequests requests, Theme theme, Keys keys, Clock clock, long end, long playhead) {
    private static final double SIGN = 14;
    /** Beyond this an answer or a key is told whole by its tooltip; px. */
    static final double LONGEST = 200;
    static final double LONGEST_KEY = 150;
    private static final long SECOND = 1_000;

    Node key(Window window) {
        Canvas chip = new Canvas(18, 18);
        Marks marks = new Marks(Ink.on(chip), theme);
        marks.event(9, 9, 8, theme.key(keys, window.key()), theme.panel(), "");
        marks.text(9, 9, keys.letter(window.key()), Type.figures(9.5, 700), theme.key(keys, window.key()).figure());
        Label name = new Label(window.key());
        if (Type.width(window.key(), Type.words(12.5, 400)) > LONGEST_KEY) name.setTooltip(new Tooltip(window.key()));
        return row(6, chip, name);
    }

    /** The right answer, and whether it stands. */
    Node right(Window window) {
        Canvas sign = new Canvas(SIGN, SIGN);
        Marks marks = new Marks(Ink.on(sign), theme);
        switch (window.at(playhead, end)) {
            case RIGHT -> tick(sign);
            case WRONG, NEVER -> marks.cross(7, 7, 3.6, 2, theme.fail());
            case NOT_YET -> {}
        }
        return row(6, sign, text(window.right().orElse(Texts.of("truth.no-answer")), true, false));
    }

    private void tick(Canvas sign) {
        var g = Ink.on(sign);
        g.setStroke(theme.text2());
        g.setLineWidth(1.8);
        g.strokePolyline(new double[] {2.5, 5.8, 11.5}, new double[] {7.2, 10.4, 3.8}, 3);
    }

    /** @param room how wide the cell is inside */
    Node said(Window window, DoubleSupplier room) {
        if (window.said().isEmpty()) return row(0, text(Texts.of("truth.no-answer"), false, false));
        return new Wrapped(14, room, window.said().stream().map(this::answer).toList());
    }

    private HBox answer(Said said) {
        Canvas sign = new Canvas(SIGN, SIGN);
        new Marks(Ink.on(sign), theme).timing(said.timing(), 7, 7, 4.8);
        Text figure = text(Type.fit(said.text(), Type.figures(12.5, 700), LONGEST), true, !said.right());
        HBox chip = row(4, sign, figure, caption(said.at()));
        chip.getStyleClass().add("said");
        chip.setAccessibleText(Texts.of("truth.said-at", said.text(), Texts.of("look.timing." + said.timing()),
                clock.format(said.at())));
        if (!figure.getText().equals(said.text())) Tooltip.install(chip, new Tooltip(chip.getAccessibleText()));
        return live(chip, said.at(), () -> {
            if (said.fact() >= 0) requests.ask(said.fact());
        });
    }

    Node missed(Window window, DoubleSupplier room) {
        return new Wrapped(12, room, window.missed().stream().map(this::event).toList());
    }

    private HBox event(Missed missed) {
        Canvas sign = new Canvas(26, 24);
        new Marks(Ink.on(sign), theme).dropped(11.5, 11, 7.5, theme.panel(), missed.text());
        HBox chip = row(4, sign, caption(missed.at()));
        chip.getStyleClass().add("missed");
        chip.setAccessibleText(Texts.of("truth.missed-at", missed.text(), clock.format(missed.at())));
        return live(chip, missed.at(), () -> requests.hold(missed.event()));
    }

    private HBox live(HBox chip, long at, Runnable asked) {
        chip.setOpacity(at <= playhead ? 1 : Tokens.OUT_OF_FOCUS);
        chip.setCursor(Cursor.HAND);
        chip.setOnMousePressed(e -> {
            requests.seek(at);
            asked.run();
            e.consume();
        });
        return chip;
    }

    private Text text(String words, boolean strong, boolean struck) {
        Text text = new Text(words);
        text.setFont(Type.figures(12.5, strong ? 700 : 500));
        text.setFill(struck ? theme.text3() : theme.text());
        text.setStrikethrough(struck);
        return text;
    }

    /** Beside a date nobody looks for milliseconds; they are told by word. */
    static String time(Clock clock, long at) {
        return clock.format(clock.dated() ? Math.floorDiv(at, SECOND) * SECOND : at);
    }

    private Node caption(long at) {
        Text text = new Text(time(clock, at));
        text.setFont(Type.figures(11.5, 500));
        text.setFill(theme.proc());
        return text;
    }

    private static HBox row(double space, Node... parts) {
        HBox row = new HBox(space, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
