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
import millrace.text.Sentences;

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
            error(path, "catalog.missing", path, Examples.of(setting(path).kind()));
        }
        return value.orElse(Form.NONE);
    }

    long duration(String path) {
        Kind.Duration kind = (Kind.Duration) setting(path).kind();
        Value value = value(path);
        if (value instanceof Value.Nothing) return kind.least();
        OptionalLong millis = value instanceof Value.Text t ? Durations.parse(t.text()) : OptionalLong.empty();
        if (millis.isEmpty()) {
            notADuration(path, value);
            return kind.least();
        }
        return within(path, millis.getAsLong(), kind.least(), kind.most(), Durations::format);
    }

    private void notADuration(String path, Value value) {
        if (value instanceof Value.Number n)
            error(path, "catalog.not-a-duration.number", shown(value), n.number().toPlainString());
        else
            error(path, "catalog.not-a-duration", shown(value));
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
        error(path, "catalog.not-a-number.whole", shown(value), Math.max(kind.least(), 3));
        return kind.least();
    }

    private long within(String path, long n, long least, long most, java.util.function.LongFunction<String> words) {
        if (n < least) error(path, "catalog.out-of-range.small", words.apply(n), path, words.apply(least));
        if (n > most) error(path, "catalog.out-of-range.large", words.apply(n), path, words.apply(most));
        return n < least || n > most ? least : n;
    }

    double decimal(String path) {
        Kind.Decimal kind = (Kind.Decimal) setting(path).kind();
        Value value = value(path);
        if (value instanceof Value.Nothing) return kind.least();
        if (!(value instanceof Value.Number n)) {
            error(path, "catalog.not-a-number", shown(value));
            return kind.least();
        }
        double d = n.number().doubleValue();
        if (d >= kind.least() && d <= kind.most()) return d;
        if (d < kind.least())
            error(path, "catalog.out-of-range.small", n.number().toString(), path, number(kind.least()));
        else
            error(path, "catalog.out-of-range.large", n.number().toString(), path, number(kind.most()));
        return kind.least();
    }

    private static String number(double d) {
        return new BigDecimal(String.valueOf(d)).stripTrailingZeros().toPlainString();
    }

    String text(String path) {
        Value value = value(path);
        if (value instanceof Value.Text t) return t.text();
        if (!(value instanceof Value.Nothing)) {
            error(path, "catalog.not-a-text", value.kind());
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
        error(path, "catalog.unknown-choice", shown(value), path,
                value instanceof Value.Text t ? Suggestion.of(t.text(), options) : Suggestion.among(options));
        return options.getFirst();
    }

    /** An instant; empty if none is given and none is needed, or it can't be read. */
    OptionalLong time(String path) {
        Value value = value(path);
        if (value instanceof Value.Nothing) return OptionalLong.empty();
        OptionalLong instant = value instanceof Value.Text t ? clock.parse(t.text()) : OptionalLong.empty();
        if (instant.isEmpty()) {
            error(path, "catalog.not-a-time", shown(value));
        }
        return instant;
    }

    List<String> names(String path) {
        if (!(value(path) instanceof Value.Items items)) {
            error(path, "catalog.not-a-list.names", value(path).kind(), Examples.of(new Kind.Names()));
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
            error(path, "catalog.not-a-name", shown(value));
        } else if (names.contains(t.text())) {
            error(path, "catalog.duplicate-name", t.text());
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
                error(path + "[" + i + "]", "catalog.not-a-time", shown(items.get(i)));
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
                error(at, "catalog.not-a-group", items.get(i).kind(), Examples.of(new Kind.Groups(inner)));
        }
        return readers;
    }

    private void unknown(String at, Value.Group group, List<Setting> form) {
        List<String> known = form.stream().map(Setting::path).toList();
        for (String name : group.fields().keySet())
            if (!known.contains(name))
                warning(at + "." + name, "catalog.unknown-setting.inner", name, Suggestion.of(name, known));
    }

    private List<Value> items(String path) {
        if (!(value(path) instanceof Value.Items items)) {
            error(path, "catalog.not-a-list", value(path).kind(), Examples.of(setting(path).kind()));
            return List.of();
        }
        if (items.items().size() <= MOST_ITEMS) return items.items();
        error(path, "catalog.too-many.here", items.items().size(), MOST_ITEMS, path);
        return List.of();
    }

    /** As {@link Problem#error} at a setting. */
    void error(String path, String key, Object... parts) {
        tell(Problem.error(Location.setting(node, prefix + path), key, parts));
    }

    void warning(String path, String key, Object... parts) {
        tell(Problem.warning(Location.setting(node, prefix + path), key, parts));
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
            case Value.Text t -> Sentences.of("catalog.words.text", cut(t.text()));
            case Value.Number n -> cut(n.number().toString());
            case Value.Flag f -> String.valueOf(f.on());
            case Value.Nothing nothing -> "null";
            case Value.Items items -> items.kind();
            case Value.Group group -> group.kind();
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
