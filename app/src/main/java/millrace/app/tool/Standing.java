package millrace.app.tool;

import java.util.List;
import millrace.app.editor.Extent;
import millrace.app.editor.Selection;

/**
 * A node, note or frame where it stands.
 *
 * @param ports the heights of its ports
 */
public record Standing(Selection what, Box box, List<Double> ports) {
    public Standing {
        ports = List.copyOf(ports);
    }

    /** It, and whatever moves with it. */
    Extent extent(Selection with) {
        return new Extent(with, box.x(), box.y(), box.width(), box.height());
    }
}
