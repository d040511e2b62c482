package millrace.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Designs for tests, with settings written as JSON. */
public final class Designs {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Designs() {}

    public static Design design(Node... nodes) {
        return Design.EMPTY.withNodes(List.of(nodes));
    }

    public static Node node(String id, String type, String settings) {
        return new Node(id, type, id, new Point(0, 0), group(settings));
    }

    /** "a -> b", "a.late -> b", "a -> b 3 s". */
    public static List<Wire> wires(String... texts) {
        List<Wire> wires = new ArrayList<>();
        for (String text : texts) {
            String[] parts = text.split(" ", 4);
            Value.Group settings = parts.length < 4 ? Value.Group.EMPTY
                    : Value.Group.EMPTY.with("transit", Value.of(parts[3]));
            wires.add(new Wire(PortRef.parse(parts[0], PortRef.OUT), PortRef.parse(parts[2], PortRef.IN), settings));
        }
        return wires;
    }

    public static Value.Group group(String json) {
        return (Value.Group) value(JSON.readTree(json));
    }

    private static Value value(JsonNode node) {
        if (node.isString()) return Value.of(node.stringValue());
        if (node.isNumber()) return new Value.Number(new BigDecimal(node.asString()));
        if (node.isBoolean()) return Value.of(node.booleanValue());
        if (node.isArray()) return Value.of(node.valueStream().map(Designs::value).toList());
        if (!node.isObject()) return new Value.Nothing();
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        node.properties().forEach(e -> fields.put(e.getKey(), value(e.getValue())));
        return new Value.Group(fields);
    }
}
