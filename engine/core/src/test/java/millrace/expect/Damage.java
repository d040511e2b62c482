package millrace.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import millrace.catalog.Catalog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Damages design files as a careless hand or a hostile one would: values, fields and items, and now and then the letters. */
final class Damage {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> VALUES = List.of("0", "-1", "1", "0.5", "3", "1e9", "1e12", "9223372036854775807",
            "-9223372036854775808", "1e308", "1e-308", "true", "false", "null", "[]", "{}", "\"\"", "\" \"", "\"0 s\"",
            "\"1 ms\"", "\"-1 s\"", "\"2 s\"", "\"1 day\"", "\"100000 days\"", "\"99999999999 days\"", "\"00:00:00\"",
            "\"12:05:19\"", "\"day 2 00:00\"", "\"day 90000 00:00\"", "\"-01:00\"", "\"9999-12-31 23:59:59\"",
            "\"0001-01-01 00:00:00\"", "\"-9999-01-01 00:00:00\"", "\"2018-02-03\"", "\"value\"", "\"key\"", "\"x\"",
            "\"value > 0\"", "\"10 / (value - 5)\"", "\"key + key\"", "\"value * 9223372036854775807\"",
            "\"1.0 / 0.0\"", "\"size(key) > 0 ? 1 : 2\"", "\"((((((((((1))))))))))\"", "\"count\"", "\"sum of value\"",
            "\"collect of value\"", "\"top 1000 of value\"", "\"percentile 0 of value\"", "\"bounded\"", "\"perfect\"",
            "\"script\"", "\"none\"", "\"ascending\"", "\"processing\"", "\"retracting\"", "\"discarding\"",
            "\"ingestion\"", "\"batch\"", "\"beam\"", "\"flink\"", "\"never\"", "\"at\"", "\"if new\"", "\"pareto\"",
            "\"../x.csv\"", "\"/etc/passwd\"", "\"counts.csv\"", "\"clock\"", "\"pattern\"", "\"\\u0000\"",
            "\"\\u0130I\"", "\"" + "a".repeat(5000) + "\"", "{\"kind\": \"count\", \"count\": 2}",
            "{\"kind\": \"aligned\", \"every\": \"1 ms\"}", "{\"strategy\": \"bounded\", \"bound\": \"1 day\"}",
            "{\"distribution\": \"pareto\", \"scale\": \"1 s\", \"shape\": 0.1}",
            "{\"repeatedly\": {\"afterAll\": [{\"afterCount\": 2}, {\"afterDelay\": \"0 s\"}]}}",
            "{\"afterEach\": [{\"afterCount\": 1}, {\"aligned\": {\"every\": \"1 ms\", \"offset\": \"-1 day\"}}]}",
            "{\"orFinally\": {\"main\": {\"repeatedly\": {\"afterCount\": 1}}, \"until\": \"afterWatermark\"}}");

    private final SplittableRandom random;
    /** Names of fields that mean something somewhere. */
    private final List<String> names;

    /** What became of a design: its text, and whether only its expected results were touched. */
    record Damaged(String text, boolean expectedOnly) {}

    Damage(long seed, List<String> names) {
        random = new SplittableRandom(seed);
        this.names = names;
    }

    /** All names of fields in these texts. */
    static List<String> names(List<String> texts) {
        TreeSet<String> names = new TreeSet<>();
        texts.forEach(t -> all(JSON.readTree(t)).forEach(n -> names.addAll(n.propertyNames())));
        return List.copyOf(names);
    }

    private static List<JsonNode> all(JsonNode root) {
        List<JsonNode> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (!node.isContainer()) return;
        into.add(node);
        node.valueStream().forEach(child -> collect(child, into));
    }

    Damaged of(String text) {
        JsonNode root = JSON.readTree(text);
        boolean expectedOnly = random.nextInt(12) == 0 && root.has("expected");
        JsonNode part = expectedOnly ? root.get("expected") : root;
        for (int i = random.nextInt(4); i >= 0; i--)
            hurt(part);
        String whole = root.toPrettyString();
        return new Damaged(random.nextInt(10) == 0 ? scratched(whole) : whole, expectedOnly);
    }

    private void hurt(JsonNode root) {
        List<JsonNode> all = all(root);
        JsonNode where = one(all);
        switch (where) {
            case ObjectNode group -> hurt(group);
            case ArrayNode items when !items.isEmpty() -> hurt(items, one(all));
            default -> {
            }
        }
    }

    private void hurt(ObjectNode group) {
        List<String> own = List.copyOf(group.propertyNames());
        String name = own.isEmpty() || random.nextInt(4) == 0 ? one(names) : one(own);
        if (random.nextInt(8) == 0) group.remove(name);
        else if (name.equals("type") && random.nextBoolean()) group.put(name, one(Catalog.types()).id());
        else
            group.set(name, value());
    }

    private void hurt(ArrayNode items, JsonNode other) {
        int at = random.nextInt(items.size());
        switch (random.nextInt(4)) {
            case 0 -> items.remove(at);
            case 1 -> items.add(items.get(at).deepCopy());
            case 2 -> items.insert(at, other.deepCopy());
            default -> items.set(at, value());
        }
    }

    private JsonNode value() {
        return JSON.readTree(one(VALUES));
    }

    private String scratched(String text) {
        int at = random.nextInt(text.length());
        char letter = "{}[],:\"'/#\\\n 0-e\0\u00ff\ud800".charAt(random.nextInt(19));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + letter + text.substring(at);
            default -> text.substring(0, at) + letter + text.substring(at + 1);
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
