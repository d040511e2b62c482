package millrace.app.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import millrace.app.text.CatalogTexts;
import millrace.app.text.Texts;
import millrace.catalog.Setting;
import millrace.catalog.Setting.Kind;
import millrace.design.Design;
import millrace.design.Durations;
import millrace.design.Node;
import millrace.design.PortRef;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.design.Wire;

/**
 * What puts a problem right in one click, where there is one thing to do that is surely meant and loses nothing that
 * matters. Which codes may have such a fix and which never have one stands in {@link #CODES} and {@link #BY_HAND}.
 */
public final class Fixes {
    /** Codes for which there may be a fix; it depends on the problem whether there is one. */
    public static final Set<String> CODES = Set.of("unknown-type", "unknown-setting", "unknown-choice", "unknown-field",
            "unknown-function", "unknown-field-type", "unknown-aggregate", "unknown-node", "unknown-port", "no-ports",
            "duplicate-wire", "duplicate-id", "out-of-range", "not-a-duration", "not-a-number", "not-a-text",
            "not-a-flag", "not-a-list", "not-a-group", "missing", "needless-field", "needless-number", "not-used",
            "gaps", "needs-key", "not-shared", "syntax", "wrong-types", "bad-name", "reserved-name", "bad-row",
            "no-aggregates", "unknown-partition", "not-a-time", "unknown-edit", "unknown-trigger", "wrong-value");
    /** Codes for which only the person knows what is meant. */
    public static final Set<String> BY_HAND = Set.of("adds-retractions", "counts-changes", "no-input",
            "schema-mismatch", "key-mismatch", "circle", "changes-as-events", "uneven-step", "bad-file-name",
            "too-many", "duplicate-name", "not-a-name", "not-ascending", "not-an-aggregate", "no-field", "bad-number",
            "window-bound", "changes", "too-many-windows", "no-key", "same-field", "endless-batch", "no-file",
            "bad-pattern", "no-end", "full-by-foreign-key", "no-expression", "expression-too-long",
            "expression-too-deep", "expression", "no-field-type", "wrong-result",
            "no-row", "row-exists", "holds-throughout", "no-checkpoints", "unknown-instance",
            "not-a-trigger", "too-deep", "duplicate-event", "overlaps", "another-graph", "fixed-room", "changes-output",
            "rescales", "partitions", "sink", "retractions", "broker", "batch");
    private static final Pattern WIRE = Pattern.compile("wires\\[(\\d+)\\](?:\\.(from|to|transit|capacity))?.*");
    private static final Pattern ITEM = Pattern.compile("(.*)\\[(\\d+)\\]");
    private static final String RUN = "settings.";

    private final Types types;
    private final Edits edits;

    public Fixes(Types types) {
        this.types = types;
        edits = new Edits(types);
    }

    /** @param label what the button says: "Write 'tumbling'" */
    public record Fix(String label, Transaction transaction) {}

    /** What puts it right, if the design is still as the problem found it. */
    public Optional<Fix> of(Design design, Problem problem) {
        if (!CODES.contains(problem.code())) return Optional.empty();
        Matcher wire = WIRE.matcher(problem.where().setting());
        return problem.where().node().isEmpty() && wire.matches() ? wire(design, problem, wire)
                : setting(design, problem);
    }

    private Optional<Fix> setting(Design design, Problem problem) {
        if (problem.code().equals("unknown-type")) return type(design, problem);
        if (problem.code().equals("duplicate-id")) return freshId(design, problem);
        return Place.of(design, problem, types).flatMap(place -> {
            Optional<String> path = place.path().isEmpty() ? Optional.empty() : Optional.of(place.path());
            return path.flatMap(p -> setting(design, problem, place));
        });
    }

