package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.app.text.CatalogTexts;
import millrace.app.text.Texts;
import millrace.catalog.NodeType;

/** Node types under the titles of their groups, as palette and quick add show them; those used last come first. */
record TypeSections(List<Section> sections) {
    record Section(String title, List<NodeType> types) {}

    static TypeSections of(List<NodeType> all, List<NodeType> recent, TypeQuery query) {
        List<Section> sections = new ArrayList<>();
        List<NodeType> found = query.among(all);
        List<NodeType> again = recent.stream().filter(all::contains).toList();
        if (query.isEmpty() && !again.isEmpty()) sections.add(new Section(Texts.of("shell.recent"), again));
        Optional<millrace.catalog.Group> group = Optional.empty();
        for (NodeType type : found) {
            if (!group.equals(Optional.of(type.group())))
                sections.add(new Section(CatalogTexts.title(type.group()), new ArrayList<>()));
            group = Optional.of(type.group());
            sections.getLast().types().add(type);
        }
        return new TypeSections(sections);
    }

    /** All types from above, recent ones twice. */
    List<NodeType> types() {
        return sections.stream().flatMap(s -> s.types().stream()).toList();
    }
}
