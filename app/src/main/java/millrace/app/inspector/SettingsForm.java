package millrace.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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
    }

    private record Line(Setting setting, FieldEditor editor, Label problem, VBox box) {}

    private static final String WRONG = "wrong";

    /** What nodes of nearly all types have: it comes last, under a heading of its own. */
    private static final List<String> WORK = List.of("workTime", "instances", "inputs");

    private final Change change;
    private final List<Line> lines = new ArrayList<>();
    /** The lines that stand in their places. */
    private List<Line> arranged = List.of();
    private FormContext context = FormContext.NONE;
    private Subject subject = new Subject.OfDesign(Design.EMPTY);

    SettingsForm(Change change) {
        this.change = change;
        getStyleClass().add("settings-form");
    }

    /** Shows a thing's settings; the fields are made anew only where the thing or its surroundings are others. */
    void show(Subject shown, FormContext around, List<Problem> problems) {
        boolean same = !lines.isEmpty() && shown.same(subject) && around.equals(context);
        subject = shown;
        context = around;
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
        boolean works = false;
        for (int i = 0; i < seen.size(); i++) {
            if (WORK.contains(seen.get(i).setting().path()) && !works) {
                works = true;
                Label title = words("Work", "setting-group");
                title.setMaxWidth(Double.MAX_VALUE);
                getChildren().add(title);
            }
            boolean pair = i + 1 < seen.size() && brief(seen.get(i)) && brief(seen.get(i + 1))
                    && works == WORK.contains(seen.get(i + 1).setting().path());
            getChildren().add(pair ? beside(seen.get(i).box(), seen.get(++i).box()) : seen.get(i).box());
        }
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
        FieldEditors editors = new FieldEditors(context, () -> subject.settings());
        lines.clear();
        for (Setting setting : subject.form())
            lines.add(line(setting, editors));
        arranged = List.of();
    }

    private Line line(Setting setting, FieldEditors editors) {
        FieldEditor editor = editors.of(setting, value -> change.set(subject, setting.path(), value));
        Label problem = words("", "setting-problem");
        VBox box = new VBox(5);
        box.getStyleClass().add("setting");
        if (!(setting.kind() instanceof Setting.Kind.Flag))
            box.getChildren().add(words(setting.label(), "setting-label"));
        box.getChildren().addAll(editor.view(), problem, words(setting.help(), "setting-help"));
        return new Line(setting, editor, problem, box);
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private void update(Line line, List<Problem> problems) {
        shown(line.box(), line.setting().when().map(this::holds).orElse(true));
        line.editor().show(subject.settings().at(line.setting().path()));
        Optional<Problem> problem = problems.stream().filter(p -> concerns(p, line.setting().path())).findFirst();
        line.problem().setText(problem.map(SettingsForm::sentence).orElse(""));
        shown(line.problem(), problem.isPresent());
        mark(line.editor().view(), problem.isPresent());
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
