package millrace.app.tool;

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
}
