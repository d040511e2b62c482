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
            reader.error(path, "catalog.no-aggregates", MOST);
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
            reader.error(at, "catalog.not-an-aggregate", Reader.shown(value));
            return Optional.empty();
        }
        Optional<Kind> kind = Arrays.stream(Kind.values()).filter(k -> word(k).equals(form.group("kind"))).findFirst();
        if (kind.isEmpty()) {
            reader.error(at, "catalog.unknown-aggregate", form.group("kind"),
                    Suggestion.of(form.group("kind"), KINDS));
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
            reader.error(at, "catalog.needless-field.count", name);
            return OptionalInt.empty();
        }
        if (name == null) {
            reader.error(at, "catalog.no-field", form.group(), example(kind));
            return OptionalInt.empty();
        }
        OptionalInt index = in.schema().indexOf(name);
        if (index.isEmpty()) Fields.unknown(reader, at, name, in.schema());
        return index;
    }

    /** One of this kind, as a design says it. */
    private String example(Kind kind) {
        String number = kind == Kind.TOP ? " 3" : kind == Kind.PERCENTILE ? " 95" : "";
        String field = in.schema().fields().isEmpty() ? "value" : in.schema().fields().getLast().name();
        return word(kind) + number + " of " + field;
    }

    private double parameter(String at, Kind kind, String number) {
        boolean takes = kind == Kind.TOP || kind == Kind.PERCENTILE;
        if (!takes && number != null) {
            reader.error(at, "catalog.needless-number", word(kind), number);
            return 0;
        }
        if (!takes) return 0;
        double n = number == null ? -1 : Double.parseDouble(number);
        boolean fits = kind == Kind.TOP ? n >= 1 && n <= 1000 && n == Math.rint(n) : n >= 0 && n <= 100;
        if (!fits)
            reader.error(at, kind == Kind.TOP ? "catalog.bad-number.top" : "catalog.bad-number.percentile",
                    example(kind));
        return n;
    }

    private String name(String at, Kind kind, Matcher form) {
        String given = form.group("name");
        String name = given == null ? word(kind) : given;
        if (given != null) Expressions.nameProblem(given).ifPresent(p -> reader.tell(at, List.of(p)));
        if (names.add(name)) return name;
        String other = word(kind) + (form.group("field") == null ? "" : "_" + form.group("field"));
        reader.error(at, "catalog.duplicate-name.aggregate", name,
                form.group().replaceFirst("\\s+as\\s+\\S+$", "") + " as " + other);
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
            reader.error(at, "catalog.wrong-types.no-number", word(kind), in.schema().fields().get(field).name(),
                    type.word());
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
