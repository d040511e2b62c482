package millrace.design;

import java.util.Optional;
import millrace.text.Sentences;

/**
 * Where a problem is: in the design and, if it came from a file, there.
 *
 * @param node the node's id, or empty for the design as a whole
 * @param setting path within it: "size", "rows[3]", "wires[2].from"; may be empty
 * @param place line and column in the file
 */
public record Location(String node, String setting, Optional<Place> place) {
    /** Line and column, both from 1. */
    public record Place(int line, int column) {}

    public static final Location DESIGN = new Location("", "", Optional.empty());

    public static Location node(String node) {
        return new Location(node, "", Optional.empty());
    }

    public static Location setting(String node, String setting) {
        return new Location(node, setting, Optional.empty());
    }

    public Location at(int line, int column) {
        return new Location(node, setting, Optional.of(new Place(line, column)));
    }

    @Override
    public String toString() {
        String name = node.isEmpty() ? setting : setting.isEmpty() ? node : node + "." + setting;
        return place.map(p -> said(p, name)).orElse(name);
    }

    private static String said(Place place, String name) {
        return name.isEmpty() ? Sentences.of("design.place", place.line(), place.column())
                : Sentences.of("design.place.named", place.line(), place.column(), name);
    }
}
