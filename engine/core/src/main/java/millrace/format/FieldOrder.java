package millrace.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.design.Value;

/**
 * Keeps unknown fields in their place. The {@code extra} of a design, node or note holds the unknown fields of its group; if
 * they do not simply come last, the names of the known ones stand among them, with nothing as value, to hold their places.
 */
final class FieldOrder {
    static final List<String> DESIGN = List.of("millrace", "name", "about", "settings", "nodes", "wires", "notes",
            "frames", "expected");
    static final List<String> NODE = List.of("id", "type", "name", "at", "settings");
    static final List<String> NOTE = List.of("id", "text", "at", "width");
    static final List<String> FRAME = List.of("id", "title", "colour", "at", "size");

    private FieldOrder() {}

    /** What to keep of a group's fields. */
    static Value.Group extra(Value.Group group, List<String> known) {
        List<String> names = List.copyOf(group.fields().keySet());
        LinkedHashMap<String, Value> unknown = new LinkedHashMap<>(group.fields());
        unknown.keySet().removeAll(known);
        List<String> usual = new ArrayList<>(known.stream().filter(names::contains).toList());
        usual.addAll(unknown.keySet());
        if (usual.equals(names)) return Value.group(unknown);
        LinkedHashMap<String, Value> placed = new LinkedHashMap<>(group.fields());
        placed.replaceAll((name, value) -> known.contains(name) ? new Value.Nothing() : value);
        return Value.group(placed);
    }

    /** The known fields and the unknown ones, each in its place. */
    static Value.Group merge(Value.Group fields, Value.Group extra, List<String> known) {
        List<String> order = new ArrayList<>(extra.fields().keySet());
        int after = -1;
        for (String name : known) {
            if (!order.contains(name) && fields.get(name).isPresent()) order.add(after + 1, name);
            after = Math.max(after, order.indexOf(name));
        }
        Map<String, Value> merged = new LinkedHashMap<>();
        for (String name : order) {
            if (known.contains(name)) fields.get(name).ifPresent(v -> merged.put(name, v));
            else
                extra.get(name).ifPresent(v -> merged.put(name, v));
        }
        return Value.group(merged);
    }
}
