package millrace.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import millrace.catalog.Setting.Kind;
import millrace.design.Clock;
import millrace.design.Durations;
import millrace.design.Location;
import millrace.design.Node;
import millrace.design.Problem;
import millrace.design.Suggestion;
import millrace.design.Value;

/**
 * Reads the settings of one node by its type's form. What can't be understood is told as a problem, and something harmless
 * is given in its place, so that every problem of a node is found at once.
 */
final class Reader {
    private static final int LONGEST_SHOWN = 40;
    private static final int MOST_ITEMS = 1000;

    private final String node;
    /** What stands before the paths of this form: "" for the node's own, "groups[0]." for one group of a list. */
    private final String prefix;
    private final Value.Group settings;
    private final Map<String, Setting> form;
    private final Clock clock;
    private final Consumer<Problem> out;
    /** A setting may be read more than once; what is wrong with it is told once. */
    private final Set<Problem> told = new HashSet<>();
    private boolean failed;

    private Reader(List<Setting> form, String node, String prefix, Value.Group settings, Clock clock,
            Consumer<Problem> out) {
        this.node = node;
        this.prefix = prefix;
        this.settings = settings;
        this.clock = clock;
        this.out = out;
        this.form = form.stream().collect(Collectors.toMap(Setting::path, Function.identity()));
    }

    static Reader of(NodeType type, Node node, Binding binding) {
        Reader reader = new Reader(type.form(), node.id(), "", node.settings(), binding.clock(), binding::problem);
        new UnknownSettings(type, node).warnings().forEach(reader::tell);
        return reader;
    }

    /** For texts about settings that may be wrong: problems are somebody else's to tell. */
    static Reader quiet(NodeType type, Value.Group settings) {
        return new Reader(type.form(), "", "", settings, Clock.MIDNIGHT, problem -> {});
    }

    /** Whether an error was told. */
    boolean failed() {
        return failed;
    }

    Clock clock() {
        return clock;
    }

    /** What was written, if anything was. */
    Optional<Value> given(String path) {
        return settings.at(path).filter(v -> !(v instanceof Value.Nothing));
    }

    /** Whether the form asks for this setting, as the others stand. */
    boolean applies(String path) {
        return setting(path).when().map(w -> applies(w.path()) && w.oneOf().contains(choice(w.path()))).orElse(true);
    }

    private Setting setting(String path) {
        Setting setting = form.get(path);
        if (setting == null) throw new IllegalArgumentException("the form has no " + path);
        return setting;
    }

    /** The value given, else the usual one; a problem if there is neither. */
    Value value(String path) {
        Optional<Value> value = given(path).or(() -> setting(path).usual());
        if (value.isEmpty()) {
            error(path, "missing", "'" + path + "' is missing",
                    "write for example " + Examples.of(setting(path).kind()));
        }
        return value.orElse(Form.NONE);
    }

    long duration(String path) {
        Kind.Duration kind = (Kind.Duration) setting(path).kind();
        Value value = value(path);
        if (value instanceof Value.Nothing) return kind.least();
        OptionalLong millis = value instanceof Value.Text t ? Durations.parse(t.text()) : OptionalLong.empty();
        if (millis.isEmpty()) {
            error(path, "not-a-duration", shown(value) + " is not a duration", durationFix(value));
            return kind.least();
        }
        return within(path, millis.getAsLong(), kind.least(), kind.most(), Durations::format);
    }

    private static String durationFix(Value value) {
        return value instanceof Value.Number n ? "write for example \"" + n.number().toPlainString() + " s\""
                : "write for example 2 min";
    }

    long whole(String path) {
        Kind.Whole kind = (Kind.Whole) setting(path).kind();
        Value value = value(path);
        if (value instanceof Value.Nothing) return kind.least();
        if (value instanceof Value.Number n && n.number().stripTrailingZeros().scale() <= 0
                && n.number().precision() - n.number().scale() <= 19) {
            return within(path, n.number()
                    .min(BigDecimal.valueOf(Long.MAX_VALUE))
                    .max(BigDecimal.valueOf(Long.MIN_VALUE))
                    .longValueExact(), kind.least(), kind.most(), String::valueOf);
        }
        error(path, "not-a-number", shown(value) + " is not a whole number",
                "write for example " + Math.max(kind.least(), 3));
        return kind.least();
    }

    private long within(String path, long n, long least, long most, java.util.function.LongFunction<String> words) {
        if (n >= least && n <= most) return n;
        boolean small = n < least;
        error(path, "out-of-range",
                words.apply(n) + " is too " + (small ? "small" : "large") + " for '" + path + "'",
                "write " + words.apply(small ? least : most) + (small ? " or more" : " or less"));
        return least;
    }

    double decimal(String path) {
        Kind.Decimal kind = (Kind.Decimal) setting(path).kind();
        Value value = value(path);
        if (value instanceof Value.Nothing) return kind.least();
        if (!(value instanceof Value.Number n)) {
            error(path, "not-a-number", shown(value) + " is not a number", "write for example 1.5");
            return kind.least();
        }
        double d = n.number().doubleValue();
        if (d >= kind.least() && d <= kind.most()) return d;
        boolean small = d < kind.least();
        error(path, "out-of-range", n.number() + " is too " + (small ? "small" : "large") + " for '" + path + "'",
                "write " + number(small ? kind.least() : kind.most()) + (small ? " or more" : " or less"));
        return kind.least();
    }

    private static String number(double d) {
        return new BigDecimal(String.valueOf(d)).stripTrailingZeros().toPlainString();
    }

