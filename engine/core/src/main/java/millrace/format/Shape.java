package millrace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.design.Location;
import millrace.design.Value;

/** Takes the fields of one group apart and tells where they are not of the kind that is needed. */
final class Shape {
    private final Part group;
    private final Location where;
    private final Told told;

    Shape(Part group, Location where, Told told) {
        this.group = group;
        this.where = where;
        this.told = told;
    }

    /** The text of a field that may be absent. */
    Optional<String> text(String name) {
        Optional<Part> part = group.field(name);
        if (part.isEmpty() || part.get().broken()) return Optional.empty();
        if (part.get().value() instanceof Value.Text t) return Optional.of(t.text());
        wrong(part.get(), name, "format.wrong-kind.text");
        return Optional.empty();
    }

    /** The text of a field that must be there; the key is that of what is said if it is not. */
    Optional<String> required(String name, String key) {
        if (group.field(name).isEmpty()) told.loss(group.offset(), where, key);
        return text(name);
    }

    Value.Group group(String name) {
        Optional<Part> part = group.field(name);
        if (part.isEmpty() || part.get().broken()) return Value.Group.EMPTY;
        if (part.get().value() instanceof Value.Group g) return g;
        wrong(part.get(), name, "format.wrong-kind.group");
        return Value.Group.EMPTY;
    }

    /** The groups of a list that may be absent, at most {@code most} of them; the key is that of what is said of more. */
    List<Part> groups(String name, int most, String key) {
        Optional<Part> list = group.field(name);
        if (list.isEmpty() || list.get().broken()) return List.of();
        if (!(list.get().value() instanceof Value.Items)) {
            wrong(list.get(), name, "format.wrong-kind.list");
            return List.of();
        }
        List<Part> items = list.get().items();
        if (items.size() > most)
            told.loss(items.get(most).offset(), Location.DESIGN, key, items.size(), most);
        return groups(name, items.subList(0, Math.min(most, items.size())));
    }

    private List<Part> groups(String name, List<Part> items) {
        List<Part> groups = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Part item = items.get(i);
            if (item.isGroup()) groups.add(item);
            else if (!item.broken()) wrong(item, name + "[" + i + "]", "format.wrong-kind.item");
        }
        return groups;
    }

    Optional<millrace.design.Point> point(String name) {
        Optional<Part> part = group.field(name);
        if (part.isEmpty() || part.get().broken()) return Optional.empty();
        List<Part> items = part.get().items();
        boolean numbers = items.size() == 2 && items.stream().allMatch(i -> i.value() instanceof Value.Number);
        if (numbers) return Optional.of(new millrace.design.Point(coordinate(items.get(0)), coordinate(items.get(1))));
        if (items.stream().noneMatch(Part::broken)) wrong(part.get(), name, "format.wrong-kind.point");
        return Optional.empty();
    }

    /** A number that may be absent, from least to most. */
    java.util.OptionalDouble between(String name, double least, double most) {
        Optional<Part> part = group.field(name);
        if (part.isEmpty() || part.get().broken()) return java.util.OptionalDouble.empty();
        if (part.get().value() instanceof Value.Number n)
            return java.util.OptionalDouble.of(Math.clamp(n.number().doubleValue(), least, most));
        wrong(part.get(), name, "format.wrong-kind.number");
        return java.util.OptionalDouble.empty();
    }

    private double coordinate(Part part) {
        double value = part.value() instanceof Value.Number n ? n.number().doubleValue() : 0;
        if (Math.abs(value) <= 1e6) return value;
        told.loss(part.offset(), where, "format.out-of-canvas");
        return Math.clamp(value, -1e6, 1e6);
    }

    private void wrong(Part part, String name, String key) {
        told.loss(part.offset(), below(name), key, name, part.value().kind());
    }

    private Location below(String name) {
        return where.setting().isEmpty() ? new Location(where.node(), name, where.place())
                : new Location(where.node(), where.setting() + "." + name, where.place());
    }
}
