package millrace.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.expression.Expressions;
import millrace.operator.AggregateSpec;
import millrace.operator.AggregateSpec.Kind;
import millrace.operator.StreamType;

/** Reads what a window computes: "sum of value", "count", "top 3 of value", "percentile 95 of value as p95". */
final class Aggregates {
    private static final int MOST = 32;
    private static final Pattern FORM = Pattern.compile(
            "(?<kind>[A-Za-z]+)(?:\\s+(?<number>[0-9]{1,9}(?:\\.[0-9]{1,6})?))?(?:\\s+of\\s+(?<field>\\S+))?"
                    + "(?:\\s+as\\s+(?<name>\\S+))?");
    private static final List<String> KINDS = Arrays.stream(Kind.values()).map(Aggregates::word).toList();

    private final Reader reader;
    private final String path;
    private final StreamType in;
    private final Set<String> names = new HashSet<>();

    private Aggregates(Reader reader, String path, StreamType in) {
        this.reader = reader;
        this.path = path;
        this.in = in;
        names.add(Schema.WINDOW_START);
        names.add(Schema.WINDOW_END);
        if (in.keyed()) names.add(in.schema().fields().get(in.key()).name());
    }

    static List<AggregateSpec> read(Reader reader, String path, StreamType in) {
        Value value = reader.value(path);
        List<AggregateSpec> specs = new ArrayList<>();
        if (!(value instanceof Value.Items items) || items.items().isEmpty() || items.items().size() > MOST) {
            reader.error(path, "no-aggregates", "a list of 1 to " + MOST + " aggregates is expected here",
                    "write for example [\"sum of value\", \"count\"]");
            return specs;
        }
        Aggregates aggregates = new Aggregates(reader, path, in);
        for (int i = 0; i < items.items().size(); i++) {
            aggregates.read(path + "[" + i + "]", items.items().get(i)).ifPresent(specs::add);
        }
        return specs;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Optional<AggregateSpec> read(String at, Value value) {
        Matcher form = FORM.matcher(value instanceof Value.Text t ? t.text().strip() : "");
        if (!form.matches()) {
            reader.error(at, "not-an-aggregate", Reader.shown(value) + " is not an aggregate",
                    "write for example sum of value, or top 3 of value as best");
            return Optional.empty();
        }
        Optional<Kind> kind = Arrays.stream(Kind.values()).filter(k -> word(k).equals(form.group("kind"))).findFirst();
        if (kind.isEmpty()) {
            reader.error(at, "unknown-aggregate", "there is no aggregate '" + form.group("kind") + "'",
                    Suggestion.fix(form.group("kind"), KINDS));
            return Optional.empty();
        }
        return spec(at, kind.get(), form);
    }

    private Optional<AggregateSpec> spec(String at, Kind kind, Matcher form) {
        OptionalInt field = field(at, kind, form);
        double parameter = parameter(at, kind, form.group("number"));
        String name = name(at, kind, form);
        if (field.isEmpty()) return Optional.empty();
        int f = field.getAsInt();
        Optional<FieldType> type = f < 0 ? Optional.of(FieldType.LONG) : resultType(at, kind, f);
        return type.map(t -> new AggregateSpec(kind, f, parameter, name, t));
    }

    private OptionalInt field(String at, Kind kind, Matcher form) {
        String name = form.group("field");
        if (kind == Kind.COUNT && name == null) return OptionalInt.of(-1);
        if (kind == Kind.COUNT) {
            reader.error(at, "needless-field", "'count' counts events, not a field",
                    "write count, or distinct of " + name);
            return OptionalInt.empty();
        }
        if (name == null) {
            reader.error(at, "no-field", "'" + form.group() + "' does not say of which field",
                    "write for example " + word(kind) + (kind == Kind.TOP ? " 3" : kind == Kind.PERCENTILE ? " 95" : "")
                            + " of " + someField());
            return OptionalInt.empty();
        }
        OptionalInt index = in.schema().indexOf(name);
        if (index.isEmpty()) Fields.unknown(reader, at, name, in.schema());
        return index;
    }

    private String someField() {
        return in.schema().fields().isEmpty() ? "value" : in.schema().fields().getLast().name();
    }

    private double parameter(String at, Kind kind, String number) {
        boolean takes = kind == Kind.TOP || kind == Kind.PERCENTILE;
        if (!takes && number != null) {
            reader.error(at, "needless-number", "'" + word(kind) + "' takes no number", "leave out " + number);
            return 0;
        }
        if (!takes) return 0;
        double n = number == null ? -1 : Double.parseDouble(number);
        boolean fits = kind == Kind.TOP ? n >= 1 && n <= 1000 && n == Math.rint(n) : n >= 0 && n <= 100;
        if (!fits) {
            reader.error(at, "bad-number", kind == Kind.TOP ? "'top' needs a whole number from 1 to 1000"
                    : "'percentile' needs a number from 0 to 100",
                    kind == Kind.TOP ? "write for example top 3 of "
                            + someField() : "write for example percentile 95 of " + someField());
        }
        return n;
    }

    private String name(String at, Kind kind, Matcher form) {
        String given = form.group("name");
        String name = given == null ? word(kind) : given;
        if (given != null) Expressions.nameProblem(given).ifPresent(p -> reader.tell(at, List.of(p)));
        if (names.add(name)) return name;
        String other = word(kind) + (form.group("field") == null ? "" : "_" + form.group("field"));
        reader.error(at, "duplicate-name", "two fields of the result are called '" + name + "'",
                "write " + form.group().replaceFirst("\\s+as\\s+\\S+$", "") + " as " + other);
        return name;
    }

    private Optional<FieldType> resultType(String at, Kind kind, int field) {
        FieldType type = in.schema().type(field);
        boolean number = type == FieldType.LONG || type == FieldType.DOUBLE;
        boolean ordered = number || type == FieldType.TIMESTAMP;
        boolean fits = switch (kind) {
            case SUM, AVERAGE, TOP, PERCENTILE -> number;
            case MIN, MAX -> ordered;
            case COUNT, DISTINCT, FIRST, LAST, COLLECT -> true;
        };
        if (!fits) {
            reader.error(at, "wrong-types", "'" + word(kind) + "' needs numbers, and '"
                    + in.schema().fields().get(field).name() + "' is a " + type.word(),
                    "take another field, or count, distinct, first, last or collect");
            return Optional.empty();
        }
        return Optional.of(switch (kind) {
            case COUNT, DISTINCT -> FieldType.LONG;
            case AVERAGE -> FieldType.DOUBLE;
            case COLLECT, TOP -> FieldType.STRING;
            case SUM, MIN, MAX, FIRST, LAST, PERCENTILE -> type;
        });
    }

    /** The list as a node shows it: "sum of value, count". */
    static String words(Value.Group settings, String path, List<String> usual) {
        if (!(settings.at(path).orElse(Form.NONE) instanceof Value.Items items)) return String.join(", ", usual);
        return String.join(", ",
                items.items().stream().filter(Value.Text.class::isInstance).map(v -> ((Value.Text) v).text()).toList());
    }
}
