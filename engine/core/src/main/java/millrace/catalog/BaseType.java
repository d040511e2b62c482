package millrace.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import millrace.catalog.PortSpec.Carries;
import millrace.design.Counts;
import millrace.design.Durations;
import millrace.design.Node;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.event.Schema;
import millrace.operator.Effort;
import millrace.text.Sentences;

/** What every node type has: its words, its form, and one input and one output unless it says otherwise. */
abstract class BaseType implements NodeType {
    static final PortSpec IN = new PortSpec(PortRef.IN, Carries.EVENTS, true);
    /** For outputs by which changes leave if changes come in. */
    static final PortSpec SAME_OUT = new PortSpec(PortRef.OUT, Carries.SAME, true);
    /** For inputs that refuse changes of a table. */
    static final PortSpec ADDITIONS_IN = new PortSpec(PortRef.IN, Carries.ADDITIONS, true);
    static final PortSpec OUT = new PortSpec(PortRef.OUT, Carries.EVENTS, true);

    private static final int MOST_INSTANCES = 16;

    private final String id;
    private final String title;
    private final String line;
    private final Group group;
    private final List<Setting> form;

    BaseType(String id, String title, String line, Group group, Form form) {
        this.id = id;
        this.title = title;
        this.line = line;
        this.group = group;
        this.form = works(group) ? effort(form).settings() : form.settings();
    }

    /** Whether nodes of a group take events in, and may take their time; brokers have times of their own. */
    private static boolean works(Group group) {
        return group != Group.SOURCES && group != Group.BROKERS;
    }

    private static Form effort(Form form) {
        return form.always()
                .duration("workTime", "Work time", "Processing time that it takes for each event.", 0, "0 s")
                .whole("instances", "Instances", "How many work side by side, each on keys of its own.", 1,
                        MOST_INSTANCES, 1)
                .choice("inputs", "Inputs", "How events find their instance.", "by key:By key",
                        "as partitioned:As partitioned");
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final String line() {
        return line;
    }

    @Override
    public final Group group() {
        return group;
    }

    @Override
    public final List<Setting> form() {
        return form;
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return List.of(IN);
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(OUT);
    }

    @Override
    public Phrase suggestedName(Value.Group settings) {
        return Phrase.plain(title);
    }

    @Override
    public List<String> patterns() {
        return List.of();
    }

    @Override
    public final Optional<Binding.Bound> bind(Node node, Binding binding) {
        Reader reader = Reader.of(this, node, binding);
        Binding.Bound bound = bind(reader, binding);
        if (works(group)) bound = bound.with(effort(reader));
        return reader.failed() ? Optional.empty() : Optional.of(bound);
    }

    private static Effort effort(Reader reader) {
        return new Effort(reader.duration("workTime"), (int) reader.whole("instances"),
                reader.choice("inputs").equals("as partitioned"));
    }

    /** Reads everything, telling problems; what it gives is thrown away if an error was told. */
    abstract Binding.Bound bind(Reader reader, Binding binding);

    static Schema schema(Binding binding) {
        return binding.inputs().getFirst().schema();
    }

    /** A setting of the form as a text, however wrong it is: what is given, else what is usual, else nothing. */
    final String shown(Value.Group settings, String path) {
        Optional<Value> value = settings.at(path).filter(v -> !(v instanceof Value.Nothing));
        return value.or(() -> usual(path)).map(BaseType::text).orElse("");
    }

    private Optional<Value> usual(String path) {
        return form.stream().filter(s -> s.path().equals(path)).findFirst().flatMap(Setting::usual);
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text t -> t.text();
            case Value.Number n -> n.number().toPlainString();
            case Value.Flag f -> String.valueOf(f.on());
            case Value.Nothing n -> "";
            case Value.Items i ->
                    Sentences.of(Sentences.form("catalog.words.items", i.items().size()), i.items().size());
            case Value.Group g -> String.join(", ", g.fields().keySet());
        };
    }

    /** A duration in its shortest form if it can be read, else as it was written. */
    final String duration(Value.Group settings, String path) {
        String text = shown(settings, path);
        OptionalLong millis = Durations.parse(text);
        return millis.isPresent() ? Durations.format(millis.getAsLong()) : text;
    }

    /** How many entries a list or group has, given or usual. */
    final int size(Value.Group settings, String path) {
        Value value = settings.at(path).or(() -> usual(path)).orElse(Form.NONE);
        return value instanceof Value.Items i ? i.items().size()
                : value instanceof Value.Group g ? g.fields().size() : 0;
    }

    static List<String> also(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    /** "1 event", "1,234 events". */
    static Phrase counted(long number, String one, String many) {
        return Phrase.of(number == 1 ? one : many, Counts.grouped(number));
    }

    static Value group(String name, String text) {
        return Value.Group.EMPTY.with(name, Value.of(text));
    }
}