    private Optional<Fix> setting(Design design, Problem problem, Place place) {
        Optional<String> meant = problem.meant();
        return switch (problem.code()) {
            case "unknown-setting" -> Optional.of(meant.map(m -> renamed(place, m))
                    .orElseGet(() -> fix("remove", place.last(), place, s -> SettingPath.remove(s, place.path()))));
            case "bad-name", "reserved-name" -> problem.slip().isPresent() ? Optional.empty()
                    : Optional.of(renamed(place, proper(place.last())));
            case "unknown-field", "unknown-function", "syntax", "wrong-types" -> mended(problem, place)
                    .or(() -> meant.filter(m -> problem.slip().isEmpty()).map(m -> written(place, Value.of(m))));
            case "unknown-trigger" -> meant.map(m -> renamed(place, m));
            case "wrong-value" -> text(place).map(t -> written(place, Value.of(t)));
            case "unknown-choice", "unknown-field-type", "unknown-partition", "unknown-edit" ->
                    meant.map(m -> written(place, Value.of(m))).or(() -> usual(place));
            case "unknown-node" -> meant.map(m -> written(place, node(place, m))).or(() -> row(place));
            case "unknown-aggregate" -> meant.flatMap(m -> aggregate(place, "^[A-Za-z]+", m));
            case "needless-number" -> aggregate(place, "^([A-Za-z]+) [0-9.]+", "$1");
            case "needless-field" -> aggregate(place, "^count .*", "count").or(() -> usual(place));
            case "out-of-range" -> inRange(place);
            case "not-a-duration" -> duration(place).or(() -> usual(place));
            case "not-a-text" -> text(place).map(t -> written(place, Value.of(t)));
            case "missing", "no-aggregates" -> initial(place);
            case "not-a-number", "not-a-time", "not-a-flag", "not-a-list", "not-a-group", "not-used" -> usual(place);
            case "gaps" -> place.settings(design).at("size").map(size -> written(place, size));
            case "needs-key", "not-shared" ->
                    place.path().equals("instances") ? Optional.of(written(place, Value.of(1))) : Optional.empty();
            case "bad-row" -> filled(place);
            default -> Optional.empty();
        };
    }

    // Where a setting is, and writing it

    /** Settings of a node, or, where {@code node} is empty, of the run. */
    private record Place(String node, String path, Value.Group all, List<Setting> form, Value.Group fresh) {
        static Optional<Place> of(Design design, Problem problem, Types types) {
            String path = problem.where().setting();
            if (problem.where().node().isEmpty())
                return path.startsWith(RUN) ? Optional.of(new Place("", path.substring(RUN.length()),
                        design.settings(), CatalogTexts.run(), Value.Group.EMPTY)) : Optional.empty();
            return design.node(problem.where().node())
                    .flatMap(n -> types.of(n)
                            .map(t -> new Place(n.id(), path, n.settings(), t.form(), t.initial())));
        }

        Value.Group settings(Design design) {
            return node.isEmpty() ? design.settings() : design.node(node).map(Node::settings).orElse(all);
        }

        Optional<Value> value() {
            return SettingPath.get(all, path);
        }

        Optional<Setting> setting() {
            return form.stream().filter(s -> s.path().equals(path)).findFirst();
        }

        String last() {
            return path.substring(path.lastIndexOf('.') + 1);
        }
    }

    private Fix fix(String words, String what, Place place, UnaryOperator<Value.Group> change) {
        String label = Texts.of("fixes." + words, what);
        return new Fix(label, place.node().isEmpty()
                ? Transaction.design(label, d -> d.withSettings(change.apply(d.settings())))
                : edits.changeSettings(place.node(), label, change));
    }

