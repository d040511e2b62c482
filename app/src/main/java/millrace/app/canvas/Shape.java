package millrace.app.canvas;

import java.util.List;
import java.util.Optional;
import millrace.app.look.Tokens;
import millrace.app.tool.Box;
import millrace.catalog.NodeType;
import millrace.catalog.PortSpec;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;

/**
 * A node as it stands on the canvas.
 *
 * @param columns how many windows a window node has room for
 * @param instances for how many parallel instances it has room
 */
record Shape(Node node, Optional<NodeType> type, Kind kind, Box box, List<Port> inputs, List<Port> outputs,
        int columns, int instances) {
    /** Height of the part with icon, name and setting; the whole of a compact node is two px higher. */
    static final double HEADER = Tokens.NODE_HEADER;
    static final double COMPACT = Tokens.NODE_COMPACT;
    /** Height of the foot of a window node. */
    static final double FOOT = 30;
    static final double SIDE = Tokens.NODE_SIDE;

    /** A port and its centre. */
    record Port(PortRef ref, PortSpec spec, boolean output, Point at) {
        boolean changes() {
            return spec.carries() == PortSpec.Carries.CHANGES;
        }

        boolean late() {
            return spec.carries() == PortSpec.Carries.LATE;
        }
    }

    Shape {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    String id() {
        return node.id();
    }

    double x() {
        return box.x();
    }

    double y() {
        return box.y();
    }

    double width() {
        return box.width();
    }

    /** The lower edge of what the node itself shows; below it stand its instances, if there are several. */
    double bottom() {
        return compact() ? box.bottom() : box.bottom() - InstancesBody.height(instances);
    }

    boolean compact() {
        return box.height() <= COMPACT;
    }

    boolean processingTime() {
        return node.settings().get("time").equals(Optional.of(Value.of("processing")));
    }

    boolean clockBadge() {
        return kind == Kind.WINDOW && type.filter(Kind::keepsTime).isPresent();
    }

    List<Port> ports() {
        return java.util.stream.Stream.concat(inputs.stream(), outputs.stream()).toList();
    }
}
