package millrace.app.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import millrace.catalog.Binding;
import millrace.catalog.Group;
import millrace.catalog.NodeType;
import millrace.catalog.Phrase;
import millrace.catalog.PortSpec;
import millrace.catalog.Setting;
import millrace.catalog.State;
import millrace.design.Node;
import millrace.design.Value;

/** A node type with the words of the bundle: it does what the catalog's type does. */
final class ShownType implements NodeType {
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N},]+");
    /** Asked for at every frame, so they are made once. */
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    private final NodeType type;
    private final String title;
    private final String line;
    private final String help;
    private final List<Setting> form;

    ShownType(NodeType type) {
        this.type = type;
        title = text(type, "title", type.title());
        line = text(type, "line", type.line());
        help = text(type, "help", type.help());
        form = ShownSettings.of(type.id(), type.form());
    }

    private static String text(NodeType type, String key, String english) {
        return Texts.find("catalog." + type.id() + "." + key).orElse(english);
    }

    @Override
    public String id() {
        return type.id();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String line() {
        return line;
    }

    @Override
    public Group group() {
        return type.group();
    }

    @Override
    public State state() {
        return type.state();
    }

    @Override
    public String icon() {
        return type.icon();
    }

    @Override
    public String help() {
        return help;
    }

    @Override
    public String what() {
        return help.substring(0, sign()).strip();
    }

    @Override
    public String mistake() {
        return Texts.begun(help.substring(Math.min(help.length(), sign() + mark().length())).strip());
    }

    /** Where the help begins to say what people get wrong. */
    private int sign() {
        int at = help.indexOf(mark());
        return at < 0 ? help.length() : at;
    }

    private static String mark() {
        return Texts.find("catalog.mistake").orElse(NodeType.MISTAKE.strip());
    }

    @Override
    public List<Setting> form() {
        return form;
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return type.inputs(settings);
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return type.outputs(settings);
    }

    @Override
    public Phrase summary(Value.Group settings) {
        return Phrase.plain(said(type.summary(settings)));
    }

    /** Most are called as their type is. */
    @Override
    public Phrase suggestedName(Value.Group settings) {
        Phrase name = type.suggestedName(settings);
        return Phrase.plain(name.text().equals(type.title()) ? title : said(name));
    }

    @Override
    public List<String> patterns() {
        return type.patterns();
    }

    /** The parts of a phrase put into the words of the bundle. */
    private static String said(Phrase phrase) {
        return switch (phrase) {
            case Phrase.Plain p -> p.text();
            case Phrase.Words w -> Texts.find(key(w.pattern()), w.parts().stream().map(ShownType::said).toArray())
                    .orElseGet(w::text);
        };
    }

    /** Where the words of a pattern stand: "{0}, by {1} time" at {@code catalog.phrase.0-,-by-1-time}. */
    static String key(String pattern) {
        return KEYS.computeIfAbsent(pattern, p -> "catalog.phrase." + GAP.matcher(p.replace(":", "colon"))
                .replaceAll("-")
                .replaceAll("^-|-$", ""));
    }

    @Override
    public Value.Group initial() {
        return type.initial();
    }

    @Override
    public Optional<Binding.Bound> bind(Node node, Binding binding) {
        return type.bind(node, binding);
    }

    @Override
    public String toString() {
        return type.id();
    }
}
