package millrace.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import millrace.design.Value;

/**
 * A value of the file together with where it and each of its parts stand.
 *
 * @param offset of its first character
 * @param items the parts of a list
 * @param fields the parts of a group
 * @param broken whether the text there was not a value; then it is read as nothing
 */
record Part(int offset, Value value, List<Part> items, SequencedMap<String, Part> fields, boolean broken) {
    private static final SequencedMap<String, Part> NO_FIELDS = new LinkedHashMap<>();

    static Part of(int offset, Value value) {
        return new Part(offset, value, List.of(), NO_FIELDS, false);
    }

    static Part broken(int offset) {
        return new Part(offset, new Value.Nothing(), List.of(), NO_FIELDS, true);
    }

    static Part list(int offset, List<Part> items) {
        return new Part(offset, new Value.Items(items.stream().map(Part::value).toList()), items, NO_FIELDS, false);
    }

    static Part group(int offset, SequencedMap<String, Part> fields) {
        LinkedHashMap<String, Value> values = new LinkedHashMap<>();
        fields.forEach((name, part) -> values.put(name, part.value));
        return new Part(offset, Value.group(values), List.of(), fields, false);
    }

    boolean isGroup() {
        return value instanceof Value.Group;
    }

    Optional<Part> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
