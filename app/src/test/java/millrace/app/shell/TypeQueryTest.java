package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import millrace.catalog.Catalog;
import millrace.catalog.Group;
import millrace.catalog.NodeType;
import org.junit.jupiter.api.Test;

/** What the palette finds. */
class TypeQueryTest {
    private static List<String> found(String query) {
        return TypeQuery.of(query).among(Catalog.types()).stream().map(NodeType::id).toList();
    }

    @Test
    void wordsInAnyOrderAndAnyPartOfThem() {
        assertEquals("tumbling", found("window tumbling").getFirst());
        assertEquals("tumbling", found("  WIN  tumb ").getFirst());
        assertEquals(List.of(), found("window tumbling xyz"), "all words must be there");
        assertEquals(Catalog.types().size(), found(" ").size());
    }

    @Test
    void theGroupCountsToo() {
        assertTrue(found("brokers").contains("log"));
        assertEquals(Catalog.types().stream().filter(t -> t.group() == Group.WINDOWS).count(),
                TypeQuery.of("windows")
                        .among(Catalog.types())
                        .stream()
                        .filter(t -> t.group() == Group.WINDOWS)
                        .count());
    }

    @Test
    void whatWasUsedComesFirstTheLatestOnTop() {
        NodeType filter = Catalog.find("filter").orElseThrow();
        NodeType log = Catalog.find("log").orElseThrow();
        List<TypeSections.Section> sections = TypeSections.of(Catalog.types(), List.of(log, filter), TypeQuery.of(""))
                .sections();
        assertEquals(new TypeSections.Section("Recent", List.of(log, filter)), sections.getFirst());
        assertEquals("Sources", sections.get(1).title());
        List<TypeSections.Section> searched = TypeSections
                .of(Catalog.types(), List.of(log, filter), TypeQuery.of("filter"))
                .sections();
        assertEquals(filter, searched.getFirst().types().getFirst());
        assertEquals(1, searched.stream().flatMap(s -> s.types().stream()).filter(filter::equals).count());
    }
}
