package millrace.app.canvas;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.catalog.NodeType;
import millrace.catalog.PortSpec;
import millrace.catalog.State;
import millrace.design.Node;
import millrace.design.Value;
import millrace.design.Wire;
import millrace.operator.View;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;

/**
 * How large a node is: as wide as its words and its widest figures need. It depends on the design and on the end of the
 * run, where there is most to show, but not on the playhead: nothing jumps while it plays.
 */
final class Sizes {
    static final double LEAST = Tokens.NODE_LEAST;
    static final double MOST = Tokens.NODE_MOST;
    static final double ROW = 22;
    static final double SINK_ROW = 26;
    private static final double SOURCE_HEIGHT = 132;
    private static final double SOURCE_WIDTH = 150;
    private static final double WINDOW_WIDTH = 256;
    private static final double WINDOW_HEIGHT = 202;
    private static final double TABLE_WIDTH = 212;
    private static final double BROAD_HEIGHT = 176;
    private static final double ONE_ROW_HEIGHT = 98;
    private static final double JOIN_WIDTH = 226;
    private static final double JOIN_HEIGHT = 172;
    private static final double PAIRS_WIDTH = 196;
    private static final double PAIRS_HEIGHT = 150;
    private static final double LOG_WIDTH = 236;
    private static final double SINK_WIDTH = 172;
    private static final double MOST_SINK = 250;
    private static final int SINK_ROWS = 4;
    private static final int MOST_COLUMNS = 5;
    private static final int USUAL_COLUMNS = 4;
    private static final int LEAST_COLUMNS = 3;
    private static final int REMEMBERED = 20_000;

    private final Optional<Moment> end;
    private final Labels labels;
    /** What was found for nodes that are still the same. */
    private final Map<Node, Size> known = new IdentityHashMap<>();

    /**
     * How large a node is.
     *
     * @param columns how many windows a window node has room for
     * @param instances for how many parallel instances it has room
     */
    record Size(double width, double height, int columns, int instances) {}

    Sizes(Optional<Moment> end, Labels labels) {
        this.end = end;
        this.labels = labels;
    }

    /** @param into the wires that end at the node */
    Size of(Node node, Optional<NodeType> type, Kind kind, List<Wire> into) {
        if (kind == Kind.SINK && hearsOnlyLate(into))
            return new Size(width(node, type, kind), Shape.HEADER + 44, columns(node), 1);
        if (known.size() > REMEMBERED) known.clear();
        return known.computeIfAbsent(node,
                n -> new Size(width(n, type, kind), height(n, type, kind) + InstancesBody.height(instances(n)),
                        columns(n), instances(n)));
    }

    /** So many as it is to have by its settings; while it is rescaled, the most. */
    private int instances(Node node) {
        return Math.max(whole(node, "instances"), labels.rescaledTo(node.id()));
    }

    private double width(Node node, Optional<NodeType> type, Kind kind) {
        double header = textStart(kind == Kind.WINDOW && type.filter(Kind::keepsTime).isPresent()) + Shape.SIDE
                + Math.max(Type.width(node.name(), Type.nodeName()), Type.width(summary(node, type), setting()));
        double body = switch (kind) {
            case SOURCE -> Math.max(SOURCE_WIDTH, sourceWidth(node));
            case TRANSFORM -> LEAST;
            case TABLE -> TABLE_WIDTH;
            case JOIN -> ofTables(node, type) ? Math.max(PAIRS_WIDTH, pairsWidth(node)) : JOIN_WIDTH;
            case QUEUE -> JOIN_WIDTH;
            case LOG -> LOG_WIDTH;
            case WINDOW -> WINDOW_WIDTH;
            case SINK -> commits(type) ? JOIN_WIDTH : Math.clamp(sinkWidth(node), SINK_WIDTH, MOST_SINK);
            case UNKNOWN -> LEAST;
        };
        return Math.clamp(2 * Math.ceil(Math.max(header, body) / 2), LEAST, MOST);
    }

    static double textStart(boolean besideClock) {
        return besideClock ? 48 : 43;
    }

    static javafx.scene.text.Font setting() {
        return Type.words(11.5, 400);
    }

    static String summary(Node node, Optional<NodeType> type) {
        return type.map(t -> t.summary(node.settings()).text()).orElse(Texts.of("canvas.unknown", node.type()));
    }

