package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import millrace.app.text.CatalogTexts;
import millrace.app.text.Texts;
import millrace.catalog.NodeType;
import millrace.catalog.Setting;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Location;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Value;
import millrace.design.Wire;
import millrace.format.ValueText;

/** What the inspector is about: one node or several, a wire, a note, a frame or, where nothing is selected, the design. */
public sealed interface Subject {
    String title();

    /** What it is, in a word or two. */
    String kind();

    String help();

    List<Setting> form();

    Value.Group settings();

    /** Where a problem of the setting is. */
    Location where(String path);

    /** Whether the other is the same thing, perhaps with other settings. */
    boolean same(Subject other);

    /** Whether what it is set to can be another for each of several things. */
    default boolean mixed(String path) {
        return false;
    }

    /** Several nodes: what all of them can be set to, and what they are set to where they agree. */
    record OfNodes(List<OfNode> nodes) implements Subject {
        public OfNodes {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String title() {
            return Texts.of("inspector.nodes", String.valueOf(nodes.size()));
        }

        @Override
        public String kind() {
            List<String> kinds = nodes.stream().map(OfNode::kind).distinct().toList();
            return kinds.size() == 1 ? kinds.getFirst() : Texts.of("inspector.several-types");
        }

        @Override
        public String help() {
            return Texts.of(form().isEmpty() ? "inspector.nothing-common" : "inspector.common");
        }

        @Override
        public List<Setting> form() {
            return nodes.getFirst()
                    .form()
                    .stream()
                    .filter(s -> nodes.stream().allMatch(n -> n.form().contains(s)))
                    .toList();
        }

        @Override
        public Value.Group settings() {
            Value.Group common = nodes.getFirst().settings();
            for (Setting setting : form())
                if (mixed(setting.path())) common = common.withAt(setting.path(), new Value.Nothing());
            return common;
        }

        @Override
        public boolean mixed(String path) {
            return nodes.stream().map(n -> n.settings().at(path)).distinct().count() > 1;
        }

        @Override
        public Location where(String path) {
            return nodes.getFirst().where(path);
        }

        @Override
        public boolean same(Subject other) {
            return other instanceof OfNodes o && o.nodes.stream()
                    .map(n -> n.node().id())
                    .toList()
                    .equals(nodes.stream().map(n -> n.node().id()).toList());
        }
    }

    /** A node of a type that this program does not know: it is kept as it is, and can be made one of a known type. */
    record OfUnknown(Node node, List<NodeType> known) implements Subject {
        static final String TYPE = "type";

        @Override
        public String title() {
            return node.name();
        }

        @Override
        public String kind() {
            return Texts.of("inspector.unknown-type", node.type());
        }

        @Override
        public String help() {
            return Texts.of("inspector.unknown-help", ValueText.of(node.settings()));
        }

        @Override
        public List<Setting> form() {
            List<Setting.Kind.Choice.Option> types = known.stream()
                    .map(t -> new Setting.Kind.Choice.Option(t.id(), t.title()))
                    .toList();
            return List.of(new Setting(TYPE, Texts.of("inspector.type"), Texts.of("inspector.type.help"),
                    new Setting.Kind.Choice(types), Optional.of(Value.of(node.type())), Optional.empty()));
        }

        @Override
        public Value.Group settings() {
            return Value.Group.EMPTY;
        }

        @Override
        public Location where(String path) {
            return Location.setting(node.id(), path);
        }

        @Override
        public boolean same(Subject other) {
            return other instanceof OfUnknown o && o.node.id().equals(node.id()) && o.node.type().equals(node.type());
        }
    }

    record OfNote(Note note) implements Subject {
        private static final int LONGEST = 20_000;
        static final String TEXT = "text";

        @Override
        public String title() {
            return Texts.of("inspector.note");
        }

        @Override
        public String kind() {
            return Texts.of("inspector.note.kind");
        }

        @Override
        public String help() {
            return "";
        }

        @Override
        public List<Setting> form() {
            return List.of(new Setting(TEXT, Texts.of("inspector.note.text"), Texts.of("inspector.note.help"),
                    new Setting.Kind.Text(LONGEST), Optional.empty(), Optional.empty()));
        }

