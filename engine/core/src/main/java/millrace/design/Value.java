package millrace.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Collections;
import millrace.text.Sentences;

/**
 * A setting as the person wrote it: the shapes of JSON, kept in their order. What it means is decided by the node's type;
 * a value that nobody understands is kept and saved as it was.
 */
public sealed interface Value {
    record Text(String text) implements Value {}

    /** A number by its digits, so that it is saved exactly as it was written. */
    record Number(java.math.BigDecimal number) implements Value {}

    record Flag(boolean on) implements Value {}

    record Nothing() implements Value {}

    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Group(SequencedMap<String, Value> fields) implements Value {
        public static final Group EMPTY = new Group(new LinkedHashMap<>());

        public Group {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        public Optional<Value> get(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /** This group with one field set, in its old place if it was there. */
        public Group with(String name, Value value) {
            LinkedHashMap<String, Value> next = new LinkedHashMap<>(fields);
            next.put(name, value);
            return new Group(next);
        }

        public Group without(String name) {
            LinkedHashMap<String, Value> next = new LinkedHashMap<>(fields);
            next.remove(name);
            return new Group(next);
        }

        /** The value at a path through groups, its parts joined by dots: "watermark.bound". */
        public Optional<Value> at(String path) {
            int dot = path.indexOf('.');
            if (dot < 0) return get(path);
            Optional<Value> inner = get(path.substring(0, dot));
            return inner.isPresent() && inner.get() instanceof Group g ? g.at(path.substring(dot + 1))
                    : Optional.empty();
        }

        /** This group with the value at a path through groups set; groups on the way are made. */
        public Group withAt(String path, Value value) {
            int dot = path.indexOf('.');
            if (dot < 0) return with(path, value);
            String head = path.substring(0, dot);
            Group inner = get(head).orElse(EMPTY) instanceof Group g ? g : EMPTY;
            return with(head, inner.withAt(path.substring(dot + 1), value));
        }

        public boolean isEmpty() {
            return fields.isEmpty();
        }
    }

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(long number) {
        return new Number(java.math.BigDecimal.valueOf(number));
    }

    static Value of(boolean on) {
        return new Flag(on);
    }

    static Value of(List<? extends Value> items) {
        return new Items(List.copyOf(items));
    }

    static Group group(Map<String, ? extends Value> fields) {
        return new Group(new LinkedHashMap<>(fields));
    }

    /** What kind of value this is, in words for a message: "text", "a number", ... */
    default String kind() {
        return switch (this) {
            case Text t -> Sentences.of("design.kind.text");
            case Number n -> Sentences.of("design.kind.number");
            case Flag f -> Sentences.of("design.kind.flag");
            case Nothing n -> "null";
            case Items i -> Sentences.of("design.kind.list");
            case Group g -> Sentences.of("design.kind.group");
        };
    }
}
