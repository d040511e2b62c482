package millrace.app.canvas;

import java.util.List;
import millrace.app.tool.Box;

/** The places at the rim of a node for something small that touches it, those first that are best. */
final class Rim {
    /** From the corners of the node, px. */
    private static final double IN = 6;

    private Rim() {}

    /** Above, as names are below that rim; else below at the right, as the words below a node begin at its left; else at its sides. */
    static List<Box> places(Box node, double width, double height) {
        double right = node.right() - width - IN;
        double left = node.x() + IN;
        double above = node.y() - height;
        double top = node.y() + IN;
        return List.of(new Box(right, above, width, height), new Box(left, above, width, height),
                new Box(right, node.bottom(), width, height), new Box(node.right(), top, width, height),
                new Box(node.x() - width, top, width, height), new Box(left, node.bottom(), width, height));
    }
}
