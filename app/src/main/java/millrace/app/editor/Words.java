package millrace.app.editor;

import java.util.List;
import java.util.Optional;
import millrace.app.text.CatalogTexts;
import millrace.app.text.Texts;
import millrace.catalog.Setting;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Node;
import millrace.design.Wire;

/** The names of steps, in the words that are on the screen: names of nodes, labels of settings. */
final class Words {
    private static final int LONGEST = 40;

    private Words() {}

    static String of(String key, Object... parts) {
        return Texts.of("editor." + key, parts);
    }

    /** "Clicks", "3 nodes", "a wire", "2 notes", "frame Totals", "4 things"; what goes with a frame is not counted. */
    static String things(Design design, Selection what) {
        if (!what.frames().isEmpty()) return frames(design, what);
        int wires = what.nodes().isEmpty() ? what.wires().size() : 0;
        int all = what.nodes().size() + what.notes().size() + wires;
        if (all == what.nodes().size())
            return all == 1 ? name(design, what.nodes().getFirst()) : of("nodes", String.valueOf(all));
        if (all == what.notes().size()) return Texts.counted("editor.notes", all);
        return all == wires ? Texts.counted("editor.wires", all) : of("things", String.valueOf(all));
    }

    private static String frames(Design design, Selection what) {
        int n = what.frames().size();
        return n > 1 ? of("frames", String.valueOf(n)) : frame(design, what.frames().getFirst());
    }

    /** "frame Totals". */
    static String frame(Design design, String id) {
        return of("frame", design.frame(id).map(Frame::title).map(Words::cut).orElse(id)).strip();
    }

    /** What the node is called. */
    static String name(Design design, String node) {
        return cut(design.node(node).map(Node::name).filter(n -> !n.isBlank()).orElse(node));
    }

    /** What can crash: "Count", "instance 2 of Count", "cash of Orders", "the coordinator". */
    static String target(Design design, String target) {
        int hash = target.lastIndexOf('#');
        int dot = target.lastIndexOf('.');
        if (design.node(target).isPresent()) return name(design, target);
        if (target.equals(Edits.COORDINATOR)) return of("coordinator");
        if (hash > 0) return of("instance", target.substring(hash + 1), name(design, target.substring(0, hash)));
        return dot > 0 ? consumer(design, target.substring(0, dot), target.substring(dot + 1)) : target;
    }

    /** "cash of Orders". */
    static String consumer(Design design, String node, String consumer) {
        return of("consumer", consumer, name(design, node));
    }

    private static String cut(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).stripTrailing() + "…";
    }

    /** "the wire from Clicks to Totals". */
    static String wire(Design design, String id) {
        Optional<Wire> wire = design.wires().stream().filter(w -> w.id().equals(id)).findFirst();
        return wire.map(w -> of("wire", name(design, w.from().node()), name(design, w.to().node())))
                .orElseGet(() -> Texts.counted("editor.wires", 1));
    }

    /** The label of a node's setting: "Bound". */
    static String setting(Design design, Types types, String node, String path) {
        return label(design.node(node).flatMap(types::of).map(t -> t.form()).orElse(List.of()), path);
    }

    static String runSetting(String path) {
        return label(CatalogTexts.run(), path);
    }

    static String wireSetting(String path) {
        return label(CatalogTexts.wire(), path);
    }

    /** Of the setting that the path leads to or through; one that no form knows goes by the last name of its path. */
    private static String label(List<Setting> form, String path) {
        int bracket = path.indexOf('[');
        String bare = bracket < 0 ? path : path.substring(0, bracket);
        return form.stream()
                .filter(s -> s.path().equals(bare))
                .findFirst()
                .map(Setting::label)
                .orElseGet(() -> bare.substring(bare.lastIndexOf('.') + 1));
    }
}