    String text(String path) {
        Value value = value(path);
        if (value instanceof Value.Text t) return t.text();
        if (!(value instanceof Value.Nothing)) {
            error(path, "not-a-text", "a text is expected here, not " + value.kind(), "put it in quotes");
        }
        return "";
    }

    /** One of the form's options; the first that is listed if there is anything else. */
    String choice(String path) {
        List<String> options = ((Kind.Choice) setting(path).kind()).options()
                .stream()
                .map(Kind.Choice.Option::value)
                .toList();
        Value value = value(path);
        if (value instanceof Value.Text t && options.contains(t.text())) return t.text();
        error(path, "unknown-choice", shown(value) + " is not a choice for '" + path + "'",
                value instanceof Value.Text t
                        ? Suggestion.fix(t.text(), options)
                        : "known are " + String.join(", ", options));
        return options.getFirst();
    }

    /** An instant; empty if none is given and none is needed, or it can't be read. */
    OptionalLong time(String path) {
        Value value = value(path);
        if (value instanceof Value.Nothing) return OptionalLong.empty();
        OptionalLong instant = value instanceof Value.Text t ? clock.parse(t.text()) : OptionalLong.empty();
        if (instant.isEmpty()) {
            error(path, "not-a-time", shown(value) + " is not a time", "write for example 12:05:19");
        }
        return instant;
    }

    List<String> names(String path) {
        if (!(value(path) instanceof Value.Items items)) {
            error(path, "not-a-list", "a list of names is expected here, not " + value(path).kind(),
                    "write for example [\"East\", \"West\"]");
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            name(path + "[" + i + "]", items.items().get(i), names);
        }
        return names;
    }

    private void name(String path, Value value, List<String> names) {
        if (!(value instanceof Value.Text t) || t.text().isBlank() || t.text().length() > 100) {
            error(path, "not-a-name", shown(value) + " is not a name", "write a short text in quotes");
        } else if (names.contains(t.text())) {
            error(path, "duplicate-name", "'" + t.text() + "' is there twice", "give each another name");
        } else {
            names.add(t.text());
        }
    }

    /** A list of instants. */
    List<Long> times(String path) {
        List<Long> times = new ArrayList<>();
        List<Value> items = items(path);
        for (int i = 0; i < items.size(); i++) {
            OptionalLong instant = items.get(i) instanceof Value.Text t ? clock.parse(t.text()) : OptionalLong.empty();
            if (instant.isEmpty()) {
                error(path + "[" + i + "]", "not-a-time", shown(items.get(i)) + " is not a time",
                        "write for example 12:05:19");
            }
            times.add(instant.orElse(0));
        }
        times.sort(Comparator.naturalOrder());
        return times;
    }

    /** A reader for each group of a list of them. */
    List<Reader> each(String path) {
        List<Setting> inner = ((Kind.Groups) setting(path).kind()).form();
        List<Reader> readers = new ArrayList<>();
        List<Value> items = items(path);
        for (int i = 0; i < items.size(); i++) {
            String at = path + "[" + i + "]";
            if (items.get(i) instanceof Value.Group group) {
                unknown(at, group, inner);
                readers.add(new Reader(inner, node, prefix + at + ".", group, clock, this::tell));
            } else
                error(at, "not-a-group", "a group is expected here, not " + items.get(i).kind(),
                        "write for example " + Examples.of(new Kind.Groups(inner)));
        }
        return readers;
    }

    private void unknown(String at, Value.Group group, List<Setting> form) {
        List<String> known = form.stream().map(Setting::path).toList();
        for (String name : group.fields().keySet())
            if (!known.contains(name))
                warning(at + "." + name, "unknown-setting", "there is no setting '" + name
                        + "' here: it is kept, but does nothing", Suggestion.fix(name, known));
    }

    private List<Value> items(String path) {
        if (!(value(path) instanceof Value.Items items)) {
            error(path, "not-a-list", "a list is expected here, not " + value(path).kind(),
                    "write for example " + Examples.of(setting(path).kind()));
            return List.of();
        }
        if (items.items().size() <= MOST_ITEMS) return items.items();
        error(path, "too-many", items.items().size() + " are too many for '" + path + "'",
                "at most " + MOST_ITEMS + " are allowed");
        return List.of();
    }

    void error(String path, String code, String message, String fix) {
        tell(Problem.error(Location.setting(node, prefix + path), code, message, fix));
    }

    void warning(String path, String code, String message, String fix) {
        tell(Problem.warning(Location.setting(node, prefix + path), code, message, fix));
    }

    /** Passes on problems that were found by others, put at this setting. */
    void tell(String path, List<Problem> problems) {
        problems.forEach(p -> tell(p.at(Location.setting(node, prefix + path))));
    }

    private void tell(Problem problem) {
        failed |= problem.isError();
        if (told.add(problem)) out.accept(problem);
    }

    /** A value as it stands in a message: a text in quotes, anything else by its form, cut if it is long. */
    static String shown(Value value) {
        return switch (value) {
            case Value.Text t -> "'" + (t.text().length() <= LONGEST_SHOWN ? t.text()
                    : t.text().substring(0, LONGEST_SHOWN) + "...") + "'";
            case Value.Number n -> {
                String digits = n.number().toString();
                yield digits.length() <= LONGEST_SHOWN ? digits : digits.substring(0, LONGEST_SHOWN) + "...";
            }
            case Value.Flag f -> String.valueOf(f.on());
            case Value.Nothing nothing -> "null";
            case Value.Items items -> "a list";
            case Value.Group group -> "a group";
        };
    }
}
