package millrace.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.expression.Expressions;
import millrace.operator.JoinShape;
import millrace.operator.JoinShape.From;
import millrace.operator.StreamType;

/**
 * The fields of a join's result: all of the one side, all of the other. A key that has one name on both sides is one field.
 * Other fields that have one name are told apart by the names of the sides ("leftValue", "rightValue").
 */
final class JoinFields {
    private final Reader reader;
    private final List<StreamType> inputs;
    private final List<String> sides;
    private final List<Integer> keys;
    /** The key of the left input, which may be another field than the one that must equal the right key. */
    private final int leftKey;
    private final List<Field> fields = new ArrayList<>();
    private final List<From> from = new ArrayList<>();

    private JoinFields(Reader reader, List<StreamType> inputs, List<String> sides, List<Integer> keys, int leftKey) {
        this.reader = reader;
        this.leftKey = leftKey;
        this.inputs = inputs;
        this.sides = sides;
        this.keys = keys;
    }

    static Form keys(Form form, String left, String right) {
        return form
                .add(left + "Key", title(left) + " key",
                        "The field that must be equal; none: the key that it comes with.",
                        new Kind.Field(false), Form.NONE)
                .add(right + "Key", title(right) + " key",
                        "The field that it must equal; none: the key that it comes with.",
                        new Kind.Field(false), Form.NONE);
    }

    static Form names(Form form, String left, String right) {
        return form
                .add(left + "Name", "Name of " + left, "Put before fields that both sides have: " + left + "Value.",
                        new Kind.Text(40), Value.of(left))
                .add(right + "Name", "Name of " + right, "Put before fields that both sides have: " + right + "Value.",
                        new Kind.Text(40), Value.of(right));
    }

    private static String title(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Reads keys and names of sides, which are called as the ports are; empty if they can't be joined, which is told. */
    static Optional<JoinFields> read(Reader reader, Binding binding, String left, String right) {
        return read(reader, binding, left, right, -1);
    }

    /** @param foreign the left field that must equal the right key; -1 = the left key */
    static Optional<JoinFields> read(Reader reader, Binding binding, String left, String right, int foreign) {
        List<StreamType> inputs = binding.inputs();
        int own = key(reader, left, inputs.get(0));
        List<Integer> keys = List.of(foreign < 0 ? own : foreign, key(reader, right, inputs.get(1)));
        List<String> sides = List.of(name(reader, left), name(reader, right));
        if (reader.failed()) return Optional.empty();
        return sameType(reader, right, inputs, keys) ? Optional.of(new JoinFields(reader, inputs, sides, keys, own))
                : Optional.empty();
    }

    private static int key(Reader reader, String side, StreamType type) {
        int given = Fields.index(reader, side + "Key", type.schema());
        if (given >= 0) return given;
        if (!type.keyed() && reader.given(side + "Key").isEmpty())
            reader.error(side + "Key", "catalog.wrong-types.no-key", side);
        return Math.max(0, type.key());
    }

    private static String name(Reader reader, String side) {
        String name = reader.text(side + "Name");
        Expressions.nameProblem(name + "Value").ifPresent(p -> reader.tell(side + "Name", List.of(p)));
        return name;
    }

    private static boolean sameType(Reader reader, String right, List<StreamType> inputs, List<Integer> keys) {
        if (inputs.stream().anyMatch(t -> t.schema().fields().isEmpty())) return false;
        FieldType a = inputs.get(0).schema().type(keys.get(0));
        FieldType b = inputs.get(1).schema().type(keys.get(1));
        if (a == b) return true;
        reader.error(right + "Key", "catalog.wrong-types.never-equal", b.word(), a.word());
        return false;
    }

    int leftKey() {
        return leftKey;
    }

    JoinFields own(String name) {
        return add(new Field(name, FieldType.TIMESTAMP), new From.Own());
    }

    private JoinFields add(Field field, From source) {
        fields.add(field);
        from.add(source);
        return this;
    }

    /** All fields of both sides. {@code plain} = the left ones keep their names, whatever the others are called. */
    JoinFields both(boolean plain) {
        for (int side = 0; side < 2; side++) {
            List<Field> of = inputs.get(side).schema().fields();
            for (int i = 0; i < of.size(); i++)
                add(side, i, of.get(i), plain && side == 0);
        }
        return this;
    }

    private void add(int side, int number, Field field, boolean plain) {
        if (isKey(side, number)) {
            if (side == 0) add(field, new From.Key());
            return;
        }
        boolean clashes = inputs.get(1 - side).schema().indexOf(field.name()).isPresent()
                || fields.stream().anyMatch(f -> f.name().equals(field.name()));
        String name = clashes && !plain ? prefixed(side, field.name()) : field.name();
        add(new Field(name, field.type()), new From.Side(side, number));
    }

    /** Whether it is the key's field, and the other side's key has its name. */
    private boolean isKey(int side, int number) {
        return keys.get(side) == number && sharedKey();
    }

    private boolean sharedKey() {
        return keyName(0).equals(keyName(1));
    }

    private String keyName(int side) {
        return inputs.get(side).schema().fields().get(keys.get(side)).name();
    }

    private String prefixed(int side, String name) {
        return sides.get(side) + title(name);
    }

    /** The event times of both sides. */
    JoinFields times() {
        for (int side = 0; side < 2; side++)
            add(new Field(prefixed(side, "time"), FieldType.TIMESTAMP), new From.Time(side));
        return this;
    }

    /** The shape of plain events. */
    JoinShape events() {
        return shape(Schema.of(fields));
    }

    /** The shape of windows' results; the bounds must have been added first. */
    JoinShape panes() {
        return shape(Schema.ofPanes(fields.subList(2, fields.size())));
    }

    JoinShape changes() {
        return shape(Schema.ofChanges(fields));
    }

    /** Keyed by the key that every result has; where both are there under names of their own, by the left one. */
    private JoinShape shape(Schema schema) {
        Set<String> names = new HashSet<>();
        fields.stream()
                .map(Field::name)
                .filter(n -> !names.add(n))
                .findFirst()
                .ifPresent(n -> reader.error(sides.get(0).equals("stream") ? "tableName" : "rightName",
                        "catalog.duplicate-name.joined", n));
        boolean shared = sharedKey() && keys.get(0) == leftKey;
        int key = from.indexOf(shared ? new From.Key() : new From.Side(0, leftKey));
        return new JoinShape(inputs, keys, new StreamType(schema, key), from);
    }

    /** A changelog is no stream of events: what it takes back would be joined as if it were new. */
    static void noChanges(Reader reader, Binding binding, String... ports) {
        for (int i = 0; i < ports.length; i++) {
            if (binding.inputs().get(i).schema().changelog())
                reader.error(ports[i] + "Key", "catalog.changes-as-events", ports[i]);
        }
    }

    static List<PortSpec> ports(String... names) {
        return Stream.of(names).map(n -> new PortSpec(n, PortSpec.Carries.ADDITIONS, true)).toList();
    }
}
