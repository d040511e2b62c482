package millrace.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import millrace.app.text.Texts;
import millrace.catalog.Setting;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.design.Value;

/** The settings of one thing: a field for each that it has, with help and problems beside it. */
final class SettingsForm extends VBox {
    /** Hears the value that a setting is to have; {@link Value.Nothing} takes the setting away. */
    interface Change {
        void set(Subject subject, String path, Value value);

        /** As {@link #set}, but from the playhead on. */
        void setFromNow(Subject subject, String path, Value value);

        /** A change that is to come does not, by its place in the design. */
        void takeBack(int place);

        /** What is typed from now on is a step of its own. */
        void done();

        /** What the button beside a problem says; empty if no click puts it right. */
        Optional<String> fix(Problem problem);

        void mend(Problem problem);

        Optional<String> chooseFile(boolean forReading);
    }

    private record Line(Setting setting, FieldEditor editor, Label problem, Button fix, Label help, VBox box,
            FromNow fromNow) {}

    private static final String WRONG = "wrong";

    /** Single settings under the headings of others; all others stand under the first part of their path. */
    private static final Map<String, String> HEADINGS = Map.ofEntries(Map.entry("workTime", "work"),
            Map.entry("instances", "work"), Map.entry("inputs", "work"), Map.entry("early", "results"),
            Map.entry("onTime", "results"), Map.entry("late", "results"), Map.entry("lateness", "results"),
            Map.entry("accumulation", "results"), Map.entry("closing", "results"), Map.entry("trigger", "results"),
            Map.entry("idleAfter", "watermark"), Map.entry("end", "end"), Map.entry("endAt", "end"),
            Map.entry("recovery", "crashes"), Map.entry("cleanEvery", "retention"),
            Map.entry("cleanAt", "retention"), Map.entry("keepTombstones", "retention"),
            Map.entry("compaction", "retention"), Map.entry("segment", "retention"));

    private final Change change;
    private final List<Line> lines = new ArrayList<>();
    /** The lines that stand in their places. */
    private List<Line> arranged = List.of();
    /** The surroundings for which the fields were made, and those of now. */
    private FormContext context = FormContext.NONE;
    private FormContext newest = FormContext.NONE;
    private List<Problem> told = List.of();
    private Subject subject = new Subject.OfDesign(Design.EMPTY);
    private Scheduled.Later later = Scheduled.Later.NONE;

    SettingsForm(Change change) {
        this.change = change;
        getStyleClass().add("settings-form");
        // What was typed is kept as the focus leaves: the fields may be others only after that.
        focusWithinProperty().addListener((o, was, is) -> Platform.runLater(this::left));
    }

    private void left() {
        if (!isFocusWithin() && !newest.equals(context)) show(subject, newest, later, told);
    }

    /**
     * Shows a thing's settings; the fields are made anew only where the thing or its surroundings are others: for other
     * surroundings as soon as nobody types in them.
     */
    void show(Subject shown, FormContext around, Scheduled.Later toCome, List<Problem> problems) {
        later = toCome;
        newest = around;
        told = problems;
        boolean same = !lines.isEmpty() && shown.same(subject) && (around.equals(context) || isFocusWithin());
        subject = shown;
        if (!same) build();
        for (Line line : lines)
            update(line, problems);
        arrange();
    }

    /** Short fields that follow each other stand side by side. */
    private void arrange() {
        List<Line> seen = lines.stream().filter(l -> l.box().isVisible()).toList();
        if (seen.equals(arranged)) return;
        arranged = seen;
        getChildren().clear();
        String above = "";
        for (int i = 0; i < seen.size(); i++) {
            String heading = heading(seen.get(i));
            if (!heading.equals(above) && !heading.isEmpty()) getChildren().add(title(heading));
            above = heading;
            boolean pair = i + 1 < seen.size() && brief(seen.get(i)) && brief(seen.get(i + 1))
                    && heading.equals(heading(seen.get(i + 1)));
            getChildren().add(pair ? beside(seen.get(i).box(), seen.get(++i).box()) : seen.get(i).box());
        }
    }

    /** What stands above a setting and its neighbours; empty where a setting belongs to no group. */
    private static String heading(Line line) {
        String path = line.setting().path();
        String first = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        return Texts.find("inspector.heading." + HEADINGS.getOrDefault(first, first)).orElse("");
    }

    private static Label title(String heading) {
        Label title = words(heading, "setting-group");
        title.setMaxWidth(Double.MAX_VALUE);
        return title;
    }

    private static boolean brief(Line line) {
        return switch (line.setting().kind()) {
            case Setting.Kind.Duration d -> true;
            case Setting.Kind.Whole w -> true;
            case Setting.Kind.Decimal d -> true;
            default -> false;
        };
    }

    private static HBox beside(VBox left, VBox right) {
        HBox pair = new HBox(11, left, right);
        for (VBox box : List.of(left, right)) {
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setPrefWidth(100);
        }
        return pair;
    }

    private void build() {
        context = newest;
        FieldEditors editors = new FieldEditors(context, () -> subject.settings(), change::chooseFile);
        lines.clear();
        for (Setting setting : subject.form())
            lines.add(line(setting, editors));
        arranged = List.of();
    }

