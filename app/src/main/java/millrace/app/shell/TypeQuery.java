package millrace.app.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import millrace.app.text.CatalogTexts;
import millrace.catalog.NodeType;

/** Finds node types by words in any order, each a part of the title, the line or the group. */
record TypeQuery(List<String> words) {
    static TypeQuery of(String text) {
        return new TypeQuery(Stream.of(lower(text).strip().split("\\s+")).filter(w -> !w.isEmpty()).toList());
    }

    /** Those that fit in the order in which they came; those whose title holds all the words first. */
    List<NodeType> among(List<NodeType> types) {
        if (words.isEmpty()) return types;
        List<NodeType> titled = types.stream().filter(t -> holds(t.title())).toList();
        Stream<NodeType> others = types.stream()
                .filter(t -> !titled.contains(t))
                .filter(t -> holds(t.title() + " " + t.line() + " " + CatalogTexts.title(t.group())));
        return Stream.concat(titled.stream(), others).toList();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    private boolean holds(String text) {
        String lower = lower(text);
        return words.stream().allMatch(lower::contains);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
