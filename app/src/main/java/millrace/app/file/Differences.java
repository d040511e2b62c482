package millrace.app.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import millrace.app.text.Texts;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Value;
import millrace.design.Wire;
import millrace.format.ValueText;

/** What differs between two designs, in words, a line for each thing. Moved nodes are counted together. */
public final class Differences {
    /** Longer values are not read in a list. */
    private static final int LONGEST = 40;

    private final Design before;
    private final Design after;
    private final List<String> lines = new ArrayList<>();

    private Differences(Design before, Design after) {
        this.before = before;
        this.after = after;
    }

    /** How to come from the first to the second: "Added: node 'Totals'". */
    public static List<String> between(Design before, Design after) {
        Differences d = new Differences(before, after);
        d.design();
        d.nodes();
        d.wires();
        d.notes();
        if (d.lines.isEmpty() && !before.equals(after)) d.lines.add(Texts.of("file.diff.other"));
        return List.copyOf(d.lines);
    }

    private void design() {
        if (!before.name().equals(after.name())) lines.add(Texts.of("file.diff.name", before.name(), after.name()));
        if (!before.about().equals(after.about())) lines.add(Texts.of("file.diff.about"));
        settings(Texts.of("file.diff.run"), before.settings(), after.settings());
    }

    private void nodes() {
        Map<String, Node> old = by(before.nodes(), Node::id);
        Map<String, Node> now = by(after.nodes(), Node::id);
        int moved = 0;
        for (Node node : before.nodes())
            if (!now.containsKey(node.id())) lines.add(Texts.of("file.diff.node-removed", node.name()));
        for (Node node : after.nodes()) {
            Node was = old.get(node.id());
            if (was == null) lines.add(Texts.of("file.diff.node-added", node.name(), node.type()));
            else {
                changed(was, node);
                if (!was.at().equals(node.at())) moved++;
            }
        }
        if (moved > 0) lines.add(Texts.counted("file.diff.moved", moved));
    }

    private void changed(Node was, Node is) {
        if (!was.type().equals(is.type())) lines.add(Texts.of("file.diff.node-type", is.name(), was.type(), is.type()));
        if (!was.name().equals(is.name())) lines.add(Texts.of("file.diff.node-name", was.name(), is.name()));
        settings(is.name(), was.settings(), is.settings());
    }

    private void wires() {
        Map<String, Wire> old = by(before.wires(), Wire::id);
        Map<String, Wire> now = by(after.wires(), Wire::id);
        for (Wire wire : before.wires())
            if (!now.containsKey(wire.id())) lines.add(Texts.of("file.diff.wire-removed", ends(before, wire)));
        for (Wire wire : after.wires()) {
            Wire was = old.get(wire.id());
            if (was == null) lines.add(Texts.of("file.diff.wire-added", ends(after, wire)));
            else
                settings(ends(after, wire), was.settings(), wire.settings());
        }
    }

    private void notes() {
        Map<String, Note> old = by(before.notes(), Note::id);
        Map<String, Note> now = by(after.notes(), Note::id);
        for (Note note : before.notes())
            if (!now.containsKey(note.id())) lines.add(Texts.of("file.diff.note-removed", brief(note.text())));
        for (Note note : after.notes()) {
            Note was = old.get(note.id());
            if (was == null) lines.add(Texts.of("file.diff.note-added", brief(note.text())));
            else if (!was.equals(note)) lines.add(Texts.of("file.diff.note-changed", brief(note.text())));
        }
    }

    private void settings(String of, Value.Group was, Value.Group is) {
        Set<String> names = new LinkedHashSet<>(was.fields().keySet());
        names.addAll(is.fields().keySet());
        for (String name : names) {
            Value a = was.fields().get(name);
            Value b = is.fields().get(name);
            if (a == null && b != null) lines.add(Texts.of("file.diff.set", of, name, brief(b)));
            else if (a != null && b == null) lines.add(Texts.of("file.diff.unset", of, name, brief(a)));
            else if (a != null && b != null && !a.equals(b)) changed(of, name, a, b);
        }
    }

    private void changed(String of, String name, Value a, Value b) {
        String was = brief(a);
        String is = brief(b);
        lines.add(was.equals(is) ? Texts.of("file.diff.setting-inside", of, name)
                : Texts.of("file.diff.setting", of, name, was, is));
    }

    private static String ends(Design design, Wire wire) {
        return name(design, wire.from().node()) + " → " + name(design, wire.to().node());
    }

    private static String name(Design design, String node) {
        return design.node(node).map(Node::name).orElse(node);
    }

    private static String brief(Value value) {
        return switch (value) {
            case Value.Text t -> brief(t.text());
            case Value.Items items when items.items().size() > 1 ->
                    Texts.counted("file.diff.rows", items.items().size());
            default -> brief(ValueText.of(value));
        };
    }

    private static String brief(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).stripTrailing() + "…";
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> id) {
        Map<String, T> map = new LinkedHashMap<>();
        all.forEach(t -> map.put(id.apply(t), t));
        return map;
    }
}