    private Line line(Setting setting, FieldEditors editors) {
        FromNow fromNow = new FromNow(setting.label(), this::turned, change::takeBack);
        FieldEditor editor = editors.of(setting, new FromField(setting, fromNow));
        Label problem = words("", "setting-problem");
        Button fix = new Button();
        fix.getStyleClass().addAll("small", "fix");
        Label help = words(setting.help(), "setting-help");
        VBox box = new VBox(5);
        box.getStyleClass().add("setting");
        if (!(setting.kind() instanceof Setting.Kind.Flag)) {
            Label label = words(setting.label(), "setting-label");
            label.setLabelFor(editor.entry());
            box.getChildren().add(Scheduled.possible(subject, setting) ? fromNow.beside(label) : label);
        }
        editor.entry().setAccessibleText(setting.label());
        editor.entry().setAccessibleHelp(setting.help());
        box.getChildren().addAll(editor.view(), fromNow.changes(), problem, fix, help);
        return new Line(setting, editor, problem, fix, help, box, fromNow);
    }

    /** A field whose switch was turned shows another value. */
    private void turned() {
        lines.forEach(this::showValue);
    }

    private void showValue(Line line) {
        String path = line.setting().path();
        Optional<Value> now = line.fromNow().on() ? later.holds(subject, path) : Optional.empty();
        line.editor().show(now.or(() -> subject.settings().at(path)));
        line.fromNow().show(later.of(subject, path));
    }

    /** What a field tells: an emptied one takes its setting away, so that the usual value holds. */
    private final class FromField implements FieldEditor.Change {
        private final Setting setting;
        /** Whom the field is about: it may be left only after something else was selected. */
        private final Subject about = subject;

        private final FromNow fromNow;

        FromField(Setting setting, FromNow fromNow) {
            this.setting = setting;
            this.fromNow = fromNow;
        }

        @Override
        public void to(Value value) {
            boolean emptied = value.equals(Value.of("")) && setting.usual().isPresent()
                    && !(setting.kind() instanceof Setting.Kind.Text);
            Value given = emptied ? new Value.Nothing() : value;
            if (fromNow.on()) change.setFromNow(about, setting.path(), given);
            else
                change.set(about, setting.path(), given);
        }

        @Override
        public void done() {
            change.done();
        }
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private void update(Line line, List<Problem> problems) {
        shown(line.box(), line.setting().when().map(this::holds).orElse(true));
        showValue(line);
        List<Problem> own = problems.stream().filter(p -> concerns(p, line.setting().path())).toList();
        Optional<Problem> problem = own.stream().findFirst();
        line.problem().setText(problem.map(SettingsForm::sentence).orElse(""));
        shown(line.problem(), problem.isPresent());
        fix(line.fix(), problem);
        line.editor().mark(subject.where(line.setting().path()).setting(), own);
        line.help()
                .setText(subject.mixed(line.setting().path())
                        ? Texts.of("inspector.mixed", line.setting().help())
                        : line.setting().help());
        mark(line.editor().view(), problem.isPresent());
    }

    private void fix(Button button, Optional<Problem> problem) {
        Optional<String> label = problem.flatMap(change::fix);
        button.setText(label.orElse(""));
        button.setOnAction(e -> problem.ifPresent(change::mend));
        shown(button, label.isPresent());
    }

    /** Puts the cursor into a setting, or into the first one that a path lies in; false if there is none. */
    boolean focus(String path) {
        for (Line line : lines) {
            String own = line.setting().path();
            boolean inside = path.equals(own) || path.startsWith(own + ".") || path.startsWith(own + "[")
                    || own.startsWith(path + ".");
            if (!inside || !line.box().isVisible()) continue;
            line.editor().focus(path.length() > own.length() ? path.substring(own.length()) : "");
            return true;
        }
        return false;
    }

    /** Puts the cursor into the first field. */
    boolean focusFirst() {
        return lines.stream().filter(l -> l.box().isVisible()).findFirst().map(l -> {
            l.editor().focus("");
            return true;
        }).orElse(false);
    }

    /** Where a field stands in the form, for scrolling. */
    Optional<javafx.scene.Node> placeOf(String path) {
        return lines.stream()
                .filter(l -> path.equals(l.setting().path()) || path.startsWith(l.setting().path() + ".")
                        || path.startsWith(l.setting().path() + "[")).<javafx.scene.Node>map(Line::box)
                .findFirst();
    }

    /** A class of the field itself: by a pseudo-class of its surroundings, JavaFX forgets the colour of fresh fields. */
    private static void mark(Region field, boolean wrong) {
        if (wrong == field.getStyleClass().contains(WRONG)) return;
        if (wrong) field.getStyleClass().add(WRONG);
        else
            field.getStyleClass().remove(WRONG);
    }

    private static String sentence(Problem problem) {
        return problem.message() + problem.fix().map(f -> ": " + f).orElse("");
    }

    private boolean concerns(Problem problem, String path) {
        Location wanted = subject.where(path);
        String where = problem.where().setting();
        if (later.of(subject, path).stream().anyMatch(s -> where.startsWith("settings.changes[" + s.place() + "]")))
            return true;
        boolean inside = where.equals(wanted.setting()) || where.startsWith(wanted.setting() + "[")
                || where.startsWith(wanted.setting() + ".");
        return problem.where().node().equals(wanted.node()) && inside;
    }

    private boolean holds(Setting.When when) {
        Optional<Value> value = subject.settings().at(when.path()).or(() -> usual(when.path()));
        return when.oneOf().contains(Values.text(value));
    }

    private Optional<Value> usual(String path) {
        return lines.stream()
                .filter(l -> l.setting().path().equals(path))
                .findFirst()
                .flatMap(l -> l.setting().usual());
    }

    private static void shown(javafx.scene.Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