    private Fix written(Place place, Value value) {
        return fix("write", shown(value), place, s -> SettingPath.set(s, place.path(), value));
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Text t -> t.text();
            case Value.Number n -> n.number().toPlainString();
            case Value.Flag f -> String.valueOf(f.on());
            case Value.Nothing n -> "";
            case Value.Items i -> String.join(", ", i.items().stream().map(Fixes::shown).toList());
            case Value.Group g -> String.join(", ", g.fields().keySet());
        };
    }

    /** The same value under another name, in its place among the others. */
    private Fix renamed(Place place, String name) {
        int point = place.path().lastIndexOf('.');
        String parent = point < 0 ? "" : place.path().substring(0, point);
        return fix("rename", name, place, settings -> {
            Optional<Value> holder = parent.isEmpty() ? Optional.of(settings) : SettingPath.get(settings, parent);
            if (!(holder.orElse(settings) instanceof Value.Group group) || group.get(name).isPresent()) return settings;
            Map<String, Value> fields = new LinkedHashMap<>();
            group.fields().forEach((k, v) -> fields.put(k.equals(place.last()) ? name : k, v));
            Value.Group next = Value.group(fields);
            return parent.isEmpty() ? next : SettingPath.set(settings, parent, next);
        });
    }

    private static String proper(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9_]+", "_");
        String start = letters.matches("[A-Za-z_].*") ? letters : "field_" + letters;
        return start.equals(name) ? name + "_" : start.substring(0, Math.min(start.length(), 40));
    }

    // Values

    private Optional<Fix> usual(Place place) {
        return place.setting()
                .flatMap(Setting::usual)
                .map(u -> fix("usual", shown(u), place,
                        s -> SettingPath.remove(s, place.path())))
                .or(() -> initial(place));
    }

    private Optional<Fix> initial(Place place) {
        return SettingPath.get(place.fresh(), place.path()).map(v -> written(place, v));
    }

    /** The text with the slip put right. */
    private Optional<Fix> mended(Problem problem, Place place) {
        if (!(place.value().orElse(new Value.Nothing()) instanceof Value.Text t)) return Optional.empty();
        return problem.slip()
                .filter(slip -> slip.to() <= t.text().length())
                .flatMap(slip -> slip.instead()
                        .map(i -> written(place, Value.of(t.text().substring(0, slip.from()) + i
                                + t.text().substring(slip.to())))));
    }

    private static Optional<String> text(Place place) {
        return place.value().flatMap(v -> switch (v) {
            case Value.Number n -> Optional.of(n.number().toPlainString());
            case Value.Flag f -> Optional.of(String.valueOf(f.on()));
            default -> Optional.empty();
        });
    }

    /** A bare number was meant in seconds. */
    private Optional<Fix> duration(Place place) {
        String text = place.value().map(Fixes::shown).orElse("").strip();
        return text.matches("-?[0-9]+(\\.[0-9]+)?") ? Optional.of(written(place, Value.of(text + " s")))
                : Optional.empty();
    }

    private Optional<Fix> aggregate(Place place, String what, String instead) {
        String text = place.value().map(Fixes::shown).orElse("");
        String next = text.replaceFirst(what, instead);
        return next.equals(text) ? Optional.empty() : Optional.of(written(place, Value.of(next)));
    }

    private Optional<Fix> inRange(Place place) {
        Optional<Value> value = place.value();
        if (value.isEmpty() || place.setting().isEmpty()) return Optional.empty();
        Optional<Value> nearest = switch (place.setting().get().kind()) {
            case Kind.Whole w when value.get() instanceof Value.Number n -> Optional.of(new Value.Number(n.number()
                    .max(java.math.BigDecimal.valueOf(w.least()))
                    .min(java.math.BigDecimal.valueOf(w.most()))));
            case Kind.Decimal d when value.get() instanceof Value.Number n -> Optional.of(new Value.Number(n.number()
                    .max(new java.math.BigDecimal(String.valueOf(d.least())))
                    .min(new java.math.BigDecimal(String.valueOf(d.most())))));
            case Kind.Duration d when value.get() instanceof Value.Text t -> Durations.parse(t.text())
                    .stream()
                    .mapToObj(ms -> Value.of(Durations.format(Math.clamp(ms, d.least(), d.most()))))
                    .findFirst();
            default -> Optional.empty();
        };
        return nearest.filter(v -> !v.equals(value.get())).map(v -> written(place, v)).or(() -> exchanged(place));
    }

    /** An interval that ends before it begins is turned round. */
    private Optional<Fix> exchanged(Place place) {
        Optional<Value> lower = place.all().get("lower");
        if (!place.path().equals("upper") || lower.isEmpty() || place.value().isEmpty()) return Optional.empty();
        Value upper = place.value().get();
        return Optional.of(fix("exchange", "", place, s -> s.with("lower", upper).with("upper", lower.get())));
    }

    // Rows

    /** What crashes stands second in its row. */
    private static Value node(Place place, String name) {
        if (!(place.value().orElse(new Value.Nothing()) instanceof Value.Items row) || row.items().size() < 2)
            return Value.of(name);
        List<Value> items = new ArrayList<>(row.items());
        items.set(1, Value.of(name));
        return Value.of(items);
    }

    private Optional<Fix> row(Place place) {
        return ITEM.matcher(place.path()).matches() && place.value().isPresent()
                ? Optional.of(fix("remove-row", "", place, s -> SettingPath.remove(s, place.path())))
                : Optional.empty();
    }

    /** A row of a timetable that is too short gets empty cells at its end. */
    private Optional<Fix> filled(Place place) {
        boolean rows = place.path().startsWith("rows[");
        if (!rows || !(place.value().orElse(new Value.Nothing()) instanceof Value.Items row)
                || !(place.all().get("fields").orElse(new Value.Nothing()) instanceof Value.Group fields))
            return Optional.empty();
        int width = fields.fields().size() + 2;
        if (row.items().size() >= width) return Optional.empty();
        List<Value> items = new ArrayList<>(row.items());
        while (items.size() < width)
            items.add(new Value.Nothing());
        return Optional.of(fix("fill-row", "", place, s -> SettingPath.set(s, place.path(), Value.of(items))));
    }

    // Nodes and wires

    private Optional<Fix> type(Design design, Problem problem) {
        return problem.meant()
                .filter(m -> design.node(problem.where().node()).isPresent())
                .map(m -> {
                    String label = Texts.of("fixes.write", m);
                    return new Fix(label, retyped(problem.where().node(), m).named(label));
                });
    }

    /** Makes a node one of another type, with the settings that it has. */
    public static Transaction retyped(String node, String type) {
        return Transaction.design(Texts.of("fixes.write", type), d -> d.change(node,
                n -> new Node(n.id(), type, n.name(), n.at(), n.settings(), n.extra())));
    }

    /** The last of the nodes with one id gets another; wires stay with the first. */
    private static Optional<Fix> freshId(Design design, Problem problem) {
        String id = problem.where().node();
        String fresh = design.freshId(id);
        String label = Texts.of("fixes.rename", fresh);
        return Optional.of(new Fix(label, Transaction.design(label, d -> {
            List<Node> nodes = new ArrayList<>(d.nodes());
            for (int i = nodes.size() - 1; i >= 0; i--) {
                Node n = nodes.get(i);
                if (!n.id().equals(id)) continue;
                nodes.set(i, new Node(fresh, n.type(), n.name(), n.at(), n.settings(), n.extra()));
                break;
            }
            return d.withNodes(nodes);
        })));
    }

    private Optional<Fix> wire(Design design, Problem problem, Matcher at) {
        int number = Integer.parseInt(at.group(1));
        if (number >= design.wires().size()) return Optional.empty();
        Wire wire = design.wires().get(number);
        String part = at.group(2) == null ? "" : at.group(2);
        return switch (problem.code()) {
            case "duplicate-wire", "no-ports" -> Optional.of(withoutWire(number));
            case "unknown-node", "unknown-port" -> Optional.of(problem.meant()
                    .map(m -> rewired(number, wire, part.equals("from"), problem.code().equals("unknown-port"), m))
                    .orElseGet(() -> withoutWire(number)));
            case "not-a-duration", "not-a-number", "out-of-range" -> part.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Fix(Texts.of("fixes.remove", part), edits.unsetWire(wire.id(), part)));
            default -> Optional.empty();
        };
    }

    private static Fix withoutWire(int number) {
        String label = Texts.of("fixes.remove-wire");
        return new Fix(label, Transaction.design(label, d -> {
            List<Wire> wires = new ArrayList<>(d.wires());
            if (number < wires.size()) wires.remove(number);
            return d.withWires(wires);
        }));
    }

    private static Fix rewired(int number, Wire wire, boolean from, boolean port, String meant) {
        PortRef old = from ? wire.from() : wire.to();
        PortRef next = port ? new PortRef(old.node(), meant) : new PortRef(meant, old.port());
        String label = Texts.of("fixes.write", meant);
        return new Fix(label, Transaction.design(label, d -> {
            List<Wire> wires = new ArrayList<>(d.wires());
            wires.set(number, from ? new Wire(next, wire.to(), wire.settings())
                    : new Wire(wire.from(), next, wire.settings()));
            return d.withWires(wires);
        }));
    }
}
