package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import millrace.app.text.Texts;
import millrace.catalog.NodeType;
import millrace.catalog.RunForm;
import millrace.catalog.Setting;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Node;
import millrace.design.Value;
import millrace.design.Wire;

/** What the inspector is about: a node, a wire or, where neither is selected, the design as a whole. */
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

    /** A node of a type that this program does not know: it is kept as it is. */
    record OfUnknown(Node node) implements Subject {
        @Override
        public String title() {
            return node.name();
        }

        @Override
        public String kind() {
            return Texts.of("files.unknown.kind", node.type());
        }

        @Override
        public String help() {
            return Texts.of("files.unknown.help");
        }

        @Override
        public List<Setting> form() {
            return List.of();
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
            return other instanceof OfUnknown o && o.node.id().equals(node.id());
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
            return "Wire";
        }

        @Override
        public String help() {
            return "Events keep their order on a wire. Common mistake: to forget that an event is older when it arrives.";
        }

        @Override
        public List<Setting> form() {
            return RunForm.wire();
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
            return "Design";
        }

        @Override
        public String help() {
            return design.about();
        }

        @Override
        public List<Setting> form() {
            return RunForm.run();
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
