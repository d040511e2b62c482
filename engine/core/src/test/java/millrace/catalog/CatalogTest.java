package millrace.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
    private static final Pattern COMMAND = Pattern.compile("\\s*([MLHVCAZ])([-0-9., ]*)");

    static Stream<NodeType> types() {
        return Catalog.types().stream();
    }

    @Test
    void the_types_are_those_of_the_format() {
        assertEquals(
                List.of("timetable", "generator", "file", "database", "log", "queue", "filter", "compute", "timestamps",
                        "key-by",
                        "merge", "split", "flatten", "tumbling", "sliding", "event-sliding", "session", "cumulate",
                        "count-window", "global", "interval-join", "window-join", "stream-table-join",
                        "table-join", "aggregate", "table", "deduplicate", "validity", "to-stream", "envelope",
                        "search-index", "cache", "results", "transactional", "file-sink"),
                types().map(NodeType::id).toList());
        types().forEach(t -> assertEquals(Optional.of(t), Catalog.find(t.id())));
        assertEquals(Optional.empty(), Catalog.find("tumbing"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_type_says_what_it_is(NodeType type) {
        assertTrue(type.title().length() <= 12, "short enough for the palette");
        assertTrue(type.line().length() >= 10 && type.line().length() <= 30, type.line());
        assertFalse(type.line().endsWith("."));
        assertTrue(type.help().contains("Common mistake: "), "names the mistake that people make");
        long sentences = type.help().chars().filter(c -> c == '.').count();
        assertTrue(sentences >= 3 && sentences <= 6, sentences + " sentences");
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_icon_is_a_path_within_its_grid(NodeType type) {
        String icon = type.icon();
        assertTrue(icon.startsWith("M"), icon);
        Matcher command = COMMAND.matcher(icon);
        int end = 0;
        while (command.find()) {
            assertEquals(end, command.start(), "only commands in " + icon);
            numbers(icon, command.group(1).charAt(0), command.group(2).strip());
            end = command.end();
        }
        assertEquals(icon.length(), end, icon);
    }

    private static void numbers(String icon, char command, String text) {
        double[] numbers = text.isEmpty() ? new double[0]
                : Pattern.compile("[ ,]+").splitAsStream(text).mapToDouble(Double::parseDouble).toArray();
        int each = switch (command) {
            case 'M', 'L' -> 2;
            case 'H', 'V' -> 1;
            case 'C' -> 6;
            case 'A' -> 7;
            default -> 0;
        };
        assertTrue(each == 0 ? numbers.length == 0 : numbers.length > 0 && numbers.length % each == 0,
                command + text + " in " + icon);
        for (double n : numbers)
            assertTrue(n >= 0 && n <= 19.2, n + " leaves the grid in " + icon);
    }

    @Test
    void no_two_types_look_or_sound_the_same() {
        assertEquals(Catalog.types().size(), new HashSet<>(types().map(NodeType::icon).toList()).size());
        assertEquals(Catalog.types().size(), new HashSet<>(types().map(NodeType::title).toList()).size());
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_setting_has_its_words(NodeType type) {
        Set<String> paths = new HashSet<>();
        for (Setting setting : type.form()) {
            assertTrue(paths.add(setting.path()), setting.path() + " once");
            assertFalse(setting.label().isBlank());
            assertTrue(setting.help().endsWith("."), setting.path() + ": " + setting.help());
            assertTrue(setting.help().length() <= 100, setting.path() + ": " + setting.help());
            setting.when().ifPresent(w -> whenCanHold(type, w));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_help_is_what_it_does_and_the_common_mistake(NodeType type) {
        assertTrue(type.what().length() > 20, type.what());
        assertTrue(type.mistake().length() > 20, type.mistake());
        assertTrue(Character.isUpperCase(type.mistake().charAt(0)), type.mistake());
        assertFalse((type.what() + type.mistake()).contains("ommon mistake"), type.help());
    }

    private static void whenCanHold(NodeType type, Setting.When when) {
        Setting other = type.form().stream().filter(s -> s.path().equals(when.path())).findFirst().orElseThrow();
        List<String> options = ((Kind.Choice) other.kind()).options().stream().map(Kind.Choice.Option::value).toList();
        assertTrue(options.containsAll(when.oneOf()), when.toString());
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_settings_of_a_new_node_are_all_known(NodeType type) {
        List<String> paths = type.form().stream().map(Setting::path).toList();
        for (String path : leaves("", type.initial(), paths))
            assertTrue(paths.contains(path), path);
        for (Setting setting : type.form()) {
            boolean given = type.initial().at(setting.path()).isPresent();
            assertTrue(given || setting.usual().isPresent() || setting.when().isPresent(), setting.path());
        }
    }

    private static List<String> leaves(String prefix, Value.Group group, List<String> known) {
        List<String> all = new ArrayList<>();
        group.fields().forEach((name, value) -> {
            if (value instanceof Value.Group g && !known.contains(prefix + name)) {
                all.addAll(leaves(prefix + name + ".", g, known));
            } else {
                all.add(prefix + name);
            }
        });
        return all;
    }

    @Test
    void nodes_say_their_main_setting_in_words() {
        assertEquals(List.of(
                "Event list: 2 events", "Generator: 1 a second, 100 events", "File: no file yet",
                "Database: 2 edits, by name", "Log: 1 partition", "Queue: 1 worker", "Filter: value > 0",
                "Compute: doubled = value * 2", "Timestamps: value", "Key by: key", "Merge: as they come",
                "Split: big, rest",
                "Flatten: key at \",\"",
                "Tumbling 2 min: count, by event time", "Sliding 5 min every 1 min: count, by event time",
                "Last 1 min at each: count, by event time", "Session 30 s: count, by event time",
                "Cumulate 10 min by 2 min: count, by event time",
                "Every 3 events: count", "Global: count, by event time", "Interval join: inner, 0 s to 2 min",
                "Window join 2 min: inner, 2 min", "Look up: inner, as of event time", "View: inner, by key",
                "Aggregate: count by key", "Table by key: by key", "Deduplicate: the first by key",
                "Row versions: by key, at the watermark",
                "To stream: operation in op",
                "Envelope: op, before, after",
                "Search index: 3 s behind", "Cache: 1 s behind", "Results: append",
                "Transaction: two-phase commit", "To file: results.csv"),
                types().map(t -> t.suggestedName(t.initial()).text() + ": " + t.summary(t.initial()).text()).toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void words_are_found_for_broken_settings_too(NodeType type) {
        for (Value wrong : List.of(Value.of(7), Value.of("?"), Value.of(List.of(Value.of(true))), Value.of(false),
                new Value.Nothing(), Value.Group.EMPTY.with("x", Value.of(1)))) {
            Value.Group settings = type.initial();
            for (Setting setting : type.form())
                settings = settings.withAt(setting.path(), wrong);
            assertFalse(type.summary(settings).text().length() > 200);
            assertFalse(type.suggestedName(settings).text().isBlank());
            assertFalse(type.outputs(settings).size() > 2, "no ports are made up");
        }
    }
}
