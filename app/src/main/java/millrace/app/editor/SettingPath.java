package millrace.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.design.Value;

/** A place within settings: "watermark.bound", "rows[6][1]". Groups on the way are made; items must be there. */
final class SettingPath {
    private SettingPath() {}

    static Value.Group set(Value.Group settings, String path, Value value) {
        return (Value.Group) put(Optional.of(settings), parts(path), Optional.of(value));
    }

    /** What stands there, if anything does. */
    static Optional<Value> get(Value.Group settings, String path) {
        Optional<Value> value = Optional.of(settings);
        for (String part : parts(path))
            value = value.flatMap(v -> inner(v, part));
        return value;
    }

    private static Optional<Value> inner(Value value, String part) {
        return switch (value) {
            case Value.Group g -> g.get(part);
            case Value.Items list when part.startsWith("[") -> {
                int index = Integer.parseInt(part.substring(1));
                yield index < list.items().size() ? Optional.of(list.items().get(index)) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** Takes the value away, and the groups that it leaves empty. */
    static Value.Group remove(Value.Group settings, String path) {
        return (Value.Group) put(Optional.of(settings), parts(path), Optional.empty());
    }

    /** Field names as they are, indexes as "[6]". */
    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String name : path.split("\\.")) {
            int bracket = name.indexOf('[');
            parts.add(bracket < 0 ? name : name.substring(0, bracket));
            while (bracket >= 0) {
                int close = name.indexOf(']', bracket);
                parts.add(name.substring(bracket, close));
                bracket = name.indexOf('[', close);
            }
        }
        return parts;
    }

    private static Value put(Optional<Value> old, List<String> parts, Optional<Value> value) {
        String head = parts.getFirst();
        return head.startsWith("[") ? putItem(old, Integer.parseInt(head.substring(1)), parts, value)
                : putField(old, head, parts, value);
    }

    private static Value putField(Optional<Value> old, String name, List<String> parts, Optional<Value> value) {
        Value.Group group = old.orElse(Value.Group.EMPTY) instanceof Value.Group g ? g : Value.Group.EMPTY;
        boolean last = parts.size() == 1;
        if (last) return value.map(v -> group.with(name, v)).orElseGet(() -> group.without(name));
        if (value.isEmpty() && group.get(name).isEmpty()) return group;
        Value inner = put(group.get(name), parts.subList(1, parts.size()), value);
        boolean emptied = value.isEmpty() && inner instanceof Value.Group g && g.isEmpty();
        return emptied ? group.without(name) : group.with(name, inner);
    }

    private static Value putItem(Optional<Value> old, int index, List<String> parts, Optional<Value> value) {
        if (!(old.orElse(new Value.Nothing()) instanceof Value.Items list) || index >= list.items().size())
            throw new IllegalArgumentException("no item " + index);
        List<Value> items = new ArrayList<>(list.items());
        if (parts.size() > 1)
            items.set(index, put(Optional.of(items.get(index)), parts.subList(1, parts.size()), value));
        else if (value.isPresent()) items.set(index, value.get());
        else
            items.remove(index);
        return new Value.Items(items);
    }

}
