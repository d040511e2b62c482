package millrace.design;

/**
 * A node of the graph.
 *
 * @param id unique in the design, stable over renaming; letters, digits and hyphens
 * @param type the id of its type in the catalog; an unknown type is kept
 * @param name what the canvas shows
 * @param at where it stands
 * @param settings as written; the type says what they mean
 * @param extra fields of the file that this version does not know, kept for saving
 */
public record Node(String id, String type, String name, Point at, Value.Group settings, Value.Group extra) {
    public Node(String id, String type, String name, Point at, Value.Group settings) {
        this(id, type, name, at, settings, Value.Group.EMPTY);
    }

    public Node withSettings(Value.Group next) {
        return new Node(id, type, name, at, next, extra);
    }

    /** This node with one top-level setting changed. */
    public Node with(String setting, Value value) {
        return withSettings(settings.with(setting, value));
    }

    public Node named(String next) {
        return new Node(id, type, next, at, settings, extra);
    }

    public Node movedTo(Point next) {
        return new Node(id, type, name, next, settings, extra);
    }
}
