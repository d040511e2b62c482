package millrace.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import millrace.catalog.NodeType;
import millrace.catalog.Setting;
import millrace.design.Node;
import millrace.design.Problem;
import millrace.design.Value;

/** The settings of one node: a field for each that its type has, with help and problems beside it. */
final class SettingsForm extends VBox {
    /** Hears the value that a setting is to have; {@link Value.Nothing} takes the setting away. */
    interface Change {
        void set(String node, String path, Value value);
    }

    private record Line(Setting setting, FieldEditor editor, Label problem, VBox box) {}

    private final Change change;
    private final List<Line> lines = new ArrayList<>();
    private Optional<NodeType> type = Optional.empty();
    private FormContext context = FormContext.NONE;
    private Value.Group settings = Value.Group.EMPTY;
    private String node = "";

    SettingsForm(Change change) {
        this.change = change;
        getStyleClass().add("settings-form");
    }

    /** Shows a node; the fields are made anew only where node, type or surroundings are others. */
    void show(Node shown, NodeType shownType, FormContext around, List<Problem> problems) {
        boolean same = shown.id().equals(node) && type.filter(shownType::equals).isPresent() && around.equals(context);
        node = shown.id();
        type = Optional.of(shownType);
        context = around;
        settings = shown.settings();
        if (!same) build(shownType);
        for (Line line : lines)
            update(line, problems);
        arrange();
    }

    /** Short fields that follow each other stand side by side. */
    private void arrange() {
        List<javafx.scene.Node> rows = new ArrayList<>();
        List<Line> seen = lines.stream().filter(l -> l.box().isVisible()).toList();
        for (int i = 0; i < seen.size(); i++) {
            boolean pair = i + 1 < seen.size() && brief(seen.get(i)) && brief(seen.get(i + 1));
            rows.add(pair ? beside(seen.get(i).box(), seen.get(++i).box()) : seen.get(i).box());
        }
        if (!same(rows)) getChildren().setAll(rows);
    }

    private boolean same(List<javafx.scene.Node> rows) {
        return boxes(rows).equals(boxes(getChildren()));
    }

    private static List<javafx.scene.Node> boxes(List<javafx.scene.Node> rows) {
        return rows.stream()
                .map(r -> r instanceof HBox pair ? pair.getUserData() : r)
                .map(javafx.scene.Node.class::cast)
                .toList();
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
        pair.setUserData(left);
        for (VBox box : List.of(left, right)) {
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setPrefWidth(100);
        }
        return pair;
    }

    private void build(NodeType shownType) {
        FieldEditors editors = new FieldEditors(context, () -> settings);
        lines.clear();
        for (Setting setting : shownType.form())
            lines.add(line(setting, editors));
        getChildren().clear();
    }

    private Line line(Setting setting, FieldEditors editors) {
        FieldEditor editor = editors.of(setting, value -> change.set(node, setting.path(), value));
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
        line.editor().show(settings.at(line.setting().path()));
        Optional<Problem> problem = problems.stream().filter(p -> concerns(p, line.setting().path())).findFirst();
        line.problem().setText(problem.map(SettingsForm::sentence).orElse(""));
        shown(line.problem(), problem.isPresent());
        line.box().pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("wrong"), problem.isPresent());
    }

    private static String sentence(Problem problem) {
        return problem.message() + problem.fix().map(f -> ": " + f).orElse("");
    }

    private boolean concerns(Problem problem, String path) {
        String where = problem.where().setting();
        boolean inside = where.equals(path) || where.startsWith(path + "[") || where.startsWith(path + ".");
        return problem.where().node().equals(node) && inside;
    }

    private boolean holds(Setting.When when) {
        Optional<Value> value = settings.at(when.path()).or(() -> usual(when.path()));
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
