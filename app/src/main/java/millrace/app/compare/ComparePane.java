package millrace.app.compare;

import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import millrace.app.compare.Workshop.Made;
import millrace.app.look.Theme;
import millrace.app.pane.Pane;
import millrace.app.pane.PaneRequests;
import millrace.app.pane.Shown;
import millrace.app.text.Texts;
import millrace.trace.Moment;
import org.jspecify.annotations.Nullable;

/** The view of runs beside each other: charts or lanes on one clock, and the list of all differences. */
public final class ComparePane implements Pane {
    private final PaneRequests requests;
    private final Workshop workshop = new Workshop(this::made);
    private final SideBySide charts = new SideBySide();
    private final LanesView lanes = new LanesView();
    private final DifferenceList list = new DifferenceList();
    private final Label note = new Label(Texts.of("compare.begin"));
    private final Label count = new Label();
    private final ToggleButton beside = new ToggleButton(Texts.of("compare.beside"));
    private final ToggleButton over = new ToggleButton(Texts.of("compare.over"));
    private final Button previous = button("previous", () -> step(false));
    private final Button next = button("next", () -> step(true));
    private final SplitPane split = new SplitPane();
    private final PairBar pairs = new PairBar();
    private final BorderPane view = new BorderPane(new StackPane(split, note));
    private final HBox controls;
    private What what = new What.Nothing();
    private @Nullable Shown present;
    /** All that was made, and what of it is seen: the chosen pair, or all. */
    private Made.@Nullable Ready whole;
    private Made.@Nullable Ready ready;
    private Optional<String> node = Optional.empty();
    private long playhead;

    /** What is compared. */
    private sealed interface What {
        record Nothing() implements What {}

        record Pinned(Shown run) implements What {}

        record Ways(ReadyPair pair) implements What {}
    }

    public ComparePane(PaneRequests requests) {
        this.requests = requests;
        view.getStyleClass().add("compare");
        note.getStyleClass().add("hint");
        note.setWrapText(true);
        BorderPane differences = new BorderPane(list);
        differences.setTop(pairs);
        split.getItems().setAll(new StackPane(charts, lanes), differences);
        split.setDividerPositions(0.6);
        pairs.setOnChosen(this::chosen);
        list.setOnPicked(f -> go(f));
        lanes.setOnSeek(requests::seek);
        controls = bar();
        laid();
        fill();
    }

