package millrace.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import millrace.app.export.Format;
import millrace.app.export.Frames;
import millrace.app.file.OutputFile;
import millrace.app.run.Playhead;
import millrace.app.text.Texts;
import millrace.design.Clock;
import millrace.design.Location;
import millrace.design.Outcome;
import millrace.design.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Asks what is to be pictured and how, and makes it in the background: meanwhile it tells how far it has come, and can be told
 * to stop; then there is no file.
 */
final class ExportDialog extends StackPane {
    private static final List<String> SIZES = List.of("1280x720", "1440x900", "1920x1080", "900x600");
    private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 64.0);
    private final Designer parts;
    private final Dialogs dialogs;
    private final ChoiceBox<Format> format = new ChoiceBox<>();
    private final ChoiceBox<String> view = new ChoiceBox<>();
    private final ChoiceBox<String> size = new ChoiceBox<>();
    private final ChoiceBox<Double> speed = new ChoiceBox<>();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label();
    private final Button begin = new Button(Texts.of("export.begin"));
    private final Button cancel = new Button(Texts.of("export.cancel"));
    /** What stands in {@code from} as long as nobody has written there. */
    private String suggested = "";
    private Optional<AtomicBoolean> work = Optional.empty();

    ExportDialog(Designer parts, Dialogs dialogs) {
        this.parts = parts;
        this.dialogs = dialogs;
        format.getItems().setAll(Format.values());
        size.getItems().setAll(SIZES);
        speed.getItems().setAll(SPEEDS);
        format.valueProperty().addListener((o, was, is) -> suit());
        begin.setDefaultButton(true);
        begin.setOnAction(e -> choose());
        cancel.setId("export-cancel");
        cancel.setOnAction(e -> leave());
        view.setConverter(new ViewNames());
        bar.setMaxWidth(Double.MAX_VALUE);
        words.setWrapText(true);
        Region card = card();
        getChildren().add(card);
        setAlignment(Pos.CENTER);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) leave();
            e.consume();
        });
        setVisible(false);
    }

    private Region card() {
        Label title = new Label(Texts.of("export.title"));
        title.getStyleClass().add("strong");
        HBox buttons = new HBox(8, cancel, begin);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(8, title, field("format", format), field("view", view), field("size", size),
                field("from", from), field("to", to), field("speed", speed), bar, words, buttons);
        card.setMaxSize(340, Region.USE_PREF_SIZE);
        card.getStyleClass().add("export-card");
        return card;
    }

    private static HBox field(String name, javafx.scene.layout.Region input) {
        Label label = new Label(Texts.of("export." + name));
        label.setMinWidth(96);
        label.setLabelFor(input);
        input.setId("export-" + name);
        input.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(input, javafx.scene.layout.Priority.ALWAYS);
        HBox row = new HBox(8, label, input);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Asks for a picture or clip; what is chosen stays as it was before. */
    void open() {
        List<String> views = Studio.views(parts).stream().filter(v -> !v.equals(Ways.PANE)).toList();
        if (!view.getItems().equals(views)) view.getItems().setAll(views);
        if (view.getValue() == null) view.setValue(Studio.WINDOW);
        if (size.getValue() == null) size.setValue(SIZES.getFirst());
        if (speed.getValue() == null) speed.setValue(1.0);
        if (format.getValue() == null) format.setValue(Format.PNG);
        Clock clock = clock();
        suggested = "";
        from.setText("");
        to.setText(clock.format(parts.workspace.playhead().to()));
        words.setText("");
        bar.setProgress(0);
        bar.setVisible(working());
        cancel.setText(Texts.of("export.cancel"));
        setVisible(true);
        suit();
        format.requestFocus();
    }

    /** Only what the format needs can be written. */
    private void suit() {
        boolean moves = format.getValue() != null && format.getValue().moves();
        to.setDisable(!moves);
        speed.setDisable(!moves);
        view.setDisable(format.getValue() == Format.HTML);
        suggest(moves);
    }

    /** A picture is of the moment, a clip begins there; where nothing is left to be seen, with the run. What was written stays. */
    private void suggest(boolean moves) {
        if (!from.getText().equals(suggested)) return;
        Playhead playhead = parts.workspace.playhead();
        boolean over = moves && playhead.time() >= playhead.to();
        suggested = clock().format(over ? playhead.from() : playhead.time());
        from.setText(suggested);
    }

    private Clock clock() {
        return parts.workspace.shownProperty()
                .get()
                .run()
                .map(r -> r.run().plan().clock())
                .orElse(Clock.MIDNIGHT);
    }

    /** Escape stops the work; when there is none, it closes. */
    private void leave() {
        if (work.isPresent()) {
            work.get().set(true);
            words.setText(Texts.of("export.stopping"));
        } else {
            setVisible(false);
            parts.canvas.requestFocus();
        }
    }

    private void choose() {
        if (work.isPresent()) return;
        Clock clock = clock();
        OptionalLong first = clock.parse(from.getText().strip());
        OptionalLong last = format.getValue().moves() ? clock.parse(to.getText().strip()) : first;
        if (first.isEmpty() || last.isEmpty() || last.getAsLong() < first.getAsLong()) {
            words.setText(Texts.of("export.no-time"));
            return;
        }
        Frames.Part part = new Frames.Part(first.getAsLong(), last.getAsLong(), speed.getValue());
        String name = parts.workspace.editor().design().name().strip().toLowerCase(Locale.ROOT);
        String file = (name.isEmpty() ? "design" : name.replaceAll("[^a-z0-9]+", "-")) + "." + format.getValue().word();
        dialogs.chooseToSave(file, parts.workspace.file()).ifPresent(path -> start(path, request(part)));
    }

    private Pictures.Request request(Frames.Part part) {
        List<Integer> sides = Arrays.stream(size.getValue().split("x")).map(Integer::valueOf).toList();
        Optional<String> node = Optional.ofNullable(parts.chartOf.getValue()).filter(n -> !n.isEmpty());
        return new Pictures.Request(Pictures.Design.of(parts.workspace), view.getValue(), format.getValue(), part,
                parts.theme(), sides.getFirst(), sides.getLast(), node);
    }

    private void start(Path path, Pictures.Request request) {
        if (parts.workspace.isFile(path)) {
            words.setText(Texts.of("shell.over-the-design"));
            return;
        }
        AtomicBoolean stopped = new AtomicBoolean();
        work = Optional.of(stopped);
        // The keyboard stays here.
        cancel.requestFocus();
        begin.setDisable(true);
        bar.setVisible(true);
        cancel.setText(Texts.of("export.cancel"));
        words.setText(Texts.of("export.working"));
        Thread.ofPlatform().daemon().name("export").start(() -> {
            Outcome<Boolean> outcome = made(path, request, stopped);
            Platform.runLater(() -> over(path, outcome));
        });
    }

    /** In the background. */
    private Outcome<Boolean> made(Path path, Pictures.Request request, AtomicBoolean stopped) {
        try (OutputFile file = new OutputFile(path)) {
            Outcome<Boolean> outcome = Pictures.write(request, file.stream(), (done, all) -> {
                Platform.runLater(() -> bar.setProgress((double) done / all));
                return !stopped.get();
            });
            if (outcome.value().orElse(false)) file.keep();
            return outcome;
        } catch (IOException | RuntimeException e) {
            return Outcome.failed(List.of(Problem.inWords(Location.DESIGN, "not-written",
                    Texts.of("shell.not-written", path, String.valueOf(e.getMessage())),
                    Texts.of("shell.not-written.fix"))));
        }
    }

    private void over(Path path, Outcome<Boolean> outcome) {
        work = Optional.empty();
        begin.setDisable(false);
        if (outcome.value().isEmpty()) words.setText(outcome.problems().getFirst().message());
        else if (outcome.value().get()) {
            words.setText(Texts.of("export.done", path.getFileName()));
            cancel.setText(Texts.of("export.close"));
        } else
            words.setText(Texts.of("export.stopped"));
    }

    /** Views by the words on their tabs. */
    private static final class ViewNames extends StringConverter<String> {
        @Override
        public String toString(@Nullable String view) {
            if (view == null) return "";
            return Ways.of(view)
                    .map(Ways::title)
                    .or(() -> Texts.find("export.view." + view))
                    .orElseGet(() -> Texts.of("pane." + view));
        }

        @Override
        public String fromString(String words) {
            throw new UnsupportedOperationException("nobody types it");
        }
    }

    /** What it says now. */
    String says() {
        return words.getText();
    }

    boolean working() {
        return work.isPresent();
    }
}
