package millrace.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import millrace.catalog.Setting;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;

/** The editor for each kind of setting. */
final class FieldEditors {
    private final FormContext context;
    private final Supplier<Value.Group> settings;

    /** @param settings the node's present settings: the columns of a table of rows follow from its fields */
    FieldEditors(FormContext context, Supplier<Value.Group> settings) {
        this.context = context;
        this.settings = settings;
    }

    FieldEditor of(Setting setting, FieldEditor.Change change) {
        Value usual = setting.usual().orElse(new Value.Nothing());
        return switch (setting.kind()) {
            case Kind.Duration d -> new DurationEditor(usual, change);
            case Kind.Whole w -> new TextEditor(usual, Values::numberOrText, change).mono();
            case Kind.Decimal d -> new TextEditor(usual, Values::numberOrText, change).mono();
            case Kind.Text t -> new TextEditor(usual, Value::of, change);
            case Kind.Any a -> new TextEditor(usual, Values::numberOrText, change).mono();
            case Kind.Time t -> new TextEditor(usual, Value::of, change).mono();
            case Kind.Expression e -> new TextEditor(usual, Value::of, change).mono();
            case Kind.FileName f -> new TextEditor(usual, Value::of, change).mono();
            case Kind.Flag f -> new FlagEditor(setting.label(), usual, change);
            case Kind.Choice c -> ChoiceEditor.of(c.options(), usual, change);
            case Kind.Field f -> new NameEditor(context.names(f.numbersOnly()), usual, change);
            case Kind.Fields f -> new GridEditor(Shapes.pairs("field", "type"), usual, change);
            case Kind.Expressions e -> new GridEditor(Shapes.pairs("name", "expression"), usual, change);
            case Kind.Rows r -> new GridEditor(Shapes.lists(this::rowColumns), usual, change);
            case Kind.Crashes c ->
                    new GridEditor(Shapes.lists(() -> List.of("at", "what", "back after")), usual, change);
            case Kind.Edits e -> new GridEditor(Shapes.lists(this::editColumns), usual, change);
            case Kind.Script s -> new GridEditor(Shapes.lists(() -> List.of("at", "watermark")), usual, change);
            case Kind.Names n -> new GridEditor(Shapes.words("name"), usual, change);
            case Kind.Times t -> new GridEditor(Shapes.words("at"), usual, change);
            case Kind.Groups g -> new GridEditor(
                    Shapes.groups(g.form().stream().map(Setting::path).toList()), usual, change);
            case Kind.Aggregates a -> new AggregatesEditor(context.names(false), usual, change);
            case Kind.Trigger t -> new TriggerEditor(change);
        };
    }

    private List<String> rowColumns() {
        return columns("happened", "arrives");
    }

    /** When an edit happened stands last: it is seldom another time than that of the edit. */
    private List<String> editColumns() {
        List<String> columns = columns("at", "edit");
        columns.add("happened");
        return columns;
    }

    private List<String> columns(String... first) {
        List<String> columns = new ArrayList<>(List.of(first));
        Optional<Value> fields = settings.get().get("fields");
        if (fields.isPresent() && fields.get() instanceof Value.Group g) columns.addAll(g.fields().keySet());
        return columns;
    }
}
