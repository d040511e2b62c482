package millrace.app.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import millrace.app.editor.Types;
import millrace.app.text.CatalogTexts;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Problem;
import millrace.design.Value;

/**
 * Searches a design: words in names, ids, types, settings and notes, all of which must be there; {@code has:problem} for
 * what is wrong; {@code type:window} for what is of a type.
 */
public final class DesignSearch {
    private final Design design;
    private final Types types;
    private final Set<String> wrong;

    public DesignSearch(Design design, Types types, List<Problem> problems) {
        this.design = design;
        this.types = types;
        wrong = problems.stream().map(p -> p.where().node()).collect(Collectors.toSet());
    }

    /** @param note whether it is a note, not a node */
    public record Hit(String id, boolean note) {}

    /** What fits, nodes first, from left to right and from top to bottom; nothing if nothing is asked. */
    public List<Hit> find(String query) {
        List<String> words = List.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        if (words.getFirst().isEmpty()) return List.of();
        List<Hit> hits = new ArrayList<>();
        sorted(design.nodes()).stream()
                .filter(n -> words.stream().allMatch(w -> fits(n, w)))
                .forEach(n -> hits.add(new Hit(n.id(), false)));
        design.notes()
                .stream()
                .filter(n -> words.stream().allMatch(w -> contains(n.text(), w)))
                .map(Note::id)
                .forEach(id -> hits.add(new Hit(id, true)));
        return hits;
    }

    private static List<Node> sorted(List<Node> nodes) {
        return nodes.stream()
                .sorted(java.util.Comparator.<Node>comparingDouble(n -> n.at().x())
                        .thenComparingDouble(n -> n.at().y()))
                .toList();
    }

    private boolean fits(Node node, String word) {
        if (word.equals("has:problem")) return wrong.contains(node.id());
        Predicate<String> there = text -> contains(text, word);
        if (word.startsWith("type:")) return ofType(node, word.substring("type:".length()));
        return there.test(node.name()) || there.test(node.id()) || ofType(node, word)
                || mentions(node.settings(), word);
    }

    private boolean ofType(Node node, String word) {
        Optional<String> title = types.of(node).map(t -> t.title() + " " + CatalogTexts.title(t.group()));
        return contains(node.type(), word) || contains(title.orElse(""), word);
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }

    /** Names and values of settings, however deep. */
    private static boolean mentions(Value value, String word) {
        return switch (value) {
            case Value.Text t -> contains(t.text(), word);
            case Value.Number n -> contains(n.number().toPlainString(), word);
            case Value.Flag f -> contains(String.valueOf(f.on()), word);
            case Value.Nothing n -> false;
            case Value.Items i -> i.items().stream().anyMatch(v -> mentions(v, word));
            case Value.Group g -> {
                for (Map.Entry<String, Value> e : g.fields().entrySet())
                    if (contains(e.getKey(), word) || mentions(e.getValue(), word)) yield true;
                yield false;
            }
        };
    }
}
