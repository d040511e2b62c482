package millrace.app.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import millrace.catalog.Catalog;
import millrace.catalog.Group;
import millrace.catalog.NodeType;
import millrace.catalog.RunForm;
import millrace.catalog.Setting;

/**
 * The catalog in the language of the screen. English is written where a node type is, in the engine, and exported to a bundle;
 * the words shown are those of the bundle, in whichever language there is one. All else of a type is the engine's.
 */
public final class CatalogTexts {
    private static volatile CatalogTexts texts = new CatalogTexts(Locale.getDefault());

    private final Locale asked;
    private final List<NodeType> types;
    private final Map<String, NodeType> byId;
    private final List<Setting> run;
    private final List<Setting> wire;

    private CatalogTexts(Locale asked) {
        this.asked = asked;
        types = Catalog.types().stream().<NodeType>map(ShownType::new).toList();
        byId = types.stream().collect(Collectors.toUnmodifiableMap(NodeType::id, Function.identity()));
        run = ShownSettings.of("run", RunForm.run());
        wire = ShownSettings.of("wire", RunForm.wire());
    }

    /** All node types, in the order of the palette. */
    public static List<NodeType> types() {
        return texts().types;
    }

    /** The type with this id, as in design files. */
    public static Optional<NodeType> find(String id) {
        return Optional.ofNullable(texts().byId.get(id));
    }

    /** The settings of the run. */
    public static List<Setting> run() {
        return texts().run;
    }

    /** The settings of a wire. */
    public static List<Setting> wire() {
        return texts().wire;
    }

    /** What stands above a group in the palette. */
    public static String title(Group group) {
        return Texts.find("catalog.group." + group).orElse(group.title());
    }

    private static CatalogTexts texts() {
        CatalogTexts known = texts;
        if (!known.asked.equals(Locale.getDefault())) texts = known = new CatalogTexts(Locale.getDefault());
        return known;
    }
}
