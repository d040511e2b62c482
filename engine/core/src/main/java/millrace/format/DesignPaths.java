package millrace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Node;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.design.Wire;
import millrace.text.Sentences;

/**
 * Settings by path, as on the command line and in expectations: "by2.lateness", "scores.watermark.bound",
 * "scores.rows[6][1]", "settings.until", "wires[2].transit". A row number one past the end adds a row; a wire itself can only be
 * taken away.
 */
public final class DesignPaths {
    private static final String RUN = "settings";
    private static final String WIRES = "wires";

    private DesignPaths() {}

    /** The design with one setting changed; {@link Value.Nothing} takes a named setting away, so that its usual value holds. */
    public static Outcome<Design> set(Design design, String path, Value value) {
        Optional<List<SettingPath.Step>> steps = SettingPath.parse(path);
        if (steps.isEmpty() || steps.get().size() < 2
                || !(steps.get().getFirst() instanceof SettingPath.Name(String owner)))
            return failed(path, "format.not-a-path", path);
        List<SettingPath.Step> rest = steps.get().subList(1, steps.get().size());
        if (owner.equals(RUN))
            return put(design.settings(), rest, value, path).then(g -> design.withSettings(group(g)));
        Optional<Node> node = design.node(owner);
        if (node.isEmpty() && owner.equals(WIRES)) return cut(design, path, rest, value);
        if (node.isEmpty())
            return failed(path, "format.unknown-node", owner,
                    Suggestion.of(owner, design.nodes().stream().map(Node::id).toList()));
        return put(node.get().settings(), rest, value, path)
                .then(g -> design.change(owner, n -> n.withSettings(group(g))));
    }

    private static Outcome<Design> cut(Design design, String path, List<SettingPath.Step> steps, Value value) {
        if (steps.size() > 1 && steps.getFirst() instanceof SettingPath.Index(int w) && w < design.wires().size())
            return put(design.wires().get(w).settings(), steps.subList(1, steps.size()), value, path)
                    .then(g -> rewired(design, w, group(g)));
        boolean one = steps.size() == 1 && steps.getFirst() instanceof SettingPath.Index(int n)
                && n < design.wires().size() && value instanceof Value.Nothing;
        if (!one || !(steps.getFirst() instanceof SettingPath.Index(int n)))
            return failed(path, "format.not-a-wire");
        List<Wire> wires = new ArrayList<>(design.wires());
        wires.remove(n);
        return Outcome.of(design.withWires(wires));
    }

    private static Design rewired(Design design, int w, Value.Group settings) {
        List<Wire> wires = new ArrayList<>(design.wires());
        wires.set(w, new Wire(wires.get(w).from(), wires.get(w).to(), settings));
        return design.withWires(wires);
    }

    /** What is written at the path; empty if nothing is, so that the usual value holds. */
    public static Optional<Value> get(Design design, String path) {
        List<SettingPath.Step> steps = SettingPath.parse(path).orElse(List.of());
        if (steps.size() < 2 || !(steps.getFirst() instanceof SettingPath.Name(String owner))) return Optional.empty();
        Optional<Value> at = owner.equals(RUN) ? Optional.of(design.settings())
                : design.node(owner).map(Node::settings);
        for (SettingPath.Step step : steps.subList(1, steps.size()))
            at = at.flatMap(v -> inside(v, step));
        return at;
    }

    /** What a person typed: JSON where it is JSON (5, true, [..], "5"), else the text itself (2 min, 12:05:19). */
    public static Value typed(String text) {
        JsonFile file = JsonFile.read(text);
        return file.root().isPresent() && file.problems().isEmpty() ? file.root().get().value() : Value.of(text);
    }

    private static Value.Group group(Value value) {
        return value instanceof Value.Group g ? g : Value.Group.EMPTY;
    }

    private static Optional<Value> inside(Value value, SettingPath.Step step) {
        return switch (step) {
            case SettingPath.Name(String name) -> value instanceof Value.Group g ? g.get(name) : Optional.empty();
            case SettingPath.Index(int n) -> value instanceof Value.Items list && n < list.items().size()
                    ? Optional.of(list.items().get(n))
                    : Optional.empty();
        };
    }

    private static Outcome<Value> put(Value in, List<SettingPath.Step> steps, Value value, String path) {
        if (steps.isEmpty()) return Outcome.of(value);
        List<SettingPath.Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case SettingPath.Name(String name) -> named(in, name, rest, value, path);
            case SettingPath.Index(int n) -> indexed(in, n, rest, value, path);
        };
    }

    private static Outcome<Value> named(Value in, String name, List<SettingPath.Step> rest, Value value, String path) {
        if (!(in instanceof Value.Group group))
            return failed(path, "format.not-a-group", name, in.kind());
        if (rest.isEmpty() && value instanceof Value.Nothing) return Outcome.of(group.without(name));
        boolean list = !rest.isEmpty() && rest.getFirst() instanceof SettingPath.Index;
        Value inner = group.get(name).orElse(list ? new Value.Items(List.of()) : Value.Group.EMPTY);
        return put(inner, rest, value, path).then(v -> group.with(name, v));
    }

    private static Outcome<Value> indexed(Value in, int n, List<SettingPath.Step> rest, Value value, String path) {
        if (!(in instanceof Value.Items list))
            return failed(path, "format.not-a-list", n, in.kind());
        List<Value> items = new ArrayList<>(list.items());
        if (n > items.size() || n == items.size() && !rest.isEmpty())
            return failed(path, Sentences.form("format.no-such-row", items.size()), n, items.size());
        if (n == items.size()) items.add(value);
        Outcome<Value> inner = put(items.get(n), rest, value, path);
        return inner.then(v -> {
            items.set(n, v);
            return Value.of(items);
        });
    }

    private static <T> Outcome<T> failed(String path, String key, Object... parts) {
        return Outcome.failed(List.of(Problem.error(Location.setting("", path), key, parts)));
    }
}
