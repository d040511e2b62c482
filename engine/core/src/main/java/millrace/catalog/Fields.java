package millrace.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import millrace.catalog.Setting.Kind;
import millrace.design.Problem;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.expression.Expression;
import millrace.expression.Expressions;
import millrace.text.Sentences;

/** Settings that name fields: lists of fields with types, one field of a schema, expressions over them. */
final class Fields {
    private static final int MOST = 64;

    private Fields() {}

    /** {"value": "long", ...} */
    static List<Field> declared(Reader reader, String path) {
        Value value = reader.value(path);
        List<Field> fields = new ArrayList<>();
        if (value instanceof Value.Group group) {
            limit(reader, path, group.fields().size());
            group.fields().forEach((name, type) -> field(reader, path, name, type).ifPresent(fields::add));
        } else if (!(value instanceof Value.Nothing)) {
            reader.error(path, "catalog.not-a-group.fields", value.kind(), Examples.of(new Kind.Fields()));
        }
        return fields;
    }

    private static void limit(Reader reader, String path, int size) {
        if (size > MOST) {
            reader.error(path, "catalog.too-many.here", size, MOST, path);
        }
    }

    private static Optional<Field> field(Reader reader, String path, String name, Value type) {
        Optional<Problem> bad = badName(name);
        bad.ifPresent(p -> reader.tell(path + "." + name, List.of(p)));
        Optional<FieldType> known = type instanceof Value.Text t ? typeOf(t.text()) : Optional.empty();
        if (known.isEmpty()) {
            reader.error(path + "." + name, "catalog.unknown-field-type", Reader.shown(type), meantType(type));
        }
        return bad.isPresent() ? Optional.empty() : known.map(t -> new Field(name, t));
    }

    private static Optional<Problem> badName(String name) {
        return Expressions.nameProblem(name);
    }

    private static Optional<FieldType> typeOf(String word) {
        for (FieldType type : FieldType.values()) {
            if (type.word().equals(word)) return Optional.of(type);
        }
        return Optional.empty();
    }

    private static final Map<String, String> HABITS = Map.of("int", "long", "integer", "long", "text", "string",
            "bool", "boolean", "float", "double", "number", "double", "decimal", "double", "time", "timestamp",
            "date", "timestamp", "datetime", "timestamp");

    private static Suggestion meantType(Value type) {
        List<String> words = List.of(FieldType.values()).stream().map(FieldType::word).toList();
        if (!(type instanceof Value.Text t)) return Suggestion.among(words);
        String habit = HABITS.get(t.text().toLowerCase(java.util.Locale.ROOT));
        return habit != null ? new Suggestion(Sentences.of("catalog.words.write-type", habit), Optional.of(habit))
                : Suggestion.of(t.text(), words);
    }

    /** The index of a field; -1 if none is named or it is not there (which is told). */
    static int index(Reader reader, String path, Schema schema) {
        Value value = reader.value(path);
        if (value instanceof Value.Nothing) return -1;
        String name = reader.text(path);
        if (name.isBlank()) return -1;
        OptionalInt index = schema.indexOf(name);
        if (index.isEmpty()) unknown(reader, path, name, schema);
        return index.orElse(-1);
    }

    static void unknown(Reader reader, String path, String name, Schema schema) {
        List<String> names = schema.fields().stream().map(Field::name).toList();
        Optional<String> near = Suggestion.nearest(name, names);
        if (names.isEmpty()) reader.error(path, "catalog.unknown-field.none", name);
        else if (near.isEmpty()) reader.error(path, "catalog.unknown-field.other", name, String.join(", ", names));
        else
            reader.error(path, "catalog.unknown-field", name, Suggestion.asking(near.get()));
    }

    /** One expression with a result of this type. */
    static Optional<Expression> expression(Reader reader, String path, Schema schema, FieldType type) {
        if (!(reader.value(path) instanceof Value.Text text)) {
            reader.text(path);
            return Optional.empty();
        }
        return told(reader, path, Expressions.parse(text.text(), schema, type));
    }

    /** {"above": "value - 20", ...}: named expressions in their order; a type if all must have one. */
    static List<Named> expressions(Reader reader, String path, Schema schema, Optional<FieldType> type) {
        Value value = reader.value(path);
        List<Named> all = new ArrayList<>();
        if (value instanceof Value.Group group) {
            limit(reader, path, group.fields().size());
            group.fields().forEach((name, text) -> named(reader, path, name, text, schema, type).ifPresent(all::add));
        } else if (!(value instanceof Value.Nothing)) {
            reader.error(path, "catalog.not-a-group.expressions", value.kind(), Examples.of(new Kind.Expressions()));
        }
        return all;
    }

    /** An expression and what its result is called. */
    record Named(String name, Expression expression) {}

    private static Optional<Named> named(Reader reader, String path, String name, Value text, Schema schema,
            Optional<FieldType> type) {
        badName(name).ifPresent(p -> reader.tell(path + "." + name, List.of(p)));
        if (!(text instanceof Value.Text t)) {
            reader.error(path + "." + name, "catalog.not-a-text.expression", text.kind());
            return Optional.empty();
        }
        return told(reader, path + "." + name, type.map(w -> Expressions.parse(t.text(), schema, w))
                .orElseGet(() -> Expressions.parse(t.text(), schema))).map(e -> new Named(name, e));
    }

    private static Optional<Expression> told(Reader reader, String path,
            millrace.design.Outcome<Expression> outcome) {
        reader.tell(path, outcome.problems());
        return outcome.value();
    }
}
