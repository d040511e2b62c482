package millrace.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import millrace.app.chart.ChartModel.Fate;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.app.text.Texts;
import millrace.app.why.Going;
import millrace.app.why.Sign;
import millrace.app.why.WhyCard;
import millrace.app.why.WhyLayer;
import millrace.explain.Answer;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** The time chart as a view of the window: the chart, the choice of a key, and the card that answers why. */
public final class TimeChartView extends StackPane {
    private static final String ALL = Texts.of("chart.all-keys");
    private static final double CHOICE = 148;
    private final TimeChart chart = new TimeChart();
    private final WhyLayer why = new WhyLayer();
    private final ComboBox<String> keys = new SearchableComboBox<>();
    private final Button whole = new Button(Texts.of("chart.whole"));
    private final ToggleButton follow = new ToggleButton(Texts.of("chart.follow"));
    private final ContextMenu menu = new ContextMenu();
    private final HBox controls = new HBox(8, follow, whole, keys);
    private Theme theme = Theme.LIGHT;
    private @Nullable ChartModel model;
    private @Nullable Asker asker;

    /** Answers why about what is held. Asked on the interface's thread. */
    public interface Asker {
        /** Empty: there is nothing to say. */
        Optional<Answer> why(Target target);

        /** What can be done about it, at most two. */
        default List<WhyCard.Action> actions(Target target) {
            return List.of();
        }

        /** Nothing is held any more. */
        default void letGo() {}
    }

    public TimeChartView() {
        getStyleClass().add("time-chart-view");
        getChildren().addAll(chart, why);
        setMinSize(0, 0);
        controls.setAlignment(Pos.CENTER_RIGHT);
        keys.setAccessibleText(Texts.of("chart.key"));
        keys.setPrefWidth(CHOICE);
        keys.valueProperty().addListener((o, before, now) -> chosen(now));
        whole.getStyleClass().add("small");
        whole.setOnAction(e -> chart.fit());
        chart.setOnHeld(this::held);
        chart.setOnContextMenuRequested(this::menu);
        chart.setOnViewChanged(this::moved);
        why.setOnClosed(() -> chart.hold(Optional.empty()));
        show(keys, false);
        follow.getStyleClass().add("small");
        follow.setId("chart-follow");
        follow.setSelected(true);
        follow.setOnAction(e -> chart.setFollowing(follow.isSelected()));
        show(whole, false);
        show(follow, false);
    }

    /** The choice of a key and the way back to the whole run, to be put where there is room for them. */
    public HBox controls() {
        return controls;
    }

    /** The chart itself: its playhead, what of it can be dragged, what is held. */
    public TimeChart chart() {
        return chart;
    }

    /** Shows a node's run. What is held stays held if the new run has it, too. */
    public void setModel(ChartModel next) {
        model = next;
        keyChoices(next.keys());
        chart.setModel(next);
        chart.held().ifPresent(t -> again(t, next));
    }

    /** Nothing runs that could be shown. */
    public void clear() {
        model = null;
        chart.clear();
        keyChoices(Keys.NONE);
    }

    public void setPlayhead(long time) {
        chart.setPlayhead(time);
    }

    public void setTheme(Theme next) {
        theme = next;
        chart.setTheme(next);
        chart.held().ifPresent(t -> held(Optional.of(t)));
    }

    public void setAsker(Asker next) {
        asker = next;
    }

    /** Where times and names of its cards lead. */
    public void setGoing(Going next) {
        why.setGoing(next);
    }

    /** These events are rung: kin of what is held, here or elsewhere. */
    public void setLit(Set<Long> events) {
        chart.setLit(events);
    }

    /** Without motion the card is simply there. */
    public void setMotion(boolean on) {
        why.setMotion(on);
    }

    private void keyChoices(Keys order) {
        List<String> choices = new ArrayList<>(List.of(ALL));
        choices.addAll(order.all());
        if (!choices.equals(keys.getItems())) {
            keys.setItems(FXCollections.observableArrayList(choices));
            keys.setValue(ALL);
        }
        show(keys, order.all().size() > 1);
    }

    private void chosen(@Nullable String key) {
        chart.setKey(key == null || key.equals(ALL) ? Optional.empty() : Optional.of(key));
    }

    private void moved() {
        show(whole, chart.zoomed());
        show(follow, chart.zoomed());
        follow.setSelected(chart.following());
        chart.held().ifPresent(t -> why.follow(chart.place(t)));
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void held(Optional<Target> target) {
        Asker asked = asker;
        Optional<Answer> answer = asked == null ? Optional.empty() : target.flatMap(asked::why);
        if (asked != null && target.isEmpty()) asked.letGo();
        if (answer.isEmpty() || asked == null) {
            why.hide();
            return;
        }
        Target about = target.orElseThrow();
        chart.place(about).ifPresent(place -> why.show(answer.get(), sign(about), place, asked.actions(about), theme));
    }

    /** What can be done about what is under the pointer, or by keys about what is held. */
    private void menu(ContextMenuEvent e) {
        Asker asked = asker;
        if (asked == null) return;
        Optional<Target> about = e.isKeyboardTrigger() ? chart.held() : chart.at(e.getX(), e.getY());
        List<MenuItem> items = about.stream().flatMap(t -> asked.actions(t).stream()).flatMap(WhyCard::items).toList();
        if (items.isEmpty()) return;
        menu.getItems().setAll(items);
        menu.show(chart, e.getScreenX(), e.getScreenY());
        e.consume();
    }

    private Sign sign(Target target) {
        Keys order = model == null ? Keys.NONE : model.keys();
        return switch (target) {
            case Target.OfEvent e when e.arrival().fate() == Fate.LATE ->
                    new Sign.OfLate(theme.key(order, e.arrival().key()));
            case Target.OfEvent e when e.arrival().fate() == Fate.DROPPED -> new Sign.OfDropped();
            case Target.OfEvent e -> new Sign.OfEvent(theme.key(order, e.arrival().key()));
            case Target.OfPane p -> new Sign.OfResult(p.pane().timing());
            case Target.OfWindow w -> new Sign.OfWindow();
            case Target.OfGap g -> new Sign.OfPlace();
        };
    }

    /** Looks for what was held in the run after an edit: events and results have other numbers there. */
    private void again(Target target, ChartModel next) {
        Optional<Target> found = Found.again(target, next);
        if (found.equals(Optional.of(target))) held(found);
        else
            chart.hold(found);
    }
}
