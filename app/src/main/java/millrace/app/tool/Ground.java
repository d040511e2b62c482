package millrace.app.tool;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import millrace.app.editor.Selection;
import millrace.design.Point;

/** What stands where on the canvas, in canvas coordinates. */
public interface Ground {
    Hit hit(Point at);

    /** The port whose reach this point is in. */
    Optional<Hit.OnPort> port(Point at);

    /** The wire that passes here. */
    default Optional<String> wire(Point at) {
        return wire(at, id -> true);
    }

    /** The nearest of these wires that passes here. */
    Optional<String> wire(Point at, Predicate<String> which);

    /** The nodes and notes that meet the box, and the wires with both ends among them. */
    Selection within(Box box);

    /** All nodes, notes and frames where they stand. */
    default List<Standing> standing() {
        return List.of();
    }

    /** Whether the title of a node is here. */
    default boolean title(Point at) {
        return false;
    }

    /** The address that a link in a note here leads to. */
    default Optional<String> link(Point at) {
        return Optional.empty();
    }
}
