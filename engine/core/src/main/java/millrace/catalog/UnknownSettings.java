package millrace.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import millrace.design.Location;
import millrace.design.Node;
import millrace.design.Problem;
import millrace.design.Suggestion;
import millrace.design.Value;

/** Finds settings that the type's form does not know: they are kept, but do nothing. */
final class UnknownSettings {
    private final NodeType type;
    private final Node node;
    private final List<String> paths;
    private final List<Problem> found = new ArrayList<>();

    UnknownSettings(NodeType type, Node node) {
        this.type = type;
        this.node = node;
        paths = type.form().stream().map(Setting::path).toList();
    }

    List<Problem> warnings() {
        look("", node.settings());
        return found;
    }

    private void look(String prefix, Value.Group group) {
        Set<String> known = paths.stream()
                .filter(p -> p.startsWith(prefix))
                .map(p -> p.substring(prefix.length()).split("\\.")[0])
                .collect(Collectors.toSet());
        for (Map.Entry<String, Value> entry : group.fields().entrySet()) {
            String path = prefix + entry.getKey();
            if (!known.contains(entry.getKey())) unknown(path, entry.getKey(), known);
            else if (!paths.contains(path)) inner(path, entry.getValue());
        }
    }

    private void inner(String path, Value value) {
        if (value instanceof Value.Group group) look(path + ".", group);
        else if (!(value instanceof Value.Nothing)) {
            String first = paths.stream().filter(p -> p.startsWith(path + ".")).findFirst().orElse(path);
            String field = first.substring(path.length() + 1);
            found.add(
                    Problem.error(Location.setting(node.id(), path), "catalog.not-a-group.of", value.kind(), field));
        }
    }

    private void unknown(String path, String name, Set<String> known) {
        Location where = Location.setting(node.id(), path);
        found.add(known.isEmpty() ? Problem.warning(where, "catalog.unknown-setting.none", type.title(), path)
                : Problem.warning(where, "catalog.unknown-setting", type.title(), path, Suggestion.of(name, known)));
    }
}
