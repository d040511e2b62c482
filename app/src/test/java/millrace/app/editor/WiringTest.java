package millrace.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import millrace.catalog.Catalog;
import millrace.catalog.NodeType;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.design.Wire;
import millrace.operator.Files;
import org.junit.jupiter.api.Test;

/** Which ports a wire may join, and what is said of the others. */
class WiringTest {
    private final Wiring wiring = new Wiring(TestTypes::find);

    private static Node node(String id, String type) {
        return new Node(id, type, id, new Point(0, 0), Value.Group.EMPTY);
    }

    /** source -> filter -> window; sink alone; a node of a type that nobody knows. */
    private static Design design() {
        return Design.EMPTY.add(node("source", "timetable"))
                .add(node("filter", "filter"))
                .add(node("window", "tumbling"))
                .add(node("sink", "results"))
                .add(node("odd", "of-a-later-release"))
                .add(new Wire(PortRef.out("source"), PortRef.in("filter")))
                .add(new Wire(PortRef.out("filter"), PortRef.in("window")));
    }

    private Optional<Refusal> refusal(String from, String to) {
        return wiring.refusal(design(), PortRef.out(from), PortRef.in(to));
    }

    @Test
    void whatFitsIsNotRefused() {
        assertEquals(Optional.empty(), refusal("window", "sink"));
        assertEquals(Optional.empty(), refusal("source", "window"), "past a node is no circle");
        assertEquals(Optional.empty(),
                wiring.refusal(design(), PortRef.parse("window.late", "out"), PortRef.in("sink")));
    }

    @Test
    void eachRefusalHasItsReason() {
        assertEquals(Optional.of(new Refusal.Cycle()), refusal("window", "filter"));
        assertEquals(Optional.of(new Refusal.SameNode()), refusal("filter", "filter"));
        assertEquals(Optional.of(new Refusal.AlreadyWired()), refusal("source", "filter"));
        assertEquals(Optional.of(new Refusal.UnknownType("of-a-later-release")), refusal("window", "odd"));
        assertEquals(Optional.of(new Refusal.UnknownType("of-a-later-release")), refusal("odd", "sink"));
        assertEquals(Optional.of(new Refusal.NoPort("in")), refusal("window", "source"));
        Partners ofOutput = wiring.partners(design(), PortRef.out("source"), true);
        assertEquals(Optional.of(new Refusal.SameSide(true)), ofOutput.refusal(PortRef.out("window"), true));
        Partners ofInput = wiring.partners(design(), PortRef.in("sink"), false);
        assertEquals(Optional.of(new Refusal.SameSide(false)), ofInput.refusal(PortRef.in("window"), false));
        assertEquals(Optional.empty(), ofInput.refusal(PortRef.out("source"), true), "from the input's side, too");
    }

    @Test
    void anInputForOneWireRefusesTheSecond() {
        Design fed = design().add(new Wire(PortRef.out("filter"), PortRef.in("sink")));
        assertEquals(Optional.of(new Refusal.Taken()), wiring.refusal(fed, PortRef.out("window"), PortRef.in("sink")));
        assertEquals(List.of(),
                wiring.offers(TestTypes.ALL, fed, PortRef.in("sink"), false).stream().map(NodeType::id).toList());
    }

    @Test
    void everyReasonIsASentence() {
        List<Refusal> all = List.of(new Refusal.Cycle(), new Refusal.Taken(), new Refusal.CarriesOther(),
                new Refusal.SameSide(true), new Refusal.SameSide(false), new Refusal.SameNode(),
                new Refusal.AlreadyWired(), new Refusal.UnknownType("x"), new Refusal.NoPort("in"));
        assertEquals(all.size(), all.stream().map(Refusal::sentence).distinct().count());
        for (Refusal refusal : all) {
            assertTrue(refusal.sentence().matches("[A-Z].*\\."), refusal.sentence());
            assertTrue(refusal.sentence().length() <= 64, refusal.sentence());
        }
    }

    @Test
    void changesOfATableGoOnlyWhereTheyAreUnderstood() {
        Wiring real = new Wiring(Catalog::find);
        Design tables = Design.EMPTY.add(fresh("database"));
        assertEquals(Optional.of("table"), port(real, tables, "stream-table-join"));
        assertEquals(Optional.empty(), port(real, tables, "interval-join"));
        assertEquals(Optional.of("left"), port(real, tables, "table-join"));
        assertEquals(Optional.of("in"), port(real, tables, "results"));
        Design events = Design.EMPTY.add(fresh("timetable"));
        assertEquals(Optional.of("stream"), port(real, events, "stream-table-join"));
    }

