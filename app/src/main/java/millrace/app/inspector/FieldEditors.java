package millrace.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import millrace.app.text.Texts;
import millrace.catalog.Setting;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;

/** The editor for each kind of setting. */
final class FieldEditors {
    /** A text that may be so long is written in a field of several lines. */
    private static final int SEVERAL_LINES = 5_000;

    private final FormContext context;
    private final Function<Boolean, Optional<String>> chooser;
    private final Supplier<Value.Group> settings;

    /**
     * @param settings the node's present settings: the columns of a table of rows follow from its fields
     * @param chooser asks for a file to read, or else to write
     */
    FieldEditors(FormContext context, Supplier<Value.Group> settings, Function<Boolean, Optional<String>> chooser) {
        this.chooser = chooser;
        this.context = context;
        this.settings = settings;
    }

    FieldEditor of(Setting setting, FieldEditor.Change change) {
        Value usual = setting.usual().orElse(new Value.Nothing());
        return switch (setting.kind()) {
            case Kind.Duration d -> new DurationEditor(usual, change);
            case Kind.Whole w -> NumberEditor.whole(w.least(), w.most(), unit(setting), usual, change);
            case Kind.Decimal d -> NumberEditor.decimal(d.least(), d.most(), unit(setting), usual, change);
            case Kind.Text t -> t.longest() >= SEVERAL_LINES ? TextEditor.area(usual, change)
                    : TextEditor.line(usual, Value::of, change);
            case Kind.Time t -> new TimeEditor(context.clock(), usual, change);
            case Kind.Expression e -> new ExpressionEditor(completions(), usual, change);
            case Kind.FileName f -> new FileEditor(usual, () -> chooser.apply(f.forReading()), change);
            case Kind.Any a -> TextEditor.line(usual, Values::numberOrText, change);
            case Kind.Flag f -> new FlagEditor(setting.label(), usual, change);
            case Kind.Choice c -> ChoiceEditor.of(c.options(), usual, change);
            case Kind.Field f -> new NameEditor(context.names(f.numbersOnly()), usual, change);
            case Kind.Fields f -> new GridEditor(Shapes.pairs("field", "type"), usual, completions(), change);
            case Kind.Expressions e -> new GridEditor(Shapes.pairs("name", "expression"), usual, completions(), change);
            case Kind.Rows r ->
                    new GridEditor(Shapes.lists(this::rowColumns, this::fields), usual, completions(), change);
            case Kind.Crashes c ->
                    new GridEditor(Shapes.lists(() -> List.of("at", "what", "back after"), Set::of), usual,
                            completions(),
                            change);
            case Kind.Edits e ->
                    new GridEditor(Shapes.lists(this::editColumns, this::fields), usual, completions(), change);
            case Kind.Script s ->
                    new GridEditor(Shapes.lists(() -> List.of("at", "watermark"), Set::of), usual, completions(),
                            change);
            case Kind.Names n -> new GridEditor(Shapes.words("name"), usual, completions(), change);
            case Kind.Times t -> new GridEditor(Shapes.words("at"), usual, completions(), change);
            case Kind.Groups g -> new GridEditor(
                    Shapes.groups(g.form().stream().map(Setting::path).toList()), usual, completions(), change);
            case Kind.Aggregates a -> new AggregatesEditor(context.names(false), usual, change);
            case Kind.Trigger t -> new TriggerEditor(change);
        };
    }

    private Completions completions() {
        return new Completions(context.inputFields());
    }

    /** What is counted, where that has a word. */
    private static String unit(Setting setting) {
        return Texts.find("inspector.unit." + setting.path()).orElse("");
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
        columns.addAll(fields());
        return columns;
    }

    private Set<String> fields() {
        Value fields = settings.get().get("fields").orElse(new Value.Nothing());
        return fields instanceof Value.Group g ? g.fields().keySet() : Set.of();
    }
}
