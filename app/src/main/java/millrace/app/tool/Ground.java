package millrace.app.tool;

import java.util.Optional;
import millrace.app.editor.Selection;
import millrace.design.Point;

/** What stands where on the canvas, in canvas coordinates. */
public interface Ground {
    Hit hit(Point at);

    /** The port whose reach this point is in. */
    Optional<Hit.OnPort> port(Point at);

    /** The wire that passes here. */
    Optional<String> wire(Point at);

    /** The nodes and notes that meet the box, and the wires with both ends among them. */
    Selection within(Box box);
}
