package millrace.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.catalog.Catalog;
import millrace.catalog.NodeType;
import millrace.catalog.RunForm;
import millrace.catalog.Setting;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;

/**
 * The JSON Schema (2020-12) of design files: a frame that is written by hand, and the settings of every node type from the
 * forms of the catalog.
 */
public final class DesignSchema {
    private static final String FRAME = "schema-frame.json";
    private static final String TYPES = "types";

    private DesignSchema() {}

    /** The text of the schema, with a line end at its end. */
    public static String write() {
        Value.Group frame = frame();
        Value.Group node = group(frame.at("$defs.node"));
        List<Value> rules = Catalog.types().stream().<Value>map(DesignSchema::rule).toList();
        Value.Group known = group(node.at("properties.type")).with("examples",
                Value.of(Catalog.types().stream().map(t -> Value.of(t.id())).toList()));
        Value.Group types = Value.Group.EMPTY;
        for (NodeType type : Catalog.types())
            types = types.with(type.id(), settings(type));
        Value.Group run = properties(RunForm.run(), "");
        return DesignWriter.pretty(frame.withAt("properties.settings.properties", run)
                .withAt("$defs.node.allOf", Value.of(rules))
                .withAt("$defs.node.properties.type", known)
                .withAt("$defs." + TYPES, types));
    }

    private static Value.Group frame() {
        try (InputStream in = DesignSchema.class.getResourceAsStream(FRAME)) {
            if (in == null) throw new IOException(FRAME + " is missing");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return group(JsonFile.read(text).root().map(Part::value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Value.Group group(java.util.Optional<Value> value) {
        return value.orElse(Value.Group.EMPTY) instanceof Value.Group g ? g : Value.Group.EMPTY;
    }

    /** If a node is of this type, its settings are as follows. */
    private static Value.Group rule(NodeType type) {
        Value.Group is = fields("type", fields("const", Value.of(type.id())));
        Value.Group settings = fields("settings", ref(TYPES + "/" + type.id()));
        Value.Group then = fields("properties", settings);
        if (!required(type.form(), "").isEmpty()) then = then.with("required", Value.of(List.of(Value.of("settings"))));
        return fields("if", fields("properties", is)).with("then", then);
    }

    private static Value.Group settings(NodeType type) {
        return fields("title", Value.of(type.title())).with("description", Value.of(type.help()))
                .with("type", Value.of("object"))
                .with("properties", properties(type.form(), ""))
                .with("required", Value.of(required(type.form(), "").stream().map(Value::of).toList()));
    }

    /** The settings below a prefix; those with a longer path become groups. */
    private static Value.Group properties(List<Setting> form, String prefix) {
        Map<String, Value> properties = new LinkedHashMap<>();
        for (Setting setting : form) {
            if (!setting.path().startsWith(prefix)) continue;
            String rest = setting.path().substring(prefix.length());
            int dot = rest.indexOf('.');
            if (dot < 0) properties.put(rest, property(setting));
            else
                properties.computeIfAbsent(rest.substring(0, dot), name -> fields("type", Value.of("object"))
                        .with("properties", properties(form, prefix + name + ".")));
        }
        return Value.group(properties);
    }

    /** What must always be given. */
    private static List<String> required(List<Setting> form, String prefix) {
        return form.stream()
                .filter(s -> s.usual().isEmpty() && s.when().isEmpty() && s.path().startsWith(prefix))
                .map(s -> s.path().substring(prefix.length()))
                .filter(p -> p.indexOf('.') < 0)
                .toList();
    }

    private static Value.Group property(Setting setting) {
        Value.Group schema = kind(setting.kind()).with("title", Value.of(setting.label()))
                .with("description", Value.of(setting.help() + when(setting)));
        boolean usual = setting.usual().isPresent() && !(setting.usual().get() instanceof Value.Nothing);
        return usual ? schema.with("default", setting.usual().get()) : schema;
    }

    private static String when(Setting setting) {
        return setting.when().map(w -> " If " + w.path() + " is " + String.join(" or ", w.oneOf()) + ".").orElse("");
    }

    private static Value.Group kind(Kind kind) {
        return switch (kind) {
            case Kind.Duration d -> ref("duration");
            case Kind.Whole w ->
                    type("integer").with("minimum", Value.of(w.least())).with("maximum", Value.of(w.most()));
            case Kind.Decimal d -> type("number").with("minimum", number(d.least())).with("maximum", number(d.most()));
            case Kind.Text t -> type("string").with("maxLength", Value.of(t.longest()));
            case Kind.Flag f -> type("boolean");
            case Kind.Any a -> Value.Group.EMPTY;
            case Kind.Choice c -> fields("enum",
                    Value.of(c.options().stream().map(o -> Value.of(o.value())).toList()));
            case Kind.Time t -> ref("time");
            case Kind.Expression e -> type("string");
            case Kind.Expressions e -> type("object").with("additionalProperties", type("string"));
            case Kind.Field f -> type("string");
            case Kind.Fields f -> type("object").with("additionalProperties", fieldTypes());
            case Kind.Rows r -> array(array(Value.Group.EMPTY).with("minItems", Value.of(2))
                    .with("description",
                            Value.of("When it happened, when it arrives (null = then), the fields in order.")));
            case Kind.Edits e -> array(array(Value.Group.EMPTY).with("minItems", Value.of(3))
                    .with("description", Value.of("When it is made; insert, update or delete; the fields in order; "
                            + "at the end, if it is not then, when it happened.")));
            case Kind.Script s -> array(array(ref("time")).with("minItems", Value.of(2)).with("maxItems", Value.of(2)));
            case Kind.Crashes c ->
                    array(array(type("string")).with("minItems", Value.of(2)).with("maxItems", Value.of(3)));
            case Kind.Names n -> array(type("string"));
            case Kind.Times t -> array(ref("time"));
            case Kind.Groups g -> array(type("object").with("properties", properties(g.form(), ""))
                    .with("required", Value.of(required(g.form(), "").stream().map(Value::of).toList())));
            case Kind.Aggregates a -> array(type("string")).with("minItems", Value.of(1));
            case Kind.Trigger t -> ref("trigger");
            case Kind.FileName f -> type("string");
        };
    }

    private static Value.Group fieldTypes() {
        List<Value> words = new ArrayList<>();
        for (millrace.event.FieldType type : millrace.event.FieldType.values())
            words.add(Value.of(type.word()));
        return fields("enum", Value.of(words));
    }

    private static Value number(double value) {
        return new Value.Number(new BigDecimal(value).stripTrailingZeros());
    }

    private static Value.Group type(String name) {
        return fields("type", Value.of(name));
    }

    private static Value.Group array(Value.Group items) {
        return type("array").with("items", items);
    }

    private static Value.Group ref(String name) {
        return fields("$ref", Value.of("#/$defs/" + name));
    }

    private static Value.Group fields(String name, Value value) {
        return Value.Group.EMPTY.with(name, value);
    }
}
