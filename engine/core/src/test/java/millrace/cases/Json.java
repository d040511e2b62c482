package millrace.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of a case; what is missing or of another kind is an error that says so. */
final class Json {
    private Json() {}

    /** Whether the field is there and not null. */
    static boolean has(JsonNode node, String field) {
        return node.hasNonNull(field);
    }

    static JsonNode need(JsonNode node, String field) {
        if (has(node, field)) return node.get(field);
        throw new IllegalArgumentException("no '" + field + "' in " + shortened(node));
    }

    static long number(JsonNode node, String field) {
        JsonNode n = need(node, field);
        if (n.isIntegralNumber()) return n.longValue();
        throw new IllegalArgumentException("'" + field + "' is not a whole number in " + shortened(node));
    }

    static long number(JsonNode node, String field, long otherwise) {
        return has(node, field) ? number(node, field) : otherwise;
    }

    static String text(JsonNode node, String field) {
        JsonNode t = need(node, field);
        if (t.isString()) return t.stringValue();
        throw new IllegalArgumentException("'" + field + "' is not a text in " + shortened(node));
    }

    static String text(JsonNode node, String field, String otherwise) {
        return has(node, field) ? text(node, field) : otherwise;
    }

    static List<JsonNode> list(JsonNode node, String field) {
        JsonNode list = need(node, field);
        if (!list.isArray()) throw new IllegalArgumentException("'" + field + "' is not a list");
        return list.valueStream().toList();
    }

    /** A value as it is compared: numbers by their size, null for nothing. */
    static @Nullable Object plain(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) return null;
        if (node.isNumber()) return Compared.number(new BigDecimal(node.asString()));
        return node.isBoolean() ? (Object) node.booleanValue() : node.isString() ? node.stringValue() : node.toString();
    }

    static Map<String, @Nullable Object> row(JsonNode node) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        node.properties().forEach(e -> row.put(e.getKey(), plain(e.getValue())));
        return row;
    }

    /** The rows of a list of objects. */
    static List<Map<String, @Nullable Object>> rows(List<JsonNode> nodes) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        nodes.forEach(n -> rows.add(row(n)));
        return rows;
    }

    /** A copy without some fields. */
    static ObjectNode without(JsonNode node, Set<String> fields) {
        ObjectNode copy = (ObjectNode) node.deepCopy();
        fields.forEach(copy::remove);
        return copy;
    }

    static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