        @Override
        public Value.Group settings() {
            return Value.Group.EMPTY.with(TEXT, Value.of(note.text()));
        }

        @Override
        public Location where(String path) {
            return Location.DESIGN;
        }

        @Override
        public boolean same(Subject other) {
            return other instanceof OfNote o && o.note.id().equals(note.id());
        }
    }

    record OfFrame(Frame frame) implements Subject {
        private static final int LONGEST = 2_000;
        public static final String COLOUR = "colour";
        public static final String NOTE = "note";

        @Override
        public String title() {
            return frame.title();
        }

        @Override
        public String kind() {
            return Texts.of("inspector.frame.kind");
        }

        @Override
        public String help() {
            return "";
        }

        @Override
        public List<Setting> form() {
            List<Setting.Kind.Choice.Option> colours = Frame.COLOURS.stream()
                    .map(c -> new Setting.Kind.Choice.Option(c, Texts.of("inspector.frame.colour." + c)))
                    .toList();
            return List.of(
                    new Setting(COLOUR, Texts.of("inspector.frame.colour"), Texts.of("inspector.frame.colour.help"),
                            new Setting.Kind.Choice(colours), Optional.of(Value.of(Frame.USUAL_COLOUR)),
                            Optional.empty()),
                    new Setting(NOTE, Texts.of("inspector.frame.note"), Texts.of("inspector.frame.note.help"),
                            new Setting.Kind.Text(LONGEST), Optional.of(Value.of("")), Optional.empty()));
        }

        @Override
        public Value.Group settings() {
            return Value.Group.EMPTY.with(COLOUR, Value.of(frame.colour())).with(NOTE, Value.of(frame.note()));
        }

        @Override
        public Location where(String path) {
            return Location.DESIGN;
        }

        @Override
        public boolean same(Subject other) {
            return other instanceof OfFrame o && o.frame.id().equals(frame.id());
        }
    }

    record OfNode(Node node, NodeType type) implements Subject {
        @Override
        public String title() {
            return node.name();
        }

        @Override
        public String kind() {
            return type.title();
        }

        @Override
        public String help() {
            return type.help();
        }

        @Override
        public List<Setting> form() {
            return type.form();
        }

        @Override
        public Value.Group settings() {
            return node.settings();
        }

        @Override
        public Location where(String path) {
            return Location.setting(node.id(), path);
        }

        @Override
        public boolean same(Subject other) {
            return other instanceof OfNode o && o.node.id().equals(node.id()) && o.type.equals(type);
        }
    }

    /** @param number the wire's place in the design, from 0 */
    record OfWire(Wire wire, int number, String title) implements Subject {
        /** The wire of that id, if there is one, by the names of its ends. */
        public static Optional<Subject> of(Design design, String id) {
            return design.wires()
                    .stream()
                    .filter(w -> w.id().equals(id))
                    .findFirst()
                    .map(w -> new OfWire(w,
                            design.wires().indexOf(w),
                            name(design, w.from().node()) + " → " + name(design, w.to().node())));
        }

        private static String name(Design design, String node) {
            return design.node(node).map(Node::name).orElse(node);
        }

        @Override
        public String kind() {
            return Texts.of("inspector.wire");
        }

        @Override
        public String help() {
            return Texts.of("inspector.wire.help");
        }

        @Override
        public List<Setting> form() {
            return CatalogTexts.wire();
        }

        @Override
        public Value.Group settings() {
            return wire.settings();
        }

        @Override
        public Location where(String path) {
            return Location.setting("", "wires[" + number + "]." + path);
        }

        @Override
        public boolean same(Subject other) {
            return other instanceof OfWire o && o.wire.id().equals(wire.id());
        }
    }

    record OfDesign(Design design) implements Subject {
        @Override
        public String title() {
            return design.name();
        }

        @Override
        public String kind() {
            return Texts.of("inspector.design");
        }

        @Override
        public String help() {
            return design.about();
        }

        @Override
        public List<Setting> form() {
            return CatalogTexts.run();
        }

        @Override
        public Value.Group settings() {
            return design.settings();
        }

        @Override
        public Location where(String path) {
            return Location.setting("", "settings." + path);
        }

        @Override
        public boolean same(Subject other) {
            return other instanceof OfDesign;
        }
    }
}