    private Optional<NodeMoment> atEnd(Node node) {
        return end.flatMap(m -> m.node(node.id()));
    }

    private static boolean commits(Optional<NodeType> type) {
        return type.filter(t -> t.state() == State.TRANSACTIONS).isPresent();
    }

    /** Whether all that comes in are changes of tables. */
    private static boolean ofTables(Node node, Optional<NodeType> type) {
        return type.filter(t -> t.inputs(node.settings())
                .stream()
                .allMatch(p -> p.carries() == PortSpec.Carries.CHANGES)).isPresent();
    }

    private double pairsWidth(Node node) {
        return atEnd(node).map(NodeMoment::view).orElse(new View.None()) instanceof View.JoinedTables t
                ? PairsBody.width(node.id(), t, labels)
                : 0;
    }

    private double sourceWidth(Node node) {
        if (!(atEnd(node).orElse(null) instanceof NodeMoment.Source s)) return 0;
        double sent = Type.width(SourceBody.sentLabel(s), SourceBody.LABEL)
                + Type.width(SourceBody.sent(s), SourceBody.FIGURE);
        double watermark = Type.width(Texts.of("canvas.row-watermark"), SourceBody.LABEL)
                + Math.max(Type.width(labels.moment(end.orElseThrow().time()), SourceBody.FIGURE),
                        Type.width(labels.watermark(s.watermark()), SourceBody.FIGURE));
        return Math.max(sent, watermark) + 2 * Shape.SIDE + 6;
    }

    private double sinkWidth(Node node) {
        if (!(atEnd(node).orElse(null) instanceof NodeMoment.Sink s)) return 0;
        return s.latest().stream().limit(12).mapToDouble(a -> SinkBody.width(labels, node.id(), a)).max().orElse(0);
    }

    private double height(Node node, Optional<NodeType> type, Kind kind) {
        return switch (kind) {
            case TABLE -> oneRow(node) ? ONE_ROW_HEIGHT : BROAD_HEIGHT;
            case JOIN -> ofTables(node, type) ? PAIRS_HEIGHT : JOIN_HEIGHT;
            case LOG -> LogBody.height(whole(node, "partitions"), list(node, "groups"));
            case QUEUE -> QueueBody.height(list(node, "workers"));
            case SOURCE -> SOURCE_HEIGHT + (partitions(node) > 1 ? 20 * partitions(node) : 0);
            case TRANSFORM -> 72 + ROW * transformRows(node, type);
            case WINDOW -> WINDOW_HEIGHT;
            case SINK -> Shape.HEADER + SINK_ROWS * SINK_ROW + 12;
            case UNKNOWN -> Shape.COMPACT;
        };
    }

    /** A whole number among the settings; 1 if there is none. */
    private static int whole(Node node, String setting) {
        return node.settings().get(setting).orElse(Value.of(1)) instanceof Value.Number n
                ? Math.clamp(n.number().intValue(), 1, 1_000)
                : 1;
    }

    /** How many entries a list has, at least 1: without any there is one. */
    private static int list(Node node, String setting) {
        return node.settings().get(setting).orElse(Value.of(List.of())) instanceof Value.Items i
                ? Math.max(1, i.items().size())
                : 1;
    }

    private static boolean oneRow(Node node) {
        return node.settings().get("rows").equals(Optional.of(Value.of("one")));
    }

    private static int partitions(Node node) {
        return node.settings().get("partitions").orElse(new Value.Nothing()) instanceof Value.Items i ? i.items().size()
                : 1;
    }

    private int transformRows(Node node, Optional<NodeType> type) {
        boolean fails = atEnd(node).orElse(null) instanceof NodeMoment.Transform t && t.failed() > 0;
        return 1 + (type.filter(Kind::leavesOut).isPresent() ? 1 : 0) + (fails ? 1 : 0);
    }

    private static boolean hearsOnlyLate(List<Wire> into) {
        return !into.isEmpty() && into.stream().allMatch(w -> w.from().port().equals("late"));
    }

    /** Room for as many windows as there are at the end, so that columns keep their places. */
    private int columns(Node node) {
        int windows = atEnd(node).orElse(null) instanceof NodeMoment.Window w ? w.windows().size() : USUAL_COLUMNS;
        return Math.clamp(windows, LEAST_COLUMNS, MOST_COLUMNS);
    }
}