    private static Optional<String> port(Wiring wiring, Design design, String type) {
        return wiring.portOfNew(Catalog.find(type).orElseThrow(), design, PortRef.out(first(design)), true)
                .map(p -> p.name());
    }

    private static String first(Design design) {
        return design.nodes().getFirst().id();
    }

    private static Node fresh(String type) {
        NodeType known = Catalog.find(type).orElseThrow();
        return new Node(type, type, type, new Point(0, 0), known.initial());
    }

    /** What the canvas refuses because of what a port carries, the compiler refuses too, and the other way round. */
    @Test
    void theCompilerSaysTheSameOfChanges() {
        for (NodeType type : Catalog.types()) {
            Node node = new Node("it", type.id(), "it", new Point(0, 0), type.initial());
            Design two = Design.EMPTY.add(fresh("database")).add(node);
            for (var port : type.inputs(type.initial())) {
                Wire wire = new Wire(PortRef.out("database"), new PortRef("it", port.name()));
                boolean refused = new Wiring(Catalog::find).refusal(two, wire.from(), wire.to()).isPresent();
                assertEquals(refusesChanges(fed(two.add(wire), type)), refused, type.id() + "." + port.name());
            }
        }
    }

    /** Changes that a node passes on are changes after it, too; the compiler and the canvas agree about each output. */
    @Test
    void changesAreFollowedThroughNodesThatPassThemOn() {
        int asked = 0;
        for (NodeType type : Catalog.types()) {
            if (!type.inputs(type.initial()).stream().allMatch(p -> p.takesChanges())) continue;
            for (var output : type.outputs(type.initial())) {
                Design through = through(type);
                Wire on = new Wire(new PortRef("it", output.name()), new PortRef("join", "stream"));
                if (hasOwnErrors(through)) continue;
                asked++;
                assertEquals(refusesChanges(through.add(on)), new Wiring(Catalog::find).refusal(through, on.from(),
                        on.to()).isPresent(), type.id() + "." + output.name());
            }
        }
        assertTrue(asked > 20, asked + " outputs");
    }

    private static Design through(NodeType type) {
        Node it = new Node("it", type.id(), "it", new Point(0, 0), type.initial());
        Node join = new Node("join", "stream-table-join", "join", new Point(0, 0),
                Catalog.find("stream-table-join").orElseThrow().initial());
        Design design = Design.EMPTY.add(fresh("database")).add(fresh("timetable")).add(it).add(join);
        design = design.add(new Wire(PortRef.out("timetable"), new PortRef("join", "table")));
        for (var port : type.inputs(type.initial()))
            design = design.add(new Wire(PortRef.out("database"), new PortRef("it", port.name())));
        return design;
    }

    private static boolean hasOwnErrors(Design design) {
        return Compiler.compile(design, Files.NONE)
                .problems()
                .stream()
                .anyMatch(p -> p.isError() && p.where().node().equals("it"));
    }

    /** With events at the inputs that have no wire yet. */
    private static Design fed(Design design, NodeType type) {
        Design fed = design.add(fresh("timetable"));
        for (var port : type.inputs(type.initial())) {
            PortRef input = new PortRef("it", port.name());
            if (design.wires().stream().noneMatch(w -> w.to().equals(input)))
                fed = fed.add(new Wire(PortRef.out("timetable"), input));
        }
        return fed;
    }

    private static boolean refusesChanges(Design design) {
        List<Problem> problems = Compiler.compile(design, Files.NONE).problems();
        return problems.stream().anyMatch(p -> p.isError() && p.code().startsWith("changes"));
    }

    @Test
    void aThousandNodesAreAskedInNoTime() {
        Design design = Design.EMPTY.add(node("n0", "filter"));
        for (int i = 1; i < 1_000; i++)
            design = design.add(node("n" + i, "filter")).add(new Wire(PortRef.out("n" + (i - 1)), PortRef.in("n" + i)));
        Partners partners = wiring.partners(design, PortRef.out("n500"), true);
        long circles = design.nodes()
                .stream()
                .filter(n -> partners.refusal(PortRef.in(n.id()), false).equals(Optional.of(new Refusal.Cycle())))
                .count();
        assertEquals(500, circles, "all before it");
    }
}
