package millrace.app.arrange;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.Wire;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places for nodes, by layers: what sends stands to the left of what receives, with as few crossings as can be found. */
public final class Arrange {
    private static final double BETWEEN_LAYERS = 72;
    private static final double BETWEEN_NODES = 36;
    private static final double BETWEEN_WIRES = 14;
    /** Places are multiples of this, as when a hand drags. */
    private static final double SNAP = 12;

    /**
     * How large a node is and where its ports are.
     *
     * @param inputs the heights of the inputs on its left side by their names, {@code outputs} of those on its right side
     */
    public record Size(double width, double height, Map<String, Double> inputs, Map<String, Double> outputs) {}

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final Design design;
    private final Map<String, Size> sizes;
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<String, ElkPort> ports = new HashMap<>();
    private final ElkNode graph = ElkGraphUtil.createGraph();

    private Arrange(Design design, Map<String, Size> sizes) {
        this.design = design;
        this.sizes = sizes;
    }

    /**
     * The places of these nodes; they begin where the upper left corner of all of them was. Others stay where they are and
     * are not looked at.
     */
    public static Map<String, Point> places(Design design, Map<String, Size> sizes, Collection<String> which) {
        Set<String> chosen = Set.copyOf(which);
        List<Node> movable = design.nodes()
                .stream()
                .filter(n -> chosen.contains(n.id()) && sizes.containsKey(n.id()))
                .toList();
        if (movable.isEmpty()) return Map.of();
        return new Arrange(design, sizes).places(movable);
    }

    /** The first use takes a second: to be called in the background, early. */
    public static void warmUp() {
        Design two = Design.EMPTY.withNodes(List.of(
                new Node("a", "filter", "a", new Point(0, 0), millrace.design.Value.Group.EMPTY),
                new Node("b", "filter", "b", new Point(0, 0), millrace.design.Value.Group.EMPTY)))
                .withWires(List.of(new Wire(millrace.design.PortRef.out("a"), millrace.design.PortRef.in("b"))));
        Size size = new Size(100, 50, Map.of("in", 25.0), Map.of("out", 25.0));
        places(two, Map.of("a", size, "b", size), List.of("a", "b"));
    }

    private Map<String, Point> places(List<Node> movable) {
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_WIRES);
        graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, BETWEEN_NODES);
        graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        movable.forEach(this::add);
        design.wires().forEach(this::add);
        new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
        return fromTheirCorner(movable);
    }

    private void add(Node node) {
        Size size = sizes.getOrDefault(node.id(), new Size(0, 0, Map.of(), Map.of()));
        ElkNode elk = ElkGraphUtil.createNode(graph);
        elk.setDimensions(size.width(), size.height());
        elk.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        size.inputs().forEach((name, y) -> port(elk, node.id() + "<" + name, PortSide.WEST, 0, y));
        size.outputs().forEach((name, y) -> port(elk, node.id() + ">" + name, PortSide.EAST, size.width(), y));
        nodes.put(node.id(), elk);
    }

    private void port(ElkNode node, String name, PortSide side, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setLocation(x, y);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        ports.put(name, port);
    }

    private void add(Wire wire) {
        ElkPort from = ports.get(wire.from().node() + ">" + wire.from().port());
        ElkPort to = ports.get(wire.to().node() + "<" + wire.to().port());
        if (from != null && to != null) ElkGraphUtil.createSimpleEdge(from, to);
    }

    private Map<String, Point> fromTheirCorner(List<Node> movable) {
        double left = movable.stream().mapToDouble(n -> n.at().x()).min().orElse(0);
        double top = movable.stream().mapToDouble(n -> n.at().y()).min().orElse(0);
        double x = nodes.values().stream().mapToDouble(ElkNode::getX).min().orElse(0);
        double y = nodes.values().stream().mapToDouble(ElkNode::getY).min().orElse(0);
        return nodes.entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Point(snapped(left + e.getValue().getX() - x),
                        snapped(top + e.getValue().getY() - y))));
    }

    private static double snapped(double v) {
        return Math.round(v / SNAP) * SNAP;
    }
}
