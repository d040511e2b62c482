package millrace.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import millrace.app.run.Playhead;
import millrace.app.text.Texts;
import millrace.design.Clock;
import millrace.event.Watermark;
import millrace.trace.Run;

/** The bar at the top: file and edit actions, the transport, the virtual clock. Its layout is in top-bar.fxml. */
final class TopBar extends HBox {
    private static final double NARROW = 1180;
    private static final double TIGHT = 940;
    /** How wide a long name may be beside all else, px. */
    private static final double DOCUMENT = 164;
    private static final double LONG_DOCUMENT = 250;

    @FXML
    private VBox document;
    @FXML
    private Label name;
    @FXML
    private Label state;
    @FXML
    private Button open;
    @FXML
    private Button save;
    @FXML
    private Button undo;
    @FXML
    private Button history;
    @FXML
    private Button redo;
    @FXML
    private Separator end;
    @FXML
    private Button toStart;
    @FXML
    private Button stepBack;
    @FXML
    private Button play;
    @FXML
    private BarIcon playIcon;
    @FXML
    private Button step;
    @FXML
    private Button toEnd;
    @FXML
    private ComboBox<Double> speed;
    @FXML
    private Label clock;
    @FXML
    private VBox clockWords;
    @FXML
    private Separator edits;
    @FXML
    private Label clockName;
    @FXML
    private Label watermark;
    @FXML
    private Label progress;
    @FXML
    private Button find;
    @FXML
    private Label findKeys;
    @FXML
    private Label findWords;
    @FXML
    private Label watermarkName;
    @FXML
    private Button home;
    @FXML
    private Button theme;

    private double wide = NARROW;
    private boolean wall;

    @SuppressWarnings("NullAway.Init") // the loader fills the fields
    TopBar(Actions actions, Playhead playhead) {
        load();
        bind(home, actions.find("welcome"));
        watermarkName.setText(Texts.of("files.top.watermark"));
        findWords.setText(Texts.of("shell.find-action"));
        bind(open, actions.find("open"));
        bind(save, actions.find("save"));
        bind(undo, actions.find("undo"));
        bind(redo, actions.find("redo"));
        bind(history, actions.find("history"));
        bind(toStart, actions.find("to-start"));
        bind(stepBack, actions.find("step-back"));
        bind(play, actions.find("play"));
        bind(step, actions.find("step"));
        bind(toEnd, actions.find("to-end"));
        bind(find, actions.find("find-action"));
        bind(theme, actions.find("theme"));
        findKeys.setText(actions.find("find-action").keyText());
        playhead.playingProperty().addListener((o, was, is) -> playIcon.show(is ? "pause" : "play"));
        speeds(playhead);
    }

    /** In a narrow window what can be found elsewhere gives way to the clock. @param width in px of an interface of scale 1 */
    void fit(double width) {
        wide = width;
        lay();
    }

    /** On the wall there is nothing but the run: what plays it, and its clocks. */
    void onTheWall(boolean is) {
        wall = is;
        lay();
    }

    private void lay() {
        document.setMaxWidth(wall ? Double.MAX_VALUE : wide < NARROW ? DOCUMENT : LONG_DOCUMENT);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("narrow"), wide < NARROW);
        show(wide >= NARROW, findWords, findKeys);
        show(!wall, home, find, end, theme);
        show(!wall && wide >= TIGHT, open, save, undo, history, redo, edits);
        show(wall || wide >= TIGHT, clockWords);
    }

    private static void show(boolean shown, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    private void load() {
        FXMLLoader loader = new FXMLLoader(TopBar.class.getResource("top-bar.fxml"));
        loader.setRoot(this);
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bind(ButtonBase button, Action action) {
        button.setOnAction(e -> action.run());
        button.disableProperty().bind(action.possible().not());
        button.setFocusTraversable(false);
        button.setAccessibleText(action.name().get());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(action.name().concat(action.keyText().isEmpty() ? "" : "  (" + action.keyText() + ")"));
        button.setTooltip(tip);
    }

    private void speeds(Playhead playhead) {
        speed.getItems().setAll(playhead.speedsProperty().get());
        playhead.speedsProperty().addListener((o, was, is) -> offer(is));
        speed.setConverter(new Times());
        speed.setValue(playhead.speedProperty().get());
        speed.setFocusTraversable(false);
        speed.setTooltip(new Tooltip(Texts.of("files.top.speed")));
        speed.valueProperty().addListener((o, was, is) -> {
            if (is != null) playhead.speedProperty().set(is);
        });
        playhead.speedProperty().addListener((o, was, is) -> speed.setValue(is.doubleValue()));
    }

    /** Another run may have other speeds. */
    private void offer(List<Double> speeds) {
        Double chosen = speed.getValue();
        speed.getItems().setAll(speeds);
        speed.setValue(chosen);
    }

    void showDocument(String title, String words) {
        name.setText(title);
        state.setText(words);
    }

    /** There is no run, and so no time. */
    void showNoTime() {
        clock.setText(Texts.of("files.top.no-time"));
        watermark.setText(Texts.of("files.top.none-yet"));
    }

    void showTime(Clock design, long time) {
        String text = design.format(time);
        int day = text.lastIndexOf(' ');
        int point = text.indexOf('.');
        clock.setText(text.substring(day + 1, point < 0 ? text.length() : point));
        clockName.setText(day < 0 ? Texts.of("files.top.processing-time")
                : Texts.of("files.top.processing-time.day", text.substring(0, day)));
    }

    /** The lowest watermark of all nodes that have one. */
    void showWatermark(Clock design, long time) {
        watermark.setText(time == Watermark.NONE ? Texts.of("files.top.none-yet")
                : time == Watermark.FINAL ? Texts.of("files.top.end") : design.format(time));
    }

    void showProgress(Optional<Run.Progress> running) {
        progress.setText(running.map(p -> Texts.grouped("files.top.running", p.events())).orElse(""));
        progress.setVisible(running.isPresent());
    }

    private static final class Times extends StringConverter<Double> {
        @Override
        public String toString(Double factor) {
            if (factor == null) return "";
            return (factor == Math.rint(factor) ? String.valueOf(factor.intValue()) : factor.toString()) + "×";
        }

        @Override
        public Double fromString(String text) {
            return Double.valueOf(text.replace("×", ""));
        }
    }
}
