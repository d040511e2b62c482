package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;
import millrace.format.DesignReader;

/** Designs of a thousand nodes: rows of pipelines of five nodes, with wires across from each row into the next. */
public final class ManyNodes {
    private static final String[] TYPES = {"generator", "filter", "compute", "tumbling", "results"};
    private static final double[] COLUMNS = {0, 204, 396, 588, 912};
    private static final int ASIDE = 1_260;
    private static final int ROW = 240;
    private static final int ACROSS = 8;

    private ManyNodes() {}

    /** A design of so many nodes and about as many wires; its sources send three events each. */
    public static Design of(int count) {
        List<Node> nodes = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int chain = i / TYPES.length;
            int place = i % TYPES.length;
            String type = TYPES[place];
            Point at = new Point(COLUMNS[place] + chain % ACROSS * ASIDE, chain / ACROSS * ROW);
            nodes.add(new Node(type + chain, type, type + " " + chain, at, settings(type)));
            if (place > 0) wires.add(new Wire(PortRef.out(TYPES[place - 1] + chain), PortRef.in(type + chain)));
            if (place == 2 && chain > 0)
                wires.add(new Wire(PortRef.out("filter" + (chain - 1)), PortRef.in("compute" + chain)));
        }
        Value.Group run = (Value.Group) value("{\"clock\": \"12:00:00\", \"until\": \"12:00:10\"}");
        return Design.EMPTY.withNodes(nodes).withWires(wires).withSettings(run);
    }

    private static Value.Group settings(String type) {
        return (Value.Group) value(switch (type) {
            case "generator" -> "{\"events\": 3, \"rate\": 1, \"keys\": {\"count\": 4}, "
                    + "\"watermark\": {\"strategy\": \"ascending\", \"every\": \"4 s\"}}";
            case "filter" -> "{\"condition\": \"value >= 0\"}";
            case "compute" -> "{\"fields\": {\"twice\": \"value + value\"}}";
            case "tumbling" -> "{\"size\": \"2 s\", \"aggregates\": [\"sum of value\"]}";
            default -> "{}";
        });
    }

    /** Reads settings as they stand in a design file. */
    private static Value value(String json) {
        String file = "{\"millrace\": 1, \"name\": \"x\", \"settings\": {}, \"nodes\": [{\"id\": \"a\", \"type\": \"filter\", "
                + "\"name\": \"a\", \"at\": [0, 0], \"settings\": " + json + "}], \"wires\": []}";
        return DesignReader.read(file, "many").design().orElseThrow().nodes().getFirst().settings();
    }
}