    private HBox bar() {
        ToggleGroup form = new ToggleGroup();
        form.getToggles().setAll(beside, over);
        beside.setSelected(true);
        form.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null) form.selectToggle(was);
            laid();
        });
        MenuButton with = new MenuButton(Texts.of("compare.with"));
        for (ReadyPair pair : ReadyPair.values())
            with.getItems().add(item(pair));
        Button pin = button("pin", this::pin);
        HBox all = new HBox(8, count, previous, next, beside, over, pin, with);
        List.of(beside, over, with).forEach(b -> b.getStyleClass().add("small"));
        all.setAlignment(Pos.CENTER_RIGHT);
        return all;
    }

    private MenuItem item(ReadyPair pair) {
        MenuItem item = new MenuItem(Texts.of("compare.pair." + pair.word()));
        item.setOnAction(e -> ways(pair));
        return item;
    }

    private static Button button(String word, Runnable then) {
        Button button = new Button(Texts.of("compare." + word));
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(Texts.of("compare." + word + ".long")));
        button.setOnAction(e -> then.run());
        return button;
    }

    @Override
    public String id() {
        return "compare";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Optional<Node> controls() {
        return Optional.of(controls);
    }

    @Override
    public void ran(Shown run) {
        present = run;
        order();
    }

    @Override
    public void moment(Moment moment) {
        playhead = moment.time();
        charts.setPlayhead(playhead);
        lanes.setPlayhead(playhead);
        list.setPlayhead(playhead);
        steps();
    }

    @Override
    public void selected(SequencedSet<String> nodes) {
        Optional<String> chosen = nodes.size() == 1 ? Optional.of(nodes.getFirst()) : Optional.empty();
        if (chosen.isEmpty() || chosen.equals(node)) return;
        node = chosen;
        chart();
    }

    @Override
    public void closed() {
        workshop.forget();
    }

    @Override
    public void dress(Theme theme) {
        charts.setTheme(theme);
        lanes.setTheme(theme);
    }

    // What a person asks for

    /** The present run stays to be compared with what the design becomes. */
    public void pin() {
        Shown run = present;
        if (run == null) return;
        what = new What.Pinned(run);
        order();
    }

    /** The present design is run in several ways, as it is and whenever it changes. */
    public void ways(ReadyPair pair) {
        what = new What.Ways(pair);
        order();
    }

    /** The runs over each other, or beside each other. */
    public void overlaid(boolean on) {
        (on ? over : beside).setSelected(true);
    }

    /** To the next difference, or the one before. */
    public void step(boolean forward) {
        Made.Ready r = ready;
        if (r != null) r.compared().next(playhead, forward).ifPresent(this::go);
    }

    private void go(Compared.Found found) {
        requests.seek(found.at());
    }

    private void order() {
        Shown run = present;
        if (run == null) return;
        switch (what) {
            case What.Nothing n -> {
            }
            case What.Pinned p -> workshop.pinned(p.run(), run);
            case What.Ways w -> workshop.pair(w.pair(), run);
        }
    }

    // What is shown

    private void made(Made made) {
        switch (made) {
            case Made.Refused r -> {
                whole = null;
                ready = null;
                note.setText(r.why());
            }
            case Made.Ready r -> {
                whole = r;
                pairs.show(r.compared());
            }
        }
        chosen();
    }

    /** All runs, or the chosen pair of them. */
    private void chosen() {
        Made.Ready all = whole;
        if (all != null) {
            Made.Ready r = pairs.chosen().map(all::only).orElse(all);
            ready = r;
            list.show(r.compared(), this::name);
            lanes.show(r.compared(), r.lanes(), this::name);
            chart();
            list.setPlayhead(playhead);
        }
        fill();
    }

    /** What a node is called in the present run; one that is not there any more, in the pinned one. */
    private String name(String id) {
        Shown run = present;
        if (run == null) return id;
        return run.design().node(id).isEmpty() && what instanceof What.Pinned p ? p.run().name(id) : run.name(id);
    }

    /** What it is called in the run of a side: by its settings, which may be others there. */
    private String name(int side, String id) {
        return side == 0 && what instanceof What.Pinned p ? p.run().name(id) : name(id);
    }

    /** The charts of the node that is selected, else of the first that differs, else of the first. */
    private void chart() {
        Made.Ready r = ready;
        if (r == null || r.charts().isEmpty()) return;
        String shown = node.filter(r.charts()::containsKey)
                .or(() -> r.compared()
                        .differences()
                        .stream()
                        .map(f -> f.difference().node())
                        .filter(r.charts()::containsKey)
                        .findFirst())
                .orElse(r.charts().keySet().iterator().next());
        charts.show(r.compared(), shown, side -> name(side, shown), r.charts().getOrDefault(shown, List.of()));
    }

    private void fill() {
        Made.Ready r = ready;
        split.setVisible(r != null);
        note.setVisible(r == null);
        count.setText(r == null ? "" : Texts.counted("compare.count", r.compared().differences().size()));
        for (Node tool : List.of(count, previous, next, beside, over)) {
            tool.setVisible(r != null);
            tool.setManaged(r != null);
        }
        steps();
    }

    /** There is a way to a difference only if there is one. */
    private void steps() {
        Made.Ready r = ready;
        previous.setDisable(r == null || r.compared().next(playhead, false).isEmpty());
        next.setDisable(r == null || r.compared().next(playhead, true).isEmpty());
    }

    private void laid() {
        charts.setVisible(beside.isSelected());
        lanes.setVisible(over.isSelected());
    }

    /** What is compared and how it differs. */
    public Optional<Compared> compared() {
        return Optional.ofNullable(ready).map(Made.Ready::compared);
    }
}
