package millrace.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import millrace.design.Location;
import millrace.design.Problem;

/** Where in its file every part of a design stands. A path that is not in the file is placed at what it belongs to. */
public final class Positions {
    /** Of a design that came from no file. */
    public static final Positions NONE = new Positions(new Lines(""), Optional.empty());

    private final Lines lines;
    private final Optional<Part> root;
    private final Map<String, Part> nodes = new LinkedHashMap<>();

    Positions(Lines lines, Optional<Part> root) {
        this.lines = lines;
        this.root = root;
        root.flatMap(r -> r.field("nodes")).ifPresent(list -> list.items().forEach(this::index));
    }

    private void index(Part node) {
        node.field("id")
                .filter(id -> id.value() instanceof millrace.design.Value.Text)
                .ifPresent(id -> nodes.putIfAbsent(((millrace.design.Value.Text) id.value()).text(), node));
    }

    /** Line and column of a node (its id) or of one of its settings ("watermark.bound", "rows[3][1]"). */
    public Optional<Location.Place> of(String node, String path) {
        if (node.isEmpty() || !nodes.containsKey(node))
            return root.map(r -> lines.place(deepest(inRoot(r, path), path)));
        Part part = nodes.get(node);
        Part settings = part.field("settings").orElse(part);
        String head = SettingPath.head(path);
        if (settings.field(head).isPresent()) return Optional.of(lines.place(deepest(settings, path)));
        if (FieldOrder.NODE.contains(head) || path.isEmpty())
            return Optional.of(lines.place(part.field(path.isEmpty() ? "id" : head).orElse(part).offset()));
        return Optional.of(lines.place(settings.offset()));
    }

    /** A path of the design as a whole begins at the file's top, or means one of the run's settings. */
    private static Part inRoot(Part root, String path) {
        return root.field(SettingPath.head(path)).isPresent() ? root : root.field("settings").orElse(root);
    }

    /** Where the part at the end of the path stands, or the last one on the way to it. */
    private static int deepest(Part from, String path) {
        Part at = from;
        for (SettingPath.Step step : SettingPath.parse(path).orElse(List.of())) {
            Optional<Part> next = switch (step) {
                case SettingPath.Name(String name) -> at.field(name);
                case SettingPath.Index(int n) -> n < at.items().size() ? Optional.of(at.items().get(n))
                        : Optional.empty();
            };
            if (next.isEmpty()) return at.offset();
            at = next.get();
        }
        return at.offset();
    }

    /** The problems with line and column added where they have none. */
    public List<Problem> place(List<Problem> problems) {
        return problems.stream().map(this::place).toList();
    }

    private Problem place(Problem problem) {
        Location where = problem.where();
        if (where.place().isPresent()) return problem;
        return of(where.node(), where.setting()).map(p -> problem.at(where.at(p.line(), p.column()))).orElse(problem);
    }
}
