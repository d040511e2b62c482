package millrace.app.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import millrace.catalog.Catalog;
import millrace.catalog.Group;
import millrace.catalog.NodeType;
import millrace.catalog.RunForm;
import millrace.catalog.Setting;
import millrace.catalog.Setting.Kind;

/** Writes the catalog's English as a bundle: {@code filter.title}, {@code filter.condition.label} and so on. */
final class CatalogBundle {
    private static final String HEAD = """
            # What the catalog says of node types and settings, written from there: change it where the type is, then write
            # this file anew (see CatalogTextsTest). For another language translate a copy. An apostrophe is written twice.
            """;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> common = common();

    private CatalogBundle() {}

    static String write() {
        CatalogBundle bundle = new CatalogBundle();
        bundle.all();
        return HEAD + bundle.texts.entrySet()
                .stream()
                .map(e -> e.getKey() + "=" + escaped(e.getKey(), e.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    static Set<String> keys() {
        CatalogBundle bundle = new CatalogBundle();
        bundle.all();
        return bundle.texts.keySet();
    }

    private void all() {
        texts.put("mistake", NodeType.MISTAKE.strip());
        for (Group group : Group.values())
            texts.put("group." + group, group.title());
        common.forEach((key, text) -> texts.put("common." + key, text));
        for (NodeType type : Catalog.types())
            type(type);
        phrases();
        form(RunForm.run()).forEach((key, text) -> put("run." + key, text));
        form(RunForm.wire()).forEach((key, text) -> put("wire." + key, text));
    }

    private void type(NodeType type) {
        put(type.id() + ".title", type.title());
        put(type.id() + ".line", type.line());
        put(type.id() + ".help", type.help());
        form(type.form()).forEach((key, text) -> {
            if (!text.equals(common.get(key))) put(type.id() + "." + key, text);
        });
    }

    /** The same words of several types stand once. */
    private void phrases() {
        Map<String, String> phrases = new LinkedHashMap<>();
        for (NodeType type : Catalog.types())
            for (String pattern : type.patterns()) {
                String key = ShownType.key(pattern).substring("catalog.".length());
                if (!phrases.getOrDefault(key, pattern).equals(pattern))
                    throw new IllegalStateException("two patterns of the key " + key);
                phrases.put(key, pattern);
            }
        texts.putAll(phrases);
    }

    private void put(String key, String text) {
        if (texts.put(key, text) != null) throw new IllegalStateException("two texts of the key " + key);
    }

    /** What several types have, and all that have it say in the same words. */
    private static Map<String, String> common() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (NodeType type : Catalog.types())
            form(type.form()).forEach((key, text) -> said.computeIfAbsent(key, k -> new ArrayList<>()).add(text));
        Map<String, String> common = new LinkedHashMap<>();
        said.forEach((key, all) -> {
            if (all.size() > 1 && new HashSet<>(all).size() == 1) common.put(key, all.getFirst());
        });
        return common;
    }

    private static Map<String, String> form(List<Setting> form) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Setting setting : form) {
            texts.put(setting.path() + ".label", setting.label());
            texts.put(setting.path() + ".help", setting.help());
            if (setting.kind() instanceof Kind.Choice c)
                c.options().forEach(o -> texts.put(ShownSettings.choice(setting.path(), o), o.label()));
            if (setting.kind() instanceof Kind.Groups g)
                form(g.form()).forEach((key, text) -> texts.put(setting.path() + "." + key, text));
        }
        return texts;
    }

    /** As a pattern of a message, in a file of properties. */
    private static String escaped(String key, String text) {
        boolean places = key.startsWith("phrase.");
        String quoted = text.replace("'", "''");
        String pattern = places ? quoted : quoted.replace("{", "'{'").replace("}", "'}'");
        String line = pattern.replace("\\", "\\\\").replace("\n", "\\n");
        return line.startsWith(" ") ? "\\" + line : line;
    }
}
