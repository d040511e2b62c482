package millrace.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What types say of their nodes comes in words that are known beforehand, so that they can be translated. */
class PhraseTest {
    static Stream<NodeType> types() {
        return Catalog.types().stream();
    }

    @Test
    void partsArePutIntoTheirPlaces() {
        assertEquals("count, by event time", Phrase.of("{0}, by {1} time", "count", "event").text());
        assertEquals("{1} by $0", Phrase.of("{0} by {1}", "{1}", "$0").text(), "parts are no patterns");
        assertEquals("1 edit, by key",
                Phrase.with("{0}, by {1}", Phrase.of("{0} edit", "1"), Phrase.plain("key")).text());
    }

    /** Over every value of a choice, and texts, numbers and lists that are there or not, alone and by two. */
    @ParameterizedTest
    @MethodSource("types")
    void exactlyTheDeclaredPatternsAreSaid(NodeType type) {
        Set<String> said = new TreeSet<>();
        for (Value.Group settings : variants(type)) {
            patterns(type.summary(settings), said);
            patterns(type.suggestedName(settings), said);
        }
        assertEquals(new TreeSet<>(type.patterns()), said, type.id());
    }

    private static void patterns(Phrase phrase, Set<String> said) {
        if (!(phrase instanceof Phrase.Words words)) return;
        said.add(words.pattern());
        words.parts().forEach(p -> patterns(p, said));
    }

    private static List<Value.Group> variants(NodeType type) {
        List<Value.Group> once = new ArrayList<>(List.of(type.initial()));
        for (Setting setting : type.form())
            values(setting).forEach(v -> once.add(type.initial().withAt(setting.path(), v)));
        List<Value.Group> all = new ArrayList<>(once);
        for (Value.Group settings : once)
            for (Setting setting : type.form())
                values(setting).forEach(v -> all.add(settings.withAt(setting.path(), v)));
        return all;
    }

    private static List<Value> values(Setting setting) {
        return switch (setting.kind()) {
            case Kind.Choice c -> c.options().stream().<Value>map(o -> Value.of(o.value())).toList();
            case Kind.Whole w -> List.of(Value.of(0), Value.of(1), Value.of(2));
            case Kind.Duration d -> List.of(Value.of("0 s"), Value.of("3 s"));
            case Kind.Text t -> List.of(Value.of(""), Value.of("some"));
            case Kind.Field f -> List.of(Value.of(""), Value.of("some"));
            case Kind.FileName f -> List.of(Value.of(""), Value.of("some.csv"));
            case Kind.Expression e -> List.of(Value.of(""), Value.of("some"));
            case Kind.Time t -> List.of(Value.of("12:00"));
            case Kind.Names n -> List.of(Value.of(List.of()), Value.of(List.of(Value.of("one"), Value.of("two"))));
            case Kind.Groups g -> List.of(Value.of(List.of()), Value.of(List.of(named("one"))),
                    Value.of(List.of(named("one"), named("two"))));
            case Kind.Expressions e -> List.of(Value.Group.EMPTY);
            case Kind.Aggregates a -> List.of(Value.of(List.of()));
            case Kind.Rows r -> List.of(Value.of(List.of()), Value.of(List.of(Value.of(List.of()))));
            case Kind.Edits e -> List.of(Value.of(List.of()), Value.of(List.of(Value.of(List.of()))));
            default -> List.of();
        };
    }

    private static Value named(String name) {
        return Value.Group.EMPTY.with("name", Value.of(name));
    }
}
